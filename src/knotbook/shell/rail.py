"""The narrow rail of places at the left: icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.controls.tips import TipRight
from knotbook.resources.theme import Theme


class RailPlace(NamedTuple):
    """One place of the rail: key, visible word, icon name, shortcut."""

    key: str
    word: str
    icon: str
    shortcut: str


class Rail(QWidget):
    """Places of the window. Ctrl+1, Ctrl+2 ... go straight to one."""

    place_chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, places: Sequence[RailPlace], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(88)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._places = tuple(places)
        self._time = ""
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        self._buttons = {place.key: self._button(place) for place in places}
        for key, button in self._buttons.items():
            if key == self._places[-1].key:
                column.addStretch(1)
                self.help = self._help_button()
                column.addWidget(self.help)
            column.addWidget(button)
        self.set_theme(theme)
        self.choose(self._places[0].key)

    def choose(self, key: str) -> None:
        """Show `key` as the current place without saying so."""
        self._buttons[key].setChecked(True)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        self._dress()

    def show_time(self, time: str) -> None:
        """The time of a release under way, for the first place, where it is seen from the others; "": there is none."""
        if time != self._time:
            self._time = time
            self._dress()

    def _help_button(self) -> QToolButton:
        button = self._plain_button(self.tr("Safety"))
        button.setToolTip(self.tr("When to get help, and where not to press (F1)"))
        button.setAccessibleName(self.tr("Safety: when to get help"))
        button.clicked.connect(self.help_requested)
        return button

    def _plain_button(self, word: str) -> QToolButton:
        button = TipRight(self)
        button.setText(word)
        button.setProperty("role", "rail")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(24, 24))
        button.setFixedSize(72, 60)
        return button

    def _button(self, place: RailPlace) -> QToolButton:
        button = self._plain_button(place.word)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # told as one of several, not as a box to tick
        button.setShortcut(QKeySequence(place.shortcut))
        button.setAccessibleName(place.word)
        button.clicked.connect(lambda _checked=False, key=place.key: self._chosen(key))
        self._group.addButton(button)
        return button

    def _chosen(self, key: str) -> None:
        self._dress()
        self.place_chosen.emit(key)

    def _dress(self) -> None:
        self.help.setIcon(icon("help", self._theme.ink_soft, 24))
        for place in self._places:
            button = self._buttons[place.key]
            is_lit = button.isChecked()
            word, picture, told = place.word, place.icon, f"{place.word} ({place.shortcut})"
            if self._time and place is self._places[0] and not is_lit:
                word, picture, is_lit = self._time, "release", True
                told = self.tr("{place}: a release is being timed").format(place=told)
            button.setIcon(icon(picture, self._theme.accent if is_lit else self._theme.ink_soft, 24))
            if word != button.text():
                button.setText(word)
                button.setShortcut(QKeySequence(place.shortcut))  # Qt takes it away with the words
            button.setToolTip(told)
            button.setAccessibleDescription(told if word != place.word else "")
