"""Releases, and the ratings before, right after, half an hour later and the next morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import exp
from random import Random

from knotbook.demo import words
from knotbook.demo.course import Course
from knotbook.demo.feel import Feel
from knotbook.demo.pen import Pen
from knotbook.demo.person import REMEDIES, Remedy
from knotbook.domain.place import Place
from knotbook.domain.records import Moment, Rating, Release

ENOUGH = 4.1  # pain at which this person reaches for the ball every other time
ANSWERS_HALF_HOUR, ANSWERS_MORNING, RECALLS = 0.85, 0.7, 0.15


@dataclass(frozen=True, slots=True)
class _Due:
    """A rating asked for on the next morning."""

    release: str
    place: Place


class Sessions:
    """Decides when to press what, and keeps the ratings that are still to come."""

    def __init__(self, rng: Random, pen: Pen, course: Course) -> None:
        self._rng = rng
        self._pen = pen
        self._course = course
        self._due: list[_Due] = []

    def morning(self, day: date, feel: Feel, *, missed: bool) -> None:
        """Answer what yesterday's releases asked for, or let it go by on a missed day."""
        due, self._due = self._due, []
        for asked in () if missed else due:
            if self._rng.random() < ANSWERS_MORNING:
                minute = self._rng.uniform(7 * 60, 8.5 * 60)
                recalled = self._rng.random() < RECALLS
                self._rate(asked.release, Moment.NEXT_MORNING, asked.place, day, minute, feel, recalled=recalled)

    def wanted(self, feel: Feel, minute: float) -> Remedy | None:
        """What this person would press now, if anything: the more it hurts, the likelier."""
        wishes = [(self._wish(remedy, feel, minute), i) for i, remedy in enumerate(REMEDIES)]
        strongest, index = max(wishes)
        return REMEDIES[index] if strongest > 0 else None

    def press(self, remedy: Remedy, day: date, minute: float, feel: Feel) -> None:
        """Write the release with its ratings, and let it have its effect."""
        seconds = self._rng.choice((60, 90, 90, 120, 180))
        soon = self._rng.gauss(remedy.soon, remedy.spread)
        before = feel.number(remedy.pain_for, minute - 1)
        release = self._write(remedy, day, minute, seconds, worse=soon > 0.8)
        if release is None:
            return
        self._put_rating(release, Moment.BEFORE, remedy.pain_for, day, minute, before)
        feel.release(remedy.pain_for, minute, soon)
        self._course.carry(remedy.pain_for, self._rng.gauss(remedy.next_day, remedy.spread / 2))
        self._rate(release, Moment.AFTER, remedy.pain_for, day, minute + seconds / 60 + 1, feel)
        if self._rng.random() < ANSWERS_HALF_HOUR:
            self._rate(release, Moment.HALF_HOUR, remedy.pain_for, day, minute + 30, feel)
        self._due.append(_Due(release, remedy.pain_for))

    def _wish(self, remedy: Remedy, feel: Feel, minute: float) -> float:
        hurts = feel.strength(remedy.pain_for, minute) + remedy.liked - ENOUGH
        likely = 1 / (1 + exp(-hurts))
        return likely - self._rng.random()

    def _write(self, remedy: Remedy, day: date, minute: float, seconds: int, *, worse: bool) -> str | None:
        note = self._rng.choice(words.WORSE_NOTES if worse else words.RELEASE_NOTES) if self._rng.random() < 0.2 else ""
        when = self._pen.at(day, minute)
        body = Release(
            when=when,
            place=remedy.place,
            points=(self._pen.near(self._rng.choice(remedy.spots)),),
            tool=remedy.tool,
            seconds=seconds,
            pressure=self._rng.choice((4, 5, 5, 6, 6, 7)),
            pain_for=(remedy.pain_for,),
            note=note,
        )
        return self._pen.write(when, body)

    def _rate(
        self,
        release: str,
        moment: Moment,
        place: Place,
        day: date,
        minute: float,
        feel: Feel,
        *,
        recalled: bool = False,
    ) -> None:
        value = feel.number(place, minute)
        self._put_rating(release, moment, place, day, minute, value, recalled=recalled)

    def _put_rating(
        self,
        release: str,
        moment: Moment,
        place: Place,
        day: date,
        minute: float,
        value: int,
        *,
        recalled: bool = False,
    ) -> None:
        when = self._pen.at(day, minute + (90 if recalled else 0))
        body = Rating(release=release, moment=moment, when=when, place=place, intensity=value, recalled=recalled)
        self._pen.write(when, body)
