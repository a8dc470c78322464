"""The desk, the hand and the assistant themselves, on a window that only counts."""

from __future__ import annotations

import sys

import pytest

from tests.realwindow.assistant import Assistant
from tests.realwindow.desk import Desk
from tests.realwindow.hand import App
from tests.realwindow.waiting import until

pytestmark = pytest.mark.realwindow

COUNTER = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication(sys.argv)
app.setApplicationName("Counter")
window = QWidget(windowTitle="Counter window")
box = QVBoxLayout(window)
button, line = QPushButton("0"), QLineEdit()
line.setAccessibleName("words")
button.clicked.connect(lambda: button.setText(str(int(button.text()) + 1)))
box.addWidget(button)
box.addWidget(line)
window.show()
line.setFocus()
sys.exit(app.exec())
"""


def test_a_window_is_seen_clicked_typed_into_pressed_and_closed(real_desk: Desk) -> None:
    assistant = Assistant(real_desk, "Counter")
    with App(real_desk, (sys.executable, "-c", COUNTER), "Counter window") as app:
        app.write("pir r")
        (button,) = assistant.tree().find(role="push button")
        assert button.box is not None
        app.click(*button.box.middle)
        until(lambda: assistant.tree().find(role="push button", name="1"), "the click to count")
        assert assistant.press("push button", "1")
        until(lambda: assistant.tree().find(role="push button", name="2"), "the press to count")
        assert [n.text for n in assistant.tree().find(role="text", name="words")] == ["pir r"]
        assert app.close() == 0
