"""Entries to fill diaries with: a fixed one of each kind, and strategies for any."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from knotbook.domain.clock import Instant
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place, Point, Side, View
from knotbook.domain.records import (
    Body,
    Day,
    Effort,
    Entry,
    Exercise,
    JointSign,
    Moment,
    Pain,
    Photo,
    Rating,
    Release,
    Routine,
    Sign,
    Spot,
    Step,
    Word,
    WordUse,
)
from tests.fakes import START_MS

PIRIFORMIS = Place("piriformis", Side.RIGHT)
KNEE = Place("knee_medial", Side.LEFT)
SACRUM = Place("sacrum", Side.MIDLINE)
STEPS = (
    Step(name="release", places=(PIRIFORMIS,), seconds=90, tool="ball"),
    Step(name="bridges", kind=Effort.STRENGTHEN, sets=3, reps=12, load_kg=2.5),
)
HOSTILE = [
    "",
    "\0",
    "a\0b",
    "\ud800",
    "\udfff end",
    "\ud83d\ude00",
    "\x1b[0m",
    "\u202eright to left \u05e9\u05dc\u05d5\u05dd",
    "👩🏽‍🦯 e\u0301",
    "'; DROP TABLE pain; --",
    '" OR 1=1 NEAR(*',
    "\\u0041 \\",
    "line\r\nline\u2028",
    "=1+1",
    "\ufeff\ufffe\uffff",
]


def at(ms: int = START_MS, zone: str = "Europe/Berlin") -> Instant:
    return Instant.of(datetime.fromtimestamp(ms / 1000, UTC), zone)


def pain(intensity: int = 6, place: Place = PIRIFORMIS, ms: int = START_MS, note: str = "") -> Pain:
    points = (Point(View.BACK, 41.5, 480.0),)
    return Pain(when=at(ms), place=place, intensity=intensity, points=points, qualities=("ache",), note=note)


def entry(body: Body, ms: int = START_MS) -> Entry:
    return Entry(id=new_id(ms), body=body, created_ms=ms, changed_ms=ms, device="here")


def one_of_each() -> list[Entry]:
    """An entry of every kind, in an order in which links point backwards."""
    spot = entry(Spot(place=PIRIFORMIS, point=Point(View.BACK, 40, 481), name="the one that shoots"))
    release = entry(
        Release(when=at(), place=PIRIFORMIS, tool="ball", seconds=90, pressure=7, pain_for=(KNEE, PIRIFORMIS))
    )
    stretch = Exercise(when=at(), name="bridge", kind=Effort.STRENGTHEN, muscles=(PIRIFORMIS,), sets=3, load_kg=2.5)
    return [
        spot,
        entry(replace(pain(), spot=spot.id, context=("after sitting",), note="naïve")),
        entry(JointSign(when=at(), place=KNEE, sign=Sign.CLICK)),
        release,
        entry(Rating(release=release.id, moment=Moment.AFTER, when=at(), place=KNEE, intensity=2, recalled=True)),
        entry(stretch),
        entry(Day(day=date(2026, 3, 3), no_pain=True, sleep_hours=7.5, nights_woken=0, mood=8)),
        entry(Photo(entry=release.id, file=f"{release.id}.jpg", sha256="0" * 64, width=1600, height=1200)),
        entry(Routine(name="evening", steps=STEPS)),
        entry(Word(word="zapping", use=WordUse.QUALITY)),
    ]


texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=40))
places = st.builds(Place, st.sampled_from(["piriformis", "knee_medial", "glutes", "a_1"]), st.sampled_from(Side))
reals = st.floats(-2000, 2000, allow_nan=False)
points = st.builds(Point, st.sampled_from(View), reals, reals)
zones = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC"])
instants = st.builds(at, st.integers(0, 4_102_444_800_000), zones)
nrs = st.integers(0, 10)
few_points = st.lists(points, max_size=3).map(tuple)
few_texts = st.lists(texts, max_size=3).map(tuple)
few_places = st.lists(places, max_size=3).map(tuple)
pains = st.builds(
    Pain,
    when=instants,
    place=places,
    intensity=nrs,
    points=few_points,
    qualities=few_texts,
    context=few_texts,
    note=texts,
    recalled=st.booleans(),
    spot=st.none(),
)
pixels = st.integers(1, 1600)
names = texts.filter(str.strip)
counts = st.none() | st.integers(0, 9999)
steps = st.builds(
    Step,
    name=names,
    kind=st.none() | st.sampled_from(Effort),
    places=few_places,
    sets=counts,
    reps=counts,
    seconds=counts,
    load_kg=st.none() | st.floats(0, 500),
    tool=texts,
)
bodies = st.one_of(
    pains,
    st.builds(JointSign, when=instants, place=places, sign=st.sampled_from(Sign), points=few_points, note=texts),
    st.builds(
        Release,
        when=instants,
        place=places,
        points=few_points,
        tool=texts,
        seconds=st.none() | st.integers(0, 10_000),
        pressure=st.none() | nrs,
        pain_for=few_places,
        note=texts,
    ),
    st.builds(
        Exercise,
        when=instants,
        name=names,
        kind=st.sampled_from(Effort),
        muscles=few_places,
        sets=st.none() | st.integers(0, 99),
        reps=st.none() | st.integers(0, 99),
        seconds=st.none() | st.integers(0, 9999),
        load_kg=st.none() | st.floats(0, 500),
        effort=st.none() | nrs,
        note=texts,
    ),
    st.builds(
        Day,
        day=st.dates(date(1971, 1, 1), date(2100, 1, 1)),
        no_pain=st.booleans(),
        sleep_hours=st.none() | st.floats(0, 24),
        nights_woken=st.none() | st.integers(0, 20),
        sitting_hours=st.none() | st.integers(0, 24),
        stress=st.none() | nrs,
        mood=st.none() | nrs,
        note=texts,
    ),
    st.builds(Spot, place=places, point=points, name=texts, merged_into=st.none()),
    st.builds(Photo, entry=texts, file=st.just("a-1.jpg"), sha256=texts, width=pixels, height=pixels),
    st.builds(Routine, name=names, steps=st.lists(steps, max_size=3).map(tuple)),
    st.builds(Word, word=names, use=st.sampled_from(WordUse), hidden=st.booleans()),
)
