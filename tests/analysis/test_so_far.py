"""Counts and medians of one place, and silence where there is not enough."""

from __future__ import annotations

import pytest

from knotbook.analysis.so_far import DAY_MS, ENOUGH_SESSIONS, PainRow, SoFar, sessions, so_far

PIR, KNEE, GROIN = "piriformis.right", "knee_outer.right", "groin.right"


def at(day: int, place: str, intensity: int, *, hour: float = 12, offset: int = 0) -> PainRow:
    return (round((day + hour / 24) * DAY_MS), offset, place, intensity, f"{day}{place}{hour}")


def test_counts_the_place_and_takes_the_mean_of_the_recent_ones_only() -> None:
    rows = [at(1, PIR, 9), at(40, PIR, 2), at(41, KNEE, 8), at(42, PIR, 5)]
    told = so_far(PIR, rows, 30 * DAY_MS)
    assert (told.count, told.recent, told.mean) == (3, 2, 3.5)


def test_the_same_days_count_once_each_and_zero_is_no_pain() -> None:
    rows = [
        *(at(day, PIR, 4) for day in (1, 2, 3)),
        at(1, KNEE, 3), at(1, KNEE, 5, hour=20), at(2, KNEE, 0), at(3, KNEE, 1), at(3, GROIN, 2), at(9, GROIN, 7),
    ]  # fmt: skip
    told = so_far(PIR, rows, 0)
    assert told.days == 3
    assert told.others == ((KNEE, 2), (GROIN, 1))


def test_only_the_three_most_often_are_named() -> None:
    rows = [at(1, PIR, 4), *(at(1, f"place{n}.right", 4) for n in range(5))]
    assert len(so_far(PIR, rows, 0).others) == 3


def test_a_day_is_the_persons_own_day() -> None:
    late = at(1, PIR, 4, hour=23.5, offset=60)  # half past midnight on day 2 by the wall clock
    assert so_far(PIR, [late, at(2, KNEE, 3)], 0).others == ((KNEE, 1),)


def test_a_place_never_logged_is_all_zeros() -> None:
    assert so_far(PIR, [at(1, KNEE, 3)], 0) == SoFar(0, 0, None, 0, ())


@pytest.mark.parametrize(("count", "said"), [(ENOUGH_SESSIONS - 1, None), (ENOUGH_SESSIONS, 5.0)])
def test_medians_only_from_eight_sessions_on(count: int, said: float | None) -> None:
    told = sessions([(KNEE, 5, 3, None)] * count)
    assert [(one.count, one.before) for one in told] == [(count, said)]
    assert told[0].half_hour is None


def test_each_rated_place_has_its_own_numbers() -> None:
    rated = [(PIR, 6, 5, 4)] * 8 + [(KNEE, 4, 2, None)] * 9
    told = {one.place: (one.count, one.before, one.after, one.half_hour) for one in sessions(rated)}
    assert told == {KNEE: (9, 4.0, 2.0, None), PIR: (8, 6.0, 5.0, 4.0)}
    assert sessions(rated)[0].place == KNEE
