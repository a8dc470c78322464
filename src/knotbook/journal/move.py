"""The dialog that moves entries to the place where they belong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from knotbook.controls.field import AnswerError
from knotbook.controls.names import Names
from knotbook.controls.place_field import PlaceField, PlaceLine
from knotbook.domain.place import Place
from knotbook.domain.records import Entry
from knotbook.resources.theme import Theme

WIDTH = 520
"""Width of the dialog in pixels."""


class MoveDialog(QDialog):
    """Asks where to, and whether the selected entries go or all that was ever written of their place.

    `moved(ids, place)`: these entries. `merged(from, to)`: everything. The second is offered if the entries are of one
    place. Nothing is written before the button is pressed, and one undo takes it back.
    """

    moved = Signal(list, object)
    merged = Signal(object, object)

    def __init__(
        self,
        entries: Sequence[Entry],
        how_many: Callable[[Place], int],
        names: Names,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`entries`: with a place each. `how_many`: counts the entries that have to do with a place."""
        super().__init__(parent)
        self._ids = [entry.id for entry in entries]
        self._names = names
        places = {place for entry in entries if isinstance(place := getattr(entry.body, "place", None), Place)}
        self._from = places.pop() if len(places) == 1 else None
        self._all = 0 if self._from is None else how_many(self._from)
        self.setWindowTitle(self.tr("Move to another place"))
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.place = PlaceField(self.tr("To"), names, theme, self)
        self.place.edit.setText("")
        self.these = QRadioButton(self._these_words(), self)
        self.everything = QRadioButton(self._all_words(), self)
        self.words = QLabel(self)
        self._lay_out()
        self.these.setChecked(True)
        self.these.toggled.connect(lambda _on: self._explain())
        self._explain()
        self.place.take_focus()

    def submit(self) -> bool:
        """Say where to and close, or say what is wrong; whether it could be said."""
        try:
            place = self.place.value()
            if place == self._from:
                raise AnswerError(self.tr("That is where they are."))
        except AnswerError as problem:
            self.place.complain(str(problem))
            self.place.take_focus()
            return False
        self.accept()
        if self.everything.isChecked():
            self.merged.emit(self._from, place)
        else:
            self.moved.emit(self._ids, place)
        return True

    def _these_words(self) -> str:
        if len(self._ids) == 1:
            return self.tr("Only the selected entry")
        return self.tr("Only the {n} selected entries").format(n=len(self._ids))

    def _all_words(self) -> str:
        if self._from is None:
            return ""
        where = self._names.spoken(self._from)
        return self.tr("Everything about the {place}: {n} entries").format(place=where, n=self._all)

    def _explain(self) -> None:
        if self.everything.isChecked():
            words = self.tr("Its points, the exercises that work it and the releases for it go too, from all years.")
        else:
            words = self.tr("Where on the map they were pressed stays. Pains leave the point they belonged to.")
        self.words.setText(words)

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle(), self)
        title.setProperty("role", "heading")
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.place)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for widget in (self.these, self.everything, self.words):
            ways.addWidget(widget)
        self.everything.setVisible(self._from is not None)
        column.addLayout(ways)
        column.addStretch(1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        move = QPushButton(self.tr("Move"), self)
        move.setProperty("role", "primary")
        move.clicked.connect(lambda _checked=False: self.submit())
        move.setAutoDefault(False)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(lambda _checked=False: self.reject())
        for line in self.findChildren(PlaceLine):  # Enter in the line takes the first offer; only then does it move
            line.returnPressed.connect(self._entered, Qt.ConnectionType.QueuedConnection)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(move)
        self._move = move
        return row

    def _entered(self) -> None:
        self._move.setFocus(Qt.FocusReason.OtherFocusReason)
