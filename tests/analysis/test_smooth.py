"""The slow line: against weighted least squares done day by day, and against what must come out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from knotbook.analysis.by_day import Days
from knotbook.analysis.smooth import GAP_DAYS, LEAST_DAYS, REACH_DAYS, _fit, inflation, lag_one, shrunk, smooth


def days_of(values: list[float] | np.ndarray, day: np.ndarray | None = None) -> Days:
    level = np.asarray(values, dtype=np.float64)
    day = np.arange(20_000, 20_000 + len(level)) if day is None else day
    number = np.arange(len(level))
    return Days(day.astype(np.int64), level, level, level, number, number, np.ones(len(level), np.int64))


def test_a_straight_line_comes_out_straight_gaps_or_not() -> None:
    day = np.delete(np.arange(100), [3, 30, 31, 60])
    course = smooth(days_of(2 + 0.05 * day, 20_000 + day))
    assert course.level == pytest.approx(2 + 0.05 * (course.day - 20_000), abs=1e-9)


def test_the_same_as_least_squares_day_by_day() -> None:
    rng = np.random.default_rng(3)
    trust = (rng.random(90) > 0.2) * rng.random(90)
    value = np.where(trust > 0, rng.integers(0, 11, 90), 0).astype(float)
    level, spread = _fit(trust, value)
    for day in (0, 1, 20, 45, 89):
        d = np.arange(90) - day
        w = trust * np.clip(1 - (np.abs(d) / REACH_DAYS) ** 3, 0, None) ** 3
        design = np.column_stack([np.ones(90), d])
        solve = np.linalg.inv(design.T @ (w[:, None] * design)) @ (design.T * w)
        assert level[day] == pytest.approx((solve @ value)[0], abs=1e-8)
        assert spread[day] == pytest.approx((solve[0] ** 2).sum(), abs=1e-8)


def test_one_terrible_day_does_not_bend_it() -> None:
    calm = np.full(60, 3.0) + np.tile([0.5, -0.5], 30)
    spiked = calm.copy()
    spiked[30] = 10
    assert np.abs(smooth(days_of(spiked)).level - smooth(days_of(calm)).level).max() < 0.1


def test_gaps_stay_gaps() -> None:
    day = np.concatenate([np.arange(30), np.arange(29 + GAP_DAYS, 60), np.arange(120, 125), np.arange(200, 230)])
    course = smooth(days_of(np.full(len(day), 4.0), 20_000 + day))
    shown = course.day - 20_000
    assert not ((shown > 59) & (shown < 200)).any(), "five days alone make no line"
    assert course.joined[shown == 29].all()
    assert not course.joined[shown == shown[shown < 60].max()].any()
    assert not course.joined[-1]


def test_too_few_days_make_no_line() -> None:
    assert len(smooth(days_of([5.0] * (LEAST_DAYS - 1)))) == 0
    assert len(smooth(days_of([5.0] * LEAST_DAYS))) == LEAST_DAYS
    assert len(smooth(days_of([]))) == 0


def test_all_zero_is_a_line_at_zero_with_a_band() -> None:
    course = smooth(days_of([0.0] * 40))
    assert not course.level.any()
    assert (course.half > 0).all()


@pytest.mark.parametrize("phi", [0.2, 0.4])
def test_the_band_holds_the_truth_about_as_often_as_it_says(phi: float) -> None:
    rng = np.random.default_rng(11)
    held = []
    for _diary in range(60):
        noise = rng.normal(size=182)
        for t in range(1, 182):
            noise[t] = phi * noise[t - 1] + np.sqrt(1 - phi**2) * noise[t]
        truth = np.full(182, 4.5)
        day = np.flatnonzero(rng.random(182) > 0.15)
        course = smooth(days_of(np.clip(np.round(truth + 1.2 * noise), 0, 10)[day], day))
        held.append((np.abs(course.level - 4.5) <= course.half).mean())
    assert 0.90 <= np.mean(held) <= 0.99


def test_likeness_of_neighbours() -> None:
    assert lag_one(np.array([1.0, -1, 1, -1]), np.arange(4)) == (-1.0, 3)
    assert lag_one(np.array([1.0, -1, 1, -1]), np.array([0, 2, 4, 6])) == (0.0, 0)
    assert shrunk(0.0, 0) == pytest.approx(0.4)
    assert shrunk(0.7, 20) == pytest.approx(0.55)
    assert shrunk(-1.0, 1000) == 0.2
    assert inflation(0.5) == pytest.approx(3.0)
