"""The questions rooms ask, answered in the right order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knotbook.domain.place import Place, Point, Side, View
from knotbook.domain.records import Day, Effort, Entry, Exercise, Kind, Moment, Rating, Release, Spot
from knotbook.storage import DamagedRecord, EntryStore, Heat, Latest, Wanted, cursor_of
from tests.fakes import START_MS
from tests.storage.samples import KNEE, PIRIFORMIS, SACRUM, at, entry, one_of_each, pain

HOUR = 3_600_000


@pytest.fixture
def filled(store: EntryStore) -> list[Entry]:
    """Pains at three places, an hour apart, oldest first; and one in the bin."""
    where = (PIRIFORMIS, KNEE, SACRUM)
    entries = [entry(pain(n % 11, where[n % 3], START_MS + n * HOUR)) for n in range(30)]
    store.put([*entries, replace(entry(pain(9)), deleted_ms=1)], label="fill")
    return entries


def test_pages_are_newest_first_and_complete(store: EntryStore, filled: list[Entry]) -> None:
    seen: list[Entry] = []
    cursor = None
    while page := store.page(before=cursor, limit=7):
        seen += page
        cursor = cursor_of(page[-1])
    assert seen == filled[::-1]
    assert store.count() == 30


@given(when=st.lists(st.integers(0, 3), min_size=1, max_size=12), limit=st.integers(1, 5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_entries_of_one_instant_are_neither_lost_nor_doubled(store: EntryStore, when: list[int], limit: int) -> None:
    base = START_MS + 10**9 * (1 + store.count())
    wrote = [entry(pain(1, ms=base + ms), base) for ms in when]
    wrote += [entry(Exercise(when=at(base + ms), name="walk", kind=Effort.CARDIO), base) for ms in when]
    store.bulk_add(wrote)
    seen: list[tuple[int, str]] = []
    while page := store.page(before=seen[-1] if seen else None, limit=limit, since_ms=base):
        seen += [(e.body.when.utc_ms, e.id) for e in page]  # type: ignore[union-attr]  # no Day is among them
    assert seen == sorted(((e.body.when.utc_ms, e.id) for e in wrote), reverse=True)  # type: ignore[union-attr]


def test_filters(store: EntryStore, filled: list[Entry]) -> None:
    others = one_of_each()
    store.put(others, label="others")
    assert {e.kind for e in store.page(kinds=[Kind.RELEASE, Kind.DAY])} == {Kind.RELEASE, Kind.DAY}
    assert store.count(places=[SACRUM]) == 10
    at_piriformis = store.page(places=[PIRIFORMIS], limit=1000)
    assert {e.kind for e in at_piriformis} == {Kind.PAIN, Kind.RELEASE, Kind.EXERCISE}
    assert store.count(places=[PIRIFORMIS], kinds=[Kind.EXERCISE]) == 1
    assert store.count(places=[]) == 0
    span = {"since_ms": START_MS + HOUR, "until_ms": START_MS + 3 * HOUR}
    assert store.page([Kind.PAIN], **span) == [filled[2], filled[1]]
    assert store.count(deleted=True) == 1
    assert len(store.page(deleted=True)) == 1
    assert Kind.SPOT not in {e.kind for e in store.page(limit=1000)}


def test_a_day_stands_within_its_own_date(store: EntryStore) -> None:
    days = [entry(Day(day=date(2026, 3, d), no_pain=True)) for d in (1, 2, 3)]
    store.put(days, label="days")
    assert store.days(date(2026, 3, 2), date(2026, 3, 3)) == days[1:]
    assert store.days() == days
    assert store.page() == days[::-1]
    assert store.page(before=cursor_of(days[1])) == days[:1]


def test_lists_of_one_kind(store: EntryStore) -> None:
    entries = one_of_each()
    by_kind = {e.kind: e for e in entries}
    store.put(entries, label="all")
    assert store.releases() == [by_kind[Kind.RELEASE]]
    assert store.releases([KNEE]) == []
    assert store.exercises([PIRIFORMIS]) == [by_kind[Kind.EXERCISE]]
    assert store.exercises([KNEE]) == []
    assert store.spots([PIRIFORMIS]) == [by_kind[Kind.SPOT]]
    assert store.ratings(by_kind[Kind.RELEASE].id) == [by_kind[Kind.RATING]]
    assert store.pains_at_spot(by_kind[Kind.SPOT].id) == [by_kind[Kind.PAIN]]
    assert store.entries(Kind.JOINT_SIGN, Wanted(places=[KNEE])) == [by_kind[Kind.JOINT_SIGN]]


def test_pain_rows_ascend(store: EntryStore, filled: list[Entry]) -> None:
    rows = store.pain_rows([SACRUM, KNEE], START_MS, START_MS + 6 * HOUR)
    assert rows == [
        (e.body.when.utc_ms, 60, str(e.body.place), e.body.intensity, e.id)
        for e in filled[:6]
        if e.body.place != PIRIFORMIS
    ]
    assert len(store.pain_rows()) == 30
    assert store.pain_rows([]) == []


def test_heat_and_latest(store: EntryStore) -> None:
    store.put([entry(pain(n, KNEE, START_MS + n)) for n in (2, 9, 4)], label="x")
    assert store.pain_counts() == {"knee_medial.left": 3}
    assert store.heat() == {"knee_medial.left": Heat(mean=5.0, worst=9, n=3, last=9)}
    store.put([entry(pain(0, KNEE, START_MS + 20))], label="x")
    assert store.heat()["knee_medial.left"] == Heat(mean=3.75, worst=9, n=4, last=0)
    assert store.heat(START_MS + 21) == {}
    assert store.latest_pain() == {KNEE: Latest(START_MS + 20, 0, 4)}
    assert store.latest_pain([PIRIFORMIS]) == {}
    assert store.latest_pain([KNEE], START_MS + 9) == {KNEE: Latest(START_MS + 20, 0, 2)}
    assert Place("knee_medial", Side.LEFT) in store.latest_pain()


def test_clock_set_back_and_travel_keep_wall_time_and_order(store: EntryStore) -> None:
    berlin = entry(pain(1, ms=START_MS + HOUR))
    kathmandu = entry(replace(pain(2), when=at(START_MS, "Asia/Kathmandu")))
    store.put([berlin], label="1")
    store.put([kathmandu], label="2")
    assert store.page() == [berlin, kathmandu]
    assert store.page()[1].body.when.local().strftime("%H:%M") == "15:15"
    assert store.pain_rows()[0][1] == timedelta(hours=5, minutes=45) // timedelta(minutes=1)


def test_the_pains_of_a_point_as_numbers(store: EntryStore) -> None:
    spot, other = (entry(Spot(place=PIRIFORMIS, point=Point(View.BACK, x, 470))) for x in (40, 60))
    own = [entry(replace(pain(n, ms=START_MS + n * HOUR), spot=spot.id)) for n in (2, 3, 7)]
    store.put([spot, other, *own, entry(pain(9))], label="points")
    store.put([replace(own[1], deleted_ms=1)], label="gone")
    assert [row[3:] for row in store.pain_rows_at_spot(spot.id)] == [(2, own[0].id), (7, own[2].id)]
    assert store.latest_at_spots([spot.id, other.id]) == {spot.id: Latest(START_MS + 7 * HOUR, 7, 2)}
    assert store.latest_at_spots([spot.id], START_MS + 8 * HOUR) == {}
    assert store.latest_at_spots([]) == {}


def test_releases_rated_before_and_after_at_one_place(store: EntryStore) -> None:
    def rating(release: Entry, moment: Moment, intensity: int, place: Place = KNEE) -> Entry:
        return entry(
            Rating(release=release.id, moment=moment, when=at(START_MS), place=place, intensity=intensity)
        )

    full, half, binned, elsewhere = (
        entry(Release(when=at(START_MS + n), place=place)) for n, place in enumerate([PIRIFORMIS] * 3 + [SACRUM])
    )
    store.put([full, half, binned, elsewhere], label="releases")
    rated = [
        rating(full, Moment.BEFORE, 6), rating(full, Moment.AFTER, 4), rating(full, Moment.HALF_HOUR, 3),
        rating(full, Moment.AFTER, 9, PIRIFORMIS), rating(half, Moment.BEFORE, 5),
        rating(elsewhere, Moment.BEFORE, 5), rating(elsewhere, Moment.AFTER, 5),
        rating(binned, Moment.BEFORE, 5), rating(binned, Moment.AFTER, 5),
    ]  # fmt: skip
    store.put([*rated, replace(binned, deleted_ms=1)], label="ratings")
    assert store.rated_releases([PIRIFORMIS]) == [(START_MS, KNEE, 6, 4, 3)]
    store.put([replace(rated[2], deleted_ms=1)], label="not asked")
    assert store.rated_releases([PIRIFORMIS]) == [(START_MS, KNEE, 6, 4, None)]


def test_a_record_that_was_read_once_and_is_damaged_then_is_not_shown_from_memory(store: EntryStore) -> None:
    (kept,) = store.put([entry(pain())], label="one").after.values()
    assert store.page([Kind.PAIN]) == store.page([Kind.PAIN]) == [kept]
    store._db.execute("UPDATE pain SET intensity = 9 WHERE id = ?", (kept.id,))
    assert store.page([Kind.PAIN]) == []
    assert store.damaged == {DamagedRecord(Kind.PAIN, kept.id)}
