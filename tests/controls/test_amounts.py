"""Numbers that may be left out: empty is not 0, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from knotbook.controls.amount_box import AmountBox
from knotbook.controls.complaint import complaint_of
from knotbook.controls.scale_strip import ScaleStrip


@pytest.fixture
def hours(qtbot: QtBot) -> AmountBox:
    box = AmountBox("Hours", most=24, step=0.5, first=7, decimals=1, unit=" h")
    qtbot.addWidget(box)
    return box


@pytest.mark.parametrize(
    ("typed", "amount"), [("7.5", 7.5), ("7,5", 7.5), ("0", 0.0), ("24", 24.0), ("99", 9.0), ("abc", None)]
)
def test_what_is_typed_is_the_number(hours: AmountBox, typed: str, amount: float | None) -> None:
    hours.lineEdit().selectAll()
    QTest.keyClicks(hours, typed)
    QTest.keyClick(hours, Qt.Key.Key_Return)
    assert hours.amount() == amount


def test_empty_is_not_zero(hours: AmountBox) -> None:
    assert hours.amount() is None and hours.text() == "–"
    hours.stepUp()
    assert (hours.amount(), hours.text()) == (7.0, "7 h")
    hours.stepUp()
    assert hours.text() == "7.5 h"
    hours.lineEdit().selectAll()
    QTest.keyClick(hours, Qt.Key.Key_Delete)
    QTest.keyClick(hours, Qt.Key.Key_Return)
    assert hours.amount() is None and hours.whole() is None
    hours.set_amount(0)
    assert hours.amount() == 0
    hours.stepDown()
    assert hours.amount() is None


def test_a_scale_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    strip = ScaleStrip("Mood")
    qtbot.addWidget(strip)
    with qtbot.waitSignal(strip.changed):
        strip.buttons[0].click()
    assert strip.value == 0
    strip.buttons[0].click()
    assert strip.value is None
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_X)
    assert strip.value == 10
    QTest.keyClick(strip.buttons[10], Qt.Key.Key_4)
    assert strip.value == 4
    QTest.keyClick(strip.buttons[4], Qt.Key.Key_Delete)
    assert strip.value is None
    assert strip.buttons[3].accessibleName() == "Mood: 3"


def test_a_key_that_is_not_taken_is_explained(hours: AmountBox) -> None:
    hours.show()
    hours.lineEdit().selectAll()
    QTest.keyClicks(hours, "9")
    assert complaint_of(hours) == ""
    QTest.keyClicks(hours, "9")
    assert complaint_of(hours) == "A number from 0 to 24."
    QTest.keyClick(hours, Qt.Key.Key_Backspace)
    assert complaint_of(hours) == ""
