"""The 0 to 10 strip by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.colour import contrast

from knotbook.controls.nrs_strip import NrsStrip, ink_on
from knotbook.resources.theme import Theme


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> NrsStrip:
    made = NrsStrip(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(strip: NrsStrip) -> list[QPushButton]:
    return sorted(strip.findChildren(QPushButton), key=lambda b: int(b.text()))


@pytest.mark.parametrize("number", [0, 6, 10])
def test_one_press_chooses_a_number(qtbot: QtBot, strip: NrsStrip, number: int) -> None:
    with qtbot.waitSignal(strip.chosen) as caught:
        qtbot.mouseClick(buttons(strip)[number], Qt.MouseButton.LeftButton)
    assert caught.args == [number]


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ("6", 6),
        ("10", 10),
        ("x", 10),
        ("0", 0),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Left], 9),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 10),
    ],
)
def test_keys_choose_a_number(qtbot: QtBot, strip: NrsStrip, keys: str | list[Qt.Key], number: int) -> None:
    strip.focus_number(0)
    for key in keys:
        focused = strip.focusWidget()
        if isinstance(key, str):
            qtbot.keyClicks(focused, key)
        else:
            qtbot.keyClick(focused, key)
    with qtbot.waitSignal(strip.chosen) as caught:
        qtbot.keyClick(strip.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [number]


def test_escape_gives_up_and_chooses_nothing(qtbot: QtBot, strip: NrsStrip) -> None:
    strip.focus_number(4)
    with qtbot.waitSignal(strip.cancelled), qtbot.assertNotEmitted(strip.chosen):
        qtbot.keyClick(strip.focusWidget(), Qt.Key.Key_Escape)


def test_every_number_can_be_read_on_its_colour(theme: Theme) -> None:
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in theme.pain)


def test_screen_readers_hear_the_anchors(strip: NrsStrip) -> None:
    names = [b.accessibleName() for b in buttons(strip)]
    assert names[0] == "0, no pain"
    assert names[10] == "10, worst pain imaginable"


def test_a_strip_with_a_value_marks_it_and_moves_the_mark(qtbot: QtBot, theme: Theme) -> None:
    strip = NrsStrip(theme, value=3)
    qtbot.addWidget(strip)
    strip.show()
    assert strip.value == 3
    qtbot.mouseClick(buttons(strip)[8], Qt.MouseButton.LeftButton)
    assert strip.value == 8
