"""A row of joined buttons of which one is always chosen."""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from knotbook.controls.speak_as import speak_as
from knotbook.resources.theme import Theme

_STYLE = Template("""
QPushButton { background: $surface; color: $ink_soft; border: 1px solid $line; border-radius: 0; padding: 5px 12px;
  margin-left: -1px; }
QPushButton:hover { background: $accent_soft; color: $ink; }
QPushButton:checked { background: $accent_soft; color: $accent; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[end="first"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; margin-left: 0; }
QPushButton[end="last"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px; }
""")


class Segmented(QWidget):
    """`chosen(object)`: the person picked another value. Arrow keys move, as in any group of buttons."""

    chosen = Signal(object)

    def __init__(self, title: str, items: Sequence[tuple[object, str, str]], theme: Theme, parent: QWidget) -> None:
        """`items`: value, words on the button, and its tool tip. The first is chosen at the start."""
        super().__init__(parent)
        self.setAccessibleName(title)
        speak_as(self, QAccessible.Role.Grouping)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _, _ in items]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (_, words, tip) in enumerate(items):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # told as one of several, not as a box to tick
            button.setChecked(number == 0)
            button.setToolTip(tip)
            button.setAccessibleName(f"{title}: {words}")
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # after a click the keyboard stays on the map: Space pans there
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setProperty("end", "first" if number == 0 else "last" if number == len(items) - 1 else "")
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._toggled)
        self.set_theme(theme)

    @property
    def value(self) -> object:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: object) -> None:
        """Choose `value` without saying so; raises ValueError if it is none of the items'."""
        self._group.blockSignals(True)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        names = ("surface", "ink", "ink_soft", "line", "accent", "accent_soft", "focus")
        self.setStyleSheet(_STYLE.substitute({name: getattr(theme, name) for name in names}))

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._values[number])
