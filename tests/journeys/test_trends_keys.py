"""The Trends page without a mouse: every view, every control, a stretch, from entry to entry, into the journal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Pain
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened

KNEE, HIP = Place.parse("knee_medial.right"), Place.parse("piriformis.right")
Key = Qt.Key


@pytest.fixture
def session(start: Opened, clock: FakeClock) -> Session:
    opened = start()
    now = clock.now()
    times = [Instant(now.utc_ms - n * 86_400_000, now.zone, now.offset_min) for n in range(40, -1, -1)]
    pains = [Pain(when=when, place=HIP, intensity=4 + n % 3) for n, when in enumerate(times)]
    opened.diary.record(*pains, Pain(when=now, place=KNEE, intensity=2), label="written")
    opened.window.go("trends")
    opened.window.trends.show_view("over_time")
    QApplication.processEvents()
    opened.window.trends._search.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return opened


def test_whoever_comes_to_the_page_has_the_keys_of_the_chart(start: Opened, clock: FakeClock) -> None:
    opened = start()
    opened.diary.record(Pain(when=clock.now(), place=HIP, intensity=4), label="written")
    opened.window.body.map.setFocus()
    opened.window.go("trends")
    QApplication.processEvents()
    assert opened.window.where() == "trends"
    assert name(here()) == "Pain over time"


def here() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.property("text") or ""


def tab(times: int = 1) -> str:
    for _time in range(times):
        was = here()
        while here() is was:  # a field of dates has three stops
            QTest.keyClick(here(), Key.Key_Tab)
    return name(here())


def stops(until: str) -> list[str]:
    found = [name(here())]
    while found[-1] != until:
        found.append(tab())
        assert len(found) < 30, found
    return found


def test_tab_reads_the_page_and_every_stop_is_seen(session: Session) -> None:
    found = stops("Pain over time")
    assert found.pop(-2).startswith("Show "), "one of the spans; arrows go to the others"
    assert found == [
        "Filter places",
        "Places shown in the chart",
        "Over time",
        "Save or copy this chart",
        "What is drawn",
        "Left and right",
        "Apart",
        "Select",
        "Table",
        "Pain over time",
    ]


def test_every_stop_shows_that_the_keyboard_is_there(session: Session) -> None:
    while name(here()) != "Pain over time":
        focused = here()
        seen = focused.grab().toImage()
        focused.clearFocus()
        assert focused.grab().toImage() != seen, name(focused)
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        tab()


def test_views_are_turned_by_keys_and_tab_stops_at_the_one_in_front(session: Session) -> None:
    page = session.window.trends
    QTest.keyClick(here(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.view == "calendar"
    QTest.keyClick(here(), Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(here(), Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.view == "dose"
    assert tab(2) == "Dose"
    QTest.keyClick(here(), Key.Key_Left)
    assert page.view == "responses"
    assert name(here()) == "Responses"


def test_from_view_to_view_the_keys_stay_with_what_is_drawn(session: Session) -> None:
    page = session.window.trends
    assert session.views is not None and session.charts is not None
    session.charts.trends.view.chart.setFocus()
    for key in ("calendar", "hours", "levels", "gaps", "responses", "dose"):
        QTest.keyClick(here(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert page.view == key
        assert here() is session.views.view(key).canvas
    QTest.keyClick(here(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert name(here()) == "Pain over time"


def test_a_place_is_ticked_by_keys(session: Session) -> None:
    assert session.charts is not None
    before = set(session.charts.trends.chosen)
    tab()
    QTest.keyClick(here(), Key.Key_Space)
    assert set(session.charts.trends.chosen) != before


def test_a_stretch_and_the_one_it_is_held_against_are_chosen_by_keys(session: Session) -> None:
    assert session.charts is not None
    view = session.charts.trends.view
    view.chart.setFocus()
    QTest.keyClick(view.chart, Key.Key_S)
    view.count()
    first = tab()
    assert first == "First day"
    before = view.table.dates.days()[0]
    QTest.keyClick(here(), Key.Key_Up)
    view.count()
    assert view.table.dates.days()[0].first != before.first
    assert [tab(), tab(), tab(), tab()] == [
        "Last day",
        "Held against",
        "First day of what it is held against",
        "Last day of what it is held against",
    ]
    assert [tab(), tab()] == ["Levels", "Close"]
    QTest.keyClick(here(), Key.Key_Space)
    assert view.chart.selection.chosen is None
    view.count()
    assert not any(edit.isVisible() for edit in view.table.findChildren(QDateEdit))


def test_from_entry_to_entry_and_into_the_journal(session: Session) -> None:
    assert session.charts is not None and session.journal is not None
    chart = session.charts.trends.view.chart
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_Comma)
    QTest.keyClick(chart, Key.Key_Comma)
    said = chart.reading_text
    assert said
    QTest.keyClick(chart, Key.Key_Return)
    assert session.window.where() == "journal"
    (chosen,) = session.journal.view.selected()
    assert isinstance(chosen.body, Pain) and f"· {chosen.body.intensity}" in said
