"""The day, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.records import (
    Day,
    Kind,
    Pain,
)
from tests.fakes import FakeClock
from tests.journeys.acts import PIRIFORMIS, TODAY, bodies, press
from tests.journeys.conftest import Opened, drag, spot


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
