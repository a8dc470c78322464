"""What the release is for: places as chips, and a line that finds more by typed names."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from knotbook.domain.place import Place
from knotbook.release.offers import Names

OFFERED = 8


class PainsField(QWidget):
    """Several places. A press on a chip takes it away; typing "knee r" and Enter adds one. `changed(places)`."""

    changed = Signal(object)

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._places: tuple[Place, ...] = ()
        self._chips: list[QPushButton] = []
        self._found: dict[str, Place] = {}
        self._list = QStringListModel(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Add a pain: knee r"))
        self.edit.setAccessibleName(self.tr("Add a pain that this release is for"))
        self._column.addWidget(self.edit)
        self.edit.setCompleter(self._completer())
        self.edit.textEdited.connect(self._search)
        self.edit.returnPressed.connect(self._take_first)

    @property
    def places(self) -> tuple[Place, ...]:
        """What is chosen, in the order it was."""
        return self._places

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these, without saying so."""
        self._places = tuple(dict.fromkeys(places))
        for chip in self._chips:
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place) for place in self._places]
        for number, chip in enumerate(self._chips):
            self._column.insertWidget(number, chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.clear()

    def _chip(self, place: Place) -> QPushButton:
        chip = QPushButton(f"{self._names.plain(place)}  ×", self)
        chip.setProperty("role", "chip")
        chip.setAccessibleName(self.tr("Not for {place}").format(place=self._names.spoken(place)))
        chip.setToolTip(self.tr("Take away"))
        chip.clicked.connect(lambda: self._set(tuple(p for p in self._places if p != place)))
        return chip

    def _completer(self) -> QCompleter:
        finder = QCompleter(self._list, self)
        self._popup = QListView()  # the completer owns it
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setMaxVisibleItems(OFFERED)
        finder.setPopup(self._popup)
        self._popup.setAccessibleName(self.tr("Places found"))
        finder.activated.connect(self._picked, Qt.ConnectionType.QueuedConnection)  # Qt writes its text after it
        return finder

    def _search(self, text: str) -> None:
        self._found = {self._words(place): place for place in self._names.find(text, OFFERED)}
        self._list.setStringList(list(self._found))

    def _words(self, place: Place) -> str:
        plain, name = self._names.plain(place), self._names.name(place)
        return plain if plain == name else f"{plain} · {name}"

    def _picked(self, words: str) -> None:
        if words in self._found:
            self._set((*self._places, self._found[words]))

    def _take_first(self) -> None:
        """Enter takes the first that was found, unless one is marked in the list."""
        if self._found and not self._popup.currentIndex().isValid():
            self._popup.hide()
            self._set((*self._places, next(iter(self._found.values()))))

    def _set(self, places: tuple[Place, ...]) -> None:
        self._found = {}
        self._list.setStringList([])
        self.show_places(places)
        self.changed.emit(self._places)
