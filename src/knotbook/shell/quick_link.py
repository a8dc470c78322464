"""Ctrl+K anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme

if TYPE_CHECKING:  # the grammar is imported when the line is first asked for: the first paint does not wait for it
    from knotbook.shell.quick_entry import QuickEntry


class QuickLink(QObject):
    """Ctrl+K opens the quick line, which is built at the first time."""

    def __init__(self, window: QWidget, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._theme = theme
        self.entry: QuickEntry | None = None
        QShortcut(QKeySequence("Ctrl+K"), window, self.open)

    def open(self) -> None:
        """Show the line over whatever is there."""
        if self.entry is None:
            from knotbook.shell.quick_entry import QuickEntry

            self.entry = QuickEntry(self._window, self._diary, self._catalogue, self._clock, self._theme)
        self.entry.open()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        if self.entry is not None:
            self.entry.palette.set_theme(theme)
