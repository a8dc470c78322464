"""Enter on a button of a page presses it, once, and only if it was meant for it."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from knotbook.controls.enter_presses import EnterPresses
from knotbook.release.one_key_strip import OneKeyStrip
from knotbook.resources.theme import Theme

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    EnterPresses(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def put(page: QWidget, widget: W) -> W:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(
    page: QWidget, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    button = put(page, kind())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyClick(button, key)
    assert len(pressed) == 1
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 1


def test_an_enter_that_a_line_took_does_not_press_where_the_keyboard_goes_next(page: QWidget) -> None:
    line, button = put(page, QLineEdit()), put(page, QPushButton())
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    line.returnPressed.connect(button.setFocus)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert button.hasFocus() and not pressed


def test_a_strip_of_numbers_answers_nothing_that_was_not_meant(page: QWidget, theme: Theme) -> None:
    strip = put(page, OneKeyStrip(theme))
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    strip.take_keyboard(None)
    focused = page.focusWidget()
    assert focused is not None and focused.hasFocus()
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert chosen == []
