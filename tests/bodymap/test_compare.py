"""Now against then: one scale for both, a difference with signs and words, spans to pick."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from knotbook.analysis.change import changes
from knotbook.analysis.measures import Measure, Span
from knotbook.bodymap.colours import scale_colour
from knotbook.bodymap.compare_view import CompareView, preset_spans
from knotbook.bodymap.comparison import Comparison
from knotbook.bodymap.date_range import DateRange
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.scales import Scale
from knotbook.domain.place import Layer, Place, Point, View
from knotbook.resources.theme import Theme, load_theme
from tests.bodymap.bodies import TinyNames

GLUTEUS, RECTUS, SACRUM, LEFT = map(
    Place.parse, ("gluteus_maximus.right", "rectus_femoris.left", "sacrum.midline", "gluteus_maximus.left")
)
THEN, NOW = Span(date(2026, 1, 1), date(2026, 1, 30)), Span(date(2026, 1, 31), date(2026, 3, 1))


def compared(measure: Measure = Measure.MEAN) -> Comparison:
    then, now = {GLUTEUS: 6.0, RECTUS: 2.0, SACRUM: 3.0}, {GLUTEUS: 2.5, RECTUS: 4.0, SACRUM: 3.2, LEFT: 1.0}
    found = changes(then, now, dict.fromkeys(then, 12), dict.fromkeys(now, 30))
    return Comparison(THEN, NOW, measure, then, now, found)


@pytest.fixture
def view(qtbot: QtBot, tiny: Geometry, theme: Theme) -> Iterator[CompareView]:
    shown = CompareView(tiny, TinyNames(), theme)
    qtbot.addWidget(shown)
    shown.resize(1160, 640)
    for picture in shown.pictures:
        picture.set_layer(Layer.SUPERFICIAL)
    shown.show_comparison(compared())
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def test_both_maps_have_one_scale_and_the_difference_its_own(view: CompareView) -> None:
    assert view.then.stage.scale is view.now.stage.scale is view.legend.scale is Scale.NRS
    assert view.change.stage.scale is view.change_legend.scale is Scale.CHANGE
    assert (view.then.teller.value(GLUTEUS), view.now.teller.value(GLUTEUS)) == (6.0, 2.5)


def test_each_change_has_a_sign_and_no_data_has_none(view: CompareView) -> None:
    assert view.change.signs() == {GLUTEUS: -1, RECTUS: 1, SACRUM: 0}
    assert view.change.teller.value(LEFT) is None, "rated only now: no difference"


def test_the_words_say_it_all(view: CompareView) -> None:
    assert view.lines.text().split("\n") == [
        "Better: Right gluteus maximus −3.5",
        "Worse: Left rectus femoris +2.0",
        "About the same: Sacrum",
        "Rated only now: Left gluteus maximus",
    ]
    told = compared().about(GLUTEUS, TinyNames())
    assert told == "Right gluteus maximus: 6 then, 2.5 now, 3.5 better (12 and 30 rated days)"
    assert compared().about(LEFT, TinyNames()) == "Left gluteus maximus: 1 now only"
    assert "no data" in compared().about(Place.parse("piriformis.left"), TinyNames())


def test_shares_of_days_are_said_in_percent(view: CompareView) -> None:
    view.show_comparison(compared(Measure.BAD_DAYS))
    assert view.lines.text().startswith("Better: Right gluteus maximus −35 %")
    assert view.legend.scale is Scale.SHARE
    assert "60 % then, 25 % now, 35 % better" in view.shown.about(GLUTEUS, TinyNames()) if view.shown else False


def test_nothing_rated_is_said_too(view: CompareView) -> None:
    view.show_comparison(Comparison(THEN, NOW, Measure.MEAN, {}, {}, changes({}, {}, {}, {})))
    assert view.lines.text() == "Nothing was rated in either span."
    assert view.change.signs() == {}


@pytest.mark.parametrize("name", ["light", "dark", "contrast_light", "contrast_dark"])
def test_better_is_never_the_colour_of_worse_and_the_same_is_neutral(name: str) -> None:
    theme = load_theme(name)
    colour = {value: scale_colour(theme, Scale.CHANGE, value).name() for value in (-9, -4, -1, -0.6, 0, 0.4, 0.6, 4, 9)}
    assert colour[-9] == colour[-4] == theme.change[0] and colour[9] == colour[4] == theme.change[-1]
    assert colour[0] == colour[0.4] == theme.change[4], "within half a point is the same"
    assert colour[-0.6] == colour[-1] == theme.change[3] and colour[0.6] == theme.change[5]


def test_a_close_up_by_key_names_what_is_there_now_and_stands_in_the_middle(view: CompareView) -> None:
    at = view.now.pixel_of(view.now.label_point(GLUTEUS) or Point(View.BACK, 0, 0))
    assert at is not None
    for picture in view.pictures:
        picture.set_reduced_motion(True)
    QTest.mouseMove(view.now, at.toPoint() + QPoint(1, 1))
    QTest.mouseMove(view.now, at.toPoint())
    assert view.now.overlay.hovered == GLUTEUS
    QTest.keyClick(view, Qt.Key.Key_K)
    assert view.now.zoom.close and not view.now.zoom.named
    assert (
        {p.overlay.hovered for p in view.pictures} == {view.now.stage.ids().near(at.toPoint().toPointF())} != {GLUTEUS}
    )
    knee = view.then.pixel_of(Point(View.FRONT, -45.0, 740.0))
    assert knee is not None and abs(knee.x() - view.then.width() / 2) < 0.2 * view.then.width()


def test_presets() -> None:
    today, first = date(2026, 3, 31), date(2025, 6, 1)
    assert preset_spans(30, today, first) == (Span(date(2026, 1, 31), date(2026, 3, 1)), Span(date(2026, 3, 2), today))
    assert preset_spans(7, today, first)[0].last == date(2026, 3, 24)
    assert preset_spans(0, today, first)[0] == Span(first, date(2025, 6, 30))


def test_presets_measures_dates_and_escape_come_out_as_wishes(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.preset_chosen) as preset:
        view._preset.setCurrentIndex(1)
    assert preset.args == [7]
    with qtbot.waitSignal(view.measure_chosen) as measure:
        view._measure.setCurrentIndex(2)
    assert measure.args == [Measure.BAD_DAYS]
    picker = view.pick(0)
    assert picker is not None
    picker.set_dates(date(2025, 12, 24), date(2025, 12, 1))
    with qtbot.waitSignal(view.spans_chosen) as spans:
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert spans.args == [Span(date(2025, 12, 1), date(2025, 12, 24)), NOW], "the earlier date is the first"
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_dates_that_were_not_picked_leave_everything_as_it_was(view: CompareView, qtbot: QtBot) -> None:
    page = QWidget()  # as in the app, where the dates lie over the whole window
    qtbot.addWidget(page)
    view.setParent(page)
    with qtbot.waitExposed(page):
        page.resize(view.size())
        page.show()
    view.show()
    view.set_preset(7)
    view._preset.setFocus()
    QTest.keyClick(view._preset, Qt.Key.Key_End)
    picker = page.findChild(DateRange)
    assert picker is not None and view._preset.currentText() == "Dates of your own"
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert view._preset.currentText() == "Last 7 days against the 7 before"
    assert view._preset.hasFocus()
    view.setParent(None)


def test_pointing_at_one_marks_the_place_on_all_and_tells_its_numbers(view: CompareView) -> None:
    point = view.now.label_point(GLUTEUS)
    assert point is not None
    at = view.now.pixel_of(point)
    assert at is not None
    QTest.mouseMove(view.now, at.toPoint() + QPoint(2, 2))
    QTest.mouseMove(view.now, at.toPoint())
    assert {picture.overlay.hovered for picture in view.pictures} == {GLUTEUS}
    assert view.about.text().startswith("Right gluteus maximus: 6 then")
