"""Keys, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from knotbook.domain.records import (
    Day,
    Exercise,
    Kind,
)
from knotbook.logbook.panel import Part
from tests.journeys.acts import TODAY, bodies, on_map, press
from tests.journeys.conftest import Opened


def test_enter_in_a_number_saves_the_exercise_and_the_check_in(start: Opened) -> None:
    session = start()
    session.logbook.open_exercise()
    exercise = session.logbook.panel.exercise
    QTest.keyClicks(exercise.search, "bri")
    press(exercise.search, Qt.Key.Key_Return)
    exercise.form.sets.selectAll()
    QTest.keyClicks(exercise.form.sets, "3")
    press(exercise.form.sets, Qt.Key.Key_Return)
    (done,) = bodies(session, Kind.EXERCISE)
    assert isinstance(done, Exercise) and (done.name, done.sets) == ("Bridges", 3)
    session.logbook.open_check_in()
    page = session.logbook.panel.check_in
    page.woken.selectAll()
    QTest.keyClicks(page.woken, "2")
    press(page.woken, Qt.Key.Key_Return)
    assert bodies(session, Kind.DAY) == [Day(day=TODAY, nights_woken=2)]


def test_a_letter_that_begins_a_word_still_finds_places(start: Opened) -> None:
    session = start()
    on_map(session, Qt.Key.Key_C)
    panel = session.logbook.panel
    assert panel.part is Part.CHECK_IN
    press(panel.check_in.no_pain, Qt.Key.Key_A)
    assert panel.part is None
    assert session.window.body.finder.edit.text() == "ca"
    session.window.body.finder.closed.emit()


@pytest.mark.parametrize(("key", "part"), [("E", Part.EXERCISE), ("C", Part.CHECK_IN), ("J", Part.SIGN)])
def test_the_menu_and_its_keys_work_from_every_page(start: Opened, key: str, part: Part) -> None:
    session = start()
    session.window.go("journal")
    action = next(a for a in session.logbook.button.menu().actions() if a.shortcut().toString() == f"Ctrl+Shift+{key}")
    action.trigger()
    assert session.window.where() == "body" and session.logbook.panel.part is part
    assert session.logbook.button.accessibleName()
