"""The number strip where one key answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from knotbook.controls.nrs_strip import NrsButton, NrsStrip
from knotbook.resources.theme import Theme

CELL_PX = 28
"""Width of a number; more than the 24 px of a small target."""


def number_of(event: QKeyEvent) -> int | None:
    """What a key says at once: 0 to 9, X for 10; None for every other key."""
    text = event.text().lower()
    if text == "x":
        return 10
    return int(text) if len(text) == 1 and text in "0123456789" else None


class OneKeyStrip(NrsStrip):
    """0 to 9 and X (10) choose at once; arrows, Enter, Escape and the mouse as on every strip. Fits beside the map."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, value: int | None = None) -> None:
        super().__init__(theme, parent, value=value)
        for button in self.findChildren(NrsButton):
            button.setFixedWidth(CELL_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits before the strip moves to them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = number_of(event)
            if number is not None and not event.isAutoRepeat():
                self.choose(number)
                return True
        return super().eventFilter(watched, event)

    def choose(self, number: int) -> None:
        """Choose `number` as if it had been pressed."""
        if self.value is not None:
            self.set_value(number)
        self.chosen.emit(number)
