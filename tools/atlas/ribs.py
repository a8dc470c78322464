"""The rib cage as twelve pairs of ribs: smooth bands between measured landmarks, instead of one ragged outline.

Heads of the ribs lie evenly from the first to the twelfth thoracic vertebra; lateral points lie on the measured contour
of the cage; the tips of ribs 10 and 12 and the sternum's ends are measured.
"""
# ruff: noqa: E501 - an outline is one line of points, to be read against the picture

from __future__ import annotations

from functools import cache

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import unary_union

from tools.atlas.curves import drawn, solid
from tools.atlas.model import Curve, Pt

_HALF = 2.5
_BRIDGE = 12.0
_HEAD = [160 + 15.2 * i for i in range(12)]
_DROP = [14, 24, 30, 34, 37, 39, 40, 40, 38, 34, 34, 30]
_STERNUM = [190, 203, 215, 228, 241, 254, 266, 281, 297, 318]
_STERNUM_X = [9, 9, 9, 9, 9, 9, 10, 21, 30, 42]
_BEND: list[Pt] = [(30, 187), (45, 208), (52, 231), (55, 252), (57, 270), (58, 288), (59, 307), (61, 326), (64, 343), (66, 357)]
_CONTOUR = ([160, 175, 190, 205, 220, 235, 250, 265, 280, 295, 310, 325, 340, 355], [23, 45, 57, 63, 67, 72, 75, 78, 78.5, 78, 77, 75, 72, 70])

_SIDE_BACK: list[Pt] = [(-13, 163), (-25, 179), (-32, 194), (-37, 210), (-41, 225), (-42, 241), (-42, 256), (-41, 271), (-40, 286), (-38, 301), (-36, 316), (-33, 331)]
_SIDE_BEND: list[Pt] = [(14, 183), (28, 205), (39, 228), (47, 249), (53, 267), (56, 285), (54, 304), (48, 324), (41, 342), (29, 358), (6, 353), (-13, 364)]
_SIDE_FRONT: list[Pt] = [(29, 189), (37, 202), (46, 215), (54, 229), (62, 242), (67, 255), (69, 267), (65, 281), (58, 297), (46, 318)]


def ribs(view: str) -> tuple[Curve, ...]:
    """The right ribs of `view`, as closed curves; one inside another is a hole."""
    return tuple(drawn(area, 0.8, 0.35) for area in _bands(view))


def between(view: str) -> Curve:
    """The ground between the ribs, a little inside the cage."""
    whole = unary_union(_bands(view)).buffer(_BRIDGE).buffer(-_BRIDGE - 0.8)
    return drawn(solid(whole), 2.0, 0.3)


@cache
def _bands(view: str) -> list[Polygon]:
    sign = -1 if view == "front" else 1
    runs = {"front": _front(), "back": _back(range(12)), "side": _side()}[view]
    bands = [_band([(sign * x, y) for x, y in run]) for run in runs]
    cage = unary_union(bands)
    parts = list(cage.geoms) if isinstance(cage, MultiPolygon) else [cage]
    rings = [ring for p in parts if isinstance(p, Polygon) for ring in (p.exterior, *p.interiors)]
    return [area for ring in rings if (area := Polygon(ring)).area > 3]


def _band(run: list[Pt]) -> Polygon:
    line = LineString(Curve.through(run, closed=False).sampled(10))
    return line.buffer(_HALF, cap_style="round")


def _lateral(i: int) -> Pt:
    y = _HEAD[i] + _DROP[i]
    return (float(np.interp(y, *_CONTOUR)) - _HALF, y)


def _back(which: range) -> list[list[Pt]]:
    return [_rib_behind(i) for i in which]


def _rib_behind(i: int) -> list[Pt]:
    x, y = {10: (66.0, 350.0), 11: (50.0, 363.0)}.get(i, _lateral(i))
    head, drop = _HEAD[i], y - _HEAD[i]
    return [(11, head), (x * 0.34, head + drop * 0.06), (x * 0.66, head + drop * 0.32), (x * 0.9, head + drop * 0.68), (x, y)]


def _front() -> list[list[Pt]]:
    runs = [_back(range(11, 12))[0]]
    for i in range(10):
        (x, y), (bx, by) = _lateral(i), _BEND[i]
        inner = (_STERNUM_X[i], _STERNUM[i])
        half = ((bx + inner[0]) / 2, by + (inner[1] - by) * 0.36)
        runs.append([(x - 1.5, y - 7), (x, y), ((x + bx) / 2 + 2, (y + by) / 2 + 2), (bx, by), half, inner])
    return runs


def _side() -> list[list[Pt]]:
    runs = []
    for i in range(12):
        (bx, by), (fx, fy) = _SIDE_BACK[i], _SIDE_BEND[i]
        run = [(bx, by), (bx + (fx - bx) * 0.3, by + (fy - by) * 0.28), (bx + (fx - bx) * 0.66, by + (fy - by) * 0.7), (fx, fy)]
        if i < 10:
            ex, ey = _SIDE_FRONT[i]
            run += [(fx + (ex - fx) * 0.5, fy + (ey - fy) * 0.38), (ex, ey)]
        runs.append(run)
    return runs
