"""What is neither muscle nor bone: the bed under the muscles, sheets of fascia, and tendons at the ends of muscles.

All have role "bed": they are seen, never touched. A bed without a family is the ground that gaps show; one with the
family "tendon" or "fascia" lies on the muscle named in `of`, or between muscles.
"""

from __future__ import annotations

from math import cos, pi

from shapely.affinity import scale
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.atlas import figure
from tools.atlas.curves import drawn, polygon
from tools.atlas.model import MUSCLE_LAYERS, Curve, Shape
from tools.atlas.sheet_plan import SHEETS, TENDONS, Sheet, Tendon

_RIM = 0.45
_SMALLEST = 6.0
_FAR = 2000.0
_RIGHT_BEHIND = box(0.0, 0.0, 200.0, 1000.0)  # a sheet across the midline is drawn as two halves: a touch has a side


def with_sheets(view: str, shapes: list[Shape]) -> list[Shape]:
    """`shapes` (far to near) with the beds under them, and sheets and tendons just above their muscles."""
    result = [_bed(view, layer, shapes) for layer in MUSCLE_LAYERS]
    areas = {s.id.partition(".")[0]: _area(s, 8) for s in shapes if s.role == "region"}
    for i, shape in enumerate(shapes):
        result.append(shape)
        region = shape.id or shape.of
        if region and (i + 1 == len(shapes) or shapes[i + 1].of != region):
            result += _upon(view, region, areas, shapes)
    return result


def _bed(view: str, layer: str, shapes: list[Shape]) -> Shape:
    here = [s for s in shapes if s.role == "region" and layer in s.layers]
    half = unary_union([_area(s, 6) for s in here])
    whole = half if view == "side" else half.union(scale(half, -1, 1, origin=(0, 0)))
    body = whole.buffer(6).buffer(-9).buffer(4).simplify(0.2).intersection(figure.area(view).buffer(-0.8))
    parts = list(body.geoms) if isinstance(body, MultiPolygon) else [body]
    curves = tuple(drawn(Polygon(p.exterior), 4.0, 0.8) for p in parts if isinstance(p, Polygon) and p.area > 40)
    return Shape("bed", curves, layers=(layer,))


def _area(shape: Shape, fineness: int) -> BaseGeometry:
    return unary_union([Polygon(curve.sampled(fineness)).buffer(0) for curve in shape.curves])


def _upon(view: str, region: str, areas: dict[str, BaseGeometry], shapes: list[Shape]) -> list[Shape]:
    key = region.partition(".")[0]
    muscle = next(s for s in shapes if s.id == region)
    found = [_sheet(sheet, view, areas, muscle, shapes) for sheet in SHEETS[view] if sheet.above == key]
    return found + [s for t in TENDONS[view].get(key, ()) if (s := _tendon(t, areas[key], muscle)) is not None]


def _sheet(sheet: Sheet, view: str, areas: dict[str, BaseGeometry], muscle: Shape, shapes: list[Shape]) -> Shape:
    area: BaseGeometry = polygon(sheet.points)
    if sheet.midline:
        area = area.intersection(_RIGHT_BEHIND)
    for key in sheet.within:
        area = area.intersection(areas[key].buffer(-_RIM))
    for key in sheet.beside:
        area = area.difference(areas[key].buffer(0.8))
    layers = sheet.layers or muscle.layers
    of = next(s.id for s in shapes if s.id.partition(".")[0] == (sheet.of or sheet.above))
    return Shape("bed", _curves(area, 1.0), "", sheet.family, layers, mirror=view != "side", of=of)


def _tendon(tendon: Tendon, area: BaseGeometry, muscle: Shape) -> Shape | None:
    curves = _curves(_beyond(tendon, area).intersection(area), 0.25, 0.12)
    if not curves:
        return None
    return Shape("bed", curves, "", "tendon", muscle.layers, mirror=muscle.mirror, of=muscle.id)


def _beyond(tendon: Tendon, area: BaseGeometry) -> Polygon:
    """Everything past `at`, its border a tongue that reaches `tongue` back into the belly at mid width."""
    at, back, sign = tendon.at, tendon.tongue, tendon.sign
    strip = box(-_FAR, at - 1, _FAR, at + 1) if tendon.axis == "y" else box(at - 1, -_FAR, at + 1, _FAR)
    x0, y0, x1, y1 = area.intersection(strip).bounds
    low, high = (x0, x1) if tendon.axis == "y" else (y0, y1)
    middle = (low + high) / 2
    half = (high - low) / 2 + 0.5
    bow = [(middle + half * k / 6, at - sign * back * (1 + cos(pi * k / 6)) / 2) for k in range(-6, 7)]
    edge = [(-_FAR, at), *bow, (_FAR, at)]
    far = [(_FAR, at + sign * _FAR), (-_FAR, at + sign * _FAR)]
    return Polygon([(u, v) if tendon.axis == "y" else (v, u) for u, v in (*edge, *far)])


def _curves(area: BaseGeometry, sigma: float, tolerance: float | None = None) -> tuple[Curve, ...]:
    parts = list(area.geoms) if isinstance(area, MultiPolygon) else [area]
    kept = [p for p in parts if isinstance(p, Polygon) and p.area >= _SMALLEST]
    return tuple(drawn(Polygon(p.exterior), sigma, tolerance) for p in kept)
