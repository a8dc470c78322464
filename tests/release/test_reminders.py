"""The quiet questions: asked from what is stored, answered by one key, never lost, never doubled."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from knotbook.analysis.follow_ups import Question
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Day, Kind, Pain, Rating, Release
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.preferences.settings import Settings
from knotbook.shell.reminders import Reminders
from knotbook.shell.session import Session
from tests.release.conftest import GLUTE, KNEE, PIRIFORMIS, Hours, Opened


def release(session: Session, place: Place = GLUTE, pain_for: tuple[Place, ...] = (KNEE,)) -> str:
    now = session._clock.now()
    own_id = new_id(now.utc_ms)
    body = Release(when=now, place=place, seconds=60, pain_for=pain_for)
    session.diary.perform(record={own_id: body}, label="release")
    return own_id


def reminders_of(session: Session) -> Reminders:
    assert session.release.reminders is not None
    return session.release.reminders


def wait(session: Session, hours: Hours, minutes: float) -> Reminders:
    hours.pass_by(minutes=minutes)
    made = reminders_of(session)
    made.refresh()
    return made


def ratings(session: Session) -> list[tuple[str, str, int, bool]]:
    bodies = [e.body for e in session.diary.reader.entries(Kind.RATING)]
    return [(b.moment.value, str(b.place), b.intensity, b.recalled) for b in bodies if isinstance(b, Rating)]


def question(made: Reminders) -> Question:
    assert made.now_planned.question is not None
    return made.now_planned.question


def press(session: Session, *keys: Qt.Key) -> None:
    for one in keys:
        focused = session.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, one)


def test_after_half_an_hour_one_key_answers_and_the_next_place_is_asked(start: Opened, hours: Hours) -> None:
    session = start()
    release(session)
    made = wait(session, hours, 30)
    assert made.bar.words() == ""
    made = wait(session, hours, 1)
    assert made.bar.isVisible() and made.bar.words() == "Right side of the hip, deep part: how strong right now?"
    assert made.bar.why() == "30 minutes after releasing right gluteus minimus · 1 more after this"
    QTest.keyClick(session.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    press(session, Qt.Key.Key_3)
    assert made.bar.words() == "Right outer side of the knee: how strong right now?"
    press(session, Qt.Key.Key_X)
    assert sorted(ratings(session)) == [("half_hour", str(GLUTE), 3, False), ("half_hour", str(KNEE), 10, False)]
    assert not made.bar.isVisible()
    assert session.window.focusWidget() is session.window.body.map


def test_an_answer_is_one_action_that_undo_takes_back_and_then_it_is_asked_again(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, pain_for=())
    made = wait(session, hours, 31)
    made.bar.answered.emit(4)
    assert session.window.undo_bar.said() == "Saved. 4 at right gluteus minimus"
    assert not made.bar.isVisible()
    session.diary.undo()
    assert ratings(session) == [] and made.bar.isVisible()


def test_it_is_asked_after_a_restart_too(start: Opened, hours: Hours) -> None:
    first = start()
    release(first, pain_for=())
    first.window.leave()
    hours.pass_by(minutes=40)
    assert reminders_of(start()).bar.isVisible()


def test_two_releases_due_at_once_one_number_answers_both_and_nothing_is_doubled(start: Opened, hours: Hours) -> None:
    session = start()
    one = release(session, GLUTE)
    hours.pass_by(minutes=2)
    two = release(session, PIRIFORMIS)
    made = wait(session, hours, 35)
    asked = []
    while made.bar.isVisible():
        asked.append(made.bar.words())
        made.bar.answered.emit(2)
    assert len(asked) == 3, "three places, though four ratings"
    for own_id in (one, two):
        assert len(session.diary.reader.ratings(own_id)) == 2
    wait(session, hours, 1)
    assert not made.bar.isVisible()


def test_next_morning_at_the_persons_hour(start: Opened, hours: Hours) -> None:
    session = start()  # half past ten in Berlin
    release(session, pain_for=())
    wait(session, hours, 31).bar.answered.emit(3)
    made = wait(session, hours, 20 * 60 + 58)
    assert not made.bar.isVisible()
    made = wait(session, hours, 1)
    assert made.bar.words().endswith("how strong this morning?")
    made.bar.answered.emit(1)
    assert ratings(session)[-1] == ("next_morning", str(GLUTE), 1, False)


def test_a_missed_one_waits_in_a_list_and_is_kept_as_recalled(start: Opened, hours: Hours) -> None:
    session = start()
    release(session)
    made = wait(session, hours, 95)
    assert not made.bar.isVisible() and made.button.isVisible() and made.button.text() == "2 ratings wait"
    QTest.mouseClick(made.button, Qt.MouseButton.LeftButton)
    assert made.panel.isVisible() and made.panel.list.count() == 2
    press(session, Qt.Key.Key_5)
    assert made.panel.list.count() == 1
    press(session, Qt.Key.Key_6)
    assert sorted(ratings(session)) == [("half_hour", str(GLUTE), 5, True), ("half_hour", str(KNEE), 6, True)]
    assert not made.button.isVisible()
    press(session, Qt.Key.Key_Escape)
    assert not made.panel.isVisible()


def test_answered_after_its_release_went_to_the_bin_nothing_is_written_and_it_says_so(
    start: Opened, hours: Hours
) -> None:
    session = start()
    own_id = release(session)
    made = wait(session, hours, 31)
    stale = question(made)
    session.diary.remove((own_id,), label="release")
    assert not made.bar.isVisible(), "the question goes with it"
    before = session.diary.reader.count()
    made.answer(stale, 4)
    assert ratings(session) == [] and session.diary.reader.count() == before
    assert session.window.undo_bar.said().startswith("Nothing saved")
    session.diary.undo()
    assert made.bar.isVisible(), "and comes back with it"


def test_answering_twice_writes_once(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, pain_for=())
    made = wait(session, hours, 31)
    same = question(made)
    made.answer(same, 4)
    made.answer(same, 7)
    assert [r[2] for r in ratings(session)] == [4]


def test_snoozed_over_a_restart_and_ignored_for_good(start: Opened, hours: Hours, settings: Settings) -> None:
    first = start()
    release(first, pain_for=())
    made = wait(first, hours, 31)
    made.bar.take_keyboard()
    press(first, Qt.Key.Key_S)
    assert not made.bar.isVisible() and len(json.loads(str(settings.get("put_off")))) == 1
    first.window.leave()
    second = start()
    assert not reminders_of(second).bar.isVisible()
    made = wait(second, hours, 10)
    assert made.bar.isVisible()
    made.bar.take_keyboard()
    press(second, Qt.Key.Key_N)
    assert not wait(second, hours, 15).bar.isVisible()
    assert made.button.text() == "1 rating waits", "ignored is not lost"


def test_the_clock_set_back_and_forth_loses_and_doubles_nothing(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, pain_for=())
    hours.sleep(-300)
    made = wait(session, hours, 31)
    assert not made.bar.isVisible()
    hours.sleep(300)
    made = wait(session, hours, 1)
    made.bar.answered.emit(3)
    hours.sleep(-10)
    assert not wait(session, hours, 0).bar.isVisible()
    assert len(ratings(session)) == 1


def test_quiet_hours_ask_nothing(start: Opened, hours: Hours, settings: Settings) -> None:
    settings.set("quiet_from", 10 * 60)
    settings.set("quiet_until", 11 * 60 + 30)
    session = start()
    release(session, pain_for=())
    made = wait(session, hours, 40)
    assert not made.bar.isVisible() and not session.window.notice.isVisible()
    settings.set("quiet", "off")
    session.release.setting_changed("quiet")
    assert made.bar.isVisible()


def test_a_check_in_is_one_key_and_done_when_it_was_done(start: Opened, hours: Hours, settings: Settings) -> None:
    settings.set("check_in_times", "20:30")
    session = start()
    agreed: list[bool] = []
    session.release.check_in_requested.connect(lambda: agreed.append(True))
    made = wait(session, hours, 10 * 60)
    assert made.bar.words() == "Time for your check-in" and not made.bar.strip.isVisible()
    session.diary.record(Day(day=hours.wall.now().day(), no_pain=True), label="check-in")
    assert not made.bar.isVisible()
    made = wait(session, hours, 24 * 60)
    made.bar.take_keyboard()
    press(session, Qt.Key.Key_Space)
    assert agreed == [True] and not made.bar.isVisible()


def test_it_does_not_take_the_keyboard_from_somebody_who_is_typing(
    start: Opened, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    monkeypatch.setattr(session.window, "isActiveWindow", lambda: True)
    release(session, pain_for=())
    session.window.body.map.setFocus()
    wait(session, hours, 31)
    assert session.window.focusWidget() is session.window.body.map


def test_while_the_window_is_away_it_is_told_once_and_one_key_answers_on_coming_back(
    start: Opened, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    told: list[str] = []
    reminders_of(session).asked.connect(lambda words, why: told.append(words))
    monkeypatch.setattr(session.window, "isActiveWindow", lambda: False)
    release(session, pain_for=())
    wait(session, hours, 31)
    wait(session, hours, 1)
    assert len(told) == 1
    press(session, Qt.Key.Key_2)
    assert [r[2] for r in ratings(session)] == [2]


def test_the_alarm_is_never_longer_than_a_minute_so_sleep_cannot_swallow_it(start: Opened, hours: Hours) -> None:
    session = start()
    release(session)
    made = reminders_of(session)
    assert made._timer.isActive() and made._timer.interval() <= 60_000
    hours.pass_by(minutes=30, seconds=50)
    made._timer.timeout.emit()
    assert made._timer.interval() == 10_000, "it wakes exactly when it is due"


def test_an_answer_that_the_disk_refuses_is_kept_and_not_asked_again(
    start: Opened, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    release(session, pain_for=())
    made = wait(session, hours, 31)
    same = question(made)

    def full(*_: object, **__: object) -> None:
        raise Trouble(TroubleKind.DISK_FULL, what="The disk is full.", why="", can_do=())

    with monkeypatch.context() as disk:
        disk.setattr(session.diary._store, "put", full)
        made.bar.answered.emit(4)
        assert not made.bar.isVisible() and len(session.diary.unsaved) == 1
        made.answer(same, 7)
        assert len(session.diary.unsaved) == 1
    assert session.diary.retry()
    assert [r[2] for r in ratings(session)] == [4]


def test_a_disk_that_does_not_answer_is_looked_at_again(
    start: Opened, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    release(session, pain_for=())

    def broken(*_: object, **__: object) -> None:
        raise Trouble(TroubleKind.INPUT_OUTPUT, what="The disk does not answer.", why="", can_do=())

    with monkeypatch.context() as disk:
        disk.setattr(session.diary._store, "releases", broken)
        made = wait(session, hours, 31)
        assert not made.bar.isVisible() and made._timer.isActive()
    assert wait(session, hours, 1).bar.isVisible()


def test_enter_alone_never_answers(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, pain_for=())
    made = wait(session, hours, 31)
    made.bar.take_keyboard()
    press(session, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert ratings(session) == [] and made.bar.isVisible()
    press(session, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert [r[2] for r in ratings(session)] == [2]


def test_a_recalled_wait_is_marked(start: Opened, hours: Hours) -> None:
    from knotbook.analysis.waits import BEGAN

    session = start()
    began: Body = Pain(when=hours.wall.now(), place=KNEE, intensity=6, context=(BEGAN,))
    session.diary.record(began, label="6 at right knee")
    made = wait(session, hours, 180)
    (missed,) = made.now_planned.missed
    made.answer(missed, 4)
    last = session.diary.reader.entries(Kind.PAIN)[-1].body
    assert isinstance(last, Pain) and last.recalled and last.intensity == 4
    assert not wait(session, hours, 1).button.isVisible()


def test_broken_notes_of_what_was_put_off_are_no_hindrance(start: Opened, settings: Settings) -> None:
    settings.set("put_off", "[not json")
    session = start()
    assert isinstance(QApplication.instance(), QApplication)
    assert not reminders_of(session).bar.isVisible()
