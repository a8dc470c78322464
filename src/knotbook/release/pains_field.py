"""What the release is for: places as chips, and a line that finds more by typed names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from knotbook.controls.names import Names
from knotbook.controls.place_field import PlaceLine
from knotbook.domain.place import Place
from knotbook.release.chips import CHIP_PX
from knotbook.release.enter_button import EnterButton


class PainsField(QWidget):
    """Several places. A press on a chip takes it away; typing "knee r" and Enter adds one. `changed(places)`."""

    changed = Signal(object)

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._places: tuple[Place, ...] = ()
        self._chips: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.edit = PlaceLine(names, self)
        self.edit.setPlaceholderText(self.tr("Add a pain: knee r"))
        self.edit.setAccessibleName(self.tr("Add a pain that this release is for"))
        self._column.addWidget(self.edit)
        self.edit.picked.connect(self._add, Qt.ConnectionType.QueuedConnection)  # Qt writes its text after `picked`

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
        chip = EnterButton(f"{self._names.plain(place)}  ×", self)
        chip.setProperty("role", "chip")
        chip.setMinimumHeight(CHIP_PX)
        chip.setAccessibleName(self.tr("Not for {place}").format(place=self._names.spoken(place)))
        chip.setToolTip(self.tr("Take away"))
        chip.clicked.connect(lambda: self._set(tuple(p for p in self._places if p != place)))
        return chip

    def _add(self, place: Place) -> None:
        self._set((*self._places, place))

    def _set(self, places: tuple[Place, ...]) -> None:
        self.show_places(places)
        self.changed.emit(self._places)
