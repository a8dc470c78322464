"""Ties the logbook to the diary: what was done and felt besides pain goes down, the library and the days come up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from knotbook.bodymap.drafts import MapView
from knotbook.controls.icons import icon
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Layer, Place
from knotbook.domain.records import (
    Body,
    Changes,
    Day,
    Effort,
    Entry,
    Exercise,
    JointSign,
    Kind,
    Pain,
    Release,
    Routine,
    Step,
)
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.main_window import MainWindow
from knotbook.shell.wording import label, label_all

if TYPE_CHECKING:  # the panel is imported when it is first asked for: the first paint does not wait for it
    from knotbook.diary.diary import Diary
    from knotbook.logbook.library import LibraryRow
    from knotbook.logbook.panel import LogbookPanel, Part

ORIGIN = "logbook"
_NEAR_MS = 27 * 3_600_000
"""Around noon UTC of a date: no place on earth has that date at a moment farther away."""

LOOK_BACK = 400
"""So many exercises, the newest, make the library: a year of a person who does one a day."""


class LogbookLink(QObject):
    """The "+" beside the day, its keys, and the panel they open. `bell`: the sound when a timed set is over."""

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        catalogue: Catalogue,
        clock: Clock,
        theme: Theme,
        bell: Callable[[], object] = QApplication.beep,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._map = window.body.map
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._theme = theme
        self._bell = bell
        self._panel: LogbookPanel | None = None
        self._letter = ""
        self._routine: Entry | None = None
        self._seen: tuple[MapView, Layer] | None = None
        self.button = QToolButton(window.ground)
        self.menu = QMenu(self.button)
        self._build_button()
        self.set_theme(theme)
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
        self.button.setIcon(icon("plus", theme.ink))

    # -- opening

    def open_exercise(self) -> None:
        """The library, with the keyboard in its search line."""
        part = self._show("exercise")
        self.panel.exercise.show_library(self._library())
        self.panel.show_part(part)
        self.panel.exercise.start()

    def open_routines(self) -> None:
        """The list of routines."""
        part = self._show("routines")
        self.panel.routines.show_routines(self._routines())
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
        words = self._hurt_words(today)
        if not words:
            self._mark_free(today)
            return
        ask = self.tr("{what} Mark today as free of pain all the same?").format(what=words)
        answers = [(self.tr("Mark it"), lambda: self._mark_free(today)), (self.tr("Leave it"), self._leave_it)]
        self._window.notice.show_notice(ask, answers)

    # -- writing

    def save_day(self, body: Day) -> None:
        """Write the check-in of a date: into the one that is there, or a new one. There is never a second one."""
        from knotbook.logbook.days import day_of

        if not self._diary.is_open:  # whether the day has a check-in already is not known yet
            self._window.undo_bar.say(self.tr("Not saved: the diary is still being opened."))
            return
        before = day_of(self._days(body.day), body.day)
        if before is None:
            self._record(body)
        elif before.body != body:
            words = self.tr("change to {what}").format(what=self._label(body))
            self._diary.amend({before.id: body}, label=words, origin=ORIGIN)

    def save_step(self, step: Step) -> None:
        """Write a finished step of a routine: an exercise, or a release of each of its places."""
        bodies = bodies_of(step, self._clock.now())
        self._diary.record(*bodies, label=label_all(bodies, self._catalogue.spoken), origin=ORIGIN)

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
        from knotbook.logbook.days import day_of

        self._window.notice.clear()
        before = day_of(self._days(today), today)
        old = before.body if before is not None and isinstance(before.body, Day) else Day(day=today)
        self.save_day(replace(old, no_pain=True))

    def _leave_it(self) -> None:
        self._window.notice.clear()

    # -- reading

    def _library(self) -> list[LibraryRow]:
        from knotbook.logbook.library import library
        from knotbook.resources.words import load_words

        done = self._page(Kind.EXERCISE, LOOK_BACK)
        return library(load_words().exercises, (e.body for e in done if isinstance(e.body, Exercise)))

    def _routines(self) -> list[Entry]:
        return self._diary.reader.routines() if self._diary.is_open else []

    def _days(self, day: date) -> list[Entry]:
        return self._diary.reader.days(day, day) if self._diary.is_open else []

    def _page(self, kind: Kind, limit: int) -> list[Entry]:
        return self._diary.reader.page(kinds=(kind,), limit=limit) if self._diary.is_open else []

    def _hurt_words(self, day: date) -> str:
        """What hurt most on `day`; empty if nothing above 0 was logged."""
        if not self._diary.is_open:
            return ""
        noon = round(datetime.combine(day, time(12), UTC).timestamp() * 1000)
        entries = self._diary.reader.page((Kind.PAIN,), since_ms=noon - _NEAR_MS, until_ms=noon + _NEAR_MS, limit=1000)
        felt = [entry.body for entry in entries if isinstance(entry.body, Pain)]
        pains = [pain for pain in felt if pain.when.day() == day and pain.intensity > 0]
        if not pains:
            return ""
        worst = max(pains, key=lambda pain: pain.intensity)
        return self.tr("Logged on this day: {what}.").format(what=self._label(worst))

    def _show_day(self, day: date) -> None:
        from knotbook.logbook.days import day_of

        entry = day_of(self._days(day), day)
        body = entry.body if entry is not None and isinstance(entry.body, Day) else Day(day=day)
        self.panel.check_in.show_day(body, self._hurt_words(day))

    def _changed(self, changes: Changes) -> None:
        if self._panel is None or self._panel.part is None:
            return
        if changes.everything or Kind.EXERCISE in changes.kinds:
            self._panel.exercise.show_library(self._library())
        if changes.everything or Kind.ROUTINE in changes.kinds:
            self._panel.routines.show_routines(self._routines())
        if changes.everything or Kind.DAY in changes.kinds:
            self._show_day(self._panel.check_in.day)

    # -- the panel

    def _make_panel(self) -> LogbookPanel:
        from knotbook.logbook.panel import LogbookPanel

        made = LogbookPanel(self._catalogue, self._theme, self._clock, self._window.body)
        made.cover(self._window.body.panel)
        made.closed.connect(self._closed)
        made.letter_typed.connect(self._letter_typed)
        made.part_chosen.connect(self._turn_to)
        made.exercise.logged.connect(self._record)
        made.sign.logged.connect(self._log_sign)
        made.check_in.saved.connect(self._log_day)
        made.check_in.day_chosen.connect(self._show_day)
        made.editor.saved.connect(self._save_routine)
        made.editor.cancelled.connect(self.open_routines)
        made.run.finished.connect(self.save_step)
        made.run.rang.connect(self._bell)
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
        self.panel.run.stop()
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
        self.panel.editor.open_with(routine, self._library())

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
        self._letter = letter

    def _letter_typed(self, text: str) -> None:
        """The letter that opened the panel was the first one of a place: "c" of "calf"."""
        if self._letter:
            word = self._letter + text
            self.panel.dismiss()
            self._window.body.open_finder(word)

    def _label(self, body: Body) -> str:
        return label(body, self._catalogue.spoken)

    # -- the button

    def _build_button(self) -> None:
        self.button.setProperty("role", "quiet")
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.button.setToolTip(self.tr("Log something else: exercise, check-in, joint sign"))
        self.button.setAccessibleName(self.tr("Log something else"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for words, key, do in (
            (self.tr("Exercise or rest…"), "Ctrl+Shift+E", self.open_exercise),
            (self.tr("Routines…"), "Ctrl+Shift+R", self.open_routines),
            (self.tr("Check-in…"), "Ctrl+Shift+C", self.open_check_in),
            (self.tr("Nothing hurt today"), "Ctrl+Shift+N", self.nothing_hurt),
            (self.tr("Joint sign…"), "Ctrl+Shift+J", self.open_sign),
        ):
            action = QAction(words, self._window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, act=do: act())
            self._window.addAction(action)
            self.menu.addAction(action)
        self.button.setMenu(self.menu)
        self._window.add_to_strip(self.button)


def bodies_of(step: Step, now: Instant) -> list[Body]:
    """What a finished step is in the diary."""
    if step.kind is None:
        return [Release(when=now, place=place, tool=step.tool, seconds=step.seconds) for place in step.places]
    return [
        Exercise(
            when=now,
            name=step.name,
            kind=Effort(step.kind),
            muscles=step.places,
            sets=step.sets,
            reps=step.reps,
            seconds=step.seconds,
            load_kg=step.load_kg,
        )
    ]
