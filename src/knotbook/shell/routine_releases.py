"""The releases of a routine go through the release panel: timed and rated like any other, one place after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt

from knotbook.domain.place import Place
from knotbook.domain.records import Step
from knotbook.logbook.run import rings_after
from knotbook.logbook.run_page import RunPage
from knotbook.shell.release_link import ReleaseLink


class RoutineReleases(QObject):
    """`RunPage.release_wished` to the panel; once every place of the step is done, the routine goes on."""

    def __init__(self, run: RunPage, releases: ReleaseLink) -> None:
        super().__init__(run)
        self._run = run
        self._releases = releases
        self._step: Step | None = None
        self._left: list[Place] = []
        run.began.connect(self._forget)
        run.release_wished.connect(self._begin)

    def _forget(self) -> None:
        """A routine begins with all places of its steps, though it was left half done just before."""
        self._step, self._left = None, []

    def _begin(self, step: Step) -> None:
        """Start with the first place, or go on with those that are left of a step that was broken off."""
        if step is not self._step or not self._left:
            self._step, self._left = step, list(step.places)
        self._go_on()

    def _go_on(self) -> None:
        step = self._step
        if step is None or self._run.state.step is not step:  # skipped, or the routine was left
            return
        if self._left:
            self._releases.open_step(self._left[0], step.tool, rings_after(step), partial(self._ended, step))
        else:
            self._run.release_over(saved=bool(step.places))

    def _ended(self, step: Step, saved: bool) -> None:
        if saved and step is self._step and self._left:
            self._left.pop(0)
            self._go_on()
        else:
            self._run.done.setFocus(Qt.FocusReason.OtherFocusReason)
