"""A fair curve through few knots: its curvature changes steadily, so that no joint shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tools.atlas.model import Curve, Pt

Array = NDArray[np.float64]


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
    slope: Array = np.diff(p, axis=0) / h[:, None]
    for i in range(1, n - 1):
        matrix[i, i - 1 : i + 2] = h[i], 2 * (h[i - 1] + h[i]), h[i - 1]
        right[i] = 3 * (h[i] * slope[i - 1] + h[i - 1] * slope[i])
    for row, inner, step, given in ((0, 1, 0, start), (n - 1, n - 2, n - 2, end)):
        matrix[row, row] = 1 if given else 2
        matrix[row, inner] = 0 if given else 1
        right[row] = _speed(given, slope[step]) if given else 3 * slope[step]
    return np.asarray(np.linalg.solve(matrix, right), dtype=np.float64)


def _speed(direction: Pt, slope: Array) -> Array:
    d = np.array(direction, dtype=float)
    scaled: Array = d / np.hypot(*d) * np.hypot(*slope)
    return scaled
