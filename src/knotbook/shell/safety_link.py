"""Opens the safety card, from the rail and with F1. Nothing that was logged ever does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from knotbook.resources.theme import Theme
from knotbook.shell.rail import Rail

if TYPE_CHECKING:  # the card is imported and built when it is first asked for
    from knotbook.shell.safety_view import SafetyView


class SafetyLink(QObject):
    """The card is built when it is first asked for."""

    def __init__(self, window: QWidget, rail: Rail, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.view: SafetyView | None = None
        rail.help_requested.connect(self.open)
        QShortcut(QKeySequence("F1"), window, self.open)

    def open(self) -> None:
        """Show the card over whatever is there."""
        if self.view is None:
            from knotbook.resources.safety import SafetyCard
            from knotbook.shell.safety_view import SafetyView

            self.view = SafetyView(SafetyCard.load(), self._theme, self._window)
        self.view.open()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)
