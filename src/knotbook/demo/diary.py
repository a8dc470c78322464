"""The six-month diary for looking around: seeded, believable, labelled as made up."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from knotbook.demo.course import Course
from knotbook.demo.day import DayWriter
from knotbook.demo.feel import Feel
from knotbook.demo.pen import Pen, Written, made_ms
from knotbook.demo.person import COMPLAINTS, MINIMUS, PIRIFORMIS
from knotbook.demo.words import MADE_UP
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Spot

DAYS = 183
MISSED = 0.06
HOLIDAY = range(96, 101)  # five days away without the diary
QUIET_FROM, QUIET = 0.3, 0.16  # from which share of the diary on there are days without pain, and how many
SPOT_NAMES = {PIRIFORMIS: "the one that shoots", MINIMUS: "the deep one"}


def demo_bodies(until: Instant, seed: int = 7, *, days: int = DAYS) -> list[Written]:
    """A made-up diary of `days` days that ends at `until`: (record id, body) pairs by the time they were written.

    The same `until` and `seed` always give the same pairs. The first entry's note says that nobody wrote it.
    """
    rng = Random(seed)
    pen = Pen(rng, until)
    course = Course(rng, days)
    first = until.day() - timedelta(days=days - 1)
    writer = DayWriter(rng, pen, course, _spots(pen, first))
    for index in range(days):
        course.next_day()
        _live(writer, course, rng, first + timedelta(days=index), note=MADE_UP if index == 0 else "")
    _just_now(writer, Feel(rng, course), until)
    return sorted(pen.written, key=lambda pair: pair[0])


def demo_entries(until: Instant, seed: int = 7, *, days: int = DAYS, device: str = "made up") -> list[Entry]:
    """`demo_bodies` as entries, each created when it was written."""
    return [
        Entry(id=record_id, body=body, created_ms=made_ms(record_id), changed_ms=made_ms(record_id), device=device)
        for record_id, body in demo_bodies(until, seed, days=days)
    ]


def _live(writer: DayWriter, course: Course, rng: Random, day: date, *, note: str) -> None:
    last = course.day >= course.days - 2
    missed = not note and not last and (course.day in HOLIDAY or rng.random() < MISSED)
    late = course.day > QUIET_FROM * course.days
    quiet = late and not last and not course.flaring and rng.random() < QUIET
    writer.write(day, missed=missed, quiet=quiet, first_note=note)


def _spots(pen: Pen, first: date) -> dict[Place, str]:
    """The points that have a name and a history of their own, written down after the first entry."""
    points = {c.place: c.spots[0] for c in COMPLAINTS}
    written = {}
    for i, (place, name) in enumerate(SPOT_NAMES.items()):
        spot = pen.write(pen.at(first, 9.5 * 60 + i), Spot(place=place, point=points[place], name=name))
        if spot:
            written[place] = spot
    return written


def _just_now(writer: DayWriter, feel: Feel, until: Instant) -> None:
    """Something in the last half hour, so that the map is not empty at whatever time it is opened."""
    wall = until.local()
    minute = wall.hour * 60 + wall.minute
    for complaint, ago in ((COMPLAINTS[0], 24), (COMPLAINTS[3], 9)):
        if minute > ago:
            writer.pain(complaint, until.day(), minute - ago, feel)
