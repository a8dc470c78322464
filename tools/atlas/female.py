"""The female figure: every shape of the male one under a smooth warp, redrawn by eye from landmarks, not measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import exp, hypot

from tools.atlas.figure_spline import spline
from tools.atlas.figure_strokes import hair
from tools.atlas.model import LAYERS, Curve, Pt, Segment, Shape

NOTE = (
    "Female figure: the measured male outlines warped by eye (wider pelvis, narrower shoulders, waist and limbs). "
    "Not measured."
)

# (y, width of the female figure there as a share of the male one): front and back, then side
_WIDTH = (
    (60, 0.95), (120, 0.85), (172, 0.91), (312, 0.91), (368, 0.875), (478, 1.045), (545, 1.045), (725, 0.945),
    (800, 0.95),
    (930, 0.9), (985, 0.92),
)  # fmt: skip
_DEPTH = (
    (60, 0.96), (122, 0.87), (200, 0.94), (300, 0.94), (368, 0.93), (475, 1.03), (560, 1.02), (725, 0.94), (800, 0.95),
    (920, 0.9), (985, 0.92),
)  # fmt: skip
_ARM = 0.91
_SLIM = 0.09
# (y, x) along the middle of the arm
_AXIS = ((312, 117), (375, 131), (440, 144), (480, 147.5), (600, 151))
# (y, x) halfway between trunk and arm
_GAP = ((308, 91), (345, 92), (400, 97), (460, 110), (485, 114), (600, 114))
_STEP = 1e-3
_LONG = 30.0

_HAIR: dict[str, tuple[tuple[Pt, ...], ...]] = {
    "front": (
        ((0, 17.4), (-12, 19.4), (-23, 26), (-31.4, 36), (-37, 47.6), (-42.4, 58.6)),
        ((0, 17.4), (0, 9), (0, 1.4)),
        ((-8, 4.6), (-22, 11.4), (-34, 24), (-41.4, 41)),
    ),
    "back": (((-9, 89.4), (-15, 96), (-23, 102.4), (-33.6, 107)),),
    "side": (
        ((45, 20.4), (43, 31), (36, 40.4), (26, 47.6), (17.6, 53.6), (13.6, 61)),
        ((36, 10.4), (18, 20), (-8, 33), (-32, 48), (-50, 64)),
        ((13, 57), (-6, 50), (-28, 56), (-50, 68)),
        ((-2.4, 88), (-12, 94), (-26, 93), (-40, 88), (-51, 80)),
    ),
}
_BREAST: dict[str, tuple[Pt, ...]] = {
    "front": ((-12, 264.6), (-24, 267), (-44, 266.4), (-62, 258.6), (-74, 248)),
    "side": ((79, 268), (66, 271), (54, 262), (50, 248)),
}
_BUN: dict[str, tuple[Pt, ...]] = {
    "back": ((0, 62), (10, 66), (14.6, 76), (10, 86), (0, 90), (-10, 86), (-14.6, 76), (-10, 66)),
    "side": ((-56, 64), (-65, 60.6), (-74, 65), (-77, 75), (-71.6, 84), (-62, 86.4), (-52, 82), (-49, 72)),
}


def female(shapes: Sequence[Shape], view: str) -> list[Shape]:
    """Every shape of `shapes` with the same id and role on the female figure, and her own hair and breast lines."""
    his = hair(view)
    return [*_under(view), *(_redrawn(s, view) for s in shapes if s not in his), *_over(view)]


def _redrawn(shape: Shape, view: str) -> Shape:
    labels = tuple((layer, moved(point, view), radius) for layer, point, radius in shape.labels)
    return replace(shape, curves=tuple(_warped(curve, view) for curve in shape.curves), labels=labels)


def moved(point: Pt, view: str) -> Pt:
    """Where a point of the male figure lies on the female one."""
    x, y = point
    if view == "side":
        return (x * _share(_DEPTH, y) + 7 * _bell(y, 257, 22) * _ramp((x - 20) / 60), y)
    if y > _GAP[0][0] and abs(x) > _share(_GAP, y):
        axis = _share(_AXIS, y) if x > 0 else -_share(_AXIS, y)
        return (_ARM * (x - (x - axis) * _SLIM * _ramp((y - 308) / 60)), y)
    drop = 4.5 * _bell(y, 263, 15) * _bell(abs(x), 42, 20) if view == "front" else 0
    return (x * _share(_WIDTH, y), y + drop)


def _warped(curve: Curve, view: str) -> Curve:
    segments: list[Segment] = []
    at = curve.start
    for segment in curve.segments:
        for a, b, c in _fine(at, segment):
            segments.append((_handle(at, a, view), _handle(c, b, view), moved(c, view)))
            at = c
    return Curve(moved(curve.start, view), tuple(segments), curve.closed)


def _fine(start: Pt, segment: Segment) -> tuple[Segment, ...]:
    """A long Bezier as two (de Casteljau), so that the warp bends it in the middle as well."""
    a, b, end = segment
    if hypot(end[0] - start[0], end[1] - start[1]) < _LONG:
        return (segment,)
    ab, bc, cd = _half(start, a), _half(a, b), _half(b, end)
    left, right = _half(ab, bc), _half(bc, cd)
    return (ab, left, _half(left, right)), (right, cd, end)


def _half(a: Pt, b: Pt) -> Pt:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _handle(end: Pt, control: Pt, view: str) -> Pt:
    """A control point carried by the warp's derivative at its end, so that smooth joints stay smooth."""
    dx, dy = control[0] - end[0], control[1] - end[1]
    base = moved(end, view)
    near = moved((end[0] + dx * _STEP, end[1] + dy * _STEP), view)
    return (base[0] + (near[0] - base[0]) / _STEP, base[1] + (near[1] - base[1]) / _STEP)


def _under(view: str) -> list[Shape]:
    if view != "side":
        return []
    return [Shape("figure", (spline(_BUN["side"], closed=True),), layers=LAYERS)]


def _over(view: str) -> list[Shape]:
    locks = [_warped(spline(line), view) for line in _HAIR[view]]
    lines = [Shape("detail", (curve,), layers=("skin",), mirror=view != "side") for curve in locks]
    if view == "back":
        lines.append(Shape("detail", (spline(_BUN[view], closed=True),), layers=("skin",)))
    if view in _BREAST:
        fold = _warped(spline(_BREAST[view]), view)
        lines.append(Shape("crease", (fold,), layers=("skin",), mirror=view == "front"))
    return lines


def _share(knots: Sequence[tuple[float, float]], y: float) -> float:
    if y <= knots[0][0]:
        return knots[0][1]
    for (y0, a), (y1, b) in pairwise(knots):
        if y < y1:
            return a + (b - a) * _ramp((y - y0) / (y1 - y0))
    return knots[-1][1]


def _ramp(t: float) -> float:
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def _bell(value: float, middle: float, spread: float) -> float:
    return exp(-(((value - middle) / spread) ** 2))
