"""A day's other things, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from knotbook.bodymap.gesture import STEP_PX
from knotbook.controls.photo_row import PhotoRow
from knotbook.domain.place import Place
from knotbook.domain.records import (
    Body,
    Day,
    Effort,
    Exercise,
    JointSign,
    Kind,
    Moment,
    Pain,
    Rating,
    Release,
    Routine,
    Sign,
    Step,
)
from knotbook.logbook.panel import Part
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, close, drag, spot

TODAY = date(2026, 3, 3)
PIRIFORMIS = Place.parse("piriformis.right")


def bodies(session: Session, kind: Kind) -> list[Body]:
    """Everything of one kind outside the bin, oldest first."""
    return [entry.body for entry in session.diary.reader.entries(kind)]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def focus_of(session: Session) -> QWidget:
    """What has the keyboard."""
    focused = session.window.focusWidget()
    assert focused is not None
    return focused


def on_map(session: Session, key: Qt.Key) -> None:
    """Press a key while the map has the keyboard."""
    session.window.body.map.setFocus()
    press(session.window.body.map, key)


def bridges(clock: FakeClock) -> Exercise:
    muscles = (Place.parse("gluteus_maximus.right"),)
    amount = {"sets": 3, "reps": 12, "effort": 5}
    return Exercise(when=clock.now(), name="Bridges", kind=Effort.STRENGTHEN, muscles=muscles, **amount)


# -- exercise


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


# -- routines

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


# -- joint signs


def test_a_joint_sign_is_one_key_at_the_chosen_place(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.window.body.map.select(Place.parse("piriformis.right"))
    on_map(session, Qt.Key.Key_J)
    focus = session.window.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_4)
    assert bodies(session, Kind.JOINT_SIGN) == [JointSign(when=clock.now(), place=PIRIFORMIS, sign=Sign.CATCH)]
    assert session.logbook.panel.part is None
    assert session.window.undo_bar.said() == "Saved. Catch at right piriformis"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of the offers of places
@pytest.mark.parametrize("by_letter", [True, False])
def test_letters_at_a_sign_name_another_joint(start: Opened, by_letter: bool) -> None:
    session = start()
    session.window.body.map.select(PIRIFORMIS)
    if by_letter:
        on_map(session, Qt.Key.Key_J)
    else:
        session.logbook.open_sign()
    for letter in "ankle r":
        QTest.keyClicks(focus_of(session), letter)
    assert session.logbook.panel.part is Part.SIGN and session.logbook.panel.sign.line.text() == "ankle r"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of the offers of places
@pytest.mark.parametrize("chosen", [PIRIFORMIS, None])
def test_a_place_that_begins_with_the_letter_of_a_sign_is_typed_as_any_other(
    start: Opened, chosen: Place | None
) -> None:
    session = start()
    if chosen is not None:
        session.window.body.map.select(chosen)
    on_map(session, Qt.Key.Key_J)
    for letter in "aw r 3":
        QTest.keyClicks(focus_of(session), letter)
    press(focus_of(session), Qt.Key.Key_Return)
    (pain,) = bodies(session, Kind.PAIN)
    assert isinstance(pain, Pain) and (str(pain.place), pain.intensity) == ("jaw.right", 3)
    assert bodies(session, Kind.JOINT_SIGN) == [] and session.logbook.panel.part is None


def test_without_a_place_the_sign_asks_for_it(start: Opened) -> None:
    session = start()
    session.logbook.open_sign()
    page = session.logbook.panel.sign
    page.buttons[0].click()
    assert not page.error.isHidden() and bodies(session, Kind.JOINT_SIGN) == []
    page.line.setText("piriformis r")
    page.buttons[4].click()
    (sign,) = bodies(session, Kind.JOINT_SIGN)
    assert isinstance(sign, JointSign) and sign.sign is Sign.GIVING_WAY


# -- the day


def test_nothing_hurt_beside_a_pain_says_what_counts(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.diary.record(Pain(when=clock.now(), place=PIRIFORMIS, intensity=6), label="6")
    session.logbook.open_check_in()
    page = session.logbook.panel.check_in
    assert page.hint.text() == "Logged on this day: 6 at right piriformis."
    page.sleep.set_amount(7)
    page.no_pain.click()
    assert "stays as it is" in page.hint.text()
    page.no_pain.click()
    assert page.hint.text() == "Logged on this day: 6 at right piriformis."


def test_nothing_hurt_today_is_one_key(start: Opened) -> None:
    session = start()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(session.window.body.map, Qt.Key.Key_N, control_shift)
    assert bodies(session, Kind.DAY) == [Day(day=TODAY, no_pain=True)]
    session.logbook.nothing_hurt()
    assert bodies(session, Kind.DAY) == [Day(day=TODAY, no_pain=True)], "said twice it is still one check-in"


def test_nothing_hurt_is_asked_about_if_pain_was_logged_today(start: Opened) -> None:
    session = start()
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))
    session.logbook.nothing_hurt()
    assert bodies(session, Kind.DAY) == []
    notice = session.window.notice
    assert "6 at right piriformis" in notice.words()
    next(button for button in notice.findChildren(QPushButton) if button.text() == "Mark it").click()
    assert bodies(session, Kind.DAY) == [Day(day=TODAY, no_pain=True)]
    assert notice.words() == ""


def test_a_second_check_in_amends_the_first_and_yesterday_has_its_own(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.logbook.open_check_in()
    page = session.logbook.panel.check_in
    page.save.click()
    assert bodies(session, Kind.DAY) == [], "absence is not data"
    page.sleep.set_amount(6.5)
    page.woken.set_amount(0)
    page.mood.buttons[7].click()
    page.save.click()
    clock.advance(minutes=600)
    session.logbook.open_check_in()
    page.stress.buttons[0].click()
    page.save.click()
    first = Day(day=TODAY, sleep_hours=6.5, nights_woken=0, mood=7, stress=0)
    assert bodies(session, Kind.DAY) == [first]
    next(b for b in page.findChildren(QPushButton) if b.text() == "Yesterday").click()
    assert page.sleep.amount() is None
    page.no_pain.click()
    assert bodies(session, Kind.DAY) == [Day(day=date(2026, 3, 2), no_pain=True), first]
    session.diary.undo()
    session.diary.undo()
    assert bodies(session, Kind.DAY) == [Day(day=TODAY, sleep_hours=6.5, nights_woken=0, mood=7)]


# -- keys


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


# -- words and photos of a pain


def logged_pain(session: Session) -> None:
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))


def chip(session: Session, word: str) -> QPushButton:
    assert session.chips is not None
    return next(one for one in session.chips.row.flow.chips if one.text().startswith(word))


def pain(session: Session) -> Pain:
    (body,) = bodies(session, Kind.PAIN)
    assert isinstance(body, Pain)
    return body


def test_words_are_offered_after_a_pain_and_each_press_is_one_undo(start: Opened) -> None:
    session = start()
    assert session.chips is not None and not session.chips.row.isVisible()
    logged_pain(session)
    assert session.chips.row.isVisible() and "Anything else?" in session.chips.row.title.text()
    shown = session.chips.row.shown()
    chip(session, "ache").click()
    chip(session, "woke me").click()
    assert (pain(session).qualities, pain(session).context) == (("ache",), ("woke me",))
    assert session.chips.row.shown() == shown, "nothing moves under the hand"
    session.diary.undo()
    assert (pain(session).qualities, pain(session).context) == (("ache",), ())
    assert not chip(session, "woke me").isChecked() and chip(session, "ache").isChecked()
    chip(session, "ache").click()
    assert pain(session).qualities == ()


def test_the_most_used_word_is_first_the_next_time(start: Opened, clock: FakeClock) -> None:
    session = start()
    logged_pain(session)
    chip(session, "woke me").click()
    clock.advance(minutes=60)
    logged_pain(session)
    assert session.chips is not None
    assert session.chips.row.shown()[0] == "woke me"


def test_own_words_and_hidden_ones_survive_a_restart(start: Opened) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    row = session.chips.row
    row.edit.click()
    chip(session, "ache").click()
    QTest.keyClicks(row.own, "zapping")
    press(row.own, Qt.Key.Key_Return)
    row.edit.click()
    close(session)
    again = start()
    logged_pain(again)
    assert again.chips is not None
    shown = again.chips.row.shown()
    assert "zapping" in shown and "ache" not in shown
    again.chips.row.edit.click()
    again.chips.row.away.chips[0].click()
    assert "ache  ×" in again.chips.row.shown()


def test_the_row_goes_with_its_pain(start: Opened) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None and session.chips.entry is not None
    session.diary.undo()
    assert not session.chips.row.isVisible()
    session.diary.redo()
    assert session.chips.row.isVisible()
    session.window.body.map.select(Place.parse("gluteus_maximus.left"))
    assert not session.chips.row.isVisible()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "leg.png"
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(str(path))
    return path


def photo_files(path: Path) -> list[Path]:
    return sorted(path.with_name(path.name + "-photos").glob("*"))


def test_a_photo_is_attached_taken_back_and_gone_with_the_bin(start: Opened, path: Path, picture: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None and session.chips.entry is not None
    entry_id = session.chips.entry.id
    session.chips.photos.picked.emit(picture)
    (file,) = photo_files(path)
    assert QImage(str(file)).width() == 1600
    assert [b.accessibleName() for b in session.chips.photos.buttons] == ["Photo 1"]
    session.diary.undo()
    assert session.chips.photos.buttons == []
    session.diary.redo()
    session.chips.photos.buttons[0].click()
    assert session.chips.photos.large.isVisible()
    session.diary.remove([entry_id], label="removed")
    session.diary.empty_bin()
    assert photo_files(path) == []
    assert session.diary.reader.photo_files() == {}


def test_an_unreadable_picture_is_said_and_nothing_is_saved(start: Opened, path: Path, tmp_path: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    before = session.diary.undo_label
    (tmp_path / "broken.jpg").write_bytes(b"not a picture")
    session.chips.photos.picked.emit(tmp_path / "broken.jpg")
    assert "broken.jpg" in session.chips.photos.error.text() and session.chips.photos.error.isVisible()
    assert photo_files(path) == [] and session.diary.undo_label == before


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # the decoder says itself what is wrong with the data
def test_a_photo_that_was_cut_off_is_kept_and_said(start: Opened, path: Path, picture: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    cut = picture.with_name("leg.jpg")
    assert QImage(str(picture)).save(str(cut))
    cut.write_bytes(cut.read_bytes()[:-200])
    session.chips.photos.picked.emit(cut)
    assert len(photo_files(path)) == 1 and len(session.chips.photos.buttons) == 1
    said = session.chips.photos.error
    assert said.isVisible() and said.text().startswith("leg.jpg ends too early.")


def test_a_photo_that_cannot_be_written_is_told_and_leaves_no_record(
    start: Opened, path: Path, picture: Path
) -> None:
    session = start()
    logged_pain(session)
    path.with_name(path.name + "-photos").write_text("in the way")
    assert session.chips is not None
    session.chips.photos.picked.emit(picture)
    assert "could not be saved" in session.window.notice.words()
    assert session.diary.reader.photo_files() == {}


def test_a_photo_whose_file_is_gone_says_so(start: Opened, path: Path, picture: Path, clock: FakeClock) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    session.chips.photos.picked.emit(picture)
    photo_files(path)[0].unlink()
    chip(session, "ache").click()
    (button,) = session.chips.photos.buttons
    assert "missing" in button.accessibleName()
    button.click()
    assert "missing" in session.chips.photos.large.text()


def test_an_entry_of_any_kind_has_its_photos_in_the_journal(
    start: Opened, path: Path, picture: Path, clock: FakeClock
) -> None:
    session = start()
    (entry,) = session.diary.record(bridges(clock), label="Bridges")
    session.go_to_entry(entry.id)
    assert session.journal is not None
    editor = session.journal.view.edit()
    assert editor is not None
    (row,) = editor.findChildren(PhotoRow)
    row.picked.emit(picture)
    assert len(photo_files(path)) == 1 and len(row.buttons) == 1
    row.buttons[0].click()
    row.remove.click()
    assert row.buttons == [] and len(photo_files(path)) == 1, "in the bin, and can be taken back"
    editor.reject()
    session.diary.undo()
    assert len(session.diary.reader.photos_of(entry.id)) == 1


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


def test_what_was_typed_into_a_check_in_is_not_lost_to_another_day_or_a_change(start: Opened, clock: FakeClock) -> None:
    session = start()
    session.logbook.open_check_in()
    page = session.logbook.panel.check_in
    page.note.setPlainText("drove three hours")
    page.mood.set_value(6)
    page._yesterday.click()
    assert page.note.toPlainText() == "" and page.mood.value is None
    page._today.click()
    assert (page.note.toPlainText(), page.mood.value) == ("drove three hours", 6)
    session.diary.record(Day(day=page.day, sleep_hours=7.0), label="check-in")
    assert (page.sleep.amount(), page.note.toPlainText(), page.mood.value) == (7.0, "drove three hours", 6)
    page.save.click()
    (saved,) = bodies(session, Kind.DAY)
    assert isinstance(saved, Day) and (saved.sleep_hours, saved.mood, saved.note) == (7.0, 6, "drove three hours")
