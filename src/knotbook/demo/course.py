"""How the pains go from day to day: slowly better, in waves, with flares that come less and less often."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import pi, sin
from random import Random

from knotbook.demo.person import COMPLAINTS, Complaint
from knotbook.domain.place import Place

MEMORY = 0.35  # lag-1 of the day-to-day swing; real diaries show 0.13 to 0.44
SWING = 0.75  # its innovation, in points
FLARE = 4.4
FLARE_STAYS = 0.42
SORENESS_STAYS = 0.5
RELIEF_STAYS = 0.25
MOST_SORE, MOST_RELIEF = 3.0, 2.2
FIRST_GAP, GAP_GROWTH = 6.0, 1.15  # days to the next flare, and how it grows from flare to flare


@dataclass
class State:
    """One complaint from day to day, in points on top of its usual strength."""

    complaint: Complaint
    swing: float = 0.0
    soreness: float = 0.0
    relief: float = 0.0
    bump: float = 0.0
    soreness_due: float = 0.0
    relief_due: float = 0.0

    def next_day(self, rng: Random) -> None:
        """Let the older days wear off, feel what yesterday brought, and let the swing go on."""
        self.swing = MEMORY * self.swing + rng.gauss(0.0, SWING)
        self.soreness = min(MOST_SORE, self.soreness * SORENESS_STAYS + self.soreness_due)
        self.relief = max(-MOST_RELIEF, min(MOST_RELIEF, self.relief * RELIEF_STAYS + self.relief_due))
        self.bump = self.soreness_due = self.relief_due = 0.0


@dataclass
class Course:
    """All complaints over `days` days."""

    rng: Random
    days: int
    day: int = -1
    flare: float = 0.0
    states: dict[Place, State] = field(default_factory=lambda: {c.place: State(c) for c in COMPLAINTS})
    flare_days: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._plan = flare_plan(self.rng, self.days)

    def next_day(self) -> None:
        """Go on to the next day."""
        self.day += 1
        self.flare *= FLARE_STAYS
        if self.day in self._plan:
            self.flare = FLARE
            self.flare_days.append(self.day)
        for state in self.states.values():
            state.next_day(self.rng)

    @property
    def flaring(self) -> bool:
        """Whether a flare can still be felt."""
        return self.flare > 0.8

    def level(self, place: Place) -> float:
        """The day's strength of a complaint in points; may lie outside 0 to 10."""
        state = self.states[place]
        along = self.day / max(1, self.days - 1)
        usual = state.complaint.first + (state.complaint.last - state.complaint.first) * along
        wave = 0.4 * sin(2 * pi * self.day / 38)
        today = state.swing + state.soreness + state.relief + state.bump + self.flare * state.complaint.flare
        return usual + wave + today

    def strain(self, points: float) -> None:
        """Hard training: `points` more tomorrow, half of it the day after."""
        for state in self.states.values():
            state.soreness_due += points * state.complaint.sore

    def carry(self, place: Place, points: float) -> None:
        """What a release does to the next day's level of a complaint."""
        self.states[place].relief_due += points


def flare_plan(rng: Random, days: int) -> frozenset[int]:
    """The days on which flares begin: gaps that lengthen on the whole, though not every one does."""
    starts, at, gap = [], 3.0, FIRST_GAP
    while at < days - 4:
        starts.append(round(at))
        at += gap * rng.uniform(0.75, 1.3)
        gap *= GAP_GROWTH
    return frozenset(starts)
