"""Log an exercise or a rest: the same as last time in one key, or with other numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.field import AnswerError
from knotbook.controls.names import Names
from knotbook.controls.scale_strip import ScaleStrip
from knotbook.controls.yielding import Yielding
from knotbook.domain.clock import Clock
from knotbook.domain.records import Effort, Exercise, Step
from knotbook.grammar.exercise import Amounts, amounts_in
from knotbook.logbook.act_form import ActForm, as_step
from knotbook.logbook.exercise_list import ExerciseList
from knotbook.logbook.known_exercises import LibraryRow, matching, named
from knotbook.resources.theme import Theme

NOTHING = Amounts(sets=None, reps=None, seconds=None, load_kg=None, effort=None)


class ExercisePage(QWidget):
    """`logged(Exercise)`; `muscles_changed(tuple[Place, ...])`: those of the exercise in front.

    Type to find; Enter on a row, or Ctrl+Enter anywhere here, logs it as it was done last; Save, or Enter in a
    number or the note, logs what the fields say. A name that is not in the list becomes a new exercise. Amounts typed
    behind a name, as in the quick line ("bridges 3x12"), go into the fields, and Enter logs those.
    """

    logged = Signal(object)
    muscles_changed = Signal(object)

    def __init__(self, names: Names, theme: Theme, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: list[LibraryRow] = []
        self._typed = NOTHING
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find or name an exercise"))
        self.search.setAccessibleName(self.tr("Find or name an exercise; Enter logs it as last time"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = ExerciseList(self)
        self.form = ActForm(names, theme, self)
        self.effort = ScaleStrip(self.tr("Effort, 0 to 10"), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.again = QPushButton(self)
        self.again.setToolTip(self.tr("Enter in the list, or Ctrl+Enter"))
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("role", "primary")
        self._lay_out()
        self._connect()
        self._show_row(None)

    def show_library(self, rows: Sequence[LibraryRow]) -> None:
        """Offer these; the one in front stays in front."""
        self._rows = list(rows)
        self._fill(stay=True)

    def start(self) -> None:
        """Begin afresh, with the keyboard in the search line."""
        self.search.clear()
        self._fill()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def log_again(self) -> None:
        """The exercise in front as it was done last. One that never was asks for its numbers first."""
        row = self.list.row_here()
        if row is None:
            return
        if row.last is None and row.kind is not Effort.REST:
            self.form.sets.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        last = row.last or self._exercise(self._step_of(row))
        self.logged.emit(replace(last, when=self._clock.now(), note=""))

    def log_form(self) -> None:
        """The exercise in front with the numbers in the fields; what is wrong is said at its field."""
        if self.list.row_here() is None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            step = self.form.step()
        except AnswerError:
            return
        self.logged.emit(self._exercise(step, effort=self.effort.value, note=self.note.text().strip()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search line move through the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step_by(step)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self._fill())
        self.search.textChanged.connect(lambda text: None if text else self._fill())
        self.search.returnPressed.connect(lambda: self.log_again() if self._typed.says_nothing else self.log_form())
        self.list.row_changed.connect(self._show_row)
        self.list.again_wished.connect(self.log_again)
        self.again.clicked.connect(self.log_again)
        self.save.clicked.connect(self.log_form)
        self.note.returnPressed.connect(self.log_form)
        self.form.edited.connect(self._tell_muscles)
        self.form.entered.connect(self.log_form)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.log_again)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _fill(self, *, stay: bool = False) -> None:
        """`stay`: the one in front stays there, though others fit what is typed better."""
        text, self._typed = amounts_in(self.search.text())
        found = matching(self._rows, text)
        if text and named(self._rows, text) is None:
            found.append(LibraryRow(text, Effort.STRENGTHEN, (), is_new=True))
        here = self.list.row_here()
        self.list.show_rows(found, self._clock.now(), here.name if here and (stay or not text) else "")

    def _show_row(self, row: LibraryRow | None) -> None:
        can = row is not None
        self.again.setEnabled(can)
        self.save.setEnabled(can)
        done = row is not None and (row.last is not None or row.kind is Effort.REST)
        self.again.setText(self.tr("Same as last time") if done or not can else self.tr("New: say how much"))
        if row is not None:
            self.form.show_step(self._with_typed(self._step_of(row)))
            self.effort.set_value(_scale(self._typed.effort, row.last.effort if row.last else None))
        self._tell_muscles()

    def _step_of(self, row: LibraryRow) -> Step:
        if row.last is not None:
            return replace(as_step(row.last), places=row.last.muscles or row.muscles)
        return Step(name=row.name, kind=row.kind, places=row.muscles)

    def _with_typed(self, step: Step) -> Step:
        """What was typed behind the name, and only that, in place of what was done last."""
        typed = self._typed
        if typed.says_nothing:
            return step
        return replace(step, sets=typed.sets, reps=typed.reps, seconds=typed.seconds, load_kg=typed.load_kg)

    def _exercise(self, step: Step, *, effort: int | None = None, note: str = "") -> Exercise:
        return Exercise(
            when=self._clock.now(),
            name=step.name,
            kind=step.kind or Effort.STRENGTHEN,
            muscles=step.places,
            sets=step.sets,
            reps=step.reps,
            seconds=step.seconds,
            load_kg=step.load_kg,
            effort=effort,
            note=note,
        )

    def _tell_muscles(self) -> None:
        try:
            self.muscles_changed.emit(self.form.step().places if self.list.row_here() else ())
        except AnswerError:  # half typed; Save will say so
            self.form.places.forgive()

    def _lay_out(self) -> None:
        effort = QLabel(self.tr("Effort"), self)
        effort.setProperty("role", "caption")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again, 1)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(Yielding(self._fields(effort), self))
        column.addLayout(buttons)

    def _fields(self, effort: QLabel) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.form, effort, self.effort, self.note):
            column.addWidget(widget)
        return page


def _scale(typed: str | None, last: int | None) -> int | None:
    """An effort as typed, if it is on the scale; without one, that of last time."""
    return int(typed) if typed is not None and typed.isdecimal() and int(typed) <= 10 else last
