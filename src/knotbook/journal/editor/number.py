"""The field for how strong a pain is: the 11-button strip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QWidget

from knotbook.controls.field import Field
from knotbook.controls.nrs_strip import NrsStrip
from knotbook.resources.theme import Theme


class NrsField(Field):
    """0 to 10. One stop for Tab; arrows and digits choose at once, as in a group of radio buttons."""

    cancelled = Signal()

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self.strip = NrsStrip(theme, self, value=0)
        self._buttons = self.strip.findChildren(QPushButton)
        self._put(self.strip, name=self.strip.accessibleName())
        self.strip.chosen.connect(self._chosen)
        self.strip.cancelled.connect(self.cancelled)
        for button in self._buttons:
            button.setAutoDefault(False)
            button.installEventFilter(self)

    def take_focus(self) -> None:
        """Put the keyboard on the number that is chosen."""
        self.strip.focus_number(self._raw())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number that an arrow or a digit leads to is chosen."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            led = event.reason() == Qt.FocusReason.OtherFocusReason
            if led and watched in self._buttons and self._buttons.index(watched) != self._raw():
                self.strip.set_value(self._buttons.index(watched))
                self._chosen(self._raw())
        return super().eventFilter(watched, event)

    def _chosen(self, number: int) -> None:
        self._one_stop(number)
        self.edited.emit()

    def _one_stop(self, number: int) -> None:
        for index, button in enumerate(self._buttons):
            here = index == number
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[number])

    def _show(self, value: int) -> None:
        self.strip.set_value(value)
        self._one_stop(value)

    def _raw(self) -> int:
        return self.strip.value or 0

    def _parse(self) -> int:
        return self._raw()
