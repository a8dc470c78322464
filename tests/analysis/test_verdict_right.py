"""How often the sentence under a chart is right, on made-up diaries of half a year and of a year.

A quick part of it here; KNOTBOOK_FULL=1 makes it the size of `benchmarks/verdict_bench.py`.
"""

from __future__ import annotations

import os

import pytest
from benchmarks.verdict_diaries import (
    LIMITS,
    PEOPLE,
    SETBACK_DAYS,
    Person,
    says_change,
    says_setback,
    share,
    slope,
    step,
    with_setback,
)

from knotbook.analysis.verdict import WINDOW, Finding

FULL = bool(os.environ.get("KNOTBOOK_FULL"))
RUNS = 1000 if FULL else 100
SETBACK_RUNS = 300 if FULL else 16
CHANCE = 0.0 if FULL else 0.03  # a hundred diaries are this coarse
LOWER = (Finding.LOWER, Finding.SETBACK)
YEARS = (6, 13)  # months of 28 days
TYPICAL = PEOPLE[1]


@pytest.mark.parametrize("months", YEARS)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_where_nothing_changes_little_is_said(person: Person, months: int) -> None:
    heard = says_change(person, step(months, 0.0), (*LOWER, Finding.HIGHER))
    assert share(heard, RUNS) <= LIMITS["change"] + CHANCE


@pytest.mark.parametrize(("months", "typical", "noisy"), [(6, 0.8, 0.5), (13, 0.9, 0.7)])
def test_a_true_step_is_found_and_never_turned_round(months: int, typical: float, noisy: float) -> None:
    for person, least in ((TYPICAL, typical), (PEOPLE[2], noisy)):
        assert share(says_change(person, step(months, 1.5), LOWER), RUNS) >= least
    assert share(says_change(TYPICAL, step(months, 1.5), (Finding.HIGHER,)), RUNS) <= LIMITS["wrong way"]


def test_a_slow_fall_is_found_within_a_year() -> None:
    assert share(says_change(TYPICAL, slope(13, 2.0), LOWER), RUNS) >= 0.85


@pytest.mark.parametrize("months", YEARS)
@pytest.mark.parametrize("person", PEOPLE if FULL else [TYPICAL], ids=lambda person: person.name)
def test_looking_every_day_seldom_finds_a_setback_that_was_none(person: Person, months: int) -> None:
    heard = says_setback(person, step(months, 2.0), 2 * WINDOW, months * WINDOW)
    assert share(heard, SETBACK_RUNS) <= LIMITS["setback"] + (0 if FULL else 0.1)


@pytest.mark.parametrize(("person", "least"), [(PEOPLE[0], 0.9), (TYPICAL, 0.4)], ids=["easy", "typical"])
def test_ten_bad_days_after_months_of_less_pain_are_called_a_setback(person: Person, least: float) -> None:
    worse, begins = with_setback(step(13, 2.0), 2.5)
    runs = SETBACK_RUNS if FULL else 60
    assert share(says_setback(person, worse, begins + 3, begins + SETBACK_DAYS), runs) >= least
