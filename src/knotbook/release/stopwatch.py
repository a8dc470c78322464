"""Measures how long a release lasted, and knows when it cannot know: while the computer slept or its clock was set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knotbook.domain.clock import Clock, Instant

GAP_S = 60.0
"""A running stopwatch is read several times a second; so long without a reading, the computer was not awake."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`seconds`: what was surely pressed. `at_most`: with the time that cannot be accounted for."""

    seconds: float
    at_most: float

    @property
    def doubtful(self) -> bool:
        """Whether the person has to say how long it really was."""
        return self.at_most - self.seconds >= GAP_S


class Stopwatch:
    """Goes by a monotonic clock (seconds), which some systems stop during sleep, and looks at the wall clock too."""

    def __init__(self, clock: Clock, monotonic: Callable[[], float]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._counted = 0.0
        self._lost = 0.0
        self._last: tuple[float, int] | None = None
        self.began: Instant | None = None

    @property
    def running(self) -> bool:
        """Whether time is counted now."""
        return self._last is not None

    def run(self) -> None:
        """Start, or go on after a pause."""
        if self.began is None:
            self.began = self._clock.now()
        self._last = (self._monotonic(), self._clock.now().utc_ms)

    def pause(self) -> None:
        """Count no further until `run`."""
        self.read()
        self._last = None

    def read(self) -> Reading:
        """How long it has run so far. To be called often while it runs: a long silence means the computer slept."""
        if self._last is not None:
            here = (self._monotonic(), self._clock.now().utc_ms)
            self._add(here[0] - self._last[0], (here[1] - self._last[1]) / 1000)
            self._last = here
        return Reading(self._counted, self._counted + self._lost)

    def _add(self, step: float, wall_step: float) -> None:
        if step >= GAP_S:
            self._lost += max(step, wall_step)
            return
        self._counted += step
        if wall_step - step >= GAP_S:  # the monotonic clock stood still, or somebody set the other one ahead
            self._lost += wall_step - step
