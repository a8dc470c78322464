"""A few words in a grid, one of them chosen."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget


class ChoiceChips(QWidget):
    """Chips of which one is on. `chosen(value)` when the person turns one on."""

    chosen = Signal(object)

    def __init__(self, name: str, across: int, parent: QWidget | None = None) -> None:
        """`name`: what is chosen, for a screen reader; `across`: chips in a line."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._across = across
        self._group = QButtonGroup(self)
        self._values: dict[QPushButton, Hashable] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    @property
    def value(self) -> Hashable:
        """What is chosen; None if nothing is."""
        button = self._group.checkedButton()
        return self._values.get(button) if isinstance(button, QPushButton) else None

    def show_choices(self, choices: Sequence[tuple[Hashable, str]], value: Hashable) -> None:
        """Offer (value, words), with `value` on."""
        for button in self._values:
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._values = {}
        for number, (one, words) in enumerate(choices):
            button = QPushButton(words, self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setChecked(one == value)
            button.clicked.connect(lambda _checked=False, v=one: self.chosen.emit(v))
            self._group.addButton(button)
            self._grid.addWidget(button, number // self._across, number % self._across)
            self._values[button] = one
