"""From what is logged to the Trends page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from knotbook.analysis.subjects import GroupOf
from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Pain
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, drag, spot

PIRIFORMIS = Place.parse("piriformis.right")


def test_what_is_logged_is_in_the_chart_by_place_group_and_side(start: Opened) -> None:
    session = start()
    assert session.charts is not None
    trends = session.charts.trends
    assert trends.chosen == []
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))
    assert trends.chosen == [PIRIFORMIS]
    assert trends.view.findings.sentences[0].startswith("Right piriformis: Not enough yet: 13 more rated days")
    tree = session.window.trends._tree
    group = GroupOf("rotators")
    tree._items[group].setCheckState(0, Qt.CheckState.Checked)
    assert trends.chosen == [PIRIFORMIS, group]
    trends.view.sides.setChecked(True)
    names = [one.split(":")[0] for one in trends.view.findings.sentences]
    assert names == ["Right piriformis", "Left piriformis", "Deep hip rotators, right", "Deep hip rotators, left"]
    kept = trends.shelf.series(PIRIFORMIS)
    trends.view.apart.setChecked(True)
    assert trends.shelf.series(PIRIFORMIS) is kept, "nothing is read again that did not change"
    session.diary.undo()
    assert len(trends.shelf.series(PIRIFORMIS)) == 0


def test_a_place_whose_entries_are_taken_back_leaves_the_chart_and_comes_back_with_them(
    start: Opened, clock: FakeClock
) -> None:
    session = start()
    assert session.charts is not None
    trends, tree = session.charts.trends, session.window.trends._tree
    session.window.go("trends")
    knee = Place.parse("knee_medial.right")
    for place in (PIRIFORMIS, knee):
        session.diary.record(Pain(when=clock.now(), place=place, intensity=5), label="written")
    tree._items[knee].setCheckState(0, Qt.CheckState.Checked)
    assert trends.chosen == [PIRIFORMIS, knee]
    session.diary.undo()
    assert trends.chosen == [PIRIFORMIS]
    assert [one.split(":")[0] for one in trends.view.findings.sentences] == ["Right piriformis"]
    session.diary.undo()
    assert trends.chosen == []
    session.diary.redo()
    assert trends.chosen == [PIRIFORMIS]


def test_a_place_without_entries_can_be_asked_for_and_be_unticked(start: Opened, clock: FakeClock) -> None:
    session = start()
    assert session.charts is not None
    trends, tree = session.charts.trends, session.window.trends._tree
    session.diary.record(Pain(when=clock.now(), place=PIRIFORMIS, intensity=5), label="written")
    hip = Place.parse("gluteus_medius.left")
    trends.add(hip)
    assert trends.chosen == [PIRIFORMIS, hip]
    assert "Nothing logged here." in trends.view.findings.sentences[1]
    tree._items[hip].setCheckState(0, Qt.CheckState.Unchecked)
    assert trends.chosen == [PIRIFORMIS]


def test_what_is_logged_while_the_page_is_hidden_is_drawn_when_it_is_seen(start: Opened, clock: FakeClock) -> None:
    session = start()
    assert session.charts is not None
    trends, tree = session.charts.trends, session.window.trends._tree
    knee = Place.parse("knee_medial.right")
    for place in (PIRIFORMIS, PIRIFORMIS, knee):
        session.diary.record(Pain(when=clock.now(), place=place, intensity=5), label="written")
    drawn = trends.view.chart.rated[0]
    assert len(drawn) == 1 and knee not in tree._items, "nobody looks"
    assert len(trends.shelf.series(PIRIFORMIS)) == 2, "but it is known"
    session.window.go("trends")
    assert len(trends.view.chart.rated[0]) == 2 and tree._items[knee].text(1) == "1"


def test_the_charts_end_today_on_the_next_day_too_though_nothing_was_logged(start: Opened, clock: FakeClock) -> None:
    session = start()
    assert session.charts is not None
    session.diary.record(Pain(when=clock.now(), place=PIRIFORMIS, intensity=5), label="written")
    session.charts.show_place(PIRIFORMIS)
    session.window.go("trends")
    said = session.charts.trends.view.findings.sentences
    clock.advance(minutes=60 * 24 * 40)
    session.day.tick()
    for chart in (session.charts.beside, session.charts.trends.view.chart):
        assert chart.span.start <= clock.ms <= chart.span.end
    assert session.charts.trends.view.findings.sentences != said, "another stretch has begun"


def test_the_charts_show_the_clocks_of_where_the_person_is(start: Opened, clock: FakeClock) -> None:
    session = start()
    assert session.charts is not None
    session.diary.record(Pain(when=clock.now(), place=PIRIFORMIS, intensity=5), label="written")
    session.charts.show_place(PIRIFORMIS)
    session.window.go("trends")
    for zone, east in (("Europe/Berlin", 1), ("Asia/Tokyo", 9)):
        clock.zone = zone
        session.day.tick()
        for chart in (session.charts.beside, session.charts.trends.view.chart):
            begins = {(tick.at + east * 3_600_000) % 86_400_000 for tick in chart._plot.date_axis.ticks()}
            assert begins == {0}, "midnight there"
    assert session.charts.trends.view.chart._plot.curves, "what was drawn is drawn again"


def test_the_page_is_made_ahead_in_pieces_and_reads_nothing_before_it_is_seen(start: Opened, qtbot: QtBot) -> None:
    session = start()
    assert session.trends is not None and session.charts is not None
    qtbot.waitUntil(session.trends.soon.isActive)
    assert session.window.trends.view == "", "the start is not burdened with it"
    session.trends.soon.timeout.emit()
    qtbot.waitUntil(lambda: len(session._steps) == 0)
    assert session.window.trends.view == "over_time"
    link = session.charts.make_trends()
    drag(session, spot(session, "piriformis.right"), round(4 * STEP_PX))
    assert link.chosen == [] and not link.view.chart.rated, "asleep"
    views, made = session.trends._views, link.view
    session.window.go("trends")
    assert link.chosen == [PIRIFORMIS] and len(link.view.chart.rated[0]) == 1
    assert session.views is views and session.charts.trends.view is made, "nothing is made twice"
    now = session._clock.now()
    again = Pain(when=Instant(now.utc_ms, now.zone, now.offset_min), place=PIRIFORMIS, intensity=5)
    session.diary.record(again, label="5 at right piriformis")
    assert len(link.view.chart.rated[0]) == 2, "awake"
