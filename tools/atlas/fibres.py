"""Strokes along the fibres of a muscle, from where it arises to where it ends.

A muscle's outline is cut at four corners into an origin, an end and two rails; fibres run between the rails as the
lines of a Coons patch (Coons 1967), so they fan, curve and narrow with the muscle.
"""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.ops import substring

from tools.atlas.curves import Points
from tools.atlas.fibre_plan import COUNT, HAND, PLAN
from tools.atlas.model import Curve, Pt

_SAMPLES = 28
_INSET = 1.5
_SHORTEST = 7.0
_WIDTH_A_FIBRE = 6.5
_ENDS = ((0.10, 0.86), (0.17, 0.93), (0.06, 0.80), (0.20, 0.90), (0.12, 0.84))


def fibres(key: str, view: str, area: Polygon) -> tuple[Curve, ...]:
    """The strokes of `key` in `view`; none if the plan says so or the muscle is too thin."""
    if key in HAND[view]:
        return _strokes([np.asarray(Curve.through(r, closed=False).sampled(8)) for r in HAND[view][key]], area)
    corners = PLAN[view].get(key, "auto")
    if corners is None:
        return ()
    four = _ends_of(area) if corners == "auto" else corners
    origin, end, one, other = _sides(area, four)
    width = float(np.hypot(*(one - other).T).mean())
    count = COUNT.get(key) or int(np.clip(round(width / _WIDTH_A_FIBRE), 1, 5))
    return _strokes([_line(origin, end, one, other, i, count) for i in range(count)], area)


def _strokes(lines: list[Points], area: Polygon) -> tuple[Curve, ...]:
    kept = [_clipped(line, area.buffer(-_INSET)) for line in lines]
    strokes = [_stroke(line, area.buffer(-_INSET / 3)) for line in kept if line is not None]
    return tuple(stroke for stroke in strokes if stroke is not None)


def _ends_of(area: Polygon) -> tuple[Pt, Pt, Pt, Pt]:
    """Corners of a strap muscle: where its outline is cut a little before both ends of its long axis."""
    ring = np.asarray(area.exterior.segmentize(1.0).coords)[:-1]
    middle = ring.mean(axis=0)
    axis = np.linalg.svd(ring - middle, full_matrices=False)[2][0]
    along = (ring - middle) @ (axis if axis[1] >= 0 else -axis)
    low, high = float(along.min()), float(along.max())
    cuts = (low + 0.06 * (high - low), high - 0.06 * (high - low))
    a, b = (_crossings(ring, along, cut) for cut in cuts)
    near = np.hypot(*(a[0] - b[0])) + np.hypot(*(a[1] - b[1])) <= np.hypot(*(a[0] - b[1])) + np.hypot(*(a[1] - b[0]))
    return (_pt(a[0]), _pt(a[1]), _pt(b[0 if near else 1]), _pt(b[1 if near else 0]))


def _crossings(ring: Points, along: Points, cut: float) -> tuple[Points, Points]:
    over = along > cut
    where = np.flatnonzero(over != np.roll(over, -1))
    return ring[where[0]], ring[where[-1]]


def _pt(point: Points) -> Pt:
    return (float(point[0]), float(point[1]))


def _sides(area: Polygon, corners: tuple[Pt, Pt, Pt, Pt]) -> tuple[Points, Points, Points, Points]:
    """Origin and end (both from the first rail to the second), first and second rail (both from origin to end)."""
    ring = LineString(area.exterior.coords)
    at = [ring.project(Point(c)) for c in corners]
    turn = [(a - at[0]) % ring.length for a in at]
    if turn[1] > min(turn[2], turn[3]):
        ring = ring.reverse()
        at = [ring.project(Point(c)) for c in corners]
    a1, a2, b1, b2 = at
    return _run(ring, a1, a2), _run(ring, b2, b1)[::-1], _run(ring, b1, a1)[::-1], _run(ring, a2, b2)


def _run(ring: LineString, start: float, stop: float) -> Points:
    if stop >= start:
        run = substring(ring, start, stop)
        points = np.asarray(run.coords)
    else:
        ends = substring(ring, start, ring.length), substring(ring, 0, stop)
        points = np.vstack([np.asarray(part.coords) for part in ends])
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    even = np.linspace(0, length[-1], _SAMPLES)
    return np.column_stack([np.interp(even, length, points[:, k]) for k in (0, 1)])


def _line(origin: Points, end: Points, one: Points, other: Points, index: int, count: int) -> Points:
    t = (index + 1) / (count + 1)
    place = t * (_SAMPLES - 1)
    k = min(int(place), _SAMPLES - 2)
    a = origin[k] + (place - k) * (origin[k + 1] - origin[k])
    b = end[k] + (place - k) * (end[k + 1] - end[k])
    s = np.linspace(0, 1, _SAMPLES)[:, None]
    rails = (1 - t) * one + t * other
    straight = (1 - s) * ((1 - t) * one[0] + t * other[0]) + s * ((1 - t) * one[-1] + t * other[-1])
    line: Points = rails + (1 - s) * a + s * b - straight
    first, last = _ENDS[index % len(_ENDS)]
    return line[round(first * (_SAMPLES - 1)) : round(last * (_SAMPLES - 1)) + 1]


def _clipped(line: Points, inside: Polygon) -> LineString | None:
    kept = LineString(line).intersection(inside)
    if isinstance(kept, MultiLineString):
        kept = max(kept.geoms, key=lambda g: g.length)
    return kept if isinstance(kept, LineString) and kept.length >= _SHORTEST else None


def _stroke(line: LineString, area: Polygon) -> Curve | None:
    """Few Beziers along `line`, more of them where fewer would leave the muscle; None if none stay inside."""
    for count in (2, 3, 5, 8):
        points = [line.interpolate(i / count, normalized=True) for i in range(count + 1)]
        curve = Curve.through([(p.x, p.y) for p in points], closed=False)
        if line.length < 45 * count and area.contains(LineString(curve.sampled(6))):
            return curve
    return None
