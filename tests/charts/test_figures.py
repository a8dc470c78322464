"""The still views: what they say, where a click leads, what an empty diary looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from knotbook.analysis.day_marks import day_marks
from knotbook.analysis.dose import dose
from knotbook.analysis.flares import Gaps
from knotbook.analysis.measures import Span
from knotbook.analysis.responses import responses
from knotbook.analysis.series import empty_series, from_rows
from knotbook.analysis.spread import spread
from knotbook.analysis.week_hours import week_hours
from knotbook.charts.bars import steps
from knotbook.charts.calendar import Calendar
from knotbook.charts.canvas import nearest_that_way, paint_figure
from knotbook.charts.dose_chart import DoseChart
from knotbook.charts.figure import Figure
from knotbook.charts.figure_view import FigureView
from knotbook.charts.gap_chart import GapChart
from knotbook.charts.hour_map import HourMap
from knotbook.charts.response_chart import ResponseChart
from knotbook.charts.spread_chart import Named, SpreadChart
from knotbook.domain.place import Place
from knotbook.resources.theme import NAMES, Theme, load_theme

KNEE, HIP = Place.parse("knee_medial.right"), Place.parse("piriformis.right")
TODAY = date(2026, 3, 20)
DAY_MS = 86_400_000
TEAL = "#007872"


def noon(day: date) -> int:
    return (day - date(1970, 1, 1)).days * DAY_MS + DAY_MS // 2


def calendar(began: date | None = None) -> Calendar:
    pains = from_rows([(noon(TODAY - timedelta(days=1)), 60, str(HIP), 3, "2"), (noon(TODAY), 60, str(HIP), 6, "1")])
    span = Span(date(2026, 2, 1), date(2026, 3, 31))
    marks = day_marks(pains, [date(2026, 3, 2)], [(noon(TODAY), 60)], span, [date(2026, 3, 4)])
    return Calendar(marks, "Right piriformis", TODAY, began)


def gap_chart(count: int = 4, chance: float | None = None) -> GapChart:
    began = tuple(TODAY - timedelta(days=10 * n) for n in range(count, 0, -1))
    return GapChart(Gaps(began, TODAY - timedelta(days=60), TODAY, chance), "Right piriformis", TEAL)


def response_chart(count: int = 9) -> ResponseChart:
    rows = [(str(HIP), str(n), noon(TODAY), 60, 6, 4, 3, None if n else 5) for n in range(count)]
    return ResponseChart(responses(rows, HIP, KNEE), "right piriformis", "Right inner knee", TEAL)


def hour_map() -> HourMap:
    monday, hour = (TODAY - date(1970, 1, 1)).days * DAY_MS - 4 * DAY_MS, DAY_MS // 24
    rows = [(monday + 9 * hour, 5)] * 3 + [(monday + 20 * hour, 1)] * 2 + [(monday + 38 * hour, 3)] * 4
    (found,) = from_rows([(t, 0, str(HIP), level, str(n)) for n, (t, level) in enumerate(rows)])
    return HourMap(week_hours(found), "Right piriformis", "all time")


def spread_chart() -> SpreadChart:
    days = [TODAY + timedelta(days=n) for n in range(4)]
    rows = zip(days, (6, 2, 2, 2), strict=True)
    (one,) = from_rows([(noon(day), 0, str(HIP), level, day.isoformat()) for day, level in rows])
    found = spread(one, Span(days[1], days[3]), Span(days[0], days[0]))
    return SpreadChart([Named(found, "Right piriformis", TEAL)], ("now", "before"))


def dose_chart(weeks: int = 8) -> DoseChart:
    week = (noon(TODAY) // DAY_MS + 3) // 7
    felt = [(noon(TODAY) // DAY_MS, 4.5)]
    found = dose(felt, [], [(week, 300, 2, 1)], [(week, 6, 2)], TODAY, weeks)
    return DoseChart(found, "Right piriformis", TEAL, "#888888")


def empties() -> list[Figure]:
    nothing = day_marks([], [], [], Span(TODAY, TODAY))
    return [
        Calendar(nothing, "Right piriformis", TODAY),
        GapChart(None, "Right piriformis", TEAL),
        gap_chart(0),
        response_chart(0),
        HourMap(week_hours(empty_series(HIP)), "Right piriformis", "all time"),
        SpreadChart([], ("now", "before")),
        DoseChart(dose([], [], [], [], TODAY, 4), "Right piriformis", TEAL, TEAL),
    ]


FIGURES: dict[str, Callable[[], Figure]] = {
    "calendar": calendar,
    "gaps": gap_chart,
    "one flare": lambda: gap_chart(1),
    "responses": response_chart,
    "few responses": lambda: response_chart(1),
    "hours": hour_map,
    "levels": spread_chart,
    "dose": dose_chart,
    "ten years of doses": lambda: dose_chart(522),
}


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    made = FigureView("A view", theme)
    qtbot.addWidget(made)
    made.resize(800, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


def reach(view: FigureView, words: str) -> QPoint:
    spot = next(s for s in view.canvas.spots if words in f"{s.title} · {s.words}")
    return spot.area.center().toPoint()


# --- every view


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("size", [(240, 160), (800, 500), (2400, 1400)])
def test_all_that_can_be_pointed_at_lies_on_the_picture(view: FigureView, name: str, size: tuple[int, int]) -> None:
    view.canvas.setFixedSize(*size)
    view.show_figure(FIGURES[name]())
    QApplication.processEvents()
    assert view.canvas.spots
    room = QRectF(view.canvas.rect())
    assert all(room.contains(spot.area) for spot in view.canvas.spots)
    assert view.canvas.grab().toImage().pixelColor(1, 1) == QColor(load_theme("light").surface)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("theme", NAMES, indirect=True)
def test_every_view_draws_something_in_every_theme(view: FigureView, name: str, theme: Theme) -> None:
    figure = FIGURES[name]()
    view.show_figure(figure)
    image = QImage(view.canvas.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_figure(painter, figure, view.canvas.sheet)
    painter.end()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 3


@pytest.mark.parametrize("name", FIGURES)
def test_every_view_is_a_sentence_and_a_table(view: FigureView, name: str) -> None:
    figure = FIGURES[name]()
    view.show_figure(figure)
    assert view.canvas.accessibleDescription() == figure.sentence() != ""
    table = figure.table()
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.head)}
    button = next(b for b in view.findChildren(QPushButton) if b.accessibleName() == "Show as table")
    button.click()
    shown = view.findChild(QTableView)
    assert isinstance(shown, QTableView) and shown.isVisible()
    assert shown.model().rowCount() == len(table.rows)


def test_nothing_to_show_is_said(view: FigureView) -> None:
    for figure in empties():
        assert figure.notice
        view.show_figure(figure)
        assert view.canvas.spots == []
        assert view.canvas.accessibleDescription() == figure.notice
        view.canvas.grab()
        QTest.keyClick(view.canvas, Qt.Key.Key_Left)


def test_arrows_walk_enter_opens_escape_lets_go(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(calendar())
    QApplication.sendEvent(view.canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    QTest.keyClick(view.canvas, Qt.Key.Key_Left)
    assert view.canvas.reading_text == "Fri 20 Mar 2026 · 6, one rating, one release"
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert view.canvas.reading_text == "Fri 13 Mar 2026 · no entry"
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.day_clicked) as clicked:
        QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert clicked.args == [TODAY]
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.canvas.reading_text == ""


def test_a_click_on_a_day_opens_it_and_on_a_day_without_entries_nothing(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(calendar())
    with qtbot.assertNotEmitted(view.day_clicked):
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=reach(view, "Thu 12 Mar"))
    with qtbot.waitSignal(view.day_clicked) as clicked:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=reach(view, "Thu 19 Mar"))
    assert clicked.args == [date(2026, 3, 19)]


def test_pointing_reads_out_and_leaving_lets_go(view: FigureView) -> None:
    view.show_figure(calendar())
    view.canvas.point_at(QPointF(reach(view, "Mon 2 Mar")))
    assert view.canvas.reading_text == "Mon 2 Mar 2026 · checked in, nothing hurt"
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert view.canvas.reading_text == ""


def test_straight_ahead_comes_before_aside() -> None:
    areas = [QRectF(x, y, 10, 10) for x, y in ((0, 0), (40, 0), (20, 15), (0, 30))]
    assert nearest_that_way(areas, 0, (1, 0)) == 1
    assert nearest_that_way(areas, 0, (0, 1)) == 3
    assert nearest_that_way(areas, 0, (-1, 0)) is None


# --- what they say


def test_the_calendar_counts_its_days() -> None:
    assert calendar().sentence() == (
        "Right piriformis, 1 Feb 2026 to 20 Mar 2026: 3 of 48 days known, 1 of them without pain, 1 above 4. "
        "Check-ins: 2. Releases: 1."
    )
    assert calendar().table().rows == (
        ("2026-03-02", 0, 0, 0, "yes"),
        ("2026-03-04", None, 0, 0, "yes"),
        ("2026-03-19", 3, 1, 0, ""),
        ("2026-03-20", 6, 1, 1, ""),
    )


def test_days_before_the_diary_are_no_days_without_an_entry(view: FigureView) -> None:
    began = date(2026, 3, 2)
    view.show_figure(calendar(began))
    assert "2 Mar 2026 to 20 Mar 2026: 3 of 19 days known" in view.figure.sentence()
    assert len(view.canvas.spots) == 19
    assert view.canvas.spots[0].words == "checked in, nothing hurt"
    assert view.canvas.spots[2].words == "checked in, no rating here"
    assert view.canvas.spots[2].key == date(2026, 3, 4)
    assert view.canvas.spots[1].key is None


def test_gaps_claim_nothing_under_ten_flares_and_only_by_the_shuffles_from_then_on() -> None:
    assert "Too few flares to be sure." in gap_chart(9).sentence()
    assert "grow longer" in gap_chart(10, 0.05).sentence()
    assert "no clear change" in gap_chart(10, 0.06).sentence()
    assert "4 flares, 2 in the first half of the time and 2 in the second" in gap_chart().sentence()
    assert gap_chart().table().rows[-1] == ("2026-03-10", 10, "yes")


def test_a_median_is_said_from_eight_releases_on() -> None:
    assert "Not enough yet for a middle: 7 more to rate." in response_chart(1).sentence()
    said = response_chart(8).sentence()
    assert "Median: before 6 (8 rated), right after 4 (8 rated), 30 minutes 3 (8 rated)." in said
    assert "After 30 minutes 8 were lower than before, 0 the same and 0 higher." in said
    assert "were lower" not in response_chart(7).sentence()
    assert response_chart(1).table().rows == (("2026-03-20 13:00", 6, 4, 3, 5),)


def test_hours_with_too_few_ratings_say_so(view: FigureView) -> None:
    view.show_figure(hour_map())
    said = {spot.title: spot.words for spot in view.canvas.spots}
    assert len(said) == 168
    monday = [words for title, words in said.items() if title.startswith("Monday")]
    assert "mean 5.0 of 3 ratings" in monday
    assert "too few for a mean: 2" in monday


def test_levels_and_doses_say_what_was_counted(view: FigureView) -> None:
    assert spread_chart().sentence() == "Right piriformis: now median 2 of 3; before median 6 of 1."
    assert "cannot say what helps" in dose_chart().sentence()
    view.show_figure(dose_chart())
    assert view.canvas.spots[-1].words == "5 min, releases: 2 · sets: 6 · pain 4.5, days rated: 1"


def test_what_was_done_is_shown_without_a_pain_to_hold_it_against(view: FigureView) -> None:
    week = (noon(TODAY) // DAY_MS + 3) // 7
    found = dose([], [], [(week, 300, 2, 0)], [(week, 6, 2)], TODAY, 8)
    alone = DoseChart(found, "", TEAL, "#888888", "Tick a place.")
    assert not alone.notice
    assert alone.sentence() == (
        "8 weeks: 0.6 minutes of release and 0.8 sets a week on average, all muscles together. Tick a place."
    )
    view.show_figure(alone)
    assert view.canvas.spots[-1].words == "5 min, releases: 2 · sets: 6"


def test_a_mean_over_weeks_says_how_the_weeks_lie_about_it() -> None:
    day = noon(TODAY) // DAY_MS
    both = DoseChart(dose([(day - 7, 3.0), (day, 6.0)], [], [], [], TODAY, 8), "Right hip", TEAL, TEAL)
    assert "Right hip: mean pain 4.5, single weeks 3 to 6." in both.sentence()
    assert "4.5 in one week" in dose_chart().sentence()


def test_axes_have_round_steps_that_reach_the_highest_bar() -> None:
    assert steps(20, 280) == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]
    assert steps(0, 100) == [0, 1]
    assert steps(730, 60) == [0, 500, 1000]
    assert np.all(np.diff(steps(37, 100)) > 0)


def test_a_box_offers_what_it_is_given_and_keeps_quiet_while_it_is_filled(view: FigureView, qtbot: QtBot) -> None:
    view.add_choice("place", "Place")
    with qtbot.assertNotEmitted(view.choice_made):
        view.set_choices("place", [("Right piriformis", HIP), ("Right inner knee", KNEE)], KNEE)
    box = view._boxes["place"]
    assert box.currentText() == "Right inner knee"
    with qtbot.waitSignal(view.choice_made) as made:
        box.setCurrentIndex(0)
    assert made.args == ["place", HIP]
