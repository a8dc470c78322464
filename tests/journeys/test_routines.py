"""Routines, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from knotbook.domain.records import (
    Effort,
    Exercise,
    Kind,
    Moment,
    Rating,
    Release,
    Routine,
    Step,
)
from knotbook.logbook.panel import Part
from tests.fakes import FakeClock
from tests.journeys.acts import PIRIFORMIS, bodies, focus_of, press
from tests.journeys.conftest import Opened

EVENING = Routine(
    name="evening",
    steps=(
        Step(name="Release", places=(PIRIFORMIS,), seconds=10, tool="ball"),
        Step(name="Bridges", kind=Effort.STRENGTHEN, sets=2, reps=10),
        Step(name="Walk", kind=Effort.CARDIO),
    ),
)
PLANKS = Routine(name="planks", steps=(Step(name="Side plank", kind=Effort.STRENGTHEN, seconds=10),))


def test_a_routine_is_made_reordered_changed_and_removed(start: Opened) -> None:
    session = start()
    session.logbook.open_routines()
    panel = session.logbook.panel
    panel.routines.new.click()
    editor = panel.editor
    editor.save.click()
    assert not editor.error.isHidden(), "a name is missing"
    QTest.keyClicks(editor.name, "evening")
    for text in ("release", "bridges", "hamstring"):
        editor.add.setText(text)
        press(editor.add, Qt.Key.Key_Return)
    editor.list.setCurrentRow(0)
    editor.save.click()
    assert "release presses" in editor.error.text()
    editor.form.places.edit.setText("piriformis r")
    editor.form.edited.emit()
    editor.list.setCurrentRow(2)
    press(editor.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.name for step in editor.steps()] == ["Release", "Hamstring stretch", "Bridges"]
    editor.save.click()
    (made,) = bodies(session, Kind.ROUTINE)
    assert isinstance(made, Routine) and made.steps[0].places == (PIRIFORMIS,)
    panel.routines.edit.click()
    editor.list.setCurrentRow(1)
    editor.out.click()
    editor.save.click()
    (changed,) = bodies(session, Kind.ROUTINE)
    assert isinstance(changed, Routine) and [step.name for step in changed.steps] == ["Release", "Bridges"]
    session.diary.undo()
    assert bodies(session, Kind.ROUTINE) == [made]
    panel.routines.list.setFocus()
    press(panel.routines.list, Qt.Key.Key_Delete)
    assert bodies(session, Kind.ROUTINE) == []
    session.diary.undo()
    assert panel.routines.list.count() == 1


def test_a_step_is_typed_as_in_the_quick_line(start: Opened) -> None:
    session = start()
    session.logbook.open_routines()
    panel = session.logbook.panel
    panel.routines.new.click()
    editor = panel.editor
    QTest.keyClicks(editor.name, "evening")
    for text in ("release glmed l hands 60s", "bridges 3x12 20kg", "nordic curls 2x5", "release glmed"):
        editor.add.setText(text)
        press(editor.add, Qt.Key.Key_Return)
    press_, bridges_, curls, unclear = editor.steps()
    assert [str(place) for place in press_.places] == ["gluteus_medius.left"]
    assert (press_.kind, press_.seconds, press_.tool) == (None, 60, "hands")
    assert editor.list.item(0).text() == "1.  Release · 1 min · left gluteus medius"
    assert (bridges_.name, bridges_.sets, bridges_.reps, bridges_.load_kg) == ("Bridges", 3, 12, 20)
    assert (curls.name, curls.kind, curls.sets, curls.reps) == ("nordic curls", Effort.STRENGTHEN, 2, 5)
    assert unclear.places == () and not editor.form.places.error.isHidden(), "the side is asked for"
    assert editor.form.places.edit.text() == "glmed" and editor.form.load.isHidden()
    editor.save.click()
    assert bodies(session, Kind.ROUTINE) == []
    editor.form.places.edit.setText("glmed r")
    editor.save.click()
    (made,) = bodies(session, Kind.ROUTINE)
    assert isinstance(made, Routine)
    assert (made.steps[3].sets, made.steps[3].seconds) == (None, 90)
    assert [str(place) for place in made.steps[3].places] == ["gluteus_medius.right"]


def test_a_routine_that_was_only_left_is_there_again(start: Opened) -> None:
    session = start()
    session.diary.record(EVENING, label="routine")
    session.logbook.open_routines()
    panel = session.logbook.panel
    panel.routines.new.click()
    editor = panel.editor
    QTest.keyClicks(editor.name, "morning")
    editor.add_step("bridges 3x12")
    press(editor.add, Qt.Key.Key_Escape)
    assert panel.part is None
    session.logbook.open_routines()
    panel.routines.edit.click()
    assert editor.name.text() == "evening" and len(editor.steps()) == 3
    editor.take_out()
    editor.cancel.click()
    panel.routines.edit.click()
    assert len(editor.steps()) == 3, "cancelled is cancelled"
    editor.cancel.click()
    panel.routines.new.click()
    assert editor.name.text() == "morning" and [step.reps for step in editor.steps()] == [12]
    editor.save.click()
    panel.routines.new.click()
    assert editor.name.text() == "" and editor.steps() == ()


def test_a_run_saves_each_finished_step_and_each_can_be_taken_back(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.diary.record(EVENING, label="routine")
    session.logbook.open_routines()
    panel = session.logbook.panel
    press(panel.routines.list, Qt.Key.Key_Return)
    assert panel.part is Part.RUN and session.window.body.map.overlay.marked == (PIRIFORMIS,)
    asked = session.release.link.panel
    assert asked.isVisible() and asked.offer is not None and asked.offer.place == PIRIFORMIS
    assert (asked.setup.tool, asked.setup.seconds) == ("ball", 10)
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_3):  # before, start, end, after
        press(focus_of(session), key)
    (release,) = bodies(session, Kind.RELEASE)
    assert isinstance(release, Release) and (release.place, release.tool) == (PIRIFORMIS, "ball")
    rated = [body for body in bodies(session, Kind.RATING) if isinstance(body, Rating)]
    assert {(body.moment, body.intensity) for body in rated} == {(Moment.BEFORE, 6), (Moment.AFTER, 3)}
    assert panel.run.name.text() == "Bridges" and panel.run.done.hasFocus()
    press(panel.run, Qt.Key.Key_Return)
    press(panel.run, Qt.Key.Key_S)
    (done,) = bodies(session, Kind.EXERCISE)
    assert isinstance(done, Exercise) and (done.name, done.sets, done.reps) == ("Bridges", 2, 10)
    assert not panel.run.running and panel.run.name.text() == "2 of 3 steps saved"
    session.diary.undo()
    assert bodies(session, Kind.EXERCISE) == [] and len(bodies(session, Kind.RELEASE)) == 1
    panel.run.done.click()
    assert panel.part is Part.ROUTINES


def test_a_release_of_a_routine_that_is_broken_off_waits_and_both_sides_are_asked(start: Opened) -> None:
    session = start()
    both = Step(name="Release", places=(PIRIFORMIS, PIRIFORMIS.mirrored), seconds=60)
    session.diary.record(Routine(name="r", steps=(both, *EVENING.steps[1:])), label="routine")
    session.logbook.open_routines()
    session.logbook.panel.routines.run.click()
    run, asked = session.logbook.panel.run, session.release.link.panel
    assert asked.setup.seconds == 30, "shared by its places"
    press(focus_of(session), Qt.Key.Key_Escape)
    assert not asked.isVisible() and run.done.hasFocus() and run.done.text() == "Start the release"
    press(run.done, Qt.Key.Key_Return)
    for side in (PIRIFORMIS, PIRIFORMIS.mirrored):
        assert asked.offer is not None and asked.offer.place == side
        for key in (Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_3):
            press(focus_of(session), key)
    assert len(bodies(session, Kind.RELEASE)) == 2 and len(bodies(session, Kind.RATING)) == 4
    assert run.name.text() == "Bridges"


def test_a_routine_that_was_left_begins_its_releases_anew(start: Opened) -> None:
    session = start()
    both = Step(name="Release", places=(PIRIFORMIS, PIRIFORMIS.mirrored), seconds=60)
    session.diary.record(Routine(name="r", steps=(both, *EVENING.steps[1:])), label="routine")
    session.logbook.open_routines()
    panel, asked = session.logbook.panel, session.release.link.panel
    panel.routines.run.click()
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_3):
        press(focus_of(session), key)
    assert asked.offer is not None and asked.offer.place == PIRIFORMIS.mirrored
    press(focus_of(session), Qt.Key.Key_Escape)
    panel.leave.click()
    session.logbook.open_routines()
    panel.routines.run.click()
    assert asked.offer is not None and asked.offer.place == PIRIFORMIS


def test_a_release_that_outlives_its_routine_or_its_step_moves_nothing_on(start: Opened) -> None:
    session = start()
    both = Step(name="Release", places=(PIRIFORMIS, PIRIFORMIS.mirrored), seconds=60)
    again = Step(name="Again", places=(PIRIFORMIS.mirrored,), seconds=30)
    session.diary.record(Routine(name="r", steps=(both, again)), label="routine")
    panel, asked = session.logbook.panel, session.release.link.panel
    session.logbook.open_routines()
    panel.routines.run.click()
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return):
        press(focus_of(session), key)
    panel.run.skip.click()
    asked.run.end_wished.emit()
    asked.after.done.emit()
    assert len(bodies(session, Kind.RELEASE)) == 1 and panel.run.name.text() == "Again"
    assert not asked.isVisible()
    press(panel.run.done, Qt.Key.Key_Return)
    assert asked.offer is not None and asked.offer.place == PIRIFORMIS.mirrored
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return):
        press(focus_of(session), key)
    panel.leave.click()
    asked.run.end_wished.emit()
    asked.after.done.emit()
    assert len(bodies(session, Kind.RELEASE)) == 2 and not asked.isVisible() and not panel.run.running


def test_a_run_stands_still_while_paused_and_while_the_computer_sleeps(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.diary.record(PLANKS, label="routine")
    session.logbook.open_routines()
    run = session.logbook.panel.run
    session.logbook.panel.routines.run.click()
    press(run, Qt.Key.Key_P)
    clock.advance(10_000)
    run.tick()
    assert (run.time.text(), run.pause.text()) == ("0:05", "Go on")
    press(run, Qt.Key.Key_P)
    clock.advance(minutes=480)
    run.tick()
    clock.advance(minutes=-60)
    run.tick()
    assert run.time.text() == "0:05" and bodies(session, Kind.EXERCISE) == []
    session.logbook.panel.dismiss()
    clock.advance(10_000)
    run.tick()
    assert bodies(session, Kind.EXERCISE) == [], "closing stops it"


def test_a_run_waits_behind_a_check_in_and_goes_on_after_it(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.diary.record(PLANKS, label="routine")
    session.logbook.open_routines()
    panel = session.logbook.panel
    panel.routines.run.click()
    session.logbook.open_check_in()
    assert panel.part is Part.CHECK_IN
    clock.advance(60_000 - 1)
    panel.run.tick()
    panel.dismiss()
    assert panel.part is Part.RUN and panel.run.running
    assert (panel.run.time.text(), panel.run.pause.text()) == ("0:05", "Go on"), "it stood still meanwhile"
