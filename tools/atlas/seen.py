"""What is really seen of every region in each layer of the drawing: where it is active, and where its label points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from shapely import Polygon, get_parts, maximum_inscribed_circle
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.atlas.model import MUSCLE_LAYERS, Labels, Pt, Shape

LEAST_AREA, LEAST_WIDTH = 20.0, 2.2  # square units, units: what shows less than this is covered
_SHARED = 0.62  # one point serves all layers if it lies at least this deep, compared with each layer's own best
_FINE = 0.2
Areas = dict[str, BaseGeometry]


def with_seen(shapes: Sequence[Shape]) -> list[Shape]:
    """`shapes` (far to near), each region only in the muscle layers where it can be seen, with its label points.

    Fibres and tendons follow their muscle. Skin zones do not overlap and keep what they have.
    """
    areas = [_area(shape) if _covers(shape) else Polygon() for shape in shapes]
    seen = {layer: _seen(shapes, areas, layer) for layer in MUSCLE_LAYERS}
    kept = {s.id: tuple(n for n in s.layers if n not in seen or s.id in seen[n]) for s in shapes if s.role == "region"}
    return [t for s in shapes if (t := _trimmed(s, kept, seen)) is not None]


def _covers(shape: Shape) -> bool:
    return shape.role in ("region", "bed") and "skin" not in shape.layers


def _trimmed(shape: Shape, kept: dict[str, tuple[str, ...]], seen: dict[str, Areas]) -> Shape | None:
    if not shape.id and not shape.of:
        return shape
    layers = kept[shape.id] if shape.id else tuple(n for n in shape.layers if n in kept[shape.of])
    if not layers:
        return None
    here = {layer: seen[layer][shape.id] for layer in layers if layer in seen and shape.id}
    return replace(shape, layers=layers, labels=_labels(here) if here else shape.labels)


def _seen(shapes: Sequence[Shape], areas: Sequence[BaseGeometry], layer: str) -> Areas:
    """Region -> the part of it, and of its tendons, that nothing nearer covers; only what is worth a touch."""
    cover: BaseGeometry = Polygon()
    found: Areas = {}
    tendons: dict[str, list[BaseGeometry]] = {}
    for shape, area in zip(reversed(shapes), reversed(areas), strict=True):
        if not _covers(shape) or layer not in shape.layers:
            continue
        twin = scale(area, -1, 1, origin=(0, 0)) if shape.mirror else Polygon()
        here = area.difference(cover).difference(twin)
        if shape.of:
            tendons.setdefault(shape.of, []).append(here)
        elif shape.role == "region" and _worth(open_part := _whole([here, *tendons.pop(shape.id, [])])):
            found[shape.id] = open_part
        cover = unary_union([cover, area, twin])
    return found


def _area(shape: Shape) -> BaseGeometry:
    """The filled area; a run inside another is a hole."""
    rings: list[BaseGeometry] = [Polygon(curve.sampled(8)).buffer(0) for curve in shape.curves]
    return reduce(lambda a, b: a.symmetric_difference(b), rings)


def _whole(parts: list[BaseGeometry]) -> BaseGeometry:
    return unary_union(parts) if len(parts) > 1 else parts[0]


def _worth(area: BaseGeometry) -> bool:
    if area.area < LEAST_AREA:
        return False
    return _depth(area)[1] * 2 >= LEAST_WIDTH


def _depth(area: BaseGeometry) -> tuple[Pt, float]:
    """The point of `area` farthest from its border, and how far it is."""
    parts = [p for p in get_parts(area) if isinstance(p, Polygon) and p.area > 0.5]
    if not parts:
        return (0.0, 0.0), 0.0
    lines = [maximum_inscribed_circle(p, tolerance=_FINE) for p in parts]
    best = max(lines, key=lambda line: line.length)
    x, y = best.coords[0]
    return (round(float(x), 2), round(float(y), 2)), float(best.length)


def _labels(seen: dict[str, BaseGeometry]) -> Labels:
    own = {layer: _depth(area) for layer, area in seen.items()}
    point, depth = _depth(reduce(lambda a, b: a.intersection(b), seen.values()))
    if all(depth >= _SHARED * own_depth for _, own_depth in own.values()):
        return tuple((layer, point, round(own_depth, 1)) for layer, (_, own_depth) in own.items())
    return tuple((layer, at, round(own_depth, 1)) for layer, (at, own_depth) in own.items())
