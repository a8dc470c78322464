"""What the colours show: chosen from one button, said in words, explained by the legend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from knotbook.analysis.measures import NOW, Choice, Measure, Span
from knotbook.bodymap.heat_bar import HeatBar
from knotbook.bodymap.heat_words import choice_words, span_words
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.scales import Scale
from knotbook.resources.theme import Theme

TODAY = date(2026, 3, 3)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[HeatBar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    made = HeatBar(theme, page)
    made.set_today(TODAY)
    made.resize(500, 40)
    page.show()
    yield made
    page.close()


def pick(bar: HeatBar, words: str) -> None:
    menu = bar.shows.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()


@pytest.mark.parametrize(
    ("words", "choice", "said"),
    [
        ("Now", Choice(NOW), "Now"),
        ("Today", Choice(1), "Mean, today"),
        ("Last 30 days", Choice(30), "Mean, 30 days"),
        ("Last 90 days", Choice(90), "Mean, 90 days"),
        ("Worst pain", Choice(7, Measure.WORST), "Worst, 7 days"),
        ("Share of days with pain over 4", Choice(7, Measure.BAD_DAYS), "Days over 4, 7 days"),
        ("Share of days with any pain", Choice(7, Measure.PAIN_DAYS), "Days with pain, 7 days"),
    ],
)
def test_each_span_and_measure(bar: HeatBar, qtbot: QtBot, words: str, choice: Choice, said: str) -> None:
    with qtbot.waitSignal(bar.choice_changed) as signal:
        pick(bar, words)
    assert signal.args == [choice] and bar.choice == choice
    assert bar.shows.text() == said and said.lower() in bar.shows.accessibleName().lower()


def test_any_range_by_two_dates_in_either_order(bar: HeatBar, qtbot: QtBot) -> None:
    pick(bar, "Share of days with pain over 4")
    card = bar.pick_range()
    assert card.span() == Span(date(2026, 2, 25), TODAY), "it begins with what is on show"
    card.set_dates(date(2026, 1, 9), date(2025, 12, 30))
    with qtbot.waitSignal(bar.choice_changed):
        QTest.keyClick(card, Qt.Key.Key_Return)
    picked = Span(date(2025, 12, 30), date(2026, 1, 9))
    assert bar.choice == Choice(None, Measure.BAD_DAYS, picked)
    assert bar.shows.text() == "Days over 4, 30 Dec 2025 – 9 Jan 2026"


def test_escape_leaves_the_range_as_it_was(bar: HeatBar) -> None:
    card = bar.pick_range()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible() and bar.choice == Choice()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_keyboard_comes_back_from_the_dates(bar: HeatBar, key: Qt.Key) -> None:
    bar.shows.setFocus()
    QTest.keyClick(bar.pick_range(), key)
    assert bar.shows.hasFocus()


def test_two_dates_are_read_in_full_before_the_words_of_other_buttons(bar: HeatBar) -> None:
    bar.resize(420, 40)
    assert bar.replay.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.set_choice(Choice(None, Measure.MEAN, Span(date(2026, 1, 9), date(2026, 1, 30))))
    bar.layout().activate()  # type: ignore[union-attr]  # the bar has one
    assert bar.shows.width() >= bar.shows.sizeHint().width()
    bar.set_choice(Choice())
    assert bar.replay.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_a_measure_means_days_so_it_leaves_now(bar: HeatBar) -> None:
    pick(bar, "Now")
    pick(bar, "Worst pain")
    assert bar.choice == Choice(7, Measure.WORST)


def test_on_little_room_the_words_go_and_the_names_stay(bar: HeatBar) -> None:
    bar.resize(320, 40)
    assert bar.replay.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert bar.replay.accessibleName() == "Replay" and bar.save.accessibleName()
    bar.resize(600, 40)
    assert bar.replay.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_what_needs_the_diary_waits_for_it(bar: HeatBar) -> None:
    assert not bar.replay.isEnabled() and not bar.compare.isEnabled() and bar.shows.isEnabled()
    bar.set_ready(True)
    assert bar.replay.isEnabled() and bar.save.isEnabled()


def test_words_for_spans_name_no_year_twice() -> None:
    assert span_words(Span(date(2026, 5, 1), date(2026, 5, 9))) == "1 May – 9 May 2026"
    assert span_words(Span(TODAY, TODAY)) == "3 Mar 2026"
    assert choice_words(Choice(None, Measure.WORST, Span(TODAY, TODAY))) == "worst, 3 Mar 2026"


def test_the_legend_says_what_the_colours_mean(qtbot: QtBot, theme: Theme) -> None:
    legend = MapLegend(theme)
    qtbot.addWidget(legend)
    said = {}
    for scale in Scale:
        legend.set_scale(scale)
        said[scale] = (legend.labels(), legend.accessibleName(), legend.sizeHint().width())
    assert said[Scale.NRS][0][:2] == ["0", "1"] and said[Scale.NRS][0][-1] == "10"
    assert said[Scale.SHARE][0][-1] == "100" and "percent" in said[Scale.SHARE][1]
    assert said[Scale.CHANGE][0] == ["−4", "−3", "−2", "−1", "=", "+1", "+2", "+3", "+4"]
    assert "better" in said[Scale.CHANGE][1] and all("no data" in words for _, words, _ in said.values())
    assert said[Scale.SHARE][2] > said[Scale.NRS][2], "room for its words"


def test_the_legend_of_the_map_says_what_dots_rings_and_their_numbers_are(qtbot: QtBot, theme: Theme) -> None:
    for marks in (True, False):
        legend = MapLegend(theme, marks=marks)
        qtbot.addWidget(legend)
        for scale in Scale:
            legend.set_scale(scale)
            told = legend.toolTip()
            assert all((word in told) == marks for word in ("Dot", "Hollow", "\u00d73", "Ring"))
            assert bool(legend.accessibleDescription()) == marks and legend.accessibleName() in told


def test_values_in_words() -> None:
    assert [Scale.NRS.words(6.25), Scale.SHARE.words(6.24), Scale.CHANGE.words(-2.1)] == ["6.2", "62 %", "2.1 better"]
    assert [Scale.NRS.spoken(6), Scale.SHARE.spoken(10)] == ["6 out of 10", "100 percent of days"]
    assert Scale.CHANGE.words(0.3) == "about the same" and Scale.CHANGE.spoken(1.5) == "1.5 worse"


def test_it_is_said_what_a_day_without_pain_counts_as(bar: HeatBar) -> None:
    said = "A day checked in as “nothing hurt” counts as 0"
    assert said in bar.shows.toolTip()
    menu = bar.shows.menu()
    assert isinstance(menu, QMenu)
    last = menu.actions()[-1]
    assert last.text() == said and not last.isEnabled(), "where the mean is chosen; nothing to choose itself"
