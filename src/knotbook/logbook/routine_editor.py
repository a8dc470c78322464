"""Makes and changes a routine: its name, its steps, their order and how much each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.field import AnswerError
from knotbook.controls.yielding import Yielding
from knotbook.domain.records import Routine, Step
from knotbook.logbook.act_form import ActForm
from knotbook.logbook.amounts import DOT, amount_words
from knotbook.logbook.known_exercises import LibraryRow
from knotbook.logbook.typed_step import Names, typed_step
from knotbook.resources.theme import Theme
from knotbook.resources.words import load_words


class RoutineEditor(QWidget):
    """`saved(Routine)`, `cancelled`. Alt+Up and Alt+Down move a step, Delete takes it out.

    What is neither saved nor cancelled, only left, is there again when the same routine, or a new one, is opened next.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, names: Names, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._rows: list[LibraryRow] = []
        self._steps: list[Step] = []
        self._open: list[Routine | None] = []  # the one that is being edited, if one is
        self._left: dict[Routine | None, tuple[str, tuple[Step, ...]]] = {}
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name, such as: evening"))
        self.name.setAccessibleName(self.tr("Name of the routine"))
        self.list = QListWidget(self)
        self.list.setProperty("role", "plain")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Steps; Alt and arrows move one, Delete takes it out"))
        self.add = QLineEdit(self)
        self.add.setPlaceholderText(self.tr("Add: bridges 3x12, release glmed l 90s"))
        self.add.setAccessibleName(self.tr("Add a step"))
        self._offer = QStringListModel(self)
        self._completer()
        self.form = ActForm(names, theme, self, with_release=True)
        self._held = Yielding(self.form, self)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.up, self.down = QPushButton(self.tr("Up"), self), QPushButton(self.tr("Down"), self)
        self.out = QPushButton(self.tr("Take out"), self)
        self.save, self.cancel = QPushButton(self.tr("Save routine"), self), QPushButton(self.tr("Cancel"), self)
        self.save.setProperty("role", "primary")
        self._lay_out()
        self._connect()

    def open_with(self, routine: Routine | None, rows: Sequence[LibraryRow]) -> None:
        """Change `routine`, or make a new one. `rows`: exercises that can be added."""
        self._rows = list(rows)
        self._offer.setStringList([self.tr("Release"), *(row.name for row in rows)])
        self._put_aside()
        fresh = (routine.name, routine.steps) if routine else ("", ())
        name, steps = self._left.pop(routine, fresh)
        self._open = [routine]
        self._steps = list(steps)
        self.name.setText(name)
        self.add.clear()
        self.error.hide()
        self._list(0)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def steps(self) -> tuple[Step, ...]:
        """The steps as they are now."""
        return tuple(self._steps)

    def add_step(self, text: str) -> None:
        """Add a step by its typed name: an exercise as it was done last, a release, or something new.

        Amounts, a place and a tool may stand behind it, as in the quick line; a place that is not clear is asked for.
        """
        text = " ".join(text.split())
        if not text or not self._take_form():  # what is wrong with the step in front is said at its field
            return
        typed = typed_step(text, self._rows, self._names, load_words(), self.tr("Release"))
        self._steps.append(typed.step)
        self.add.clear()
        self._list(len(self._steps) - 1)
        if typed.where:
            self.form.places.edit.setText(typed.where)
            self._take_form()
            self.form.places.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_step(self, by: int) -> None:
        """Move the step in front up (-1) or down (1)."""
        here = self.list.currentRow()
        there = here + by
        if 0 <= here < len(self._steps) and 0 <= there < len(self._steps):
            self._steps[here], self._steps[there] = self._steps[there], self._steps[here]
            self._list(there)

    def take_out(self) -> None:
        """Take the step in front out."""
        here = self.list.currentRow()
        if 0 <= here < len(self._steps):
            del self._steps[here]
            self._list(min(here, len(self._steps) - 1))

    def submit(self) -> None:
        """Hand the routine over, or say what is missing."""
        if not self.name.text().strip():
            self._complain(self.tr("Give the routine a name."), self.name)
        elif not self._steps:
            self._complain(self.tr("Add at least one step."), self.add)
        elif self._take_form():
            self._submit_steps()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, Alt with the arrows moves a step and Delete takes it out."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_step(step)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.take_out()
                return True
        return super().eventFilter(watched, event)

    def _put_aside(self) -> None:
        for routine in self._open:
            self._left[routine] = (self.name.text(), tuple(self._steps))

    def _done_with(self) -> None:
        self._open = []

    def _submit_steps(self) -> None:
        nowhere = [n for n, step in enumerate(self._steps) if step.kind is None and not step.places]
        if nowhere:
            self.list.setCurrentRow(nowhere[0])
            self._complain(self.tr("Say where the release presses."), self.form.places.edit)
        else:
            self._done_with()
            self.saved.emit(Routine(name=self.name.text().strip(), steps=tuple(self._steps)))

    def _connect(self) -> None:
        self.add.returnPressed.connect(lambda: self.add_step(self.add.text()))
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._show_form)
        self.form.edited.connect(self._take_form)
        self.up.clicked.connect(lambda: self.move_step(-1))
        self.down.clicked.connect(lambda: self.move_step(1))
        self.out.clicked.connect(self.take_out)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._done_with)
        self.cancel.clicked.connect(self.cancelled)

    def _completer(self) -> None:
        finder = QCompleter(self._offer, self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.add.setCompleter(finder)

    def _take_form(self) -> bool:
        """Put what the fields say into the step in front; False if they cannot be read."""
        here = self.list.currentRow()
        if not 0 <= here < len(self._steps):
            return True
        try:
            self._steps[here] = replace(self.form.step(), name=self._steps[here].name)
        except AnswerError:
            return False
        self.list.item(here).setText(self._told(here))
        return True

    def _list(self, here: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._told(n) for n in range(len(self._steps))])
        self.list.setCurrentRow(here)
        self.list.blockSignals(False)
        self._show_form(here)

    def _told(self, number: int) -> str:
        step = self._steps[number]
        where = ", ".join(self._names.spoken(place) for place in step.places) if step.kind is None else ""
        return DOT.join(part for part in (f"{number + 1}.  {step.name}", amount_words(step), where) if part)

    def _show_form(self, here: int) -> None:
        there = 0 <= here < len(self._steps)
        self.error.hide()
        for widget in (self._held, self.up, self.down, self.out):
            widget.setVisible(there)
        if there:
            self.form.show_step(self._steps[here])

    def _complain(self, words: str, where: QWidget) -> None:
        self.error.setText(words)
        self.error.show()
        where.setAccessibleDescription(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        order = QHBoxLayout()
        order.setSpacing(8)
        for button in (self.up, self.down, self.out):
            order.addWidget(button)
        order.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addStretch(1)
        last.addWidget(self.cancel)
        last.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.list, 1)
        column.addWidget(self.add)
        column.addLayout(order)
        column.addWidget(self._held)
        column.addWidget(self.error)
        column.addLayout(last)
