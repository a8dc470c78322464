"""A few words in lines, one of them chosen."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from knotbook.release.enter_button import EnterButton

CHIP_PX = 30
"""Height of a chip: its style sheet rounds the ends only where they have room."""
_GAP = 6


class ChoiceChips(QWidget):
    """Chips of which one is on, broken into lines of `width` px. `chosen(value)` when the person turns one on."""

    chosen = Signal(object)

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        """`name`: what is chosen, for a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._width = width
        self._group = QButtonGroup(self)
        self._values: dict[QPushButton, Hashable] = {}
        self._lines: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    @property
    def value(self) -> Hashable:
        """What is chosen; None if nothing is."""
        button = self._group.checkedButton()
        return self._values.get(button) if isinstance(button, QPushButton) else None

    def show_choices(self, choices: Sequence[tuple[Hashable, str]], value: Hashable) -> None:
        """Offer (value, words), with `value` on."""
        self._clear()
        room = 0
        for one, words in choices:
            button = self._button(one, words, on=one == value)
            wide = button.sizeHint().width()
            if wide > room:
                self._break_line()
                room = self._width
            self._lines[-1].insertWidget(self._lines[-1].count() - 1, button)
            room -= wide + _GAP

    def _button(self, value: Hashable, words: str, *, on: bool) -> QPushButton:
        button = EnterButton(words, self)
        button.setProperty("role", "chip")
        button.setMinimumHeight(CHIP_PX)
        button.setCheckable(True)
        button.setAutoExclusive(self._group.exclusive())  # told as one of several, not as a box to tick
        button.setChecked(on)
        button.clicked.connect(lambda: self.chosen.emit(value))
        self._group.addButton(button)
        self._values[button] = value
        return button

    def _break_line(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addStretch(1)
        self._column.addLayout(line)
        self._lines.append(line)

    def _clear(self) -> None:
        for button in self._values:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for line in self._lines:
            self._column.removeItem(line)
            line.deleteLater()
        self._values, self._lines = {}, []
