"""The map as a list: every region of the layer on show, with its value. The equal of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from knotbook.bodymap.colours import pain_colour
from knotbook.bodymap.gesture import Typing
from knotbook.bodymap.teller import Teller
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_ALL = 1000
_ROW_PX = 32
Index = QModelIndex | QPersistentModelIndex


class RegionModel(QAbstractListModel):
    """One row a region: the plain and the anatomical name, what is known, and a swatch of its colour."""

    def __init__(self, teller: Teller, theme: Theme) -> None:
        super().__init__()
        self._teller, self._theme = teller, theme
        self._every: list[Place] = []
        self._rows: list[Place] = []
        self._wanted = ""

    def set_places(self, places: Sequence[Place]) -> None:
        """The regions that can be touched now, in their order."""
        self._every = list(dict.fromkeys(places))
        self.filter(self._wanted)

    def filter(self, text: str) -> None:
        """Only the regions meant by `text`, likeliest first; all for an empty one."""
        self._wanted = text.strip()
        self.beginResetModel()
        here = set(self._every)
        found = self._teller.names.find(self._wanted, _ALL) if self._wanted else []
        self._rows = [p for p in found if p in here] if self._wanted else self._every
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
            return " · ".join(w for w in (words.plain, words.anatomical, words.value) if w)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._teller.spoken(place)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW_PX)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatch(place)
        return None

    def row_of(self, place: Place) -> int:
        """Its row, or -1."""
        return self._rows.index(place) if place in self._rows else -1

    def _swatch(self, place: Place) -> QIcon:
        value = self._teller.value(place)
        pixmap = QPixmap(16, 16)
        pixmap.fill(QColor(self._theme.no_data) if value is None else pain_colour(self._theme, value))
        return QIcon(pixmap)


class RegionList(QWidget):
    """Search, choose with the arrows, type 0 to 10, Enter.

    `place_chosen(Place)`: the current row. `strip_wanted(Place)`: Enter or a double click without a number.
    `pain_entered(Place, int)`: a number and Enter.
    """

    place_chosen = Signal(object)
    strip_wanted = Signal(object)
    pain_entered = Signal(object, int)

    def __init__(self, teller: Teller, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RegionModel(teller, theme)
        self.model.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Search regions"))
        self.edit.setAccessibleName(self.tr("Search regions"))
        self.view = _Rows(self)
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Regions of this layer"))
        self._hint = QLabel(self.tr("Type 0 to 10 on a region, Enter saves."), self)
        self._hint.setProperty("role", "caption")
        for widget in (self.edit, self.view, self._hint):
            column.addWidget(widget)
        self.edit.textChanged.connect(self.model.filter)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._moved())
        self.view.number_typed.connect(self._typed)
        self.view.entered_key.connect(self._enter)
        self.view.doubleClicked.connect(lambda *_: self._enter())
        self._typing = Typing()

    @property
    def current(self) -> Place | None:
        """The place of the current row."""
        place = self.view.currentIndex().data(Qt.ItemDataRole.UserRole)
        return place if isinstance(place, Place) else None

    def show_place(self, place: Place | None) -> None:
        """Make `place` the current row, if it has one."""
        row = self.model.row_of(place) if place else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _moved(self) -> None:
        self._typing = Typing()
        self._say()
        if self.current is not None:
            self.place_chosen.emit(self.current)

    def _typed(self, text: str) -> None:
        self._typing = self._typing.typed(text) or self._typing
        self._say()

    def _enter(self) -> None:
        place, value = self.current, self._typing.value
        if place is None:
            return
        self._typing = Typing()
        self._say()
        if value is None:
            self.strip_wanted.emit(place)
        else:
            self.pain_entered.emit(place, value)

    def _say(self) -> None:
        value = self._typing.value
        plain = self.tr("Type 0 to 10 on a region, Enter saves.")
        self._hint.setText(plain if value is None else self.tr("{value}: Enter saves.").format(value=value))


class _Rows(QListView):
    """A list whose digits are numbers, not searches."""

    number_typed = Signal(str)
    entered_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are ours."""
        if event.text() and event.text() in "0123456789xX":
            self.number_typed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit()
        else:
            super().keyPressEvent(event)
