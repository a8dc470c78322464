"""While it is pressed: the face of the timer, pause, end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.release.enter_button import EnterButton
from knotbook.release.timer_face import TimerFace
from knotbook.resources.theme import Theme


class RunPage(QWidget):
    """Big enough to be read from the floor. P pauses and goes on, Enter ends."""

    pause_wished = Signal()
    end_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = TimerFace(theme, self)
        self._what = QLabel(self)
        self._what.setWordWrap(True)
        self._what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pause = EnterButton(self)
        self.end = EnterButton(self.tr("End"), self)
        self.end.setProperty("role", "primary")
        for button in (self.pause, self.end):
            button.setMinimumHeight(48)
        self.pause.clicked.connect(self.pause_wished)
        self.end.clicked.connect(self.end_wished)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pause, 1)
        row.addWidget(self.end, 1)
        keys = QLabel(self.tr("P pauses, Enter ends"), self)
        keys.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.face, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._what)
        column.addStretch(2)
        column.addWidget(keys, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        self.set_theme(theme)
        self.show_time(0, 0, paused=False)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.face.set_theme(theme)
        self._dress_pause(paused=False)

    def open_with(self, words: str) -> None:
        """Say what is done; the keyboard goes to End."""
        self._what.setText(words)
        self.end.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_time(self, seconds: int, length: int, *, paused: bool) -> None:
        """`seconds` so far of `length` (0: open end)."""
        self.face.show_time(seconds, length, paused=paused)
        self._dress_pause(paused=paused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P pauses, Enter ends wherever the keyboard stands."""
        if event.text().lower() == "p":
            self.pause_wished.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end_wished.emit()
        else:
            super().keyPressEvent(event)

    def _dress_pause(self, *, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause", self._theme.ink))
