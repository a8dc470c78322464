"""When two presses mean the same point of a place. Pure numbers.

A point that has a history of its own is a `Spot`. It comes to be in one of two ways only: the person names or keeps
it, or a second pain is pressed within reach of an earlier one that belongs to no point yet. Everything else stays a
loose press, which is data too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, inf
from typing import TypeVar

from knotbook.domain.place import Point

REACH_PX = 14.0
"""How far from a point a press may land on the screen and still mean it."""
LEAST, MOST = 2.5, 8.0
"""Bounds of the reach in body units (a unit is about 1.75 mm): the tip of a finger zoomed in, a thumb zoomed out."""

_T = TypeVar("_T")


def reach_units(pixels_per_unit: float) -> float:
    """The reach in body units where one unit is `pixels_per_unit` wide on the screen; always within the bounds."""
    return max(LEAST, min(MOST, REACH_PX / max(pixels_per_unit, 1e-6)))


def apart(one: Point, other: Point) -> float:
    """The distance in body units; infinite between two views, which cannot be compared."""
    return hypot(one.x - other.x, one.y - other.y) if one.view is other.view else inf


def nearest(at: Point, known: Iterable[tuple[_T, Point]], reach: float) -> _T | None:
    """Which of the `known` points a press at `at` means: the nearest one within `reach` body units, else None."""
    away = [(apart(at, point), n, what) for n, (what, point) in enumerate(known)]
    best = min(away, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] <= reach else None


def middle(points: Sequence[Point]) -> Point:
    """The centre of some points of one view. Raises ValueError without points or over several views."""
    if len({point.view for point in points}) != 1:
        raise ValueError("a middle needs points of one view")
    count = len(points)
    return Point(points[0].view, sum(p.x for p in points) / count, sum(p.y for p in points) / count)
