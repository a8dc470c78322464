"""From a measured ring to a drawn curve: cleaned, smoothed, and fitted by few Beziers without corners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from tools.atlas.model import Curve, Pt, Segment

Points = NDArray[np.float64]
_STEP = 0.6
_MOST = 420
_HANDLE_LIMIT = 1.5


def polygon(points: Sequence[Pt]) -> Polygon:
    """The area inside the closed centripetal Catmull-Rom curve through `points`."""
    return solid(Polygon(Curve.through(points).sampled(8)).buffer(0))


def solid(shape: BaseGeometry) -> Polygon:
    """The largest part of `shape`, holes filled."""
    parts = list(shape.geoms) if isinstance(shape, MultiPolygon) else [shape]
    polygons = [p for p in parts if isinstance(p, Polygon) and not p.is_empty]
    if not polygons:
        return Polygon()
    return Polygon(max(polygons, key=lambda p: p.area).exterior)


def cleaned(shape: BaseGeometry, opening: float, closing: float) -> Polygon:
    """`shape` without teeth thinner than 2 `opening` and without notches narrower than 2 `closing`."""
    closed = shape.simplify(0.04).buffer(closing, quad_segs=6).buffer(-closing, quad_segs=6)
    opened = closed.buffer(-opening, quad_segs=6).buffer(opening, quad_segs=6)
    return solid((opened if not opened.is_empty else closed).simplify(0.04))


def smoothed(shape: Polygon, sigma: float) -> Points:
    """A dense ring along `shape`, smoothed by a Gaussian of `sigma` units without shrinking (smooth, then add back)."""
    ring: Points = resampled(np.asarray(shape.exterior.coords)[:-1], _STEP)
    if sigma <= 0:
        return ring
    spacing = float(np.hypot(*(np.roll(ring, -1, axis=0) - ring).T).mean())
    once = _gauss(ring, sigma, spacing)
    result: Points = once + _gauss(ring - once, sigma, spacing)
    return result


def resampled(ring: Points, step: float) -> Points:
    """A closed ring at even spacing of about `step`, starting at its topmost point."""
    ring = np.roll(ring, -int(np.lexsort((ring[:, 0], ring[:, 1]))[0]), axis=0)
    closed = np.vstack([ring, ring[:1]])
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    count = max(16, round(length[-1] / max(step, length[-1] / _MOST)))
    at = np.linspace(0, length[-1], count, endpoint=False)
    return np.column_stack([np.interp(at, length, closed[:, k]) for k in (0, 1)])


def _gauss(ring: Points, sigma: float, spacing: float) -> Points:
    count = len(ring)
    along = np.arange(count)
    offsets = np.minimum(along, count - along) * spacing
    kernel = np.exp(-0.5 * (offsets / sigma) ** 2)
    spectrum = np.fft.rfft(kernel / kernel.sum())[:, None]
    result: Points = np.fft.irfft(np.fft.rfft(ring, axis=0) * spectrum, n=count, axis=0)
    return result


def fitted(ring: Points, tolerance: float) -> Curve:
    """Few Beziers within `tolerance` of a dense closed ring, with one tangent at every join (so no corner).

    Method: Schneider (1990), "An algorithm for automatically fitting digitized curves", Graphics Gems.
    """
    start = _calmest(ring)
    ring = np.roll(ring, -start, axis=0)
    pts = np.vstack([ring, ring[:1]])
    tangents = _tangents(ring)
    tangents = np.vstack([tangents, tangents[:1]])
    segments: list[Segment] = []
    half = len(ring) // 2
    for first, last in ((0, half), (half, len(ring))):
        _fit(pts, tangents, first, last, tolerance, segments)
    return Curve((float(pts[0, 0]), float(pts[0, 1])), tuple(segments), closed=True)


def drawn(shape: Polygon, sigma: float = 1.0, tolerance: float | None = None) -> Curve:
    """`shape` as a smooth closed curve, within `tolerance` units of it (finer for a small shape if not given)."""
    fine = tolerance if tolerance is not None else float(np.clip(0.008 * shape.area**0.5, 0.18, 0.5))
    return fitted(smoothed(shape, sigma), fine)


def _tangents(ring: Points) -> Points:
    ahead = np.roll(ring, -2, axis=0) - np.roll(ring, 2, axis=0)
    result: Points = ahead / np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
    return result


def _calmest(ring: Points) -> int:
    t = _tangents(ring)
    turn = np.abs(np.roll(t, -3, axis=0) - np.roll(t, 3, axis=0)).sum(axis=1)
    return int(np.argmin(np.round(turn, 6)))


def _fit(pts: Points, tan: Points, first: int, last: int, tolerance: float, out: list[Segment]) -> None:
    run = pts[first : last + 1]
    chord = float(np.hypot(*(run[-1] - run[0])))
    if len(run) <= 3:
        third = chord / 3
        out.append(_segment(run[0] + tan[first] * third, run[-1] - tan[last] * third, run[-1]))
        return
    length, u = _chord_lengths(run)
    for _ in range(5):
        weights = _weights(u)
        controls = _best_controls(run, weights, tan[first], -tan[last], length)
        curve = np.vstack([run[0], controls, run[-1]])
        off = curve.T @ weights - run.T
        gaps = np.hypot(*off)
        if gaps.max() <= tolerance:
            out.append(_segment(controls[0], controls[1], run[-1]))
            return
        if gaps.max() > 6 * tolerance:
            break
        u = _reparametrised(curve, off, u)
    split = first + int(np.clip(np.argmax(gaps), len(run) // 4, len(run) - 1 - len(run) // 4))
    _fit(pts, tan, first, split, tolerance, out)
    _fit(pts, tan, split, last, tolerance, out)


def _segment(a: Points, b: Points, c: Points) -> Segment:
    return ((float(a[0]), float(a[1])), (float(b[0]), float(b[1])), (float(c[0]), float(c[1])))


def _chord_lengths(run: Points) -> tuple[float, Points]:
    """The length along `run`, and at which share of it each point lies."""
    steps = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(run, axis=0).T))])
    return float(steps[-1]), steps / steps[-1]


def _weights(u: Points) -> Points:
    """The four Bernstein polynomials, one a row."""
    v = 1 - u
    uu, vv = u * u, v * v
    return np.array((vv * v, 3 * vv * u, 3 * v * uu, uu * u))


def _best_controls(run: Points, w: Points, t0: Points, t1: Points, length: float) -> Points:
    """The two inner controls on given tangents with the least squared distance, else thirds of the chord."""
    rest = run - np.outer(w[0] + w[1], run[0]) - np.outer(w[2] + w[3], run[-1])
    a, b, c = float(w[1] @ w[1]), float(w[1] @ w[2]) * float(t0 @ t1), float(w[2] @ w[2])
    x, y = float(w[1] @ (rest @ t0)), float(w[2] @ (rest @ t1))
    chord = float(np.hypot(*(run[-1] - run[0])))
    det = a * c - b * b
    first = second = chord / 3
    if abs(det) > 1e-9:
        best = ((x * c - y * b) / det, (a * y - b * x) / det)
        if min(best) > chord * 1e-3 and max(best) < length * _HANDLE_LIMIT:
            first, second = best
    return np.vstack([run[0] + first * t0, run[-1] + second * t1])


def _reparametrised(curve: Points, off: Points, u: Points) -> Points:
    """One Newton step of every parameter towards the nearest point; `off`: where the curve misses, x and y a row."""
    first: Any = 3 * np.diff(curve, axis=0)
    second: Any = 2 * np.diff(first, axis=0)
    v = 1 - u
    d1 = first.T @ np.array((v * v, 2 * v * u, u * u))
    d2 = second.T @ np.array((v, u))
    top = (off * d1).sum(axis=0)
    bottom = (d1 * d1).sum(axis=0) + (off * d2).sum(axis=0)
    moved = u - np.divide(top, bottom, out=np.zeros_like(u), where=np.abs(bottom) > 1e-9)
    return np.clip(np.maximum.accumulate(moved), 0, 1)
