"""What the tests of the drawing measure on shapes."""

from __future__ import annotations

from functools import cache
from math import acos, degrees, hypot

from shapely import Polygon, unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from tools.atlas.model import Curve, Shape


@cache
def area_of(shape: Shape) -> BaseGeometry:
    """The filled area of a shape, without its mirror image."""
    return unary_union([Polygon(curve.sampled(10)).buffer(0) for curve in shape.curves])


def mirrored(area: BaseGeometry) -> BaseGeometry:
    """x -> -x."""
    return scale(area, -1, 1, origin=(0, 0))


def with_mirror(shape: Shape) -> BaseGeometry:
    """The area that a shape covers on both sides."""
    area = area_of(shape)
    return area.union(mirrored(area)) if shape.mirror else area


def sharpest_corner(curve: Curve) -> float:
    """The largest change of direction, in degrees, where two Beziers of `curve` meet."""
    ends = [curve.start, *(s[2] for s in curve.segments)]
    joints = list(zip(curve.segments, curve.segments[1:], strict=False))
    turns = [_turn(a[1], ends[i + 1], b[0]) for i, (a, b) in enumerate(joints)]
    if curve.closed:
        turns.append(_turn(curve.segments[-1][1], curve.start, curve.segments[0][0]))
    return max(turns)


def _turn(before: tuple[float, float], at: tuple[float, float], after: tuple[float, float]) -> float:
    (ux, uy), (vx, vy) = (at[0] - before[0], at[1] - before[1]), (after[0] - at[0], after[1] - at[1])
    length = hypot(ux, uy) * hypot(vx, vy)
    return degrees(acos(max(-1.0, min(1.0, (ux * vx + uy * vy) / length)))) if length > 1e-9 else 0.0
