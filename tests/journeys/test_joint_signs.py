"""Joint signs, through the whole window: keys and buttons to the file, undo, and back after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from knotbook.domain.place import Place
from knotbook.domain.records import (
    JointSign,
    Kind,
    Pain,
    Sign,
)
from knotbook.logbook.panel import Part
from tests.fakes import FakeClock
from tests.journeys.acts import PIRIFORMIS, bodies, focus_of, on_map, press
from tests.journeys.conftest import Opened


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
