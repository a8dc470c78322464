"""What a person sees, points at and types."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.analysis.series import Series, empty_series
from knotbook.charts.glass import Glass
from knotbook.charts.notice import Notice
from knotbook.charts.region_chart import RegionChart
from knotbook.charts.span import Span
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme, load_theme
from tests.charts.conftest import DAY_MS, END_MS, ChartOf, daily, name_of

PIRIFORMIS = Place.parse("piriformis.right")


def glass_of(chart: RegionChart) -> Glass:
    found = chart.findChild(Glass)
    assert isinstance(found, Glass)
    return found


def notice_of(chart: RegionChart) -> str:
    found = chart.findChild(Notice)
    assert isinstance(found, Notice)
    return found.text() if found.isVisible() else ""


def pressed(chart: RegionChart) -> list[str]:
    return [button.text() for button in chart.findChildren(QPushButton) if button.isChecked()]


def px(chart: RegionChart, series: Series, index: int) -> QPoint:
    return chart._plot.to_px(float(series.utc_ms[index]), float(series.intensity[index])).toPoint()


def wheel(chart: RegionChart, at: QPoint, x: int = 0, y: int = 0) -> None:
    glass = glass_of(chart)
    event = QWheelEvent(
        QPointF(at),
        glass.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(x, y),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(glass, event)


# --- reading


def test_pointing_near_a_rating_reads_it_out(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [3, 6, 4])
    chart = chart_of(series)
    QTest.mouseMove(glass_of(chart), px(chart, series, 1) + QPoint(6, -4))
    assert chart.reading_text == "Mon 2 Mar 10:30 · Right piriformis · 6"
    chart.let_go()
    assert chart.reading_text == ""


def test_pointing_anywhere_between_sparse_ratings_still_finds_the_nearest(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [3, 6], every_ms=10 * DAY_MS)
    chart = chart_of(series)
    QTest.mouseMove(glass_of(chart), px(chart, series, 0) + QPoint(80, 50))
    assert chart.reading_text.endswith("· 3")


def test_among_several_places_the_height_decides(chart_of: ChartOf) -> None:
    one, other = daily("piriformis.right", [8, 8]), daily("knee_medial.left", [1, 1])
    chart = chart_of(one, other)
    QTest.mouseMove(glass_of(chart), px(chart, other, 1) + QPoint(1, 1))
    assert "Left inner knee · 1" in chart.reading_text
    QTest.mouseMove(glass_of(chart), px(chart, one, 1) + QPoint(1, 1))
    assert "Right piriformis · 8" in chart.reading_text


def test_another_year_is_named_and_the_time_is_the_one_the_person_lived(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [3, 6], every_ms=365 * DAY_MS)
    chart = chart_of(series, days=None)
    QTest.mouseMove(glass_of(chart), px(chart, series, 0))
    assert chart.reading_text == "Mon 3 Mar 2025 10:30 · Right piriformis · 3"
    away = Series(series.place, series.utc_ms, series.intensity, series.ids, np.array([-300, -300], np.int16))
    chart.show_series([away])
    QTest.mouseMove(glass_of(chart), px(chart, series, 1))
    assert chart.reading_text == "Tue 3 Mar 04:30 · Right piriformis · 6"


@pytest.mark.parametrize("size", [(300, 180), (420, 260), (1100, 600)])
def test_the_card_never_leaves_the_plot(chart_of: ChartOf, size: tuple[int, int]) -> None:
    series = daily("piriformis.right", [0, 10, 5, 0, 10, 10, 0])
    chart = chart_of(series, days=7, size=size)
    glass = glass_of(chart)
    for index in range(len(series)):
        QTest.mouseMove(glass, px(chart, series, index) + QPoint(1, 0))
        assert glass.reading is not None
        assert glass.area.contains(glass.card)


def test_a_click_on_a_rating_opens_its_entry_and_beside_it_nothing(chart_of: ChartOf, qtbot: QtBot) -> None:
    series = daily("piriformis.right", [3, 6, 4])
    chart = chart_of(series)
    with qtbot.waitSignal(chart.entry_clicked) as opened:
        QTest.mouseClick(glass_of(chart), Qt.MouseButton.LeftButton, pos=px(chart, series, 1) + QPoint(3, 2))
    assert opened.args == ["piriformis.right-1"]
    with qtbot.assertNotEmitted(chart.entry_clicked):
        QTest.mouseClick(glass_of(chart), Qt.MouseButton.LeftButton, pos=px(chart, series, 1) + QPoint(0, 60))


def test_among_bucketed_ratings_the_very_one_under_the_pointer_is_opened(chart_of: ChartOf, qtbot: QtBot) -> None:
    levels = [5] * 24 * 365
    levels[4000] = 10
    series = daily("piriformis.right", levels, every_ms=3_600_000)
    chart = chart_of(series, days=None)
    with qtbot.waitSignal(chart.entry_clicked) as opened:
        QTest.mouseClick(glass_of(chart), Qt.MouseButton.LeftButton, pos=px(chart, series, 4000))
    assert opened.args == ["piriformis.right-4000"]


# --- moving


def test_the_wheel_zooms_in_time_at_the_pointer(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [n % 11 for n in range(365)])
    chart = chart_of(series, days=None)
    at = QPoint(300, 100)
    before, moment = chart.span, chart._plot.from_px(QPointF(at))[0]
    levels = chart._plot.box.viewRange()[1]
    wheel(chart, at, y=120)
    assert chart.span.length == pytest.approx(before.length * 0.8)
    assert chart._plot.from_px(QPointF(at))[0] == pytest.approx(moment, abs=1000)
    assert chart._plot.box.viewRange()[1] == levels
    wheel(chart, at, y=-120)
    assert chart.span.is_about(before)
    wheel(chart, at, y=120)
    zoomed = chart.span
    wheel(chart, at, x=-120)
    assert chart.span.start > zoomed.start and chart.span.length == pytest.approx(zoomed.length)


def test_dragging_pans_and_is_not_a_click(chart_of: ChartOf, qtbot: QtBot) -> None:
    series = daily("piriformis.right", [n % 11 for n in range(365)])
    chart = chart_of(series, days=30)
    glass, before = glass_of(chart), chart.span
    with qtbot.assertNotEmitted(chart.entry_clicked):
        QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
        for x in range(310, 401, 10):
            QTest.mouseMove(glass, QPoint(x, 100))
        QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    moved = (before.start - chart.span.start) / before.length * chart._plot.area.width()
    assert moved == pytest.approx(100, abs=1)


def test_no_way_leads_beyond_the_ratings(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [n % 11 for n in range(100)])
    chart = chart_of(series, days=30)
    for _press in range(40):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.span.start <= series.utc_ms[0] <= chart.span.start + 0.2 * chart.span.length
    for _press in range(40):
        QTest.keyClicks(chart, "-")
    assert chart.span.start <= series.utc_ms[0] and chart.span.end >= END_MS
    assert chart.span.length < 120 * DAY_MS


def test_keys_pan_zoom_and_come_home(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [n % 11 for n in range(365)]), days=30)
    home = chart.span
    assert pressed(chart) == ["Month"]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.span.start == pytest.approx(home.start - 0.2 * home.length, abs=1000)
    assert pressed(chart) == []
    QTest.keyClicks(chart, "+")
    assert chart.span.length == pytest.approx(0.8 * home.length)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.span.start < END_MS - 364 * DAY_MS < chart.span.end
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.span.end > END_MS
    QTest.keyClicks(chart, "0")
    assert chart.span.is_about(home)
    assert pressed(chart) == ["Month"]


def test_walking_by_keyboard_reads_out_scrolls_and_opens(chart_of: ChartOf, qtbot: QtBot) -> None:
    one = daily("piriformis.right", [n % 11 for n in range(60)])
    other = daily("knee_medial.left", [7], end_ms=END_MS - DAY_MS // 2)
    chart = chart_of(one, other, days=7)
    QTest.keyClicks(chart, ",")
    assert chart.reading_text == "Tue 3 Mar 10:30 · Right piriformis · 4"
    QTest.keyClicks(chart, ",")
    assert "Left inner knee · 7" in chart.reading_text
    for _press in range(20):
        QTest.keyClicks(chart, ",")
    assert chart.reading_text.startswith("Wed 11 Feb 10:30")
    assert chart.span.end < END_MS - 10 * DAY_MS
    QTest.keyClicks(chart, ".")
    assert chart.reading_text.startswith("Thu 12 Feb 10:30")
    with qtbot.waitSignal(chart.entry_clicked) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["piriformis.right-40"]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading_text == ""


def test_the_row_of_spans_chooses_and_tells(chart_of: ChartOf, qtbot: QtBot) -> None:
    chart = chart_of(daily("piriformis.right", [n % 11 for n in range(800)]), days=30)
    days = {"7 days": 7, "Month": 30, "3 months": 91, "Year": 365}
    for button in chart.findChildren(QPushButton):
        with qtbot.waitSignal(chart.range_changed) as changed:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pressed(chart) == [button.text()]
        assert changed.args == [chart.span.start, chart.span.end]
        assert chart.span.length == pytest.approx(days.get(button.text(), 799 * 1.06) * DAY_MS, rel=1e-3)


def test_spans_end_now_when_now_is_known(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [5]), days=7)
    chart.set_now(END_MS + 20 * DAY_MS)
    assert chart.span.end > END_MS + 20 * DAY_MS
    assert notice_of(chart) == "One rating so far. It takes a few more for a line."
    chart.show_series([daily("piriformis.right", [5, 6])])
    assert notice_of(chart) == "No ratings in this time. The latest is from Tue 3 Mar 2026 10:30."


@pytest.mark.parametrize("level", range(11))
def test_the_words_beside_the_only_rating_do_not_cover_it(chart_of: ChartOf, level: int) -> None:
    series = daily("piriformis.right", [level])
    chart = chart_of(series, days=30)
    chart.show_span(Span(END_MS - 30 * DAY_MS, END_MS + 30 * DAY_MS))
    notice = chart.findChild(Notice)
    assert isinstance(notice, Notice) and notice.isVisible()
    assert not notice.geometry().adjusted(-4, -4, 4, 4).contains(px(chart, series, 0))


def test_a_new_rating_keeps_the_time_someone_has_panned_to(chart_of: ChartOf) -> None:
    levels = [n % 11 for n in range(365)]
    chart = chart_of(daily("piriformis.right", levels), days=30)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    panned = chart.span
    chart.show_series([daily("piriformis.right", [*levels, 5], end_ms=END_MS + DAY_MS)])
    assert chart.span.is_about(panned)
    chart.show_series([daily("knee_medial.left", levels)])
    assert chart.span.end > END_MS


# --- what it says


def test_empty_charts_say_what_to_do(chart_of: ChartOf) -> None:
    assert (
        notice_of(chart_of(empty_series(PIRIFORMIS)))
        == "Nothing logged for this place yet.\nPress on the map and drag up."
    )
    assert notice_of(chart_of()) == "Choose a place on the map to see its pain over time."


def test_zero_is_data_and_said_so(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [0, 0, 0]))
    assert notice_of(chart) == "3 ratings, all 0: no pain in this time."
    chart.show_series([daily("piriformis.right", [0, 1, 0])])
    assert notice_of(chart) == ""


def test_a_screen_reader_is_told_everything_in_a_sentence_a_place(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [2, 4, 6]), empty_series(Place.parse("hip.left")))
    chart.describe()
    assert chart.accessibleName() == "Pain over time"
    assert chart.accessibleDescription() == (
        "Right piriformis: 3 ratings between 1 March 2026 and 3 March 2026, last 6, mean 4, worst 6. "
        "Left hip: no ratings in this time."
    )
    chart.show_series([daily("piriformis.right", [2])])
    chart.describe()
    assert chart.accessibleDescription() == "Right piriformis: one rating on 3 March 2026, 2."


def test_the_description_follows_by_itself_once_the_chart_rests(chart_of: ChartOf, qtbot: QtBot) -> None:
    chart = chart_of(daily("piriformis.right", [2, 4, 6]))
    qtbot.waitUntil(lambda: chart.accessibleDescription().startswith("Right piriformis: 3 ratings"), timeout=2000)


# --- looks


def test_names_stand_at_the_ends_of_curves_where_there_is_room(chart_of: ChartOf) -> None:
    two = (daily("piriformis.right", [3, 4]), daily("knee_medial.left", [1, 2]))
    wide, narrow = chart_of(*two, size=(900, 400)), chart_of(*two, size=(420, 260))
    assert wide._plot.end_labels.is_used and wide._legend.count == 0
    assert not narrow._plot.end_labels.is_used and narrow._legend.count == 2
    assert [b.text() for b in narrow.findChildren(QPushButton)] == ["7 d", "1 m", "3 m", "1 y", "All"]


@pytest.mark.parametrize("name", ["light", "dark", "contrast_light", "contrast_dark"])
def test_another_theme_recolours_everything(chart_of: ChartOf, name: str) -> None:
    chart = chart_of(daily("piriformis.right", [3, 4]), daily("knee_medial.left", [1, 2]))
    theme = load_theme(name)
    chart.set_theme(theme)
    first, second = chart._plot.curves
    assert first.line.pen().color().name() == theme.series[0]
    assert second.line.pen().color().name() == theme.series[1]
    assert first.line.pen().width() == 1
    assert chart._plot.backgroundBrush().color().name() == theme.surface
    assert chart.grab().toImage().pixelColor(chart.width() - 2, chart.height() - 2).name() == theme.surface


def test_the_owner_may_choose_the_colours(qtbot: QtBot, theme: Theme) -> None:
    chart = RegionChart(theme, name_of, "UTC", colour_of=lambda place: "#123456")
    qtbot.addWidget(chart)
    chart.show_series([daily("piriformis.right", [3, 4])])
    assert chart._plot.curves[0].line.pen().color().name() == "#123456"


def test_pointing_paints_no_curve_again_until_something_moves(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [n % 11 for n in range(30)])
    chart = chart_of(series)
    plot = chart._plot
    chart.grab()
    painted = plot.painted_px
    for index in (5, 20):
        chart.point_at(QPointF(px(chart, series, index)))
        chart.grab()
    assert plot.painted_px == painted
    below = chart.grab().toImage().pixelColor(px(chart, series, 12) + plot.pos())
    assert below.name() == plot.curves[0].line.pen().color().name()
    for change in (
        lambda: QTest.keyClick(chart, Qt.Key.Key_Left),
        lambda: chart.set_theme(load_theme("dark")),
        lambda: chart.resize(500, 300),
        lambda: chart.show_series([series]),
    ):
        painted = plot.painted_px
        change()
        QApplication.processEvents()
        chart.grab()
        assert plot.painted_px > painted


def test_the_keyboard_shows_where_it_is_and_the_pointer_does_not(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [3, 4]), size=(420, 260))
    edge = chart._plot.pos() + glass_of(chart).area.topLeft().toPoint() + QPoint(1, 60)

    def ringed() -> bool:
        return chart.grab().toImage().pixelColor(edge).name() == chart._theme.focus

    chart.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert ringed()
    chart.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not ringed()
    chart.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    assert not ringed()


def test_a_closed_chart_is_gone(qtbot: QtBot, theme: Theme) -> None:
    chart = RegionChart(theme, name_of, "Europe/Berlin")
    chart.resize(600, 300)
    chart.show_series([daily("piriformis.right", [3, 4])])
    chart.show()
    left = weakref.ref(chart), weakref.ref(chart._plot), weakref.ref(chart._plot.box)
    chart.close()
    chart.deleteLater()
    del chart
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    QApplication.processEvents()
    gc.collect()
    assert [ref() for ref in left] == [None, None, None]
