"""Bodies of every kind for the tests of the journal."""

from __future__ import annotations

from datetime import date

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import (
    Body,
    Day,
    Effort,
    Entry,
    Exercise,
    JointSign,
    Moment,
    Pain,
    Rating,
    Release,
    Sign,
)
from tests.fakes import START_MS

PIRIFORMIS = Place.parse("piriformis.right")
KNEE = Place.parse("knee_medial.left")
MINUTE = 60_000
DAY = 86_400_000


def at(ago_ms: int = 0) -> Instant:
    """A moment before the fake clock's start, in winter time."""
    return Instant(START_MS - ago_ms, "Europe/Berlin", 60)


def pain(ago_ms: int = 0, intensity: int = 6, note: str = "") -> Pain:
    """A pain at the right piriformis."""
    return Pain(when=at(ago_ms), place=PIRIFORMIS, intensity=intensity, note=note)


def entry(number: int, body: Body) -> Entry:
    """An entry whose id sorts by `number`."""
    return Entry(id=f"00000000-0000-7000-8000-{number:012d}", body=body, created_ms=START_MS, changed_ms=START_MS)


EVERY_KIND: tuple[Body, ...] = (
    Pain(
        when=Instant(START_MS - 12_345, "America/New_York", -300),
        place=PIRIFORMIS,
        intensity=7,
        points=(Point(View.BACK, 41.5, 512.25),),
        spot="00000000-0000-7000-8000-000000000010",
        qualities=("cramp", "like a rope, wet"),
        context=("woke me",),
        note="  two\nlines, and\u2028odd ones ",
        recalled=True,
    ),
    Pain(when=at(), place=Place.parse("unheard_of.midline"), intensity=0),
    JointSign(when=at(1), place=KNEE, sign=Sign.GIVING_WAY, note="stairs"),
    Release(
        when=at(2),
        place=PIRIFORMIS,
        tool="lacrosse ball",
        seconds=90,
        pressure=0,
        pain_for=(KNEE, PIRIFORMIS),
        note="let go",
    ),
    Release(when=at(2), place=PIRIFORMIS),
    Rating(
        release="00000000-0000-7000-8000-000000000003",
        moment=Moment.HALF_HOUR,
        when=at(3),
        place=KNEE,
        intensity=10,
        recalled=True,
    ),
    Exercise(
        when=at(4),
        name=" bridges",
        kind=Effort.STRENGTHEN,
        muscles=(Place.parse("gluteus_maximus.left"), Place.parse("gluteus_maximus.right")),
        sets=3,
        reps=12,
        seconds=45,
        load_kg=12.125,
        effort=6,
        note="n",
    ),
    Exercise(when=at(4), name="Walk", kind=Effort.CARDIO),
    Day(
        day=date(2026, 3, 2),
        no_pain=True,
        sleep_hours=7.25,
        nights_woken=2,
        sitting_hours=0.1,
        stress=3,
        mood=0,
        note="quiet",
    ),
    Day(day=date(2026, 3, 1)),
)
"""At least one of each kind, full and bare."""
