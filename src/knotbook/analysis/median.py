"""The middle of some numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def median(values: NDArray[Any]) -> float:
    """Of (n,) numbers without NaN, n > 0; of two in the middle, half way between.

    numpy's own brings in its masked arrays at its first call, which takes longer than everything else a chart asks.
    Raises ValueError if there are none.
    """
    if not len(values):
        raise ValueError("no numbers have no middle")
    ordered = np.sort(values)
    middle = len(ordered) // 2
    return (float(ordered[middle]) + float(ordered[-middle - 1])) / 2
