from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QFontMetricsF

from knotbook.charts.date_axis import DateAxis
from knotbook.charts.span import Span
from tests.charts.conftest import DAY_MS, END_MS, ChartOf, daily

BERLIN = ZoneInfo("Europe/Berlin")
LENGTHS = [0.1, 0.5, 1, 2, 3, 5, 7, 10, 20, 30, 45, 60, 91, 150, 365, 600, 1000, 2000, 3650]


@pytest.mark.parametrize("width", [300, 420, 1100, 2400])
def test_labels_never_overlap_nor_leave_the_axis_at_any_zoom(chart_of: ChartOf, width: int) -> None:
    chart = chart_of(daily("piriformis.right", [5] * 520, every_ms=7 * DAY_MS), days=None, size=(width, 260))
    axis: DateAxis = chart._plot.date_axis
    metrics = QFontMetricsF(axis._font)
    for days in LENGTHS:
        for back in (0, 0.37 * days, 100, 1234):
            end = END_MS - back * DAY_MS
            chart._plot.set_span(Span(end - days * DAY_MS, end))
            for row in axis.labels():
                ends = [(x, x + metrics.horizontalAdvance(text)) for x, text in row]
                assert all(before < after for (_x, before), (after, _end) in pairwise(ends)), (days, back, row)
                assert all(x >= 0 and end <= axis.width() for x, end in ends)
            assert axis.labels()[0], (days, back)


def shown(chart_of: ChartOf, start: str, end: str) -> tuple[list[str], list[str]]:
    chart = chart_of(daily("piriformis.right", [5] * 520, every_ms=7 * DAY_MS), days=None, size=(900, 300))
    moments = [datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp() * 1000 for text in (start, end)]
    chart._plot.set_span(Span(*moments))
    first, second = chart._plot.date_axis.labels()
    return [text for _x, text in first], [text for _x, text in second]


def test_what_the_two_rows_say_from_hours_to_years(chart_of: ChartOf) -> None:
    assert shown(chart_of, "2025-10-25 20:00", "2025-10-26 08:00") == (
        ["20:00", "21:00", "22:00", "23:00", "00:00", "01:00", "02:00", "02:00", *(f"0{h}:00" for h in range(3, 8))],
        ["Sat 25 October 2025", "Sun 26 October 2025"],
    )
    days = shown(chart_of, "2025-02-20 00:00", "2025-03-05 00:00")
    assert days[0][:3] == ["20", "21", "22"] and days[1] == ["February 2025", "March 2025"]
    assert shown(chart_of, "2025-02-20 00:00", "2025-05-05 00:00")[0][:2] == ["24", "3"]  # Mondays
    months = shown(chart_of, "2024-10-10 00:00", "2025-05-20 00:00")
    assert months == (["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May"], ["2024", "2025"])
    assert shown(chart_of, "2017-02-01 00:00", "2026-02-01 00:00")[1][:2] == ["2017", "2018"]


def test_nothing_to_date_has_no_dates(chart_of: ChartOf) -> None:
    chart = chart_of()
    assert not chart._plot.date_axis.isVisible()
    chart.set_now(END_MS)
    assert chart._plot.date_axis.isVisible()
