"""One day of the made-up diary: pains through the day and night, clicks, releases, exercises, the evening check-in."""

from __future__ import annotations

from datetime import date
from math import exp
from random import Random

from knotbook.demo import words
from knotbook.demo.course import Course
from knotbook.demo.feel import Feel
from knotbook.demo.pen import Pen
from knotbook.demo.person import COMPLAINTS, HIP, KNEE, Complaint
from knotbook.demo.sessions import Sessions
from knotbook.demo.training import Trainer
from knotbook.domain.place import Place
from knotbook.domain.records import Day, JointSign, Pain, Sign

CHECKS = (7.2, 10.5, 13.0, 16.0, 18.5, 21.3)  # hours of the day at which this person usually looks
UP = 6.0 * 60  # minute of the day before which nothing is written, but for the nights
SKIPS = 0.32  # share of those that are let go
ROUTINE = ((3, 7.6, 0.8), (0, 21.8, 0.6))  # complaint, hour, how often: the stairs down each morning, sitting at night
NIGHT_PAIN = 7.0  # strength at which every other night is broken
WAITS = 0.25  # share of checks without a release that are looked at again after half an hour
SIGNS = (
    (HIP, Sign.CLICK),
    (HIP, Sign.POP),
    (HIP, Sign.CATCH),
    (KNEE, Sign.CLICK),
    (KNEE, Sign.GRIND),
    (KNEE, Sign.POP),
)


