"""The view over time: what is drawn, selected, read out and said."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from knotbook.analysis.marks import MarkKind, marks_of
from knotbook.analysis.measures import Measure
from knotbook.analysis.series import NIGHT, RECALLED, Series, empty_series
from knotbook.analysis.verdict import Finding, Verdict
from knotbook.charts.selection import Against, Selection
from knotbook.charts.span import Span
from knotbook.charts.span_dates import span_of
from knotbook.charts.trend_view import TrendView
from knotbook.charts.verdict_words import verdict_text
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme, load_theme
from tests.charts.conftest import DAY_MS, END_MS, daily, name_of

TODAY = END_MS // DAY_MS
MEASURES = [None, Measure.WORST, Measure.MEAN, Measure.PAIN_DAYS, Measure.BAD_DAYS]
ViewOf = Callable[..., TrendView]


@pytest.fixture
def view_of(qtbot: QtBot, theme: Theme) -> ViewOf:
    def build(*series: Series, days: float | None = None) -> TrendView:
        view = TrendView(theme, name_of, "Europe/Berlin", lambda _subject: "#007872")
        qtbot.addWidget(view)
        view.resize(900, 600)
        view.chart.set_span(days)
        view.show_series(series, range(len(series)), TODAY)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return build


def wave(place: str, count: int = 120) -> Series:
    return daily(place, [3 + number % 3 for number in range(count)])


def measured(view: TrendView, measure: Measure | None) -> TrendView:
    row = MEASURES.index(measure)
    view.measure.setCurrentIndex(row)
    view.measure.activated.emit(row)
    return view


def stretch(days_ago: float, days: float) -> Span:
    return Span(END_MS - days_ago * DAY_MS, END_MS - (days_ago - days) * DAY_MS)


# --- drawing


def test_a_line_in_its_band_replaces_the_joined_dots(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"), days=30)
    (curve,) = view.chart._plot.curves
    assert curve.course is not None
    assert curve.course.line.path().elementCount() > 20
    assert not curve.course.band.path().isEmpty()
    assert len(curve.dots) > 20
    assert curve.band.path().isEmpty()


def test_ratings_of_all_places_are_dots_and_a_line_always_means_the_course(view_of: ViewOf) -> None:
    often = daily("piriformis.right", [3, 5, 4] * 60, every_ms=DAY_MS // 2)
    view = view_of(often, wave("knee_medial.left", 90), daily("hip.left", [4, 5, 4]), days=91)
    for curve in view.chart._plot.curves:
        assert len(curve.dots) == len(curve.bins)
        assert curve.line.path().isEmpty()
    assert view.chart._plot.curves[2].course is None, "three days are too few for a line"


def test_ratings_that_would_cover_each_other_are_all_drawn_as_faint_lines(view_of: ViewOf) -> None:
    many = daily("piriformis.right", [3, 5, 4] * 1000, every_ms=DAY_MS // 20)
    view = view_of(many, wave("knee_medial.left", 90), days=91)
    for curve in view.chart._plot.curves:
        assert not len(curve.dots)
        assert not curve.line.path().isEmpty()


def test_nights_are_diamonds_and_recalled_ratings_hollow(view_of: ViewOf) -> None:
    plain = daily("piriformis.right", [3, 4, 5, 6])
    flags = np.array([0, NIGHT, RECALLED, NIGHT | RECALLED], np.uint8)
    series = Series(plain.place, plain.utc_ms, plain.intensity, plain.ids, plain.offset_min, flags)
    view = view_of(series)
    plot, picture = view.chart._plot, view.chart._plot.grab().toImage()
    points = zip(plain.utc_ms.tolist(), plain.intensity.tolist(), strict=True)
    inside = [picture.pixelColor(plot.to_px(at, level).toPoint()).name() for at, level in points]
    assert [colour == load_theme("light").surface for colour in inside] == [False, False, True, True]
    dots = plot.curves[0].dots
    round_one, diamond = (dots._stamp(kind, 4.0).toImage().pixelColor(10, 10).alpha() for kind in (0, NIGHT))
    assert round_one > 0 == diamond, "a diamond leaves its corners free"
    assert view.key.words == ["◆ at night", "○ recalled later"]


def test_rows_share_the_time_and_have_a_scale_each(view_of: ViewOf) -> None:
    first, second = wave("piriformis.right"), wave("knee_medial.left")
    view = view_of(first, second)
    plot = view.chart._plot
    over = [plot.to_px(END_MS, 5, row).y() for row in (0, 0)]
    assert over[0] == over[1] and plot.row_count == 1
    view.apart.setChecked(True)
    assert plot.row_count == 2
    assert plot.to_px(END_MS, 0, 0).y() < plot.to_px(END_MS, 10, 1).y(), "the first row ends above the second"
    hit = plot.nearest(plot.to_px(float(second.utc_ms[40]), float(second.intensity[40]), 1))
    assert hit is not None and (hit.series, hit.index) == (1, 40)


def test_the_share_of_days_is_that_of_the_rated_days_of_a_week(view_of: ViewOf) -> None:
    view = measured(view_of(daily("piriformis.right", [0, 6] * 60)), Measure.BAD_DAYS)
    bins = view.chart._plot.curves[0].bins
    whole_weeks = bins.count == 7
    assert whole_weeks.sum() > 10
    assert set(np.round(bins.mean[whole_weeks] * 7 / 10).tolist()) == {3, 4}
    view.chart.point_at(view.chart._plot.area.center())
    assert view.chart.reading_text.endswith("of 7 days")


def test_nothing_is_reckoned_again_for_the_same_series(view_of: ViewOf) -> None:
    series = wave("piriformis.right")
    view = view_of(series)
    before = view.chart._course(series)
    view.apart.setChecked(True)
    view.show_series((series, wave("knee_medial.left")), (0, 1), TODAY)
    assert view.chart._course(series) is before


# --- reading


def test_the_read_out_holds_all_series_and_marks_of_that_time(view_of: ViewOf) -> None:
    first, second = wave("piriformis.right"), wave("knee_medial.left")
    view = view_of(first, second, days=30)
    at = int(first.utc_ms[-5])
    lanes = [marks_of(MarkKind.RELEASE, [(at + 60_000, "r", "piriformis.right")]), marks_of(MarkKind.DAY, [])]
    view.show_marks(lanes, lambda mark: f"Release: {mark.words}")
    view.chart.point_at(view.chart._plot.to_px(at, float(first.intensity[-5])))
    reading = view.chart._glass.reading
    assert reading is not None
    assert [line.name for line in reading.lines] == ["Right piriformis", "Left inner knee", "Release: piriformis.right"]
    assert [lane.kind for lane in view.chart._plot.lanes.marks] == [MarkKind.RELEASE], "an empty lane takes no room"


def test_the_mark_pointed_at_is_read_out_among_however_many_others(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"), days=30)
    at = END_MS - 10 * DAY_MS
    busy = [marks_of(kind, [(at + n, f"{kind}{n}", f"{kind} {n}") for n in range(6)]) for kind in list(MarkKind)[:3]]
    far = at - 20 * DAY_MS // 24
    view.show_marks([*busy, marks_of(MarkKind.DAY, [(far, "fall", "fell on the stairs")])], lambda mark: mark.words)
    QApplication.processEvents()
    plot = view.chart._plot

    def pointed(number: int, moment: float) -> list[str]:
        y = plot.lanes.mapToScene(QPointF(0, 6 + 14 * number + 7)).y()
        view.chart.point_at(QPointF(plot.to_px(moment, 0).x(), y))
        reading = view.chart._glass.reading
        assert reading is not None
        return [line.name for line in reading.more]

    assert pointed(3, far)[0].endswith("fell on the stairs")
    assert pointed(0, at)[0].startswith("release"), "the same rating, another mark"
    assert {name.split()[0] for name in pointed(0, at)[:4]} == {"release", "exercise", "note"}, "of each kind one"
    QTest.keyClicks(view.chart, ",,,")
    reading = view.chart._glass.reading
    assert reading is not None and not reading.more, "the keyboard leads"


def test_marks_at_one_place_are_one_bar(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    rows = [(END_MS - 50 * DAY_MS + n, str(n), "x") for n in range(5)] + [(END_MS - 20 * DAY_MS, "z", "x")]
    view.show_marks([marks_of(MarkKind.EXERCISE, rows)], lambda mark: mark.words)
    assert [many for _x, many, _own in view.chart._plot.lanes.cells(view.chart._plot.lanes.marks[0])] == [5, 1]


def test_a_click_on_a_mark_opens_its_entry_and_pointing_there_reads_out_that_time(
    view_of: ViewOf, qtbot: QtBot
) -> None:
    view = view_of(wave("piriformis.right"), days=30)
    at = END_MS - 10 * DAY_MS
    lanes = [marks_of(kind, [(at, f"{kind}-entry", "words")]) for kind in (MarkKind.RELEASE, MarkKind.NOTE)]
    view.show_marks(lanes, lambda mark: mark.words)
    QApplication.processEvents()
    plot, glass = view.chart._plot, view.chart._glass
    x = plot.to_px(at, 0).x()
    for number, lane in enumerate(lanes):
        pixel = plot.lanes.mapToScene(QPointF(0, 6 + 14 * number + 7))
        with qtbot.waitSignal(view.chart.entry_clicked) as opened:
            QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(pixel.y())))
        assert opened.args == [lane.ids[0]]
    view.chart.point_at(QPointF(x, pixel.y()))
    assert view.chart.reading_text
    with qtbot.assertNotEmitted(view.chart.entry_clicked):
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=QPoint(round(x) + 40, round(pixel.y())))


def test_the_line_and_its_band_are_explained_where_there_is_one(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    assert view.key.words == ["slow course; shaded: likely range"]
    assert measured(view, Measure.BAD_DAYS).key.words == []
    assert view_of(daily("piriformis.right", [3] * 7)).key.words == []


def test_the_key_takes_as_many_lines_as_it_needs(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    lanes = [marks_of(kind, [(END_MS, kind.value, "x")]) for kind in MarkKind]
    view.show_marks(lanes, lambda mark: mark.words)
    one_line = view.key.height()
    view.key.resize(300, one_line)
    labels = [one for one in view.key.findChildren(QLabel) if one.text() and one.isVisible()]
    assert view.key.height() > 2 * one_line
    for label in labels:
        assert label.width() >= label.sizeHint().width(), "nothing is cut off"
        assert label.mapTo(view.key, label.rect().bottomRight()).x() < 300


# --- selecting


def drag(view: TrendView, held: Qt.KeyboardModifier, start: float, end: float) -> None:
    plot, glass = view.chart._plot, view.chart._glass
    first, last = (QPoint(round(plot.to_px(at, 0).x()), 60) for at in (start, end))
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, held, first)
    event_end = glass.mapToGlobal(last)
    left = Qt.MouseButton.LeftButton
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(last), QPointF(event_end), left, left, held)
    QApplication.sendEvent(glass, move)
    QTest.mouseRelease(glass, left, held, last)


def test_dragging_with_shift_selects_and_counts_against_the_time_before(view_of: ViewOf) -> None:
    view = view_of(daily("piriformis.right", [6] * 60 + [2] * 60))
    span = view.chart.span
    wanted = stretch(59.5, 59)
    drag(view, Qt.KeyboardModifier.ShiftModifier, wanted.start, wanted.end)
    view.count()
    assert view.chart.span == span, "it does not pan"
    chosen = view.chart.selection.chosen
    assert chosen is not None and chosen.start == pytest.approx(wanted.start, abs=DAY_MS)
    assert not view.table.isHidden() and view.findings.isHidden()
    assert "mean 2, before 6" in view.table.accessibleDescription()
    assert "likely range" in view.table.accessibleDescription(), "no mean against another without its uncertainty"
    shown = [label.text() for label in view.table.findChildren(QLabel) if label.isVisibleTo(view.table)]
    assert any(text.startswith("−4.0 (−") for text in shown)
    assert any("You chose the days" in text for text in shown)
    QTest.keyClick(view.chart, Qt.Key.Key_Escape)
    view.count()
    assert view.table.isHidden() and not view.findings.isHidden()


def test_a_stretch_that_is_dragged_is_whole_days_and_shares_none_with_those_before(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    for start, length in ((60, 10.4), (60.5, 20.3)):
        wanted = stretch(start, length)
        drag(view, Qt.KeyboardModifier.ShiftModifier, wanted.end, wanted.start)
        view.count()
        now, then = view.table.dates.days()
        assert then is not None and (now.first - then.last).days == 1
        assert view.chart.selection.chosen == span_of(now, view.chart._zone), "the numbers are those of the dates"
        assert abs((now.last - now.first).days + 1 - length) <= 1


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_second_stretch_is_what_it_is_held_against(view_of: ViewOf, held: Qt.KeyboardModifier) -> None:
    view = view_of(wave("piriformis.right"))
    view.chart.select(Selection(stretch(20, 10)))
    drag(view, held, END_MS - 90 * DAY_MS, END_MS - 80 * DAY_MS)
    assert view.chart.selection.against is Against.OWN
    assert view.chart.selection.chosen == stretch(20, 10)
    swept = view.chart.selection.other(0)
    assert swept is not None and swept.start == pytest.approx(END_MS - 90 * DAY_MS, abs=DAY_MS)


def test_selecting_by_keys(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    QTest.keyClick(view.chart, Qt.Key.Key_S)
    first = view.chart.selection.chosen
    assert first is not None and first.length == pytest.approx(28 * DAY_MS, rel=0.1)
    QTest.keyClick(view.chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.chart, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    now = view.chart.selection.chosen
    assert now is not None
    assert (first.start - now.start, first.end - now.end) == (2 * DAY_MS, DAY_MS)


def test_the_last_28_days_are_whole_days_that_share_none_with_those_before(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    view.set_now(END_MS)
    QTest.keyClick(view.chart, Qt.Key.Key_S)
    view.count()
    now, then = view.table.dates.days()
    assert then is not None
    assert ((now.last - now.first).days, (now.first - then.last).days) == (27, 1)


@pytest.mark.parametrize("wide", [880, 500, 460])
def test_where_there_is_little_room_columns_are_left_out_and_no_number_is_cut(view_of: ViewOf, wide: int) -> None:
    view = view_of(wave("piriformis.right"), wave("knee_medial.left"))
    view.set_now(END_MS)
    QTest.keyClick(view.chart, Qt.Key.Key_S)
    view.count()
    QApplication.processEvents()
    view.table.resize(wide, view.table.height())
    layout = view.table.layout()
    assert layout is not None and layout.activate()
    shown = [label for label in view.table.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
    assert [label.text() for label in shown if label.width() < label.sizeHint().width()] == []
    heads = [label.text() for label in shown]
    assert "mean" in heads and "difference (likely range)" in heads
    assert ("median" in heads) == (wide == 880)


def test_of_few_days_the_numbers_are_shown_and_no_difference(view_of: ViewOf) -> None:
    view = view_of(wave("piriformis.right"))
    view.chart.select(Selection(stretch(5, 5)))
    view.count()
    said = view.table.accessibleDescription()
    assert "likely range" not in said and "take 8 rated days" in said


def test_what_a_stretch_can_be_held_against() -> None:
    chosen = Selection(Span(1000 * DAY_MS, 1010 * DAY_MS))
    assert chosen.other(0) == Span(990 * DAY_MS, 1000 * DAY_MS)
    assert Selection(chosen.chosen, Against.YEAR).other(0) == Span(636 * DAY_MS, 646 * DAY_MS)
    assert Selection(chosen.chosen, Against.FIRST).other(5) == Span(5, 10 * DAY_MS + 5)
    assert Selection().other(0) is None and Selection().moved(1) == Selection()


# --- saying


def test_every_curve_has_its_sentence(view_of: ViewOf) -> None:
    empty = empty_series(Place.parse("hip.left"))
    view = view_of(daily("piriformis.right", [6, 5, 7, 6] * 14), daily("knee_medial.left", [0] * 60), empty)
    assert view.findings.sentences[0].startswith("Right piriformis: No clear change yet: the four weeks to")
    assert view.findings.sentences[1:] == [
        "Left inner knee: No pain in your last four weeks, and none in your first four.",
        "Left hip: Nothing logged here.",
    ]
    assert view.findings.accessibleDescription().startswith("Right piriformis: No clear")


def test_one_entry_and_none_look_intended(view_of: ViewOf) -> None:
    assert view_of(daily("piriformis.right", [4])).findings.sentences == [
        "Right piriformis: Not enough yet: 13 more rated days by 30 March, of 14 in four weeks."
    ]
    assert view_of().findings.isHidden()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Verdict(Finding.WAVES), "I can't tell a lasting change from a wave yet."),
        (
            Verdict(Finding.LOWER, -1.24, -2.0, -0.5, until=TODAY),
            "averaged 1.2 lower than your first four (likely range 0.5 to 2.0), more than your usual swing.",
        ),
        (Verdict(Finding.LOWER, -2.3, -4.5, -0.02, until=TODAY), "(likely range a little over 0 to 4.5)"),
        (
            Verdict(Finding.NO_CLEAR, -0.2, -1.0, 0.6, until=TODAY),
            "0.2 lower than your first four (likely range −0.6 to 1.0)",
        ),
        (Verdict(Finding.SETBACK, -2, recent=1.5, above_first=-0.5), "A setback inside an improving trend: the last 7"),
        (Verdict(Finding.SETBACK, -2, recent=2.5, above_first=0.5), "One week does not undo months"),
        (Verdict(Finding.NOT_ENOUGH, missing=1, next_look=TODAY), "1 more rated day by"),
    ],
)
def test_words_of_the_rule(found: Verdict, words: str) -> None:
    assert words in verdict_text(found)
