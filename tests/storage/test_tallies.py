"""The diary counted up, against entries written by hand."""

from __future__ import annotations

from datetime import date

from knotbook.domain.clock import Instant
from knotbook.domain.ids import new_id
from knotbook.domain.records import Body, Day, Effort, Entry, Exercise, Moment, Pain, Rating, Release
from knotbook.storage import EntryStore
from tests.storage.samples import KNEE, PIRIFORMIS, SACRUM

MONDAY_MS = 1_772_409_600_000  # Monday 2 March 2026, midnight in Greenwich
WEEK = 2931  # weeks from that of 1 January 1970, which began on 29 December
HOUR = 3_600_000


def at(hours: float, east: int = 60) -> Instant:
    return Instant(MONDAY_MS + round(hours * HOUR), "Europe/Berlin", east)


def put(store: EntryStore, *bodies: Body) -> list[str]:
    entries = [Entry(id=new_id(MONDAY_MS + n), body=body, created_ms=0, changed_ms=0) for n, body in enumerate(bodies)]
    store.bulk_add(entries)
    return [entry.id for entry in entries]


def rating(release: str, moment: Moment, level: int) -> Rating:
    return Rating(release=release, moment=moment, when=at(1), place=KNEE, intensity=level)


def test_weeks_begin_on_the_persons_own_monday(store: EntryStore) -> None:
    put(
        store,
        Release(when=at(-0.5), place=KNEE, seconds=90),  # half past midnight on Monday, in Berlin
        Release(when=at(-2), place=KNEE, seconds=30),  # still Sunday
        Release(when=at(3, east=-300), place=KNEE, seconds=20),  # Sunday evening in the west
        Release(when=at(9), place=KNEE),
    )
    assert store.release_weeks() == [(WEEK - 1, 50, 2, 0), (WEEK, 90, 2, 1)]
    assert (date(1969, 12, 29).toordinal() + 7 * WEEK) == date(2026, 3, 2).toordinal()


def test_weeks_before_1970_count_backwards(store: EntryStore) -> None:
    put(store, Release(when=Instant(-8 * 24 * HOUR, "UTC", 0), place=KNEE, seconds=5))
    assert store.release_weeks() == [(-1, 5, 1, 0)]


def test_sets_are_added_up_and_rest_is_none(store: EntryStore) -> None:
    put(
        store,
        Exercise(when=at(9), name="bridges", kind=Effort.STRENGTHEN, sets=3),
        Exercise(when=at(10), name="walk", kind=Effort.CARDIO),
        Exercise(when=at(11), name="sofa", kind=Effort.REST, sets=9),
    )
    assert store.exercise_weeks() == [(WEEK, 4, 2)]


def test_calm_days_are_those_on_which_nothing_hurt(store: EntryStore) -> None:
    put(store, Day(day=date(2026, 3, 2), no_pain=True), Day(day=date(2026, 3, 3)))
    assert store.calm_days() == [date(2026, 3, 2)]


def test_every_check_in_counts_as_one(store: EntryStore) -> None:
    put(store, Day(day=date(2026, 3, 3)), Day(day=date(2026, 3, 2), no_pain=True))
    assert store.checked_days() == [date(2026, 3, 2), date(2026, 3, 3)]


def test_the_days_begin_with_whatever_came_first(store: EntryStore) -> None:
    assert store.days_begin() is None
    put(store, Day(day=date(2026, 3, 9)))
    assert store.days_begin() == date(2026, 3, 9)
    put(store, Pain(when=at(24 * 5), place=KNEE, intensity=3))
    assert store.days_begin() == date(2026, 3, 7)
    put(store, Release(when=at(-2), place=KNEE))
    assert store.days_begin() == date(2026, 3, 1)


def test_releases_come_with_their_offsets(store: EntryStore) -> None:
    put(store, Release(when=at(2), place=KNEE), Release(when=at(1), place=PIRIFORMIS))
    assert store.release_rows() == [(MONDAY_MS + HOUR, 60), (MONDAY_MS + 2 * HOUR, 60)]
    assert store.release_rows(MONDAY_MS + 2 * HOUR) == [(MONDAY_MS + 2 * HOUR, 60)]


def test_a_response_is_a_release_with_its_ratings_of_that_pain(store: EntryStore) -> None:
    first, _second, _other = put(
        store,
        Release(when=at(1), place=PIRIFORMIS, pain_for=(KNEE,)),
        Release(when=at(2), place=PIRIFORMIS, pain_for=(KNEE,)),  # never rated
        Release(when=at(3), place=PIRIFORMIS, pain_for=(SACRUM,)),
    )
    put_later = [rating(first, Moment.BEFORE, 6), rating(first, Moment.HALF_HOUR, 2)]
    store.bulk_add(
        [Entry(id=new_id(MONDAY_MS + 9 + n), body=b, created_ms=0, changed_ms=0) for n, b in enumerate(put_later)]
    )
    assert store.responses(KNEE) == [("piriformis.right", first, MONDAY_MS + HOUR, 60, 6, None, 2, None)]
    assert store.responses(SACRUM) == []
