"""Steps are taken one a turn, in order, and the window is served between them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from knotbook.shell.furnishing import Furnishing


def test_one_step_a_turn_in_order_with_room_between_them(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    beat = QTimer(owner)
    beat.timeout.connect(lambda: done.append("window"))
    beat.start(0)
    steps = Furnishing([lambda: done.append("first"), lambda: done.append("second")], owner)
    assert len(steps) == 2 and done == []
    steps.then(lambda: done.append("third"))
    qtbot.waitUntil(lambda: "third" in done)
    work = [word for word in done if word != "window"]
    assert work == ["first", "second", "third"]
    assert all(pair != ("first", "second") for pair in pairwise(done))
    beat.stop()


def test_finish_takes_what_is_left_and_forget_drops_it(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    steps = Furnishing([lambda: done.append(1), lambda: done.append(2)], owner)
    steps.take_one()
    steps.finish()
    assert done == [1, 2]
    steps.then(lambda: done.append(3))
    steps.forget()
    again: list[int] = []
    steps.then(lambda: again.append(4))
    qtbot.waitUntil(lambda: again == [4])
    assert done == [1, 2]
