"""The 11 buttons that a plain click opens at the point, and what else lies under the finger there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.bodymap.names import Names, without_side
from knotbook.controls.nrs_strip import NrsStrip
from knotbook.domain.place import Layer, Place, Point
from knotbook.resources.theme import Theme

_AWAY = 16  # pixels between the point and the popup: a second click of a double click must still reach the map
_EDGE = 4
_CHIP_PX = 30
_BENEATH = 3  # chips for what lies beneath a skin zone, nearest first


def choices(names: Names, touched: Place, point: Point, layer: Layer) -> list[tuple[Place, str]]:
    """What a click at `point` may mean, with the words for each. A click on a muscle means that muscle."""
    first = [(touched, names.plain(touched))]
    if layer is not Layer.SKIN:
        return first
    return first + [
        (place, without_side(names.name(place), place)) for place in names.beneath_place(touched, point)[:_BENEATH]
    ]


class StripPopup(QFrame):
    """A panel inside the map with the name of the place, 0 to 10, and optional chips for what lies beneath."""

    chosen = Signal(object, int)
    cancelled = Signal()
    preferred = Signal(object)

    def __init__(
        self, theme: Theme, title: str, choices: Sequence[tuple[Place, str]], start: int, parent: QWidget
    ) -> None:
        """`choices`: the touched place first, then what lies beneath, with the words on their chips."""
        super().__init__(parent)
        self._room = parent
        self.setProperty("role", "panel")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._place = choices[0][0]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(heading)
        self._strip = NrsStrip(theme, self)
        column.addWidget(self._strip)
        if len(choices) > 1:
            self._add_chips(column, choices)
        self._strip.chosen.connect(self._choose)
        self._strip.cancelled.connect(self.cancelled)
        self._start = start

    @property
    def strip(self) -> NrsStrip:
        """The eleven buttons."""
        return self._strip

    def open_at(self, at: QPointF) -> None:
        """Show it near `at` (pixels of the parent), wholly inside the parent and never over the point."""
        self.adjustSize()
        self.move(self._corner(at))
        self.show()
        self.raise_()
        self._strip.focus_number(self._start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are ours."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _corner(self, at: QPointF) -> QPoint:
        room, size = self._room.size(), self.size()
        x = min(room.width() - size.width() - _EDGE, round(at.x() - size.width() / 2))
        y = round(at.y()) + _AWAY
        if y + size.height() > room.height() - _EDGE:
            y = round(at.y()) - _AWAY - size.height()
        return QPoint(max(_EDGE, x), max(_EDGE, y))

    def _add_chips(self, column: QVBoxLayout, choices: Sequence[tuple[Place, str]]) -> None:
        caption = QLabel(self.tr("Where in the depth? (if you know)"), self)
        caption.setProperty("role", "caption")
        column.addWidget(caption)
        grid = QGridLayout()
        grid.setSpacing(4)
        column.addLayout(grid)
        group = QButtonGroup(self)
        for number, (place, words) in enumerate(choices):
            chip = QPushButton(words if number else self.tr("Skin only"), self)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.clicked.connect(lambda _checked=False, p=place: self._prefer(p))
            chip.setMinimumHeight(_CHIP_PX)
            group.addButton(chip)
            grid.addWidget(chip, number // 2, number % 2)

    def _prefer(self, place: Place) -> None:
        self._place = place
        self.preferred.emit(place)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._place, number)
