"""From a tap on the map to the file, the chart, the journal, and back after a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.place import Place
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, close, drag, spot

PIRIFORMIS = Place.parse("piriformis.right")


def rows(path: Path) -> list[tuple[str, int]]:
    """What another program sees in the file: place and intensity of the pains that are not in the bin."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute("SELECT place, intensity FROM pain WHERE deleted IS NULL ORDER BY utc, id").fetchall()


def test_press_drag_let_go_is_on_the_disk_the_map_the_panel_and_the_chart(start: Opened, path: Path) -> None:
    session = start()
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))
    assert rows(path) == [("piriformis.right", 6)]
    assert session.window.undo_bar.said() == "Saved. 6 at right piriformis"
    panel = session.window.body.panel.card()
    assert panel is not None and panel.place == PIRIFORMIS and "worst 6" in panel.summary
    assert session.charts is not None
    session.charts.beside.describe()
    assert session.charts.beside.accessibleDescription().startswith("Right piriformis: one rating on")
    assert session.window.body.map.teller.value(PIRIFORMIS) == 6
    assert session.window.day.marks()[0].intensity == 6


def test_it_is_all_there_after_closing_and_opening_again(start: Opened, path: Path) -> None:
    first = start()
    drag(first, spot(first, "gluteus_maximus.left"), round(3 * STEP_PX))
    close(first)
    second = start()
    assert rows(path) == [("gluteus_maximus.left", 3)]
    assert second.window.body.map.teller.value(Place.parse("gluteus_maximus.left")) == 3
    assert second.journal is not None and second.journal.model.rowCount() >= 1
    assert second.diary.undo_label == "3 at left gluteus maximus"


def test_a_plain_click_opens_the_strip_and_one_more_saves(start: Opened, path: Path) -> None:
    session = start()
    body = session.window.body.map
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=spot(session, "vastus_lateralis.right"))
    assert body.strip is not None and rows(path) == []
    buttons = {b.text(): b for b in body.strip.findChildren(QPushButton)}
    QTest.mouseClick(buttons["4"], Qt.MouseButton.LeftButton)
    assert rows(path) == [("vastus_lateralis.right", 4)]
    assert body.strip is None


def test_by_keys_alone_name_side_number_enter(qtbot: QtBot, start: Opened, path: Path) -> None:
    session = start()
    body = session.window.body
    QTest.keyClick(body.map, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert body.finder.isVisible()
    QTest.keyClicks(body.finder.edit, "pir r 7")
    QTest.keyClick(body.finder.edit, Qt.Key.Key_Return)
    assert rows(path) == [("piriformis.right", 7)]
    assert not body.finder.isVisible()


def test_undo_and_redo_by_keys_and_across_a_restart(start: Opened, path: Path) -> None:
    first = start()
    drag(first, spot(first, "piriformis.right"), round(5 * STEP_PX))
    QTest.keyClick(first.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(path) == []
    assert first.window.body.map.teller.value(PIRIFORMIS) is None
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(first.window, Qt.Key.Key_Z, both)
    assert rows(path) == [("piriformis.right", 5)]
    close(first)
    second = start()
    QTest.keyClick(second.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rows(path) == []


def test_a_tap_before_the_diary_is_open_waits_and_is_saved(qtbot: QtBot, build: Opened, path: Path) -> None:
    session = build()
    session.window.show()  # nothing is opened before the first paint has been seen to
    session.window.body.map.submit_typed(PIRIFORMIS, 8)
    assert not path.exists() and len(session.diary.unsaved) == 1
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    assert rows(path) == [("piriformis.right", 8)]
    assert session.diary.unsaved == ()


def test_the_time_of_a_waiting_tap_is_when_it_was_made(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    session = build()
    made = clock.now().utc_ms
    session.window.body.map.submit_typed(PIRIFORMIS, 2)
    clock.advance(minutes=3)
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        assert db.execute("SELECT utc FROM pain").fetchall() == [(made,)]


def test_a_tap_between_the_steps_of_furnishing_is_recorded_once(qtbot: QtBot, build: Opened, path: Path) -> None:
    session = build()
    steps = len(session._steps)
    for step in range(steps):
        session.window.body.map.submit_typed(PIRIFORMIS, step % 11)
        session._steps.take_one()
    session.window.body.map.submit_typed(PIRIFORMIS, 10)
    made = len(session.diary.unsaved)
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    assert len(rows(path)) == made == steps + 1 > 5


def test_the_keys_of_the_map_work_wherever_on_the_page_the_keyboard_stands(start: Opened) -> None:
    session = start()
    body = session.window.body
    body.panel.place_chosen.emit(PIRIFORMIS)
    body.find_button.setFocus()
    QTest.keyClick(body.find_button, "r")
    assert session.release.link.panel is not None and session.release.link.panel.isVisible()
