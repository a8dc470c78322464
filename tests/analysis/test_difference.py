"""The difference of two stretches, and how often its range is right."""

from __future__ import annotations

import math

import numpy as np
import pytest

from knotbook.analysis.difference import difference
from knotbook.analysis.series import Series
from knotbook.domain.place import Place

DAY_MS, HOUR_MS = 86_400_000, 3_600_000
KNEE = Place.parse("knee_medial.left")


def rated(levels: list[list[float]]) -> Series:
    """A list of ratings for each day."""
    flat = [(day * DAY_MS + n * HOUR_MS, one) for day, ones in enumerate(levels) for n, one in enumerate(ones)]
    times, values = (np.array(column) for column in zip(*flat, strict=True))
    return Series(KNEE, times.astype(np.int64), values.astype(np.float32), tuple(map(str, range(len(flat)))))


def days(first: int, count: int) -> tuple[float, float]:
    return first * DAY_MS, (first + count) * DAY_MS - 1


def diary(seed: int, sd: float, likeness: float, count: int) -> Series:
    """Rounded ratings, one to several a day, a seventh of the days without any."""
    rng = np.random.default_rng(seed)
    felt = [rng.normal() * sd]
    for _day in range(count - 1):
        felt.append(likeness * felt[-1] + rng.normal() * sd * math.sqrt(1 - likeness**2))
    return rated(
        [
            [round(min(10.0, max(0.0, 4 + one + rng.normal() * 0.7))) for _n in range(1 + rng.poisson(1.5))]
            if rng.random() > 0.15
            else []
            for one in felt
        ]
    )


def test_it_is_that_of_the_means_that_are_shown() -> None:
    series = rated([[6, 6, 3]] * 10 + [[2]] * 10)
    found = difference(series, days(10, 10), days(0, 10))
    assert found is not None
    assert found.points == pytest.approx(-3)
    assert found.low < -3 < found.high < 0


def test_many_ratings_of_one_day_do_not_make_it_surer() -> None:
    levels = [[2.0 + n % 4] for n in range(40)]
    one, many = (difference(rated([day * k for day in levels]), days(20, 20), days(0, 20)) for k in (1, 9))
    assert one is not None and many is not None
    assert many.high - many.low == pytest.approx(one.high - one.low)


def test_eight_rated_days_in_each_and_none_in_common() -> None:
    series = rated([[4]] * 30)
    assert difference(series, days(20, 8), days(0, 8)) is not None
    assert difference(series, days(20, 7), days(0, 8)) is None
    assert difference(series, days(20, 8), days(0, 7)) is None
    assert difference(series, days(10, 15), days(0, 15)) is None
    assert difference(series, days(40, 15), days(0, 15)) is None


@pytest.mark.parametrize(("sd", "likeness"), [(0.7, 0.2), (1.2, 0.3), (1.6, 0.3), (1.1, 0.5)])
def test_where_nothing_changes_the_range_holds_nothing(sd: float, likeness: float) -> None:
    found = [difference(diary(seed, sd, likeness, 56), days(28, 28), days(0, 28)) for seed in range(150)]
    held = [one.low <= 0 <= one.high for one in found if one is not None]
    assert len(held) == 150
    assert sum(held) / 150 >= 0.91
