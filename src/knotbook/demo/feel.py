"""How strong each pain is at one moment of the day."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from knotbook.demo.course import Course
from knotbook.domain.place import Place

READING_NOISE = 0.4  # points by which one number differs from what is felt
LASTS = 270  # minutes a release is felt in full


@dataclass(frozen=True, slots=True)
class _Effect:
    place: Place
    minute: float
    points: float

    def at(self, minute: float) -> float:
        since = minute - self.minute
        if since < 0:
            return 0.0
        return self.points * (0.6 if since < 15 else 1.0 if since < LASTS else 0.4)


class Feel:
    """The pains of one day, minute by minute. `quiet`: a day on which nothing hurts."""

    def __init__(self, rng: Random, course: Course, *, quiet: bool = False) -> None:
        self._rng = rng
        self._course = course
        self._quiet = quiet
        self._effects: list[_Effect] = []

    def release(self, place: Place, minute: float, points: float) -> None:
        """From `minute` on, `place` hurts `points` more (less, if negative) for some hours."""
        self._effects.append(_Effect(place, minute, points))

    def strength(self, place: Place, minute: float) -> float:
        """What is felt, before it is made a whole number."""
        if self._quiet:
            return 0.0
        stiff = 0.7 if minute < 9 * 60 else 0.4 if minute > 20 * 60 else 0.0
        return self._course.level(place) + stiff + sum(e.at(minute) for e in self._effects if e.place == place)

    def number(self, place: Place, minute: float) -> int:
        """The whole number from 0 to 10 that is written down."""
        noise = 0.0 if self._quiet else self._rng.gauss(0.0, READING_NOISE)
        return max(0, min(10, round(self.strength(place, minute) + noise)))
