"""The button under which a chart can leave Knotbook."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

COPY = "copy"
"""What `chosen` gives for the clipboard; else the ending of the file."""


class SaveButton(QPushButton):
    """`chosen(str)`: `png`, `svg`, `csv`, or `COPY`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Save…"))
        self.setAccessibleName(self.tr("Save or copy this chart"))
        self.setProperty("role", "quiet")
        menu = QMenu(self)
        for key, words in (
            ("png", self.tr("Picture (PNG)…")),
            ("svg", self.tr("Drawing (SVG)…")),
            ("csv", self.tr("Numbers (CSV)…")),
        ):
            menu.addAction(self._action(key, words, menu))
        menu.addSeparator()
        menu.addAction(self._action(COPY, self.tr("Copy picture and numbers"), menu))
        self.setMenu(menu)

    def _action(self, key: str, words: str, menu: QMenu) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(key))
        return action
