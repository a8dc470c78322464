"""Ten years of twenty pains and twenty other entries a day, for measuring and for tests of size. Not for reading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from knotbook.demo.course import MEMORY, SWING
from knotbook.demo.pen import Written, beside, seeded_id
from knotbook.demo.person import COMPLAINTS, REMEDIES, STRENGTH, Complaint, Remedy
from knotbook.domain.clock import Instant
from knotbook.domain.records import Body, Day, Exercise, JointSign, Moment, Pain, Rating, Release, Sign

DAYS = 3650
PAINS_A_DAY, RELEASES_A_DAY, EXERCISES_A_DAY = 20, 4, 2
WAKING = (6 * 60, 22 * 60)  # minutes of the day; no clock changes in between
MOMENTS = (Moment.BEFORE, Moment.AFTER, Moment.HALF_HOUR)
DROP = {Moment.BEFORE: 0.0, Moment.AFTER: -0.8, Moment.HALF_HOUR: -1.4}


def ten_years(until: Instant, seed: int = 11, *, days: int = DAYS) -> Iterator[Written]:
    """(record id, body) pairs day by day: 20 pains and 20 other entries on each of the `days` before `until`'s day.

    Strengths follow the same day-to-day memory as the six-month diary. The same arguments always give the same pairs.
    """
    rng = Random(seed)
    swings = [0.0] * len(COMPLAINTS)
    for index in range(days, 0, -1):
        day = until.day() - timedelta(days=index)
        swings = [MEMORY * swing + rng.gauss(0.0, SWING) for swing in swings]
        level = [c.first + swing for c, swing in zip(COMPLAINTS, swings, strict=True)]
        yield from sorted(_Page(rng, day, until.zone).full(level), key=lambda pair: pair[0])


class _Page:
    """One day's entries. The offset is looked up once a day: it does not change in waking hours."""

    def __init__(self, rng: Random, day: date, zone: str) -> None:
        self._rng = rng
        self._day = day
        self._start = Instant.of(datetime.combine(day, time(6), ZoneInfo(zone)), zone)

    def full(self, level: list[float]) -> Iterator[Written]:
        """Pains, releases with three ratings each, exercises, a joint sign and the check-in."""
        for _ in range(PAINS_A_DAY):
            index = self._rng.randrange(len(COMPLAINTS))
            yield self._pain(COMPLAINTS[index], level[index])
        for _ in range(RELEASES_A_DAY):
            yield from self._release(self._rng.choice(REMEDIES), self._rng.choice(level))
        for _ in range(EXERCISES_A_DAY):
            yield self._exercise()
        when = self._when()
        yield self._new(when, JointSign(when=when, place=COMPLAINTS[3].place, sign=self._rng.choice(list(Sign))))
        yield self._new(self._at(WAKING[1]), Day(day=self._day, sleep_hours=7.0, nights_woken=self._rng.randrange(3)))

    def _pain(self, complaint: Complaint, level: float) -> Written:
        when = self._when()
        value = max(0, min(10, round(level + self._rng.gauss(0.0, 0.5))))
        spot = beside(self._rng, self._rng.choice(complaint.spots))
        quality = (self._rng.choice(complaint.qualities),)
        body = Pain(when=when, place=complaint.place, intensity=value, points=(spot,), qualities=quality)
        return self._new(when, body)

    def _release(self, remedy: Remedy, level: float) -> Iterator[Written]:
        minute = self._rng.randrange(WAKING[0], WAKING[1] - 40)
        when = self._at(minute)
        release, body = self._new(
            when, Release(when=when, place=remedy.place, tool=remedy.tool, seconds=90, pain_for=(remedy.pain_for,))
        )
        yield release, body
        for wait, moment in enumerate(MOMENTS):
            later = self._at(minute + 15 * wait + 1)
            value = max(0, min(10, round(level + DROP[moment] + self._rng.gauss(0.0, 0.5))))
            rating = Rating(release=release, moment=moment, when=later, place=remedy.pain_for, intensity=value)
            yield self._new(later, rating)

    def _exercise(self) -> Written:
        when = self._when()
        training = self._rng.choice(STRENGTH)
        body = Exercise(when=when, name=training.name, kind=training.kind, muscles=training.muscles, sets=3, effort=5)
        return self._new(when, body)

    def _when(self) -> Instant:
        return self._at(self._rng.randrange(*WAKING))

    def _at(self, minute: int) -> Instant:
        ms = self._start.utc_ms + (minute - WAKING[0]) * 60_000 + self._rng.randrange(60_000)
        return Instant(ms, self._start.zone, self._start.offset_min)

    def _new(self, when: Instant, body: Body) -> Written:
        return seeded_id(when.utc_ms, self._rng), body
