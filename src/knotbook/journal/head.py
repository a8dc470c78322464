"""The line over the journal: its name, how much there is, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme


class JournalHead(QWidget):
    """Says how many entries are listed, of the diary or of the bin. `newest` and `other` are buttons to connect."""

    def __init__(self, buttons: Sequence[QPushButton], theme: Theme, parent: QWidget | None = None) -> None:
        """`buttons`: for what can be done with the selection."""
        super().__init__(parent)
        self._in_bin = False
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setIndent(3)  # a heavy J reaches out to the left of where text begins
        self.counter = QLabel(self)
        self.counter.setProperty("role", "caption")
        self.counter.setContentsMargins(0, 0, 0, 4)  # on the line of the title
        self.newest = QPushButton(self.tr("Back to the newest"), self)
        self.other = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        for button in (self.newest, *buttons):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.other)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        self.newest.setIcon(icon("undo", theme.ink_soft))
        self.show_bin(self._in_bin)

    def show_bin(self, shown: bool) -> None:
        """Be the head of the bin, or of the journal."""
        self._in_bin = shown
        self._title.setText(self.tr("Bin") if shown else self.tr("Journal"))
        self.other.setText(self.tr("Back to the journal") if shown else self.tr("Bin"))
        self.other.setToolTip("" if shown else self.tr("Entries that were removed"))
        self.other.setIcon(icon("journal" if shown else "bin", self._theme.ink_soft))

    def count(self, total: int, *, is_all: bool, narrowed: bool) -> None:
        """Say how many entries are listed; `narrowed`: of all there are."""
        number = QLocale().toString(total)
        if narrowed:
            words = self.tr("1 entry found") if total == 1 else self.tr("{n} entries found").format(n=number)
        else:
            words = self.tr("1 entry") if total == 1 else self.tr("{n} entries").format(n=number)
        said = words if is_all else self.tr("{words} and more …").format(words=words)
        self.counter.setText(said if total else "")
