"""The 11 buttons that a plain click opens at the point, and what else lies under the finger there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from knotbook.bodymap.depth_choice import DepthChoice, Offer
from knotbook.controls.nrs_strip import NrsStrip
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_AWAY = 16  # pixels between the point and the popup: a second click of a double click must still reach the map
_EDGE = 4


class StripPopup(QFrame):
    """A panel inside the map with the name of the place, 0 to 10, and optional chips for what lies beneath."""

    chosen = Signal(object, int)
    cancelled = Signal()
    preferred = Signal(object)

    def __init__(self, theme: Theme, title: str, offered: Sequence[Offer], start: int, parent: QWidget) -> None:
        """`offered`: the touched place first, then what lies beneath."""
        super().__init__(parent)
        self._room = parent
        self.setProperty("role", "panel")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._place = offered[0].place
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(heading)
        self._strip = NrsStrip(theme, self)
        column.addWidget(self._strip)
        if len(offered) > 1:
            self._add_chips(column, offered)
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

    def _add_chips(self, column: QVBoxLayout, offered: Sequence[Offer]) -> None:
        caption = QLabel(self.tr("Where in the depth? (if you know)"), self)
        caption.setProperty("role", "caption")
        column.addWidget(caption)
        skin = Offer(offered[0].place, self.tr("Skin only"), self.tr("on the skin"))
        chips = DepthChoice((skin, *offered[1:]), self, checkable=True)
        chips.chosen.connect(self._prefer)
        column.addWidget(chips)

    def _prefer(self, place: Place) -> None:
        self._place = place
        self.preferred.emit(place)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._place, number)
