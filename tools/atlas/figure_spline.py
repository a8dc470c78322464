"""Fair curves: a spline with steady curvature through few knots, and few Beziers through many points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.atlas.model import Curve, Pt, Segment

Array = np.ndarray


def spline(knots: Sequence[Pt], *, closed: bool = False, start: Pt | None = None, end: Pt | None = None) -> Curve:
    """The C2 cubic spline through `knots`, centripetal parameters, as Beziers.

    `start`, `end`: directions of an open curve at its ends; without them the ends are natural (no curvature).
    Formula: de Boor (1978), "A Practical Guide to Splines", chapter IV.
    """
    p = np.array([*knots, knots[0]] if closed else knots, dtype=float)
    h = np.maximum(np.hypot(*np.diff(p, axis=0).T), 1e-6) ** 0.5
    tangents = _periodic(p, h) if closed else _open(p, h, start, end)
    thirds = h[:, None] / 3
    a, b = p[:-1] + tangents[:-1] * thirds, p[1:] - tangents[1:] * thirds
    return _curve(p, a, b, closed)


def _curve(p: Array, a: Array, b: Array, closed: bool) -> Curve:
    segments = tuple((_pt(u), _pt(v), _pt(w)) for u, v, w in zip(a, b, p[1:], strict=True))
    return Curve(_pt(p[0]), segments, closed)


def _pt(v: Array) -> Pt:
    return (float(v[0]), float(v[1]))


def _periodic(p: Array, h: Array) -> Array:
    n = len(h)
    matrix, right = np.zeros((n, n)), np.zeros((n, 2))
    slope = np.diff(p, axis=0) / h[:, None]
    for i in range(n):
        before, after = h[i - 1], h[i]
        matrix[i, i - 1] += after
        matrix[i, i] += 2 * (before + after)
        matrix[i, (i + 1) % n] += before
        right[i] = 3 * (after * slope[i - 1] + before * slope[i])
    m = np.linalg.solve(matrix, right)
    return np.vstack([m, m[:1]])


def _open(p: Array, h: Array, start: Pt | None, end: Pt | None) -> Array:
    n = len(p)
    matrix, right = np.zeros((n, n)), np.zeros((n, 2))
    slope = np.diff(p, axis=0) / h[:, None]
    for i in range(1, n - 1):
        matrix[i, i - 1 : i + 2] = h[i], 2 * (h[i - 1] + h[i]), h[i - 1]
        right[i] = 3 * (h[i] * slope[i - 1] + h[i - 1] * slope[i])
    for row, inner, step, given in ((0, 1, 0, start), (n - 1, n - 2, n - 2, end)):
        matrix[row, row] = 1 if given else 2
        matrix[row, inner] = 0 if given else 1
        right[row] = _speed(given, slope[step]) if given else 3 * slope[step]
    return np.linalg.solve(matrix, right)


def _speed(direction: Pt, slope: Array) -> Array:
    d = np.array(direction, dtype=float)
    return d / np.hypot(*d) * np.hypot(*slope)


def fit(points: Sequence[Pt], *, closed: bool = True, tolerance: float = 0.08, ends: tuple[Pt, Pt] | None = None) -> Curve:
    """Few Beziers that stay within `tolerance` units of densely set `points`, smooth at every joint.

    `ends`: directions out of the first point and into the last (both forward) of an open run.
    Method: Schneider (1990), "An algorithm for automatically fitting digitized curves", Graphics Gems.
    """
    p = np.array(points, dtype=float)
    if closed:
        p = np.roll(p, -_flattest(p), axis=0)
        p = np.vstack([p, p[:1]])
        around = _unit(p[1] - p[-2])
        first, last = around, around
    else:
        first = _unit(np.array(ends[0])) if ends else _unit(p[1] - p[0])
        last = _unit(np.array(ends[1])) if ends else _unit(p[-1] - p[-2])
    pieces = _fit(p, first, -last, tolerance)
    return Curve(_pt(p[0]), tuple(pieces), closed)


def _flattest(p: Array) -> int:
    before, after = p - np.roll(p, 3, axis=0), np.roll(p, -3, axis=0) - p
    turn = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0])
    return int(np.argmin(turn))


def _unit(v: Array) -> Array:
    return v / max(float(np.hypot(*v)), 1e-12)


def _fit(p: Array, first: Array, last: Array, tolerance: float) -> list[Segment]:
    if len(p) == 2:
        reach = np.hypot(*(p[1] - p[0])) / 3
        return [(_pt(p[0] + first * reach), _pt(p[1] + last * reach), _pt(p[1]))]
    u = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(p, axis=0).T))])
    u /= u[-1]
    split = len(p) // 2
    for _ in range(6):
        bezier = _least_squares(p, u, first, last)
        gap = np.hypot(*(_at(bezier, u) - p).T)
        split = int(np.argmax(gap))
        if gap[split] < tolerance:
            return [(_pt(bezier[1]), _pt(bezier[2]), _pt(bezier[3]))]
        u = _reparametrised(bezier, p, u)
    split = min(max(split, 1), len(p) - 2)
    across = _unit(p[min(split + 2, len(p) - 1)] - p[max(split - 2, 0)])
    return _fit(p[: split + 1], first, -across, tolerance) + _fit(p[split:], across, last, tolerance)


def _basis(u: Array) -> Array:
    v = 1 - u
    return np.stack([v**3, 3 * u * v**2, 3 * u**2 * v, u**3], axis=1)


def _at(bezier: Array, u: Array) -> Array:
    return _basis(u) @ bezier


def _least_squares(p: Array, u: Array, first: Array, last: Array) -> Array:
    w = _basis(u)
    fixed = np.outer(w[:, 0] + w[:, 1], p[0]) + np.outer(w[:, 2] + w[:, 3], p[-1])
    columns = np.stack([np.outer(w[:, 1], first).ravel(), np.outer(w[:, 2], last).ravel()], axis=1)
    reach, *_ = np.linalg.lstsq(columns, (p - fixed).ravel(), rcond=None)
    chord = float(np.hypot(*(p[-1] - p[0])))
    length = float(np.sum(np.hypot(*np.diff(p, axis=0).T)))
    if min(reach) < 0.05 * chord or max(reach) > 1.2 * length:
        reach = np.array([length / 3, length / 3])
    return np.array([p[0], p[0] + first * reach[0], p[-1] + last * reach[1], p[-1]])


def _reparametrised(bezier: Array, p: Array, u: Array) -> Array:
    d1 = 3 * np.diff(bezier, axis=0)
    d2 = 2 * np.diff(d1, axis=0)
    v = 1 - u
    gap = _at(bezier, u) - p
    speed = np.outer(v**2, d1[0]) + np.outer(2 * u * v, d1[1]) + np.outer(u**2, d1[2])
    bend = np.outer(v, d2[0]) + np.outer(u, d2[1])
    below = (speed**2).sum(axis=1) + (gap * bend).sum(axis=1)
    step = np.where(np.abs(below) > 1e-9, (gap * speed).sum(axis=1) / np.where(below == 0, 1, below), 0)
    moved = np.clip(u - step, 0, 1)
    return np.maximum.accumulate(moved)
