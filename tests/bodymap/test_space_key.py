"""Space held anywhere in the window: known to the map, and never for longer than it is held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from knotbook.bodymap.body_map import BodyMap


@pytest.fixture
def page(qtbot: QtBot, tiny_map: BodyMap) -> Iterator[QWidget]:
    """The map with a button under it; the button has the keyboard."""
    page = QWidget()
    layout = QVBoxLayout(page)
    button = QPushButton("Other", page)
    layout.addWidget(tiny_map)
    layout.addWidget(button)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tiny_map.show()
    button.setFocus()
    yield page
    tiny_map.setParent(None)
    page.close()
    page.deleteLater()


def test_space_is_known_to_be_held_until_it_is_let_go(page: QWidget, tiny_map: BodyMap) -> None:
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    assert tiny_map.space.held
    QTest.keyRelease(page.windowHandle(), Qt.Key.Key_Space)
    assert not tiny_map.space.held


def test_space_is_forgotten_with_the_window_that_no_longer_has_the_keyboard(page: QWidget, tiny_map: BodyMap) -> None:
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    QCoreApplication.sendEvent(page.windowHandle(), QFocusEvent(QEvent.Type.FocusOut))
    assert not tiny_map.space.held


def test_space_let_go_over_what_it_opened_is_let_go(page: QWidget, tiny_map: BodyMap) -> None:
    other = QWidget()
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    QTest.keyRelease(other, Qt.Key.Key_Space)
    assert not tiny_map.space.held


def test_a_space_that_is_written_is_only_a_space(page: QWidget, tiny_map: BodyMap) -> None:
    line = QLineEdit(page)
    line.show()
    line.setFocus()
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    assert line.text() == " " and not tiny_map.space.held
    QTest.keyRelease(page.windowHandle(), Qt.Key.Key_Space)


def test_two_quick_pans_are_not_a_double_click(page: QWidget, tiny_map: BodyMap) -> None:
    tiny_map.set_reduced_motion(True)
    seen = tiny_map.stage.camera
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    QTest.mouseDClick(tiny_map, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert tiny_map.stage.camera == seen
    QTest.keyRelease(page.windowHandle(), Qt.Key.Key_Space)


def test_a_hand_is_shown_while_a_press_would_take_the_figure(page: QWidget, tiny_map: BodyMap) -> None:
    QTest.keyPress(page.windowHandle(), Qt.Key.Key_Space)
    QTest.mousePress(tiny_map, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert tiny_map.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.keyRelease(page.windowHandle(), Qt.Key.Key_Space)
    QTest.mouseRelease(tiny_map, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
