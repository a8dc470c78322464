from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QPainterPath
from pytestqt.qtbot import QtBot

from knotbook.analysis.series import Series
from knotbook.charts.region_chart import RegionChart
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

DAY_MS = 86_400_000
END_MS = 1_772_530_200_000  # Tuesday 3 March 2026, 10:30 in Berlin

NAMES = {"piriformis.right": "Right piriformis", "knee_medial.left": "Left inner knee", "hip.left": "Left hip"}


def name_of(place: Place) -> str:
    return NAMES[str(place)]


def daily(place: str, levels: list[int], every_ms: int = DAY_MS, end_ms: int = END_MS) -> Series:
    """One rating every `every_ms`, the last at `end_ms`; ids are the place and the number."""
    times = end_ms - np.arange(len(levels), dtype=np.int64)[::-1] * every_ms
    ids = tuple(f"{place}-{number}" for number in range(len(levels)))
    offsets = np.full(len(levels), 60, dtype=np.int16)
    return Series(Place.parse(place), times, np.array(levels, dtype=np.float32), ids, offsets)


def points_of(path: QPainterPath) -> list[tuple[float, float]]:
    """The corners of a path in order."""
    elements = (path.elementAt(number) for number in range(path.elementCount()))
    return [(element.x, element.y) for element in elements]


ChartOf = Callable[..., RegionChart]


@pytest.fixture
def chart_of(qtbot: QtBot, theme: Theme) -> ChartOf:
    """Builds a shown chart: `chart_of(series, ..., days=30, size=(900, 400))`."""

    def build(*series: Series, days: float | None = 30, size: tuple[int, int] = (900, 400)) -> RegionChart:
        chart = RegionChart(theme, name_of, "Europe/Berlin")
        qtbot.addWidget(chart)
        chart.resize(*size)
        chart.set_span(days)
        chart.show_series(series)
        with qtbot.waitExposed(chart):
            chart.show()
        return chart

    return build
