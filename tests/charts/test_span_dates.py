"""Two stretches as dates: typed, stepped through, and in step with what is selected in the chart."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel
from pytestqt.qtbot import QtBot

from knotbook.analysis.measures import Span as Days
from knotbook.charts.selection import Against, Selection
from knotbook.charts.span import Span
from knotbook.charts.span_dates import SpanDates, days_of, span_of, whole_days
from knotbook.charts.trend_view import TrendView
from knotbook.resources.theme import Theme
from tests.charts.conftest import DAY_MS, END_MS, daily, name_of

BERLIN = ZoneInfo("Europe/Berlin")
NOW, THEN = Days(date(2026, 2, 1), date(2026, 2, 28)), Days(date(2025, 12, 1), date(2025, 12, 31))


def field(dates: SpanDates, name: str) -> QDateEdit:
    return next(edit for edit in dates.findChildren(QDateEdit) if edit.accessibleName() == name)


def test_days_and_the_time_they_take_are_the_same_thing_over_a_change_of_clocks() -> None:
    days = Days(date(2026, 3, 28), date(2026, 3, 30))  # the night to the 29th is an hour short
    span = span_of(days, BERLIN)
    assert span.length == 3 * DAY_MS - 3_600_000
    assert days_of(span, BERLIN) == days


def test_whole_days_are_the_nearest_and_a_part_of_one_day_is_that_day() -> None:
    def found(*hours: float) -> Days:
        midnight = span_of(Days(date(2026, 3, 28), date(2026, 3, 28)), BERLIN).start
        return days_of(whole_days(Span(*(midnight + one * 3_600_000 for one in hours)), BERLIN), BERLIN)

    assert found(13, 80) == Days(date(2026, 3, 29), date(2026, 3, 30)), "over a change of clocks"
    assert found(11, 83.5) == Days(date(2026, 3, 28), date(2026, 3, 31))
    for start, end in ((1, 2), (11, 13), (18, 22), (0, 1)):
        assert found(start, end) == Days(date(2026, 3, 28), date(2026, 3, 28))


def test_dates_are_stepped_through_by_keys_and_said(qtbot: QtBot) -> None:
    dates = SpanDates(QLabel("against"))
    qtbot.addWidget(dates)
    dates.show()
    heard: list[tuple[Days, Days | None]] = []
    dates.changed.connect(lambda now, then: heard.append((now, then)))
    dates.show_days(NOW, THEN)
    assert heard == [], "nobody put anything in"
    QTest.keyClick(field(dates, "Last day"), Qt.Key.Key_Down)
    assert heard == [(Days(NOW.first, date(2026, 2, 27)), THEN)]
    dates.show_days(NOW, THEN)
    field(dates, "First day").setDate(QDate(2026, 4, 1))
    assert heard[-1][0] == Days(date(2026, 2, 28), date(2026, 4, 1)), "the earlier date is the first"
    dates.show_days(NOW, None)
    assert dates.days() == (NOW, None)


def test_dates_put_in_select_the_stretch_and_the_one_it_is_held_against(qtbot: QtBot, theme: Theme) -> None:
    view = TrendView(theme, name_of, "Europe/Berlin", lambda _subject: "#007872")
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_series([daily("piriformis.right", [6] * 60 + [2] * 60)], [0], END_MS // DAY_MS)
    view.chart.select(Selection(Span(END_MS - 20 * DAY_MS, END_MS)))
    view.count()
    assert view.table.dates.days()[0] == Days(date(2026, 2, 11), date(2026, 3, 3))
    field(view.table.dates, "First day").setDate(QDate(2026, 2, 20))
    view.count()
    assert view.chart.selection.chosen == span_of(Days(date(2026, 2, 20), date(2026, 3, 3)), BERLIN)
    assert view.chart.selection.against is Against.BEFORE
    field(view.table.dates, "First day of what it is held against").setDate(QDate(2025, 12, 1))
    view.count()
    assert view.chart.selection.against is Against.OWN
    assert view.table.dates.days()[1] == Days(date(2025, 12, 1), date(2026, 2, 19))
    with qtbot.waitSignal(view.levels_wished) as heard:
        view.table.levels_wished.emit()
    assert heard.args == list(view.table.dates.days())


def test_the_days_in_sight_are_a_table_too(qtbot: QtBot, theme: Theme) -> None:
    view = TrendView(theme, name_of, "Europe/Berlin", lambda _subject: "#007872")
    qtbot.addWidget(view)
    view.chart.set_span(None)
    view.show_series([daily("piriformis.right", [6, 3]), daily("hip.left", [1])], [0, 1], END_MS // DAY_MS)
    days = view.days.numbers
    assert days.rowCount() == 0, "nobody looks"
    view.as_table.click()
    rows = [[days.index(row, column).data() for column in range(6)] for row in range(days.rowCount())]
    assert rows == [
        ["2026-03-03", "Right piriformis", "3", "3.0", "3", "1"],
        ["2026-03-03", "Left hip", "1", "1.0", "1", "1"],
        ["2026-03-02", "Right piriformis", "6", "6.0", "6", "1"],
    ]
