"""Chips for what lies under the finger, nearest first, sorted by how deep it is. Choosing one is never required."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from knotbook.bodymap.names import Names, without_side
from knotbook.domain.place import Layer, Place, Point

MOST = 5  # what lies deeper than five structures is not told apart by pressing
_CHIP_PX = 30


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing a press may have meant: the words on its chip and, in words, how deep it lies."""

    place: Place
    words: str
    depth: str = ""


def offers(names: Names, touched: Place, point: Point, layer: Layer) -> list[Offer]:
    """What a click at `point` may mean, the touched place first. A click on a muscle means that muscle."""
    first = [Offer(touched, names.plain(touched))]
    if layer is not Layer.SKIN:
        return first
    beneath = names.under(touched, point)[:MOST]
    return first + [Offer(place, without_side(names.name(place), place), depth) for place, depth in beneath]


class DepthChoice(QWidget):
    """`chosen(Place)`: the person picked one. With `checkable` the chips stay pressed, the first one at the start.

    Tab reaches the chips and the arrow keys go from one to the next.
    """

    chosen = Signal(object)

    def __init__(self, offered: Sequence[Offer], parent: QWidget, *, checkable: bool = False, columns: int = 2) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._checkable = checkable
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(columns + 1, 1)
        row = 0
        for depth, own in groupby(offered, key=lambda offer: offer.depth):
            row = self._add(grid, row, depth, list(own), columns)

    def chips(self) -> Iterator[QPushButton]:
        """The chips, nearest first."""
        for button in self._group.buttons():
            assert isinstance(button, QPushButton), "only chips are in the group"
            yield button

    def _add(self, grid: QGridLayout, row: int, depth: str, own: Sequence[Offer], columns: int) -> int:
        """One depth; gives the next free row."""
        if depth:
            caption = QLabel(depth, self)
            caption.setProperty("role", "caption")
            caption.setMinimumHeight(_CHIP_PX)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        for number, offer in enumerate(own):
            grid.addWidget(self._chip(offer), row + number // columns, 1 + number % columns)
        return row + (len(own) + columns - 1) // columns

    def _chip(self, offer: Offer) -> QPushButton:
        chip = QPushButton(offer.words, self)
        chip.setProperty("role", "chip")
        chip.setAccessibleName(f"{offer.words}, {offer.depth}" if offer.depth else offer.words)
        chip.setMinimumHeight(_CHIP_PX)
        chip.setCheckable(self._checkable)
        chip.setChecked(self._checkable and not self._group.buttons())
        chip.clicked.connect(lambda _checked=False: self.chosen.emit(offer.place))
        self._group.addButton(chip)
        return chip
