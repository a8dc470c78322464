"""Filters by the number, 0 to 10."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from knotbook.controls.nrs_strip import NrsStrip
from knotbook.journal.filters.button import FilterCard
from knotbook.resources.theme import Theme


class NumberCard(FilterCard):
    """Two strips, for the lowest and the highest; a press on a marked number takes the mark away."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._ends: list[int | None] = [None, None]
        self._strips = [self._strip(end, words, theme) for end, words in enumerate((self.tr("From"), self.tr("To")))]
        self._any = QPushButton(self.tr("Any number"), self)
        self._any.clicked.connect(lambda _checked=False: self._forget())
        self.column.addSpacing(8)
        self.column.addWidget(self._any)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear the pain colours of `theme`."""
        for strip in self._strips:
            strip.set_theme(theme)

    def bounds(self) -> tuple[int | None, int | None]:
        """The lowest and the highest number that are wanted; None: no bound."""
        low, high = self._ends
        return (high, low) if low is not None and high is not None and low > high else (low, high)

    def words(self) -> str:
        """The bounds: "6 to 10"."""
        low, high = self.bounds()
        if low is None and high is None:
            return ""
        return self.tr("{low} to {high}").format(low=low or 0, high=10 if high is None else high)

    def clear(self) -> None:
        """Any number, and entries without one."""
        self._ends = [None, None]
        self._show()

    def take_focus(self) -> None:
        """The lowest number."""
        self._strips[0].focus_number(self._ends[0] or 0)

    def _strip(self, end: int, words: str, theme: Theme) -> NrsStrip:
        label = QLabel(words, self)
        label.setProperty("role", "caption")
        strip = NrsStrip(theme, self)
        strip.setAccessibleName(words)
        strip.chosen.connect(lambda number: self._choose(end, number))
        strip.cancelled.connect(self.close)
        self.column.addWidget(label)
        self.column.addWidget(strip)
        return strip

    def _choose(self, end: int, number: int) -> None:
        self._ends[end] = None if self._ends[end] == number else number
        self._show()
        self.changed.emit()

    def _forget(self) -> None:
        self.clear()
        self.changed.emit()

    def _show(self) -> None:
        for strip, number in zip(self._strips, self._ends, strict=True):
            strip.set_value(number)
        self._any.setEnabled(bool(self.words()))
