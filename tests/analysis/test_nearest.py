from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knotbook.analysis.nearest import Hit, nearest, step
from knotbook.analysis.series import Series, empty_series
from knotbook.domain.place import Place

KNEE = Place.parse("knee_medial.left")


def series_of(*ratings: tuple[int, float]) -> Series:
    times = np.array([t for t, _level in ratings], dtype=np.int64)
    levels = np.array([level for _t, level in ratings], dtype=np.float32)
    return Series(KNEE, times, levels, tuple(map(str, range(len(ratings)))))


def test_height_decides_among_ratings_within_reach() -> None:
    two = (series_of((100, 2), (110, 8)), series_of((105, 5)))
    assert nearest(two, 104, 7.9, reach_ms=20, ms_per_level=10) == Hit(0, 1)
    assert nearest(two, 104, 5.2, reach_ms=20, ms_per_level=10) == Hit(1, 0)


def test_out_of_reach_the_nearest_in_time_is_taken() -> None:
    two = (series_of((0, 2), (1000, 8)), series_of((600, 5)))
    assert nearest(two, 900, 0, reach_ms=20, ms_per_level=10) == Hit(0, 1)
    assert nearest(two, 500, 0, reach_ms=20, ms_per_level=10) == Hit(1, 0)
    assert nearest(two, -5000, 0, reach_ms=20, ms_per_level=10) == Hit(0, 0)


def test_within_reach_wins_over_nearer_in_time_but_out_of_reach() -> None:
    two = (series_of((121, 5)), series_of((80, 0)))
    assert nearest(two, 100, 10, reach_ms=20, ms_per_level=10) == Hit(1, 0)


def test_without_ratings_there_is_nothing_near() -> None:
    assert nearest((), 0, 0, 1, 1) is None
    assert nearest((empty_series(KNEE),), 0, 0, 1, 1) is None


@given(st.lists(st.lists(st.integers(0, 12), max_size=6), max_size=3))
def test_walking_visits_every_rating_once_in_time_and_back_again(times: list[list[int]]) -> None:
    series = tuple(series_of(*((t, 1.0) for t in sorted(own))) for own in times)
    there, at = [], step(series, None, forward=True)
    while at is not None:
        there.append(at)
        at = step(series, at, forward=True)
    expected = sorted((int(t), n, i) for n, one in enumerate(series) for i, t in enumerate(one.utc_ms))
    assert [(int(series[h.series].utc_ms[h.index]), h.series, h.index) for h in there] == expected
    back, at = [], step(series, None, forward=False)
    while at is not None:
        back.append(at)
        at = step(series, at, forward=False)
    assert back == there[::-1]
