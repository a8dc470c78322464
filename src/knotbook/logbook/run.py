"""A routine being done, as a state that only moves forward. Pure: who counts the time calls `passed`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from knotbook.domain.clock import Instant
from knotbook.domain.records import Exercise, Step

READY_MS = 5_000
"""Time to get into place before each timed set."""

MOST_MS = 60_000
"""A longer silence between two looks at the clock means the computer slept; nobody exercised then."""


class Phase(StrEnum):
    """`READY`: get into place. `WORK`: a timed set. `OPEN`: until the person says it is done.
    `RELEASE`: until the release panel is done with it. `OVER`: all steps.
    """

    READY = "ready"
    WORK = "work"
    OPEN = "open"
    RELEASE = "release"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Run:
    """Where a routine stands. `at`: index of the step; `set_number` from 1; `left_ms` of this phase."""

    steps: tuple[Step, ...]
    at: int = 0
    set_number: int = 1
    phase: Phase = Phase.OVER
    left_ms: int = 0
    paused: bool = False

    @property
    def step(self) -> Step | None:
        """The step in front; None when it is over."""
        return None if self.phase is Phase.OVER else self.steps[self.at]

    @property
    def sets(self) -> int:
        """How many sets the step in front has."""
        return max(1, (self.step.sets if self.step else None) or 1)


Moved = tuple[Run, Step | None]
"""The next state, and the step that was finished by it, with what was really done."""


def begin(steps: tuple[Step, ...]) -> Run:
    """The first step is in front."""
    return _enter(Run(steps), 0)


def passed(run: Run, ms: int) -> Moved:
    """`ms` milliseconds went by. Nothing happens while paused, in an open step, or if the clock went back."""
    if run.paused or run.phase not in (Phase.READY, Phase.WORK) or not 0 < ms < MOST_MS:
        return run, None
    if ms < run.left_ms:
        return replace(run, left_ms=run.left_ms - ms), None
    return _work(run) if run.phase is Phase.READY else _set_over(run)


def done(run: Run) -> Moved:
    """The person says: done, go on. While getting ready it means: start now. A release is over by `released` alone."""
    if run.step is None or run.phase is Phase.RELEASE:
        return run, None
    if run.phase is Phase.READY:
        return _work(run)
    return _enter(run, run.at + 1), _as_done(run, run.step)


def released(run: Run) -> Run:
    """The release in front was done and saved elsewhere."""
    return _enter(run, run.at + 1) if run.phase is Phase.RELEASE else run


def skipped(run: Run) -> Run:
    """Leave the step in front out."""
    return run if run.step is None else _enter(run, run.at + 1)


def turned(run: Run) -> Run:
    """Pause, or go on."""
    return replace(run, paused=not run.paused)


def rings_after(step: Step) -> int | None:
    """How many seconds a release of one place of `step` takes: the time of all its sets is shared by its places."""
    return None if step.seconds is None else step.seconds * (step.sets or 1) // max(1, len(step.places))


def exercise_of(step: Step, now: Instant) -> Exercise:
    """What a finished step is in the diary. Raises ValueError for a release."""
    if step.kind is None:
        raise ValueError("a release is no exercise")
    return Exercise(
        when=now,
        name=step.name,
        kind=step.kind,
        muscles=step.places,
        sets=step.sets,
        reps=step.reps,
        seconds=step.seconds,
        load_kg=step.load_kg,
    )


def _enter(run: Run, at: int) -> Run:
    if at >= len(run.steps):
        return replace(run, at=at, phase=Phase.OVER, left_ms=0, paused=False)
    is_release = run.steps[at].kind is None
    ready = bool(run.steps[at].seconds) and not is_release
    phase = Phase.RELEASE if is_release else Phase.READY if ready else Phase.OPEN
    return replace(run, at=at, set_number=1, phase=phase, left_ms=READY_MS if ready else 0, paused=False)


def _work(run: Run) -> Moved:
    step = run.steps[run.at]
    return replace(run, phase=Phase.WORK, left_ms=(step.seconds or 0) * 1000, paused=False), None


def _set_over(run: Run) -> Moved:
    if run.set_number < run.sets:
        return replace(run, set_number=run.set_number + 1, phase=Phase.READY, left_ms=READY_MS), None
    return _enter(run, run.at + 1), run.steps[run.at]


def _as_done(run: Run, step: Step) -> Step:
    """Ended by hand: the sets begun so far; of a single set, the seconds that had gone by."""
    if run.phase is Phase.OPEN or step.seconds is None:
        return step
    gone = step.seconds - run.left_ms // 1000
    return replace(step, sets=run.set_number if step.sets else None, seconds=gone if run.sets == 1 else step.seconds)
