"""Exercise, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from knotbook.domain.place import Place
from knotbook.domain.records import (
    Exercise,
    Kind,
)
from knotbook.logbook.panel import Part
from tests.fakes import FakeClock
from tests.journeys.acts import bodies, bridges, focus_of, on_map, press
from tests.journeys.conftest import Opened, close


def test_the_same_as_last_time_is_e_the_name_and_enter(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.diary.record(bridges(clock), label="Bridges")
    clock.advance(days=1)
    on_map(session, Qt.Key.Key_E)
    page = session.logbook.panel.exercise
    assert session.logbook.panel.part is Part.EXERCISE
    QTest.keyClicks(page.search, "bri")
    assert session.window.body.map.overlay.marked == (Place.parse("gluteus_maximus.right"),)
    press(page.search, Qt.Key.Key_Return)
    first, second = bodies(session, Kind.EXERCISE)
    assert isinstance(first, Exercise) and isinstance(second, Exercise)
    assert (second.sets, second.reps, second.effort, second.when) == (3, 12, 5, clock.now())
    assert session.window.undo_bar.said() == "Saved. Bridges"
    session.diary.undo()
    assert bodies(session, Kind.EXERCISE) == [first]
    press(page.search, Qt.Key.Key_Escape)
    assert session.logbook.panel.part is None
    assert session.window.body.map.overlay.marked == ()


def test_a_new_exercise_is_named_measured_given_muscles_and_offered_after_a_restart(
    start: Opened, clock: FakeClock
) -> None:
    session = start()
    session.logbook.open_exercise()
    page = session.logbook.panel.exercise
    QTest.keyClicks(page.search, "Nordic curls")
    press(page.search, Qt.Key.Key_Return)
    assert bodies(session, Kind.EXERCISE) == [], "there is nothing yet that could be repeated"
    page.form.sets.set_amount(2)
    page.form.reps.set_amount(5)
    page.form.places.edit.setText("biceps femoris long r")
    page.effort.buttons[8].click()
    page.save.click()
    (done,) = bodies(session, Kind.EXERCISE)
    assert isinstance(done, Exercise)
    assert (done.name, done.sets, done.reps, done.effort) == ("Nordic curls", 2, 5, 8)
    assert [str(place) for place in done.muscles] == ["biceps_femoris_long.right"]
    close(session)
    again = start()
    again.logbook.open_exercise()
    row = again.logbook.panel.exercise.list.row_here()
    assert row is not None and row.name == "Nordic curls" and row.last == done


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("bridges 3x12 20kg", ("Bridges", 3, 12, None, 20, 5)),
        ("bri 2x45s effort 7", ("Bridges", 2, None, 45, None, 7)),
        ("moon walk 20 min", ("moon walk", None, None, 1200, None, None)),
        ("bri", ("Bridges", 3, 12, None, None, 5)),
    ],
)
def test_amounts_typed_behind_the_name_are_logged(
    start: Opened, clock: FakeClock, typed: str, told: tuple[object, ...]
) -> None:
    session = start()
    session.diary.record(bridges(clock), label="Bridges")
    clock.advance(days=1)
    session.logbook.open_exercise()
    search = session.logbook.panel.exercise.search
    QTest.keyClicks(search, typed)
    press(search, Qt.Key.Key_Return)
    done = bodies(session, Kind.EXERCISE)[-1]
    assert isinstance(done, Exercise)
    assert (done.name, done.sets, done.reps, done.seconds, done.load_kg, done.effort) == told


def test_a_muscle_that_is_none_is_said_and_nothing_is_saved(start: Opened) -> None:
    session = start()
    session.logbook.open_exercise()
    page = session.logbook.panel.exercise
    page.form.places.edit.setText("elbow of the moon")
    page.save.click()
    assert not page.form.places.error.isHidden()
    assert bodies(session, Kind.EXERCISE) == []


def test_the_exercise_that_was_logged_stays_in_front(start: Opened, clock: FakeClock) -> None:
    session = start()
    on_map(session, Qt.Key.Key_E)
    page = session.logbook.panel.exercise
    QTest.keyClicks(page.search, "bri")
    press(page.search, Qt.Key.Key_Down)
    here = page.list.row_here()
    assert here is not None and page.list.count() > 1 and page.list.currentRow() == 1
    page.form.sets.set_amount(3)
    page.save.click()
    assert [body.name for body in bodies(session, Kind.EXERCISE) if isinstance(body, Exercise)] == [here.name]
    again = page.list.row_here()
    assert again is not None and again.name == here.name
    assert session.window.body.map.overlay.marked == here.muscles


def test_the_menu_leads_to_the_quick_line_too(start: Opened) -> None:
    session = start()
    (line,) = [one for one in session.logbook.button.menu().actions() if one.text().endswith("Ctrl+K")]
    line.trigger()
    entry = session.window.quick.entry
    assert entry is not None and entry.palette.isVisible()
    press(focus_of(session), Qt.Key.Key_Escape)
    press(session.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert entry.palette.isVisible(), "its key is still its own"


def test_the_plus_stands_still_whatever_is_said(start: Opened) -> None:
    session = start()
    at = session.logbook.button.pos()
    session.window.undo_bar.say("Saved. " + "a long sentence " * 4)
    session.window.ground.layout().activate()
    assert session.logbook.button.pos() == at
