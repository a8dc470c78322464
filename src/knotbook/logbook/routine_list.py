"""The routines: run one, change one, make a new one, take one away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.two_lines import ROW_PX, TwoLines
from knotbook.domain.records import Entry, Routine

_ENTRY = Qt.ItemDataRole.UserRole


class RoutineList(QWidget):
    """`run_wished`, `edit_wished`, `remove_wished` carry the Entry of a routine; `new_wished` nothing."""

    run_wished = Signal(object)
    edit_wished = Signal(object)
    remove_wished = Signal(object)
    new_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setProperty("role", "plain")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("Routines; Enter runs one"))
        self.empty = QLabel(
            self.tr("A routine is a list of steps, such as release, stretch, bridges, that is run with a timer."), self
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "caption")
        self.run, self.edit = QPushButton(self.tr("Run"), self), QPushButton(self.tr("Edit"), self)
        self.run.setProperty("role", "primary")
        self.remove, self.new = QPushButton(self.tr("Remove"), self), QPushButton(self.tr("New routine"), self)
        self._lay_out()
        for button, wish in ((self.run, self.run_wished), (self.edit, self.edit_wished)):
            button.clicked.connect(lambda _checked=False, signal=wish: self._wish(signal))
        self.remove.clicked.connect(lambda: self._wish(self.remove_wished))
        self.new.clicked.connect(self.new_wished)
        self.list.itemActivated.connect(lambda _item: self._wish(self.run_wished))
        self.show_routines([])

    def show_routines(self, routines: Sequence[Entry]) -> None:
        """List these; the one that was in front stays there."""
        row = self.list.currentRow()
        self.list.clear()
        for entry in routines:
            self._add(entry)
        self.list.setCurrentRow(min(max(row, 0), len(routines) - 1))
        self.list.setVisible(bool(routines))
        self.empty.setVisible(not routines)
        for button in (self.run, self.edit, self.remove):
            button.setVisible(bool(routines))

    def start(self) -> None:
        """Put the keyboard on the list, or on the one thing that can be done."""
        (self.list if self.list.count() else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> Entry | None:
        """The routine in front."""
        item = self.list.currentItem()
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        return entry

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the routine in front away (undo brings it back)."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._wish(self.remove_wished)
        else:
            super().keyPressEvent(event)

    def _wish(self, signal: object) -> None:
        entry = self.here()
        if entry is not None:
            signal.emit(entry)  # type: ignore[attr-defined]  # a bound signal, which PySide does not type

    def _add(self, entry: Entry) -> None:
        assert isinstance(entry.body, Routine), "the reader gives routines"
        steps = ", ".join(step.name for step in entry.body.steps)
        item = QListWidgetItem(f"{entry.body.name}\n{steps}", self.list)
        item.setData(_ENTRY, entry)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.body.name}: {steps}")
        item.setToolTip(steps)
        item.setSizeHint(QSize(0, ROW_PX))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.run, 1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.new)
        column.addStretch(0)
