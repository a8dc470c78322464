"""A question that comes up while a hand is on the map leaves the map where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.records import Kind, Pain
from knotbook.shell.session import Session
from tests.journeys.conftest import spot
from tests.release.conftest import PIRIFORMIS, Hours, Opened
from tests.release.test_reminders import release, wait


def test_a_question_waits_while_a_number_is_dragged_or_chosen(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, pain_for=())
    body, at = session.window.body.map, spot(session, str(PIRIFORMIS))
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(body, at - QPoint(0, 3 * round(STEP_PX)))
    room = body.size()
    made = wait(session, hours, 31)
    assert made.bar.isHidden() and body.size() == room, "the map stays under the hand"
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 3 * round(STEP_PX)))
    (pain,) = [entry.body for entry in session.diary.reader.entries(Kind.PAIN)]
    assert isinstance(pain, Pain) and (pain.place, pain.intensity) == (PIRIFORMIS, 3)
    assert made.bar.isVisible(), "what was saved is what it waited for"
    made._put_off_all(hours.wall.now().utc_ms + 60_000)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    assert body.strip is not None
    made = wait(session, hours, 2)
    assert made.bar.isHidden() and body.strip is not None
    body.close_strip()
    made.refresh()
    assert made.bar.isVisible()


@pytest.mark.parametrize("turn_away", [lambda one: one.window.go("trends"), lambda one: one.window.hide()])
def test_a_strip_left_open_out_of_sight_holds_up_no_question(
    start: Opened, hours: Hours, turn_away: Callable[[Session], None]
) -> None:
    session = start()
    release(session, pain_for=())
    body = session.window.body.map
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=spot(session, str(PIRIFORMIS)))
    assert body.strip is not None
    turn_away(session)
    assert not wait(session, hours, 31).bar.isHidden()
