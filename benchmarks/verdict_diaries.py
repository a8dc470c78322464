"""Made-up diaries of which the truth is known, and how often the monthly rule is right about them.

As in the science notes: daily pain with a given SD and lag-1 correlation about a level of 4.5, rounded, clipped to 0 to
10, 15 % of the days missing. Everything is seeded: the same call gives the same number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.by_day import Days
from knotbook.analysis.verdict import RECENT, WINDOW, Finding, verdict

FIRST_DAY = 20_000
LEVEL, MISSING = 4.5, 0.15
SETBACK_DAYS = 10
LIMITS = {"change": 0.08, "wrong way": 0.01, "setback": 0.10}
"""In what share of diaries something may be said that is not so, over a year."""
Floats = NDArray[np.float64]
Heard = Callable[[np.random.Generator], bool]


@dataclass(frozen=True, slots=True)
class Person:
    """How the pain of somebody goes from day to day: `sd` in points, `lag` the correlation of neighbouring days."""

    name: str
    sd: float
    lag: float


PEOPLE = (
    Person("easy", 0.7, 0.2),
    Person("typical", 1.2, 0.3),
    Person("noisy", 1.6, 0.3),
    Person("sticky", 1.1, 0.5),
    Person("very sticky", 1.1, 0.7),
)


def diary(rng: np.random.Generator, person: Person, shift: Floats) -> Days:
    """A diary of as many days as `shift` has: what it adds to the level of each day, in points."""
    noise = rng.normal(size=len(shift))
    for day in range(1, len(shift)):
        noise[day] = person.lag * noise[day - 1] + np.sqrt(1 - person.lag**2) * noise[day]
    kept = np.flatnonzero(rng.random(len(shift)) > MISSING)
    felt = np.clip(np.round(LEVEL + shift + person.sd * noise), 0, 10)[kept]
    number = np.arange(len(kept))
    return Days(kept + FIRST_DAY, felt, felt, felt, number, number, np.ones(len(kept), np.int64))


def step(months: int, points: float) -> Floats:
    """So much less pain from the second month on; `months` of 28 days."""
    shift = np.zeros(months * WINDOW)
    shift[WINDOW:] = -points
    return shift


def slope(months: int, points: float) -> Floats:
    """The pain goes down evenly, by so many points from the first day to the last."""
    return np.linspace(0.0, -points, months * WINDOW)


def with_setback(shift: Floats, points: float) -> tuple[Floats, int]:
    """(the same with ten worse days after two thirds of the time, a week into a month; the first of these days)."""
    begins = len(shift) * 2 // 3 // WINDOW * WINDOW + RECENT
    worse = shift.copy()
    worse[begins : begins + SETBACK_DAYS] += points
    return worse, begins


def monthly(days: Days, months: int) -> list[Finding]:
    """What is said at the end of each month, from the second on."""
    first = int(days.day[0])
    return [verdict(days, first + WINDOW * n - 1).finding for n in range(2, months + 1)]


def daily(days: Days, since: int, until: int) -> list[Finding]:
    """What is said on each day from `since` to before `until`, knowing only what was logged by then."""
    found = []
    for day in range(FIRST_DAY + since, FIRST_DAY + until):
        upto = int(np.searchsorted(days.day, day, side="right"))
        known = Days(*(getattr(days, name)[:upto] for name in Days.__slots__))
        found.append(verdict(known, day).finding)
    return found


def share(heard: Heard, runs: int, seed: int = 1) -> float:
    """In what share of `runs` diaries something was heard."""
    rng = np.random.default_rng(seed)
    return sum(heard(rng) for _run in range(runs)) / runs


def says_change(person: Person, shift: Floats, wanted: tuple[Finding, ...]) -> Heard:
    """Whether one of `wanted` is said at any month's end."""
    months = len(shift) // WINDOW
    return lambda rng: any(said in wanted for said in monthly(diary(rng, person, shift), months))


def says_setback(person: Person, shift: Floats, since: int, until: int) -> Heard:
    """Whether a setback is said on any day from `since` to before `until`."""
    return lambda rng: Finding.SETBACK in daily(diary(rng, person, shift), since, until)
