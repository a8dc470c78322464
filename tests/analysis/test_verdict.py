"""The monthly rule: what it says, what it waits for, and how often it is wrong."""

from __future__ import annotations

import numpy as np
import pytest

from knotbook.analysis.verdict import NEEDED, WINDOW, Finding, t_quantile, verdict
from tests.analysis.test_smooth import days_of

SWING = np.tile([1.0, -1.0, 0.0, 0.0], 7)  # 28 days about a mean


def months(*means: float) -> np.ndarray:
    return np.concatenate([mean + SWING for mean in means])


def said(values: np.ndarray, today: int | None = None) -> Finding:
    days = days_of(values)
    return verdict(days, 20_000 + len(values) - 1 if today is None else today).finding


def test_a_lasting_change_is_said_with_its_range() -> None:
    found = verdict(days_of(months(6, 5, 4)), 20_000 + 83)
    assert found.finding is Finding.LOWER
    assert found.points == pytest.approx(-2)
    # by hand: s^2 = 14/27 in both, phi = .2 (neighbours alternate), t with 56/1.5-2 degrees of freedom
    half = t_quantile(2.5758, 56 / 1.5 - 2) * np.sqrt(2 * (14 / 27) / 28 * 1.5)
    assert (found.low, found.high) == pytest.approx((-2 - half, -2 + half))
    assert found.until == 20_000 + 83
    assert found.next_look == found.until + 1 + WINDOW


def test_worse_no_clear_and_no_pain() -> None:
    assert said(months(3, 5)) is Finding.HIGHER
    assert said(months(5, 4.5)) is Finding.NO_CLEAR
    assert said(np.zeros(60)) is Finding.NO_PAIN


def test_the_first_and_the_last_day_decide_nothing() -> None:
    values = months(5, 5, 5)
    values[0], values[-1] = 10, 0
    assert said(values) is Finding.NO_CLEAR


def test_long_waves_are_never_called_a_change() -> None:
    wave = 5 + 3 * np.sin(np.arange(168) / 168 * 2 * np.pi * 6)
    assert said(wave) is Finding.WAVES


def test_it_is_looked_at_once_in_28_days() -> None:
    values = np.concatenate([months(5, 5), np.full(20, 0.0)])
    assert said(values[:56]) is said(values) is Finding.NO_CLEAR


@pytest.mark.parametrize(("rated", "missing"), [(0, 14), (9, 5), (14, 0), (20, 0)])
def test_what_is_missing_is_counted(rated: int, missing: int) -> None:
    days = days_of(np.full(28 + rated, 4.0)[: 28 + rated])
    found = verdict(days, 20_000 + 28 + 20)
    assert found.finding is Finding.NOT_ENOUGH
    assert (found.missing, found.rated, found.next_look) == (missing, rated, 20_000 + 56)


def test_a_thin_month_is_not_compared() -> None:
    day = np.concatenate([np.arange(28), np.arange(28, 28 + NEEDED - 1)])
    found = verdict(days_of(np.full(len(day), 4.0), 20_000 + day), 20_000 + 56)
    assert found.finding is Finding.NOT_ENOUGH
    assert found.until == 20_000 + 55


def test_a_thin_first_month_gives_way_to_the_next() -> None:
    day = np.concatenate([[0, 9, 20], np.arange(28, 84)])
    values = np.concatenate([[9, 9, 9], months(5, 3)])
    found = verdict(days_of(values, 20_000 + day), 20_000 + 84)
    assert found.finding is Finding.LOWER
    assert found.points == pytest.approx(-2)


def test_nothing_rated_yet() -> None:
    found = verdict(days_of([]), 20_000)
    assert (found.finding, found.missing) == (Finding.NOT_ENOUGH, NEEDED)


def test_a_setback_inside_an_improving_trend_is_said_as_such() -> None:
    better = months(7, 5, 3)
    found = verdict(days_of(np.concatenate([better, np.full(7, 5.0)])), 20_000 + 84 + 6)
    assert found.finding is Finding.SETBACK
    assert found.recent == pytest.approx(2.0)
    assert found.above_first == pytest.approx(-2.0)
    three_days = np.concatenate([better, np.full(3, 8.0)])
    assert said(three_days) is Finding.LOWER, "three days are too few for a setback"
    assert said(np.concatenate([months(5, 5), np.full(7, 9.0)])) is Finding.NO_CLEAR, "nothing to be set back from"


def test_quantiles_of_student() -> None:
    assert t_quantile(1.95996, 10) == pytest.approx(2.228, abs=0.01)
    assert t_quantile(2.57583, 20) == pytest.approx(2.845, abs=0.01)
