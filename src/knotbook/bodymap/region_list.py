"""The map as a list: every region of the layer on show, with its value, and a search through all. The equal of the
picture.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from knotbook.bodymap.finder import read_entry
from knotbook.bodymap.gesture import Typing
from knotbook.bodymap.region_model import Elsewhere, RegionModel
from knotbook.bodymap.teller import Teller
from knotbook.controls.announce import announce
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme


class RegionList(QWidget):
    """Search, choose with the arrows, type 0 to 10, Enter.

    `place_chosen(Place)`: the current row. `strip_wanted(Place)`: Enter or a double click without a number.
    `pain_entered(Place, int)`: a number and Enter, on a row or in the search ("pir r 6"). `opened(Place)`: Right on a
    row, for what is known of it. `left()`: Esc.
    """

    place_chosen = Signal(object)
    strip_wanted = Signal(object)
    pain_entered = Signal(object, int)
    opened = Signal(object)
    left = Signal()

    def __init__(self, teller: Teller, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.model = RegionModel(teller, theme)
        self.model.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Search regions"))
        self.edit.setAccessibleName(self.tr("Search regions"))
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)
        self.view = _Rows(self)
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setIconSize(QSize(24, 24))
        self.view.setAccessibleName(self.tr("Regions of this layer"))
        self.view.setProperty("role", "plain")
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "caption")
        for widget in (self.edit, self.view, self._hint):
            column.addWidget(widget)
        self.edit.textChanged.connect(self._search)
        self.edit.returnPressed.connect(self._enter_found)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._moved())
        self.view.number_typed.connect(self._typed)
        self.view.entered_key.connect(self._enter)
        self.view.doubleClicked.connect(lambda *_: self._enter())
        self.view.right_key.connect(self._open)
        self.view.escape_key.connect(self.left)
        self._typing = Typing()
        self._say(None)

    @property
    def current(self) -> Place | None:
        """The place of the current row."""
        place = self.view.currentIndex().data(Qt.ItemDataRole.UserRole)
        return place if isinstance(place, Place) else None

    def show_place(self, place: Place | None) -> None:
        """Make `place` the current row, if it has one, without saying so."""
        row = self.model.row_of(place) if place else -1
        if row >= 0 and place != self.current:
            self._quiet = True
            self.view.setCurrentIndex(self.model.index(row))
            self._quiet = False

    def set_places(self, places: Sequence[Place], elsewhere: Elsewhere = tuple) -> None:
        """See the model; the current row stays if it is still there."""
        before = self.current
        self.model.set_places(places, elsewhere)
        self.show_place(before)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.model.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search to the rows, Esc empties it, then leaves."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self._enter_rows()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.edit.clear() if self.edit.text() else self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _enter_rows(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current is None:
            self.view.setCurrentIndex(self.model.index(0))
        else:
            self._moved()

    def _search(self, text: str) -> None:
        """Stand on the likeliest row; a number behind the name waits for Enter."""
        where, value = read_entry(text)
        self.model.filter(where)
        if where:
            self.show_place(self.model.place(0))
        self._say(value)
        if where:
            announce(self.edit, self._found())

    def _found(self) -> str:
        if self.current is None:
            return self.tr("No place found")
        words = self.tr("{place}, 1 of {count}")
        return words.format(place=self.model.spoken(self.current), count=self.model.rowCount())

    def _enter_found(self) -> None:
        """Enter in the search: save for the likeliest place, or go to it."""
        place, value = self.current, read_entry(self.edit.text())[1]
        if place is not None and value is not None:
            self.edit.clear()
            self.pain_entered.emit(place, value)
        elif self.model.rowCount():
            self._enter_rows()

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _moved(self) -> None:
        self._typing = Typing()
        self._say(None)
        if self.current is not None and not self._quiet:
            self.place_chosen.emit(self.current)

    def _typed(self, text: str) -> None:
        self._typing = self._typing.typed(text) or self._typing
        self._say(self._typing.value)
        announce(self.view, self._hint.text())

    def _enter(self) -> None:
        place, value = self.current, self._typing.value
        if place is None:
            return
        self._typing = Typing()
        self._say(None)
        if value is None:
            self.strip_wanted.emit(place)
        else:
            self.pain_entered.emit(place, value)

    def _say(self, value: int | None) -> None:
        plain = self.tr("On a row: type 0 to 10, Enter saves; Right opens it.")
        self._hint.setText(plain if value is None else self.tr("{value}: Enter saves.").format(value=value))


class _Rows(QListView):
    """A list whose digits are numbers, not searches."""

    number_typed = Signal(str)
    entered_key = Signal()
    right_key = Signal()
    escape_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are ours."""
        if event.text() and event.text() in "0123456789xX":
            self.number_typed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.right_key.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_key.emit()
        else:
            super().keyPressEvent(event)
