"""The row above the journal: a search line and what it is narrowed down by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from knotbook.controls.icons import icon
from knotbook.domain.clock import Clock
from knotbook.domain.sought import Sought
from knotbook.journal.filters.button import FilterButton
from knotbook.journal.filters.dates import DateCard
from knotbook.journal.filters.flow import FlowRow
from knotbook.journal.filters.kinds import KindCard
from knotbook.journal.filters.numbers import NumberCard
from knotbook.journal.filters.places import PlaceCard
from knotbook.journal.typed import PlaceBook, readings
from knotbook.resources.theme import Theme

LINE_WIDTH = 160
"""Least width of the search line in pixels."""


class FilterBar(FlowRow):
    """`sought(Sought)`: with every letter and every choice. `left_downwards`: Down was pressed in the search line."""

    sought = Signal(object)
    left_downwards = Signal()

    def __init__(self, book: PlaceBook, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        """`clock`: tells what "last 7 days" means."""
        super().__init__(parent)
        self._book = book
        self.line = QLineEdit(self)
        self.places = PlaceCard(self.tr("Place"), book, theme, self)
        self.kinds = KindCard(self.tr("Kind"), self)
        self.numbers = NumberCard(self.tr("Number"), theme, self)
        self.dates = DateCard(self.tr("Dates"), clock, self)
        cards = (self.places, self.kinds, self.numbers, self.dates)
        self._buttons = [FilterButton(card.accessibleName(), card, theme, self) for card in cards]
        self.noted = QPushButton(self.tr("With note"), self)
        self.noted.setCheckable(True)
        self.photographed = QPushButton(self.tr("With photo"), self)
        self.photographed.setCheckable(True)
        self.clear_all = QPushButton(self.tr("Clear all"), self)
        self._glass = QAction(self)
        self._prepare_line()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._glass.setIcon(icon("search", theme.ink_soft, 16))
        self.clear_all.setIcon(icon("close", theme.ink_soft, 16))
        self.numbers.set_theme(theme)
        for button in self._buttons:
            button.set_theme(theme)

    def what(self) -> Sought:
        """What is sought now."""
        low, high = self.numbers.bounds()
        since, until = self.dates.bounds()
        return Sought(
            readings=readings(self.line.text(), self._book),
            kinds=self.kinds.kinds(),
            places=self.places.places(),
            lowest=low,
            highest=high,
            since_ms=since,
            until_ms=until,
            noted=self.noted.isChecked(),
            photographed=self.photographed.isChecked(),
        )

    def clear(self) -> None:
        """Seek everything again."""
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        for button in self._buttons:
            button.card.clear()
            button.refresh()
        self.settle()
        for switch in (self.noted, self.photographed):
            switch.setChecked(False)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search line Down goes into the table, Escape empties the line."""
        if event.type() == QEvent.Type.FocusIn:
            self._book.called(self.line.placeholderText())  # the first question takes longest: not the first letter's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
        return super().eventFilter(watched, event)

    def _prepare_line(self) -> None:
        self.line.setPlaceholderText(self.tr("Search"))
        self.line.setAccessibleName(self.tr("Search in notes, words, places, exercises and tools"))
        self.line.setToolTip(self.tr("Notes, words, places, exercises and tools (Ctrl+F)"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(LINE_WIDTH)
        self.line.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.line.installEventFilter(self)

    def _lay_out(self) -> None:
        self.clear_all.hide()
        self.hold((self.line, *self._buttons, self.noted, self.photographed, self.clear_all))

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._tell())
        for button in self._buttons:
            button.card.changed.connect(self._tell)
            button.card.changed.connect(self.settle)  # its words may be longer now
        for switch in (self.noted, self.photographed):
            switch.clicked.connect(lambda _checked=False: self._tell())
        self.clear_all.clicked.connect(lambda _checked=False: self.clear())

    def _tell(self) -> None:
        what = self.what()
        if self.clear_all.isHidden() is not what.is_everything:
            self.clear_all.setVisible(not what.is_everything)
            self.settle()
        self.sought.emit(what)
