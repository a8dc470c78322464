"""Ties the logbook to the diary: what was done and felt besides pain goes down, the library and the days come up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from knotbook.bodymap.drafts import MapView
from knotbook.diary.day_book import DayBook
from knotbook.domain.clock import Clock
from knotbook.domain.place import Layer, Place
from knotbook.domain.records import (
    Body,
    Changes,
    Day,
    Entry,
    JointSign,
    Kind,
    Routine,
    Step,
)
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.logbook_reading import LogbookReading
from knotbook.shell.main_window import MainWindow
from knotbook.shell.plus_menu import PlusMenu
from knotbook.shell.release_link import ReleaseLink
from knotbook.shell.wording import label

if TYPE_CHECKING:  # the panel is imported when it is first asked for: the first paint does not wait for it
    from knotbook.diary.diary import Diary
    from knotbook.logbook.panel import LogbookPanel, Part

ORIGIN = "logbook"


class LogbookLink(QObject):
    """The "+" beside the day, its keys, and the panel they open.

    `releases`: times and rates the releases of a routine. `bell`: the sound when a timed set is over.
    """

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        catalogue: Catalogue,
        clock: Clock,
        theme: Theme,
        releases: ReleaseLink,
        bell: Callable[[], object] = QApplication.beep,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._map = window.body.map
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._theme = theme
        self._releases = releases
        self._bell = bell
        self._panel: LogbookPanel | None = None
        self._letter = ""
        self._routine: Entry | None = None
        self._seen: tuple[MapView, Layer] | None = None
        self._days = DayBook(diary)
        self._reading = LogbookReading(diary, catalogue, self)
        self.button = PlusMenu(window, theme, self._wishes())
        self._map.log_requested.connect(self._letter_pressed)
        diary.changed.connect(self._changed)

    @property
    def panel(self) -> LogbookPanel:
        """The panel over the side panel, made when it is first asked for."""
        if self._panel is None:
            self._panel = self._make_panel()
        return self._panel

    def set_theme(self, theme: Theme) -> None:
        """Draw the button anew."""
        self._theme = theme
        self.button.set_theme(theme)

    def _wishes(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            (self.tr("Exercise or rest…"), "Ctrl+Shift+E", self.open_exercise),
            (self.tr("Routines…"), "Ctrl+Shift+R", self.open_routines),
            (self.tr("Check-in…"), "Ctrl+Shift+C", self.open_check_in),
            (self.tr("Nothing hurt today"), "Ctrl+Shift+N", self.nothing_hurt),
            (self.tr("Joint sign…"), "Ctrl+Shift+J", self.open_sign),
        ]

    # -- opening

    def open_exercise(self) -> None:
        """The library, with the keyboard in its search line."""
        part = self._show("exercise")
        self.panel.exercise.show_library(self._reading.known_exercises())
        self.panel.show_part(part)
        self.panel.exercise.start()

    def open_routines(self) -> None:
        """The list of routines, or the one that is under way."""
        if self.panel.run.running:
            self.panel.show_part(self._show("run"))
            return
        part = self._show("routines")
        self.panel.routines.show_routines(self._reading.routines())
        self.panel.show_part(part)
        self._map.mark(())
        self.panel.routines.start()

    def open_check_in(self) -> None:
        """Today's check-in."""
        part = self._show("check_in")
        self._show_day(self._clock.now().day())
        self.panel.show_part(part)
        self.panel.check_in.start()

    def open_sign(self) -> None:
        """What did a joint do? The place chosen on the map is meant, if there is one."""
        part = self._show("sign")
        self.panel.show_part(part)
        self.panel.sign.start(self._map.selected)

    def nothing_hurt(self) -> None:
        """Today is marked as a day on which nothing hurt; asked again if pain was logged today."""
        today = self._clock.now().day()
        words = self._reading.hurt_words(today)
        if not words:
            self._mark_free(today)
            return
        ask = self.tr("{what} Mark today as free of pain all the same?").format(what=words)
        answers = [(self.tr("Mark it"), lambda: self._mark_free(today)), (self.tr("Leave it"), self._leave_it)]
        self._window.notice.show_notice(ask, answers)

    # -- writing

    def save_day(self, body: Day) -> None:
        """Write the check-in of a date: into the one that is there, or a new one. There is never a second one."""
        if not self._diary.is_open:  # whether the day has a check-in already is not known yet
            self._window.undo_bar.say(self.tr("Not saved: the diary is still being opened."))
            return
        before = self._days.of(body.day)
        if before is None or before.body != body:
            words = self.tr("change to {what}") if before is not None else "{what}"
            self._days.save(body, label=words.format(what=self._label(body)), origin=ORIGIN)

    def save_step(self, step: Step) -> None:
        """Write a finished exercise of a routine."""
        from knotbook.logbook.run import exercise_of

        self._record(exercise_of(step, self._clock.now()))

    def _record(self, body: Body) -> None:
        self._diary.record(body, label=self._label(body), origin=ORIGIN)

    def _log_sign(self, body: JointSign) -> None:
        self._record(body)
        self.panel.dismiss()

    def _log_day(self, body: Day) -> None:
        self.save_day(body)
        if body.no_pain and body == Day(day=body.day, no_pain=True):
            self.panel.dismiss()

    def _save_routine(self, body: Routine) -> None:
        if self._routine is None:
            self._record(body)
        elif self._routine.body != body:
            words = self.tr("change to {what}").format(what=self._label(body))
            self._diary.amend({self._routine.id: body}, label=words, origin=ORIGIN)
        self.open_routines()

    def _remove_routine(self, entry: Entry) -> None:
        words = self.tr("removed {what}").format(what=self._label(entry.body))
        self._diary.remove([entry.id], label=words, origin=ORIGIN)

    def _mark_free(self, today: date) -> None:
        self._window.notice.clear()
        before = self._days.of(today)
        old = before.body if before is not None and isinstance(before.body, Day) else Day(day=today)
        self.save_day(replace(old, no_pain=True))

    def _leave_it(self) -> None:
        self._window.notice.clear()

    # -- reading

    def _show_day(self, day: date) -> None:
        entry = self._days.of(day)
        body = entry.body if entry is not None and isinstance(entry.body, Day) else Day(day=day)
        self.panel.check_in.show_day(body, self._reading.hurt_words(day))

    def _changed(self, changes: Changes) -> None:
        if self._panel is None or self._panel.part is None:
            return
        if changes.everything or Kind.EXERCISE in changes.kinds:
            self._panel.exercise.show_library(self._reading.known_exercises())
        if changes.everything or Kind.ROUTINE in changes.kinds:
            self._panel.routines.show_routines(self._reading.routines())
        if changes.everything or Kind.DAY in changes.kinds:
            self._show_day(self._panel.check_in.day)

    # -- the panel

    def _make_panel(self) -> LogbookPanel:
        from knotbook.logbook.panel import LogbookPanel
        from knotbook.shell.routine_releases import RoutineReleases

        made = LogbookPanel(self._catalogue, self._theme, self._clock, self._window.body)
        made.cover(self._window.body.panel)
        made.closed.connect(self._closed)
        made.letter_typed.connect(self._letter_typed)
        made.part_chosen.connect(self._turn_to)
        made.exercise.logged.connect(self._record)
        made.sign.logged.connect(self._log_sign)
        made.sign.place_begun.connect(self._find)
        made.check_in.saved.connect(self._log_day)
        made.check_in.day_chosen.connect(self._show_day)
        made.editor.saved.connect(self._save_routine)
        made.editor.cancelled.connect(self.open_routines)
        made.run.finished.connect(self.save_step)
        made.run.rang.connect(self._bell)
        RoutineReleases(made.run, self._releases)
        made.run.left.connect(self.open_routines)
        made.routines.run_wished.connect(self._run)
        made.routines.edit_wished.connect(self._edit)
        made.routines.new_wished.connect(lambda: self._edit(None))
        made.routines.remove_wished.connect(self._remove_routine)
        for page in (made.exercise, made.run):
            page.muscles_changed.connect(self._mark)
        return made

    def _show(self, part: str) -> Part:
        """Come to the map, remember how it stood, and give the page's own name of `part`."""
        from knotbook.logbook.panel import Part

        self._window.go("body")
        if self._seen is None:
            self._seen = (self._map.view, self._map.layer)
        if part != Part.RUN:
            self.panel.run.hold()
        return Part(part)

    def _turn_to(self, part: Part) -> None:
        if part == "exercise":
            self.open_exercise()
        else:
            self.open_routines()

    def _edit(self, entry: Entry | None) -> None:
        part = self._show("edit")
        self._routine = entry
        self.panel.show_part(part)
        routine = entry.body if entry is not None and isinstance(entry.body, Routine) else None
        self.panel.editor.open_with(routine, self._reading.known_exercises())

    def _run(self, entry: Entry) -> None:
        part = self._show("run")
        self.panel.show_part(part)
        if isinstance(entry.body, Routine):
            self.panel.run.open_with(entry.body)

    def _mark(self, muscles: Sequence[Place]) -> None:
        if self._panel is not None and self._panel.part is not None:
            self._map.mark(muscles)

    def _closed(self) -> None:
        self._map.mark(())
        if self._seen is not None:
            view, layer = self._seen
            self._seen = None
            self._map.set_layer(layer)
            self._map.set_view(view)
        self._letter = ""
        self._map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _letter_pressed(self, letter: str) -> None:
        {"e": self.open_exercise, "c": self.open_check_in, "j": self.open_sign}[letter]()
        self._letter = self.panel.sign.letter = letter

    def _letter_typed(self, text: str) -> None:
        """The letter that opened the panel was the first one of a place: "c" of "calf". A sign asks for its own."""
        if self.panel.part == "sign":
            self.panel.sign.name_other(text)
        elif self._letter:
            self._find(self._letter + text)

    def _find(self, word: str) -> None:
        self.panel.dismiss()
        self._window.body.open_finder(word)

    def _label(self, body: Body) -> str:
        return label(body, self._catalogue.spoken)
