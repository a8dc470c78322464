from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from knotbook.analysis.median import median


def test_it_is_the_median() -> None:
    rng = np.random.default_rng(4)
    for count in range(1, 12):
        values = rng.integers(0, 11, count).astype(np.float32)
        assert median(values) == np.median(values)
    with pytest.raises(ValueError, match="no numbers"):
        median(np.empty(0))


def test_no_chart_brings_in_masked_arrays() -> None:
    code = """
import sys
import numpy as np
from knotbook.analysis.by_day import by_day
from knotbook.analysis.series import Series
from knotbook.analysis.smooth import smooth
from knotbook.analysis.summary import summarise
from knotbook.domain.place import Place
days = np.arange(100, dtype=np.int64) * 86_400_000
one = Series(Place.parse("hip.left"), days, (days // 86_400_000 % 11).astype(np.float32), tuple(map(str, range(100))))
assert len(smooth(by_day(one))) and summarise(one)
assert "numpy.ma" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
