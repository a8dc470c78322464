"""Type where it hurts and how much: "pir r 6", Enter."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from knotbook.bodymap.names import Names
from knotbook.controls.announce import announce
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_ROWS = 8
_ROW_PX = 44
_TOO_HIGH = re.compile(r".*[^\s,:][\s,:]+(?P<value>[0-9]+)\s*$")
_NUMBER = re.compile(r"^(?P<where>.*[^\s,:])[\s,:]+(?P<value>10|[0-9]|x)\s*$", re.IGNORECASE)


def read_entry(text: str) -> tuple[str, int | None]:
    """ "pir r 6" -> ("pir r", 6); "x" stands for 10; without a number the second is None."""
    match = _NUMBER.match(text.strip())
    if match is None:
        return text.strip(), None
    value = match["value"].lower()
    return match["where"], 10 if value == "x" else int(value)


def off_the_scale(text: str) -> str:
    """The number behind a place that is none from 0 to 10, such as the 12 of "pir r 12"; else empty."""
    match = _TOO_HIGH.match(text) if read_entry(text)[1] is None else None
    return match["value"] if match else ""


class RegionFinder(QFrame):
    """A line to type in and the places it may mean, likeliest first.

    `pain_entered(Place, int)`: a place and a number, Enter. `place_chosen(Place)`: a place without one.
    `place_highlighted(Place | None)`: the row that Enter would take. `closed()`: Esc, or done.
    """

    pain_entered = Signal(object, int)
    place_chosen = Signal(object)
    place_highlighted = Signal(object)
    closed = Signal()

    def __init__(self, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._told = ""
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Where, and how much: pir r 6"))
        self.edit.setAccessibleName(self.tr("Find a place, then type a number from 0 to 10"))
        self.edit.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        for widget in (self.edit, self.list, self._hint):
            column.addWidget(widget)
        self.edit.textChanged.connect(self._search)
        self.edit.returnPressed.connect(self._enter)
        self.edit.installEventFilter(self)
        self.list.currentRowChanged.connect(self._row_changed)
        self.list.itemClicked.connect(lambda _item: self._enter())
        self.set_theme(theme)

    def open_with(self, text: str) -> None:
        """Start afresh with `text` typed already, and take the keyboard."""
        self.edit.setText(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.end(False)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        selected = f"background: {theme.accent_soft}; color: {theme.ink};"
        self.list.setStyleSheet(f"QListWidget::item:selected {{ {selected} border-radius: 6px; }}")
        self._search(self.edit.text())

    @property
    def current(self) -> Place | None:
        """The place that Enter would take."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the line move through the list; Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        wrong = off_the_scale(text)
        where, value = read_entry(text.strip().removesuffix(wrong) if wrong else text)
        found = self._names.find(where, _ROWS) or self._names.find(text.strip(), _ROWS)
        self.list.blockSignals(True)
        self.list.clear()
        for place in found:
            self._add(place)
        self.list.setCurrentRow(0 if found else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(len(found) * _ROW_PX + 4)
        self._say(where, value, found=bool(found))
        self.place_highlighted.emit(self.current)
        self._tell()

    def _tell(self) -> None:
        """Say which row Enter would take, and what that would do; each only once."""
        words = self._hint.text() if self.edit.text() else ""
        if words and self.current is not None:
            row, count = self.list.currentRow() + 1, self.list.count()
            found = self.tr("{place}, {row} of {count}")
            words = f"{found.format(place=self._names.name(self.current), row=row, count=count)}. {words}"
        if words != self._told:
            self._told = words
            announce(self.edit, words)

    def _add(self, place: Place) -> None:
        plain, name = self._names.plain(place), self._names.name(place)
        item = QListWidgetItem(plain if plain == name else f"{plain}\n{name}", self.list)
        item.setSizeHint(QSize(0, _ROW_PX))
        item.setData(Qt.ItemDataRole.UserRole, place)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{plain}, {name}")

    def _say(self, where: str, value: int | None, *, found: bool) -> None:
        if not where:
            words = self.tr("A name, a side, a number; Enter saves.")
        elif wrong := off_the_scale(self.edit.text()):
            words = self.tr("Not {number}: a number from 0 to 10.").format(number=wrong)
        elif not found:
            words = self.tr("No place is called that.")
        elif value is None:
            words = self.tr("Add 0 to 10 to save it, or Enter to show it.")
        else:
            words = self.tr("Enter saves {value}.").format(value=value)
        self._hint.setText(words)

    def _row_changed(self, _row: int) -> None:
        self.place_highlighted.emit(self.current)
        self._tell()

    def _enter(self) -> None:
        place, (_, value) = self.current, read_entry(self.edit.text())
        if place is None or off_the_scale(self.edit.text()):  # the hint says what is wrong; nothing typed is lost
            return
        self._close()
        if value is None:
            self.place_chosen.emit(place)
        else:
            self.pain_entered.emit(place, value)

    def _close(self) -> None:
        self.edit.clear()
        self.closed.emit()
