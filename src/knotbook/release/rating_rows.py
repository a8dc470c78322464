"""One strip under another: how strong is it here, and there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Place
from knotbook.release.offers import Given
from knotbook.release.one_key_strip import OneKeyStrip
from knotbook.resources.theme import Theme


@dataclass(frozen=True, slots=True)
class RatingRow:
    """`offered`: the number Enter would take (NRS). `held`: it stands already, given at `when`."""

    place: Place
    words: str
    offered: int | None = None
    held: bool = False
    when: Instant | None = None


class RatingRows(QWidget):
    """Asks for one number a place; the keyboard goes to the next by itself.

    `given(Place)` after each number, `complete` when every place has one and the last was just given.
    """

    given = Signal(object)
    complete = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._given: dict[Place, Given] = {}
        self._strips: dict[Place, OneKeyStrip] = {}
        self._offered: dict[Place, int | None] = {}
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def set_theme(self, theme: Theme) -> None:
        """Repaint the strips in the colours of `theme`."""
        self._theme = theme
        for strip in self._strips.values():
            strip.set_theme(theme)

    def show_rows(self, rows: Sequence[RatingRow]) -> None:
        """Ask for these places. A number given already for one of them stays."""
        kept = {row.place: self._given[row.place] for row in rows if row.place in self._given}
        self._clear()
        self._given = kept
        for row in rows:
            if row.held and row.offered is not None and row.place not in kept:
                self._given[row.place] = Given(row.place, row.offered, row.when or self._clock.now())
            self._offered[row.place] = row.offered
            self._add(row)

    def start_anew(self) -> None:
        """Forget every number."""
        self._clear()
        self._given = {}

    def numbers(self) -> tuple[Given, ...]:
        """What was given so far, in the order of the rows."""
        return tuple(self._given[place] for place in self._strips if place in self._given)

    def missing(self) -> tuple[Place, ...]:
        """The places without a number."""
        return tuple(place for place in self._strips if place not in self._given)

    def focus_next(self) -> bool:
        """Put the keyboard on the first place without a number; False if there is none."""
        place = next(iter(self.missing()), None)
        if place is not None:
            self._strips[place].take_keyboard(self._offered[place])
        return place is not None

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._strips, self._offered = [], {}, {}

    def _add(self, row: RatingRow) -> None:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(row.words, box)
        label.setWordWrap(True)
        given = self._given.get(row.place)
        strip = OneKeyStrip(self._theme, box, value=given.intensity if given else None)
        strip.setAccessibleName(self.tr("{place}: how strong right now, 0 to 10").format(place=row.words))
        label.setBuddy(strip)
        strip.chosen.connect(lambda number, place=row.place: self._take(place, number))
        column.addWidget(label)
        column.addWidget(strip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(box)
        box.show()
        self._rows.append(box)
        self._strips[row.place] = strip

    def _take(self, place: Place, number: int) -> None:
        self._given[place] = Given(place, number, self._clock.now())
        self._strips[place].set_value(number)
        self.given.emit(place)
        if not self.focus_next():
            self.complete.emit()
