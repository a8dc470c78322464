from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from knotbook.controls.speak_as import speak_as


def test_a_painted_widget_is_called_what_it_is_and_keeps_its_name_and_children(qtbot: QtBot) -> None:
    painted, plain = QWidget(), QWidget()
    qtbot.addWidget(painted)
    qtbot.addWidget(plain)
    speak_as(painted, QAccessible.Role.Chart)
    painted.setAccessibleName("Pain over time")
    QPushButton("7 days", painted)
    told = QAccessible.queryAccessibleInterface(painted)
    assert told.role() is QAccessible.Role.Chart and told.text(QAccessible.Text.Name) == "Pain over time"
    assert told.childCount() == 1 and told.child(0).role() is QAccessible.Role.Button
    assert QAccessible.queryAccessibleInterface(plain).role() is QAccessible.Role.Client
