"""The line that finds a place: both names can be read, in the offer and in the line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from knotbook.controls.place_field import PlaceLine
from knotbook.domain.place import Place
from knotbook.resources.catalogue import Catalogue

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of the offer


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[PlaceLine]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = PlaceLine(Catalogue.load(), page)
    column.addWidget(made)
    column.addWidget(QLineEdit(page))
    page.setFixedWidth(320)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()
    yield made  # and `page` lives on until the test is over


def test_an_offer_shows_both_names_one_under_the_other_and_is_read_out_as_one(line: PlaceLine) -> None:
    QTest.keyClicks(line, "knee r")
    offer = line._popup
    first = offer.model().index(0, 0)
    assert first.data() == "Right knee joint, deep inside\nRight knee joint"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Right knee joint, deep inside · Right knee joint"
    assert not offer.horizontalScrollBar().isVisible() and offer.sizeHintForRow(0) >= 40
    offer.hide()


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_taken_place_is_read_from_its_beginning(line: PlaceLine, by_mouse: bool) -> None:
    page = line.window()
    taken: list[Place] = []
    other = page.findChildren(QLineEdit)[-1]
    line.picked.connect(taken.append)
    line.picked.connect(lambda _place: other.setFocus())
    QTest.keyClicks(line, "knee r")
    if by_mouse:
        QTest.mouseClick(line._popup.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    else:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert [str(place) for place in taken] == ["knee_joint.right"]
    assert line.text() == "Right knee joint, deep inside · Right knee joint" and line.resolve() == taken[0]
    QApplication.processEvents()
    assert other.hasFocus() and line.cursorPosition() == 0


def test_who_looks_at_another_window_goes_on_typing_where_they_were(line: PlaceLine) -> None:
    QTest.keyClicks(line, "pir")
    line._popup.hide()
    for way in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(line, QFocusEvent(way, Qt.FocusReason.ActiveWindowFocusReason))
    QTest.keyClicks(line, " r")
    line._popup.hide()
    assert line.text() == "pir r"
