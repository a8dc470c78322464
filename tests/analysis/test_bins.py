from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knotbook.analysis.bins import (
    DAY_MS,
    HOUR_MS,
    STEPS_MS,
    WEEK_MS,
    bin_series,
)
from knotbook.analysis.series import Series
from knotbook.domain.place import Place

KNEE = Place.parse("knee_medial.left")
MONDAY_MS = 1_772_409_600_000  # 2 March 2026, 00:00 UTC


def series_of(ratings: list[tuple[int, int]]) -> Series:
    ordered = sorted(ratings)
    times = np.array([t for t, _level in ordered], dtype=np.int64)
    levels = np.array([level for _t, level in ordered], dtype=np.float32)
    return Series(KNEE, times, levels, tuple(map(str, range(len(ordered)))))


ratings_over_years = st.lists(
    st.tuples(st.integers(MONDAY_MS - 3650 * DAY_MS, MONDAY_MS), st.integers(0, 10)), max_size=300
)


@given(ratings_over_years, st.sampled_from((0, *STEPS_MS)), st.integers(-DAY_MS, DAY_MS))
def test_buckets_are_few_sorted_and_keep_the_extremes(ratings: list[tuple[int, int]], step: int, phase: int) -> None:
    series = series_of(ratings)
    bins = bin_series(series, MONDAY_MS - 3650 * DAY_MS, MONDAY_MS, step, phase)
    assert int(bins.count.sum()) == len(series)
    assert np.all(bins.count > 0)
    assert np.all(np.diff(bins.middle_ms) >= 0)
    assert np.all((bins.low <= bins.mean + 1e-5) & (bins.mean <= bins.high + 1e-5))
    if step:
        assert len(bins) <= 3650 * DAY_MS // step + 2
        assert np.all(bins.first_ms[1:] > bins.last_ms[:-1])
    if len(series):
        assert bins.low.min() == series.intensity.min()
        assert bins.high.max() == series.intensity.max()
        assert np.average(bins.mean, weights=bins.count) == pytest.approx(series.intensity.mean(), abs=1e-3)


@given(ratings_over_years, st.sampled_from(STEPS_MS), st.integers(-DAY_MS, DAY_MS))
def test_every_bucket_is_what_a_plain_count_gives(ratings: list[tuple[int, int]], step: int, phase: int) -> None:
    series = series_of(ratings)
    bins = bin_series(series, -(2**62), 2**62, step, phase)
    origin = phase + (4 * DAY_MS if step % WEEK_MS == 0 else 0)
    expected: dict[int, list[int]] = {}
    for moment, level in sorted(ratings):
        expected.setdefault((moment - origin) // step, []).append(level)
    assert bins.count.tolist() == [len(levels) for levels in expected.values()]
    assert bins.low.tolist() == [min(levels) for levels in expected.values()]
    assert bins.high.tolist() == [max(levels) for levels in expected.values()]


def test_without_a_step_ratings_stay_as_they_are() -> None:
    series = series_of([(MONDAY_MS + i * HOUR_MS, i) for i in range(10)])
    bins = bin_series(series, MONDAY_MS, MONDAY_MS + DAY_MS, 0)
    assert bins.width_ms == 0
    assert bins.middle_ms.tolist() == series.utc_ms.tolist()
    assert bins.mean.tolist() == series.intensity.tolist()


def test_only_the_asked_time_is_counted() -> None:
    series = series_of([(MONDAY_MS + i * HOUR_MS, i) for i in range(10)])
    assert bin_series(series, MONDAY_MS + HOUR_MS, MONDAY_MS + 3 * HOUR_MS, 0).mean.tolist() == [1, 2, 3]
    assert len(bin_series(series, MONDAY_MS - DAY_MS, MONDAY_MS - 1, DAY_MS)) == 0


def test_edges_do_not_move_with_the_window() -> None:
    series = series_of([(MONDAY_MS + i * HOUR_MS, i % 11) for i in range(24 * 20)])
    whole = bin_series(series, MONDAY_MS, MONDAY_MS + 20 * DAY_MS, DAY_MS)
    part = bin_series(series, MONDAY_MS + 5 * DAY_MS, MONDAY_MS + 10 * DAY_MS - 1, DAY_MS)
    assert part.mean.tolist() == whole.mean[5:10].tolist()


def test_weeks_begin_on_mondays_and_days_at_the_local_midnight() -> None:
    series = series_of([(MONDAY_MS - 1, 1), (MONDAY_MS, 2), (MONDAY_MS + 7 * DAY_MS - 1, 3)])
    assert bin_series(series, 0, 2**60, WEEK_MS).count.tolist() == [1, 2]
    berlin_midnight = MONDAY_MS - HOUR_MS
    series = series_of([(berlin_midnight - 1, 1), (berlin_midnight, 2)])
    assert bin_series(series, 0, 2**60, DAY_MS, phase_ms=-HOUR_MS).count.tolist() == [1, 1]


def test_a_line_breaks_at_a_silence_and_only_there() -> None:
    series = series_of([(MONDAY_MS + d * DAY_MS, 3) for d in (0, 1, 2, 6, 7)])
    assert bin_series(series, 0, 2**60, 0).connected(3 * DAY_MS).tolist() == [True, True, False, True, False]
    wide = bin_series(series, 0, 2**60, 4 * WEEK_MS)
    assert wide.connected(3 * DAY_MS).tolist() == [False]


def test_in_wide_buckets_only_a_silence_that_can_be_seen_breaks_the_line() -> None:
    series = series_of([(MONDAY_MS + d * DAY_MS, 3) for d in (0, 13, 15, 45)])
    assert bin_series(series, 0, 2**60, WEEK_MS).connected(3 * DAY_MS).tolist() == [True, True, False, False]
