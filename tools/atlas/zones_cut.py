"""Cutting a silhouette into zones along curves."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from shapely import LineString, Point, Polygon, box, unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize

from tools.atlas.curves import solid
from tools.atlas.figure_spline import spline
from tools.atlas.model import Pt

GAP = 0.8
ROUND = 2.4
_SLIVER = 20.0
_OVERSHOOT = 2.5


@dataclass(frozen=True, slots=True)
class Plan:
    """How a view is divided.

    `borders`: open curves through points; their ends may stick out. `rings`: closed ones. `seeds`: for each zone (id
    without side) a point inside it. Front and back count x outwards from the midline, for the right half.
    """

    borders: tuple[tuple[Pt, ...], ...]
    rings: tuple[tuple[Pt, ...], ...]
    seeds: dict[str, Pt]


def pieces(whole: Polygon, plan: Plan, *, sign: int, halved: bool) -> dict[str, Polygon]:
    """The part of `whole` around each seed; parts without a seed join the neighbour they share most edge with.

    `sign`: -1 when the right side is x < 0. `halved`: the plan covers one half.
    Raises ValueError if a seed is outside or two seeds share a part.
    """
    flipped = scale(whole, sign, 1, origin=(0, 0))
    room = flipped.intersection(box(0, -10, 300, 1010)) if halved else flipped
    lines = [room.boundary, *(_extended(b) for b in plan.borders), *(_closed(r) for r in plan.rings)]
    faces = [f for f in polygonize(unary_union(lines)) if room.buffer(0.01).contains(f.representative_point())]
    named = _named(faces, plan.seeds)
    return {zone: scale(piece, sign, 1, origin=(0, 0)) for zone, piece in named.items()}


def both_halves(piece: Polygon) -> Polygon:
    """A half of a midline zone, joined with its mirror image."""
    return solid(unary_union([piece.buffer(0.01), scale(piece, -1, 1, origin=(0, 0)).buffer(0.01)]))


def gapped(piece: Polygon) -> Polygon:
    """`piece` drawn back by the gap on every side, its corners rounded."""
    for radius in (ROUND, ROUND / 2, ROUND / 4):
        inner = solid(piece.buffer(-GAP - radius).buffer(radius, quad_segs=24))
        if inner.area > 0.8 * piece.buffer(-GAP).area:
            break
    return solid(inner.buffer(0.8, quad_segs=24).buffer(-0.8, quad_segs=24))


def _named(faces: list[Polygon], seeds: dict[str, Pt]) -> dict[str, Polygon]:
    owner: dict[str, int] = {}
    for zone, seed in seeds.items():
        inside = [i for i, face in enumerate(faces) if face.contains(Point(seed))]
        if not inside or inside[0] in owner.values():
            taken = next((z for z, i in owner.items() if inside and i == inside[0]), "nothing")
            raise ValueError(f"{zone}: its seed {seed} lies in {taken}")
        owner[zone] = inside[0]
    named = {zone: faces[i] for zone, i in owner.items()}
    for face in (f for i, f in enumerate(faces) if i not in owner.values()):
        if face.area > _SLIVER:
            raise ValueError(f"a part without a name, {face.area:.0f} units^2 at {face.representative_point()}")
        best = max(named, key=lambda zone: _shared(named[zone], face))
        named[best] = solid(unary_union([named[best], face]))
    return named


def _shared(a: BaseGeometry, b: BaseGeometry) -> float:
    return float(a.intersection(b).length)


def _closed(ring: tuple[Pt, ...]) -> LineString:
    points = spline(ring, closed=True).sampled(24)
    return LineString([*points, points[0]])


def _extended(border: tuple[Pt, ...]) -> LineString:
    points = spline(border).sampled(24)
    return LineString([_beyond(points[1], points[0]), *points, _beyond(points[-2], points[-1])])


def _beyond(a: Pt, b: Pt) -> Pt:
    length = hypot(b[0] - a[0], b[1] - a[1])
    return (b[0] + (b[0] - a[0]) / length * _OVERSHOOT, b[1] + (b[1] - a[1]) / length * _OVERSHOOT)
