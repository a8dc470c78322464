"""The number strip where one key answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from knotbook.controls.nrs_strip import NrsButton, NrsStrip
from knotbook.resources.theme import Theme

CELL_PX = 28
"""Width of a number; more than the 24 px of a small target."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


def number_of(event: QKeyEvent) -> int | None:
    """What a key says at once: 0 to 9, X for 10; None for every other key."""
    text = event.text().lower()
    if text == "x":
        return 10
    return int(text) if len(text) == 1 and text in "0123456789" else None


class OneKeyStrip(NrsStrip):
    """0 to 9 and X (10) choose at once; arrows, Escape and the mouse as on every strip. Fits beside the map.

    Enter takes a number only if one was offered or gone to: nothing is ever answered by a key pressed once too often.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, value: int | None = None) -> None:
        super().__init__(theme, parent, value=value)
        self._meant = False
        for button in self.findChildren(NrsButton):
            button.setFixedWidth(CELL_PX)

    def take_keyboard(self, offered: int | None) -> None:
        """Give it the keyboard; Enter takes `offered`."""
        self._meant = offered is not None
        self.focus_number(offered or 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits before the strip moves to them, and Enter where no number is meant."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = number_of(event)
            if number is not None and not event.isAutoRepeat():
                self.choose(number)
                return True
            if event.key() in _ENTER and (event.isAutoRepeat() or not self._meant):
                return True
            self._meant = self._meant or event.key() in _MOVES
        return super().eventFilter(watched, event)

    def choose(self, number: int) -> None:
        """Choose `number` as if it had been pressed."""
        if self.value is not None:
            self.set_value(number)
        self.chosen.emit(number)
