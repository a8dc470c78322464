"""Says what was just done and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from knotbook.controls.announce import announce
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

_TOGETHER_MS = 60_000


class UndoBar(QWidget):
    """One line in words, with Undo and Redo beside it. It never goes away on a timer."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said, self._times = "", 0
        self._lately = QTimer(self)
        self._lately.setSingleShot(True)
        self._lately.setInterval(_TOGETHER_MS)
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
        """Show one short sentence, such as "Saved. 6 at right piriformis".

        The same one again within a minute is counted: who presses twice has to see that it was saved twice.
        """
        self._times = self._times + 1 if words == self._said and self._lately.isActive() else 1
        self._lately.start()
        self._said = words
        shown = words if self._times == 1 else self.tr("{words} ({n}×)").format(words=words, n=self._times)
        self._words.setText(shown)
        self._words.setAccessibleName(shown)
        announce(self._words, shown)

    def said(self) -> str:
        """The sentence said last."""
        return self._said

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
