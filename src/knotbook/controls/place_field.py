"""The fields for where: a typed name finds the place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from knotbook.controls.chips import ChipFlow
from knotbook.controls.field import AnswerError, Field
from knotbook.controls.names import Names
from knotbook.controls.two_lines import ROW_PX, TwoLines
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

OFFERED = 8
"""How many places are offered while typing."""
_DOT = " · "
# The offer opens, or another window is looked at for a moment.
_STILL_TYPING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def both(place: Place, names: Names) -> str:
    """The plain and the anatomical name of a place: "Right deep buttock · Right piriformis"."""
    plain, name = names.plain(place), names.name(place)
    return plain if plain == name else f"{plain}{_DOT}{name}"


class _Offers(QStringListModel):
    """Places by `both` names, which a list shows one under the other: side by side they would be cut."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """In two lines to look at, in one to be read out and to be put into the line."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW_PX)
        said = super().data(index, Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(said).replace(_DOT, "\n", 1)
        return said if role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole) else None


class PlaceLine(QLineEdit):
    """A line that offers places while a name is typed. `picked(place)`: one was taken from the offer."""

    picked = Signal(object)

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._offer: dict[str, Place] = {}
        self._list = _Offers(self)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Part of a name and a side: pir r"))
        finder = QCompleter(self._list, self)
        self._popup = QListView()  # the completer owns it
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setMaxVisibleItems(OFFERED)
        finder.setPopup(self._popup)
        self._popup.setAccessibleName(self.tr("Places found"))
        self._popup.setItemDelegate(TwoLines(self._popup))
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCompleter(finder)
        finder.activated.connect(self._activated)
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._take_first)
        after_qt = Qt.ConnectionType.QueuedConnection  # it writes its text after `activated`
        finder.activated.connect(lambda _words: self.setCursorPosition(0), after_qt)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A line that is left shows the beginning of a name that is longer than it."""
        super().focusOutEvent(event)
        if event.reason() not in _STILL_TYPING:
            self.setCursorPosition(0)

    def resolve(self) -> Place:
        """The one place that the text means. Raises `AnswerError` if there is none, or more than one."""
        text = " ".join(self.text().split())
        if not text:
            raise AnswerError(self.tr("Say where: part of a name and a side, such as “pir r”."))
        if text in self._offer:
            return self._offer[text]
        found = self._names.find(text, OFFERED)
        exact = [place for place in found if text.casefold() in self._names_of(place)]
        best = exact or found
        if len(best) == 1:
            return best[0]
        if not best:
            raise AnswerError(self.tr("No place is called “{text}”.").format(text=text))
        some = ", ".join(self._names.spoken(place) for place in best[:3])
        raise AnswerError(self.tr("Which one: {places}? Pick it from the list.").format(places=some))

    def _names_of(self, place: Place) -> set[str]:
        names = (self._names.plain(place), self._names.name(place), both(place, self._names))
        return {name.casefold() for name in names}

    def _search(self, text: str) -> None:
        self._offer = {both(place, self._names): place for place in self._names.find(text, OFFERED)}
        self._list.setStringList(list(self._offer))

    def _activated(self, words: str) -> None:
        if words in self._offer:
            self.picked.emit(self._offer[words])

    def _take_first(self) -> None:
        """Enter while places are offered takes the first, unless another one is marked already."""
        if not self._popup.isVisible() or self._popup.currentIndex().isValid() or not self._offer:
            return
        self._popup.hide()
        words, place = next(iter(self._offer.items()))
        self.setText(words)
        self.picked.emit(place)


class PlaceField(Field):
    """One place, by its plain and its anatomical name."""

    def __init__(self, label: str, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self._names = names
        self.edit = PlaceLine(names, self)
        self._put(self.edit)
        self.edit.textEdited.connect(lambda _text: self.edited.emit())
        self.edit.picked.connect(lambda _place: self.edited.emit())
        self.edit.editingFinished.connect(self._spell_out)

    def _spell_out(self) -> None:
        """Show the full name of what was typed, if it is clear."""
        try:
            place = self.value()
        except AnswerError:
            return
        self.edit.setText(both(place, self._names))

    def _show(self, value: Place) -> None:
        self.edit.setText(both(value, self._names))
        self.edit.setCursorPosition(0)

    def _raw(self) -> str:
        return self.edit.text().strip()

    def _parse(self) -> Place:
        return self.edit.resolve()


class PlacesField(Field):
    """Several places, each a chip that a press takes away; the line adds another."""

    def __init__(self, label: str, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self._names = names
        self._places: tuple[Place, ...] = ()
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips = ChipFlow(box, checkable=False)
        self.edit = PlaceLine(names, box)
        column.addWidget(self.chips)
        column.addWidget(self.edit)
        self._put(self.edit, name=self.tr("{what}: add a place").format(what=label), shown=box)
        self.edit.picked.connect(self._add, Qt.ConnectionType.QueuedConnection)  # Qt writes its text after `picked`
        self.edit.textEdited.connect(lambda _text: self.edited.emit())
        self.chips.pressed.connect(self._drop)

    def _add(self, place: Place) -> None:
        self.edit.clear()
        self._list((*self._places, place))
        self.edited.emit()

    def _drop(self, words: str) -> None:
        self._list(tuple(place for place in self._places if self._chip(place) != words))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _list(self, places: tuple[Place, ...]) -> None:
        self._places = tuple(dict.fromkeys(places))
        told = [self.tr("Take {place} away").format(place=self._names.spoken(place)) for place in self._places]
        self.chips.set_words([self._chip(place) for place in self._places], told)

    def _chip(self, place: Place) -> str:
        return f"{self._names.name(place)}  ×"

    def _show(self, value: tuple[Place, ...]) -> None:
        self.edit.clear()
        self._list(value)

    def _raw(self) -> tuple[tuple[Place, ...], str]:
        return self._places, self.edit.text().strip()

    def _parse(self) -> tuple[Place, ...]:
        if not self.edit.text().strip():
            return self._places
        return tuple(dict.fromkeys((*self._places, self.edit.resolve())))
