"""The rows of the list of regions: those of the layer on show or, while something is searched for, those found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from knotbook.bodymap.colours import scale_colour
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.teller import Teller
from knotbook.controls.nrs_strip import ink_on
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_ALL = 1000
_ROW_PX = 48
_SWATCH_PX = 24
Index = QModelIndex | QPersistentModelIndex
Elsewhere = Callable[[], Collection[Place]]


class RegionModel(QAbstractListModel):
    """One row a region: the plain and the anatomical name, what is known, and a swatch of its colour."""

    def __init__(self, teller: Teller, theme: Theme) -> None:
        super().__init__()
        self._teller, self._theme = teller, theme
        self._every: list[Place] = []
        self._elsewhere: Elsewhere = tuple
        self._rows: list[Place] = []
        self._wanted = ""

    def set_places(self, places: Sequence[Place], elsewhere: Elsewhere = tuple) -> None:
        """The regions that can be touched now, in their order; a search also finds those `elsewhere`."""
        self._every, self._elsewhere = list(dict.fromkeys(places)), elsewhere
        self.filter(self._wanted)

    def filter(self, text: str) -> None:
        """Only the regions meant by `text`, likeliest first; all for an empty one."""
        self._wanted = text.strip()
        rows = self._found() if self._wanted else self._every
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def values_changed(self) -> None:
        """The teller knows other values now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.values_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature; never changed
        """How many regions."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt shows or reads out of a region."""
        if not index.isValid():
            return None
        place = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            words = self._teller.words(place)
            return "\n".join(line for line in (words.plain, _joined(words.anatomical, words.value)) if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._teller.spoken(place)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW_PX)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatch(place)
        return None

    def spoken(self, place: Place) -> str:
        """What a screen reader says of it."""
        return self._teller.spoken(place)

    def place(self, row: int) -> Place | None:
        """The region of a row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, place: Place) -> int:
        """Its row, or -1."""
        return self._rows.index(place) if place in self._rows else -1

    def _found(self) -> list[Place]:
        known = {*self._every, *self._elsewhere()}
        return [place for place in self._teller.names.find(self._wanted, _ALL) if place in known]

    def _swatch(self, place: Place) -> QIcon:
        value, scale = self._teller.value(place), self._teller.scale
        colour = QColor(self._theme.no_data) if value is None else scale_colour(self._theme, scale, value)
        picture = swatch(colour, str(round(value)) if value is not None and scale is Scale.NRS else "")
        made = QIcon(picture)
        made.addPixmap(picture, QIcon.Mode.Selected)  # the colour is the number: a selection must not tint it
        return made


def swatch(colour: QColor, words: str) -> QPixmap:
    """A disc of 24 px in `colour` with a number on it, at twice the pixels."""
    picture = QPixmap(QSize(_SWATCH_PX, _SWATCH_PX) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(1, 1, _SWATCH_PX - 2, _SWATCH_PX - 2)
    painter.setPen(QColor(ink_on(colour.name())))
    font = painter.font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(0, 0, _SWATCH_PX, _SWATCH_PX, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture


def _joined(*words: str) -> str:
    return " · ".join(word for word in words if word)
