"""The edge of an area as an even, lightly smoothed ring, and as few Beziers; fine enough for fingers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from shapely import Polygon

from tools.atlas.curves import fitted
from tools.atlas.model import Curve

Points = NDArray[np.float64]
_STEP = 0.5
_REACH = 3.0


def edge(area: Polygon, *, sigma: float, tolerance: float) -> Curve:
    """The closed curve along the outside of `area`: smoothed over `sigma` units, fitted within `tolerance` units."""
    return fitted(_smoothed(_even(area), sigma / _STEP), tolerance)


def _even(area: Polygon) -> Points:
    ring = np.asarray(area.exterior.coords)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    at = np.linspace(0, length[-1], max(24, round(length[-1] / _STEP)), endpoint=False)
    return np.column_stack([np.interp(at, length, ring[:, k]) for k in (0, 1)])


def _smoothed(ring: Points, sigma: float) -> Points:
    """Gaussian over neighbours, then what it took away added back once, so that round ends do not shrink."""
    once = _blurred(ring, sigma)
    return once + _blurred(ring - once, sigma)


def _blurred(ring: Points, sigma: float) -> Points:
    reach = int(np.ceil(_REACH * sigma))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    turned = [w * np.roll(ring, shift, axis=0) for shift, w in zip(range(-reach, reach + 1), weights, strict=True)]
    return np.asarray(sum(turned) / weights.sum(), dtype=np.float64)
