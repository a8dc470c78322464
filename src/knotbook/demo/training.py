"""Exercises: strength on most other days, gentle things between, weeks of rest, and what too much of it does."""

from __future__ import annotations

from datetime import date
from random import Random

from knotbook.demo import words
from knotbook.demo.course import Course
from knotbook.demo.pen import Pen
from knotbook.demo.person import GENTLE, MEDIUS, REST, STRENGTH, Training
from knotbook.domain.records import Exercise

REST_WEEKS = frozenset({6, 13, 20})  # counted from the first week
STRENGTH_DAYS = frozenset({0, 2, 4, 5})  # Monday, Wednesday, Friday, Saturday
TOO_SORE = 7.5
HARD_AT_FIRST, HARD_AT_LAST = 0.45, 0.25  # the person learns, slowly
SETBACK = 2.2  # points on the day after a hard session, half of it on the second day
SETBACK_SEEN = 0.85


class Trainer:
    """The person's training, one day at a time."""

    def __init__(self, rng: Random, pen: Pen, course: Course) -> None:
        self._rng = rng
        self._pen = pen
        self._course = course

    def train(self, day: date) -> None:
        """Do, or leave, the exercises of `day`."""
        if self._course.day // 7 in REST_WEEKS:
            if self._rng.random() < 0.7:
                self._do(REST, day, self._rng.uniform(9 * 60, 11 * 60), None, self._note(words.REST_NOTES, 0.5))
            return
        minute = self._rng.uniform(16.5 * 60, 19 * 60)
        fit = self._course.level(MEDIUS) < TOO_SORE
        if day.weekday() in STRENGTH_DAYS and fit and self._rng.random() < 0.85:
            self._strengthen(day, minute)
        elif self._rng.random() < 0.8:
            self._do(self._rng.choice(GENTLE), day, minute, self._rng.choice((2, 2, 3)), "")

    def _strengthen(self, day: date, minute: float) -> None:
        along = self._course.day / self._course.days
        hard = self._rng.random() < HARD_AT_FIRST + (HARD_AT_LAST - HARD_AT_FIRST) * along
        for i, training in enumerate(self._rng.sample(STRENGTH, 2)):
            effort = self._rng.choice((7, 8, 9)) if hard else self._rng.choice((3, 4, 5))
            self._do(training, day, minute + 8 * i, effort, self._note(words.HARD_NOTES, 0.3) if hard else "")
        if hard and self._rng.random() < SETBACK_SEEN:
            self._course.strain(self._rng.gauss(SETBACK, 0.5))

    def _do(self, training: Training, day: date, minute: float, effort: int | None, note: str) -> None:
        when = self._pen.at(day, minute)
        body = Exercise(
            when=when,
            name=training.name,
            kind=training.kind,
            muscles=training.muscles,
            sets=training.sets,
            reps=training.reps,
            seconds=training.seconds,
            effort=effort,
            note=note,
        )
        self._pen.write(when, body)

    def _note(self, notes: tuple[str, ...], chance: float) -> str:
        return self._rng.choice(notes) if self._rng.random() < chance else ""
