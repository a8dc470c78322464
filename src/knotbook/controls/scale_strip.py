"""Eleven small buttons for a number from 0 to 10 that may be left out; neutral, unlike the colours of pain."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

CELL_HEIGHT = 32

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class ScaleStrip(QWidget):
    """Press a number to choose it, again to take it back. One stop for Tab; arrows move, digits and X (10) choose.

    `changed()` after the person chose or cleared; Delete clears too.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: what is asked, for assistive technology."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons = [self._button(number, name) for number in range(11)]
        for button in self.buttons:
            row.addWidget(button, 1)
        self.set_value(None)

    @property
    def value(self) -> int | None:
        """The chosen number; None: not said."""
        return next((n for n, button in enumerate(self.buttons) if button.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Show `value` without saying so."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == value)
        self._one_stop(value or 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys on any of the buttons drive the whole strip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            return self._key(event, self.buttons.index(watched))
        return super().eventFilter(watched, event)

    def _button(self, number: int, name: str) -> QPushButton:
        button = QPushButton(str(number), self)
        button.setProperty("role", "cell")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFixedHeight(CELL_HEIGHT)
        button.setMinimumWidth(24)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{name}: {number}")
        button.clicked.connect(lambda on, n=number: self._choose(n if on else None))
        button.installEventFilter(self)
        return button

    def _choose(self, value: int | None) -> None:
        self.set_value(value)
        self.changed.emit()

    def _key(self, event: QKeyEvent, here: int) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(max(0, min(10, here + step)))
        elif event.key() in _CLEARING:
            self._choose(None)
        elif event.text().isdecimal() or event.text().lower() == "x":
            number = 10 if event.text().lower() == "x" else int(event.text())
            self._choose(number)
            self._go(number)
        else:
            return False
        return True

    def _go(self, number: int) -> None:
        self._one_stop(number)
        self.buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _one_stop(self, number: int) -> None:
        for index, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == number else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[number])
