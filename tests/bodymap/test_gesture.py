from __future__ import annotations

import pytest

from knotbook.bodymap.gesture import LEAVE_PX, STEP_PX, Gesture, Outcome, Phase, Typing

ROOM = 1000.0


def pressed(room: float = ROOM) -> Gesture:
    return Gesture().press(100, 500, room)


def test_letting_go_at_once_is_a_click() -> None:
    after, outcome = pressed().release()
    assert (after.phase, outcome) == (Phase.IDLE, Outcome.CLICK)


def test_a_trembling_hand_is_still_a_click() -> None:
    assert pressed().move(104, 494).move(97, 505).release()[1] is Outcome.CLICK


@pytest.mark.parametrize("number", range(11))
def test_each_step_up_is_one_more(number: int) -> None:
    gesture = pressed().move(100, 480).move(100, 500 - number * STEP_PX)
    assert gesture.value == number
    assert gesture.release()[1] is Outcome.SUBMIT


def test_the_scale_ends_at_0_and_10() -> None:
    assert pressed().move(100, 0).value == 10
    assert pressed().move(100, 900).value == 0


def test_pulling_down_says_no_pain() -> None:
    gesture = pressed().move(100, 520)
    assert (gesture.value, gesture.release()[1]) == (0, Outcome.SUBMIT)


def test_near_the_top_of_the_screen_ten_is_still_in_reach() -> None:
    gesture = pressed(room=120)
    assert gesture.move(100, 500 - 119).value == 10


def test_going_far_aside_saves_nothing_and_coming_back_goes_on() -> None:
    away = pressed().move(100, 420).move(100 + LEAVE_PX + 1, 420)
    assert away.phase is Phase.LEAVING
    assert away.release()[1] is Outcome.NOTHING
    assert away.move(110, 420).release()[1] is Outcome.SUBMIT


def test_a_cancelled_gesture_is_over() -> None:
    after = pressed().move(100, 420).cancel()
    assert after.release()[1] is Outcome.NOTHING
    assert after.move(100, 300) == after


def test_typed_digits() -> None:
    one = Typing().typed("1")
    assert one == Typing(1)
    assert one is not None and one.typed("0") == Typing(10)
    assert one.typed("7") == Typing(7)
    assert Typing(7).typed("0") == Typing(0)
    assert Typing().typed("x") == Typing(10)
    assert Typing().typed("q") is None
    assert Typing().typed("٣") is None
