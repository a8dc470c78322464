"""How far saving has come, with a way to stop it, and then where it is or why it is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class SavingRow(QWidget):
    """Hidden until something is being saved. `cancelled`: the person wants it stopped."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(240)
        self._bar.setAccessibleName(self.tr("Saved so far"))
        self._button = QPushButton(self)
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._button)
        self._running = False
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something is being saved."""
        return self._running

    def words(self) -> str:
        """What it says now; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_progress(self, done: int, total: int) -> None:
        """`done` of `total` pictures are on the disk."""
        self._running = True
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._bar.show()
        self._words.setProperty("role", "caption")
        self._say(self.tr("Saving day {done} of {total}…").format(done=done, total=total), self.tr("Cancel"))

    def show_end(self, words: str, *, error: bool = False) -> None:
        """It is over: `words` say where it is, or what went wrong."""
        self._running = False
        self._bar.hide()
        self._words.setProperty("role", "error" if error else "caption")
        self._say(words, self.tr("Close"))

    def _say(self, words: str, button: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._words.style().polish(self._words)
        self._button.setText(button)
        self.show()

    def _pressed(self) -> None:
        if self._running:
            self.cancelled.emit()
        else:
            self.hide()
