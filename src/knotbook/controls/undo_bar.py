"""Says what was just done and takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from knotbook.controls.announce import announce
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme


class UndoBar(QWidget):
    """One line in words, with Undo and Redo beside it. It never goes away on a timer."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setObjectName("said")
        self._undo = QPushButton(self.tr("Undo"), self)
        self._redo = QPushButton(self.tr("Redo"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self.set_theme(theme)
        self.set_labels(None, None)

    def say(self, words: str) -> None:
        """Show one short sentence, such as "Saved. 6 at right piriformis"."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        announce(self._words, words)

    def said(self) -> str:
        """The sentence shown now."""
        return self._words.text()

    def set_labels(self, undo: str | None, redo: str | None) -> None:
        """What Undo and Redo would do now; None hides the button."""
        for button, name, label in ((self._undo, self.tr("Undo"), undo), (self._redo, self.tr("Redo"), redo)):
            button.setVisible(label is not None)
            button.setToolTip(f"{name}: {label}" if label else "")
            button.setAccessibleName(f"{name}: {label}" if label else name)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of `theme`."""
        self._undo.setIcon(icon("undo", theme.ink))
        self._redo.setIcon(icon("redo", theme.ink))
