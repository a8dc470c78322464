"""The hand of the right half, built from soft rods so that fingers are round and webs are smooth."""

from __future__ import annotations

from itertools import pairwise

from shapely import GeometryCollection, Point, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry

from tools.atlas.figure_spline import spline

Rod = tuple[tuple[float, float, float], ...]

# (x, y, radius) along the axis of each finger; the palm faces forwards, so the thumb is outside
FINGERS: tuple[Rod, ...] = (
    ((132.3, 514, 5.4), (131.3, 532, 5), (130.6, 546, 4.5), (131, 555.4, 3.7)),
    ((143.2, 522, 5.6), (142, 545, 5.2), (141.6, 559, 4.7), (142, 568.6, 3.9)),
    ((154.8, 524, 5.8), (154.8, 549, 5.3), (155, 563.6, 4.8), (155.4, 574, 4)),
    ((165.8, 520, 5.7), (167.4, 543, 5.2), (168.2, 556.6, 4.7), (168.2, 566, 3.9)),
)
THUMB: Rod = (
    (162, 488, 3.5),
    (168.4, 500.5, 6.2),
    (176, 513, 6.9),
    (181.6, 525, 5.8),
    (185, 535, 5.1),
    (186.6, 543.4, 3.9),
)


def rod(axis: Rod) -> BaseGeometry:
    """A rounded rod along `axis` with the radius given at each point."""
    smooth = spline([(x, y) for x, y, _ in axis]).sampled(8)
    radii = [r for i, (_, _, r) in enumerate(axis[:-1]) for r in _steps(r, axis[i + 1][2], 8)] + [axis[-1][2]]
    discs = [Point(p).buffer(r, quad_segs=24) for p, r in zip(smooth, radii, strict=True)]
    return unary_union([_hull(a, b) for a, b in pairwise(discs)])


def _steps(a: float, b: float, count: int) -> list[float]:
    return [a + (b - a) * i / count for i in range(count)]


def _hull(a: Polygon, b: Polygon) -> BaseGeometry:
    return GeometryCollection([a, b]).convex_hull


def with_fingers(body: BaseGeometry) -> BaseGeometry:
    """`body` (whose outline runs round the palm) with four fingers and the thumb; webs rounded."""
    whole = unary_union([body, rod(THUMB), *(rod(f) for f in FINGERS)])
    web = softened(unary_union([body, rod(THUMB), rod(FINGERS[3])]), 3.2).intersection(_WEB_ROOM)
    ball = softened(whole, 30).intersection(_BALL_ROOM)
    return softened(unary_union([whole, web, ball]), 0.7)


_WEB_ROOM = box(167, 515, 184, 545)
_BALL_ROOM = box(160, 470, 186, 512)


def softened(area: BaseGeometry, radius: float) -> BaseGeometry:
    """`area` with its inward corners rounded by `radius`."""
    return area.buffer(radius, quad_segs=32).buffer(-radius, quad_segs=32)