class DayWriter:
    """Writes one day after the other; keeps the named spots that pains belong to."""

    def __init__(self, rng: Random, pen: Pen, course: Course, spots: dict[Place, str]) -> None:
        self._rng = rng
        self._pen = pen
        self._course = course
        self._spots = spots
        self._sessions = Sessions(rng, pen, course)
        self._trainer = Trainer(rng, pen, course)

    def write(self, day: date, *, missed: bool, quiet: bool, first_note: str = "") -> None:
        """Live `day`. `missed`: nothing is written; `quiet`: nothing hurts."""
        note = "" if quiet else self._happen()
        feel = Feel(self._rng, self._course, quiet=quiet)
        self._sessions.morning(day, feel, missed=missed)
        if missed:
            return
        woken = self._open(day, feel, first_note) if first_note else self._night(day, feel)
        if quiet:
            self._quiet_day(day)
        else:
            self._checks(day, feel)
            self._routine(day, feel)
            self._signs(day)
            self._trainer.train(day)
        self._check_in(day, woken, note, quiet=quiet)

    def _open(self, day: date, feel: Feel, note: str) -> int:
        """The very first entry, before all others; that night is not known of."""
        self.pain(COMPLAINTS[0], day, UP, feel, note=note)
        return 0

    def pain(
        self, complaint: Complaint, day: date, minute: float, feel: Feel, *, night: bool = False, note: str = ""
    ) -> None:
        """Write one pain with its spot, its qualities and what went with it."""
        when = self._pen.at(day, minute)
        spot = self._rng.choice(complaint.spots)
        named = self._spots.get(complaint.place) if spot == complaint.spots[0] else None
        value = feel.number(complaint.place, minute)
        body = Pain(
            when=when,
            place=complaint.place,
            intensity=value,
            points=(self._pen.near(spot),) if value else (),
            spot=named if value else None,
            qualities=self._qualities(complaint, night=night) if value else (),
            context=self._context(complaint, night=night),
            note=note or self._note(complaint, night=night, value=value),
        )
        self._pen.write(when, body)

    def _happen(self) -> str:
        if self._rng.random() > 0.11:
            return ""
        happening = self._rng.choice(words.HAPPENINGS)
        for place, points in happening.bump.items():
            self._course.states[place].bump += points
        return happening.note

    def _night(self, day: date, feel: Feel) -> int:
        woken = 0
        for complaint in COMPLAINTS:
            minute = self._rng.uniform(1.2 * 60, 4.8 * 60)
            likely = 1 / (1 + exp(-1.4 * (feel.strength(complaint.place, minute) - NIGHT_PAIN)))
            if self._rng.random() < likely and woken < 2:
                woken += 1
                self.pain(complaint, day, minute, feel, night=True)
        return woken

    def _checks(self, day: date, feel: Feel) -> None:
        left = 2 if self._rng.random() < 0.6 else 1
        for hour in CHECKS:
            if self._rng.random() < SKIPS:
                continue
            minute = max(UP + 10, hour * 60 + self._rng.gauss(0, 22))
            complaint = self._what_hurts(feel, minute)
            self.pain(complaint, day, minute, feel)
            remedy = self._sessions.wanted(feel, minute) if left and hour > 8 else None
            if remedy:
                left -= 1
                self._sessions.press(remedy, day, minute + self._rng.uniform(4, 25), feel)
            elif self._rng.random() < WAITS:
                self.pain(complaint, day, minute + 30, feel)

    def _routine(self, day: date, feel: Feel) -> None:
        for index, hour, often in ROUTINE:
            if self._rng.random() < often:
                self.pain(COMPLAINTS[index], day, max(UP + 10, hour * 60 + self._rng.gauss(0, 9)), feel)

    def _what_hurts(self, feel: Feel, minute: float) -> Complaint:
        weights = [0.3 + max(0.0, feel.strength(c.place, minute)) ** 1.5 for c in COMPLAINTS]
        return self._rng.choices(COMPLAINTS, weights)[0]

    def _signs(self, day: date) -> None:
        for place, sign in SIGNS:
            if self._rng.random() < 0.12:
                when = self._pen.at(day, self._rng.uniform(8 * 60, 21 * 60))
                self._pen.write(when, JointSign(when=when, place=place, sign=sign))

    def _quiet_day(self, day: date) -> None:
        when = self._pen.at(day, self._rng.uniform(12 * 60, 20 * 60))
        complaint = self._rng.choice(COMPLAINTS)
        self._pen.write(when, Pain(when=when, place=complaint.place, intensity=0, context=complaint.context[:1]))

    def _check_in(self, day: date, woken: int, note: str, *, quiet: bool) -> None:
        if not quiet and self._rng.random() < 0.12:
            return
        body = Day(
            day=day,
            no_pain=quiet,
            sleep_hours=round(max(3.5, self._rng.gauss(7.3 - 0.9 * woken, 0.6)) * 2) / 2,
            nights_woken=woken,
            sitting_hours=round(max(0.5, self._rng.gauss(7.0 if day.weekday() < 5 else 4.0, 1.4)) * 2) / 2,
            stress=max(0, min(10, round(self._rng.gauss(4.0 if day.weekday() < 5 else 2.5, 1.6)))),
            mood=max(0, min(10, round(self._rng.gauss(7.5 if quiet else 6.2 - 0.8 * woken, 1.2)))),
            note=self._rng.choice(words.GOOD_NOTES) if quiet else note,
        )
        self._pen.write(self._pen.at(day, self._rng.uniform(21.5 * 60, 22.5 * 60)), body)

    def _qualities(self, complaint: Complaint, *, night: bool) -> tuple[str, ...]:
        if night and "cramp" in complaint.qualities:
            return ("cramp", "deep")
        if self._rng.random() < 0.45:
            return ()
        return tuple(sorted(self._rng.sample(complaint.qualities, self._rng.choice((1, 1, 2)))))

    def _context(self, complaint: Complaint, *, night: bool) -> tuple[str, ...]:
        if night:
            return ("woke me",)
        return (self._rng.choice(complaint.context),) if self._rng.random() < 0.5 else ()

    def _note(self, complaint: Complaint, *, night: bool, value: int) -> str:
        if value == 0 or self._rng.random() > (0.35 if night else 0.1):
            return ""
        return self._rng.choice(words.NIGHT_NOTES if night else words.PAIN_NOTES[complaint.place])
