"""The logbook over the side panel: one page at a time, the map stays in sight."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from knotbook.controls.chips import ChipFlow
from knotbook.controls.overlay import Overlay
from knotbook.domain.clock import Clock
from knotbook.logbook.check_in_page import CheckInPage
from knotbook.logbook.exercise_page import ExercisePage
from knotbook.logbook.routine_editor import RoutineEditor
from knotbook.logbook.routine_list import RoutineList
from knotbook.logbook.run_page import RunPage
from knotbook.logbook.sign_page import SignPage
from knotbook.logbook.typed_step import Names
from knotbook.resources.theme import Theme

WIDTH = 344
"""Least width in pixels: that of the panel it covers."""


class Part(StrEnum):
    """The pages of the logbook."""

    EXERCISE = "exercise"
    ROUTINES = "routines"
    EDIT = "edit"
    RUN = "run"
    CHECK_IN = "check_in"
    SIGN = "sign"


class LogbookPanel(Overlay):
    """`closed`: it went away. `letter_typed(str)`: a letter that no page has use for. Escape closes."""

    closed = Signal()
    letter_typed = Signal(str)
    part_chosen = Signal(object)

    def __init__(self, names: Names, theme: Theme, clock: Clock, page: QWidget) -> None:
        super().__init__(page, width=WIDTH)
        self.setAccessibleName(self.tr("Logbook"))
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.leave = QPushButton(self.tr("Close"), self)
        self.leave.setProperty("role", "quiet")
        self.leave.setToolTip(self.tr("Esc"))
        self.leave.clicked.connect(self.dismiss)
        self.exercise = ExercisePage(names, theme, clock, self)
        self.routines = RoutineList(self)
        self.editor = RoutineEditor(names, theme, self)
        self.run = RunPage(clock, self)
        self.check_in = CheckInPage(clock, self)
        self.sign = SignPage(names, theme, clock, self)
        self.tabs = ChipFlow(self, checkable=True)
        self.tabs.setAccessibleName(self.tr("Exercises or routines"))
        self._pages: dict[Part, QWidget] = {
            Part.EXERCISE: self.exercise,
            Part.ROUTINES: self.routines,
            Part.EDIT: self.editor,
            Part.RUN: self.run,
            Part.CHECK_IN: self.check_in,
            Part.SIGN: self.sign,
        }
        self._stack = QStackedWidget(self)
        self._lay_out()

    @property
    def part(self) -> Part | None:
        """The page in front; None while closed."""
        if self.isHidden():
            return None
        return next(part for part, page in self._pages.items() if page is self._stack.currentWidget())

    def show_part(self, part: Part) -> None:
        """Bring a page to the front and the panel with it."""
        titles = {
            Part.CHECK_IN: self.tr("Check-in"),
            Part.SIGN: self.tr("Joint sign"),
            Part.EDIT: self.tr("Routine"),
            Part.RUN: self.tr("Routine"),
        }
        self.title.setText(titles.get(part, self.tr("Exercise and rest")))
        self.tabs.setVisible(part in (Part.EXERCISE, Part.ROUTINES))
        self.tabs.check([self.tr("Exercises") if part is Part.EXERCISE else self.tr("Routines")])
        self._stack.setCurrentWidget(self._pages[part])
        self.appear()

    def escape(self) -> bool:
        """Close; a routine that is being done stays."""
        if not self.run.running:
            self.dismiss()
        return self.isHidden()

    def dismiss(self) -> None:
        """Close, or go back to the routine that waits behind; one in front stops, with what was finished saved."""
        if self.run.running and self.part is not Part.RUN:
            self.show_part(Part.RUN)
            self.run.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.run.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; letters nobody wants are passed on."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letter_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _tab(self, words: str) -> None:
        self.part_chosen.emit(Part.EXERCISE if words == self.tr("Exercises") else Part.ROUTINES)

    def _lay_out(self) -> None:
        self.tabs.set_words([self.tr("Exercises"), self.tr("Routines")])
        self.tabs.pressed.connect(self._tab)
        for page in self._pages.values():
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
