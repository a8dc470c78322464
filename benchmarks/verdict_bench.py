"""How often the sentence under a chart is right: `python -m benchmarks verdict`. Seeded; no clock is read.

False alarms and hits of the monthly rule over half a year and a year of 28-day months, and of the daily look for a
setback. Ends with an error if a row is worse than `LIMITS` allows, so that no sentence is shown where it does not hold.
"""

from __future__ import annotations

import os
import sys

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

QUICK = bool(os.environ.get("KNOTBOOK_BENCH_QUICK"))
RUNS = 100 if QUICK else 1000
SETBACK_RUNS = 40 if QUICK else 300
LOWER = (Finding.LOWER, Finding.SETBACK)
HEADS = ("false", "1.5 step", "wrong way", "2.0 slope", "false setback", "setback", "in a slope")


def row(person: Person, months: int) -> tuple[float, ...]:
    """The seven shares of `HEADS` for one kind of pain."""
    fallen = step(months, 2.0)
    setback, begins = with_setback(fallen, 2.5)
    sloping, _begins = with_setback(slope(months, 3.0), 2.5)
    heard_by = (begins + 3, begins + SETBACK_DAYS)
    return (
        share(says_change(person, step(months, 0.0), (*LOWER, Finding.HIGHER)), RUNS),
        share(says_change(person, step(months, 1.5), LOWER), RUNS),
        share(says_change(person, step(months, 1.5), (Finding.HIGHER,)), RUNS),
        share(says_change(person, slope(months, 2.0), LOWER), RUNS),
        share(says_setback(person, fallen, 2 * WINDOW, months * WINDOW), SETBACK_RUNS),
        share(says_setback(person, setback, *heard_by), SETBACK_RUNS),
        share(says_setback(person, sloping, *heard_by), SETBACK_RUNS),
    )


def main() -> int:
    """Print the table; 1 if anything is over its limit."""
    print(f"{RUNS} diaries a cell ({SETBACK_RUNS} for setbacks), percent\n")
    print(f"{'':24}" + "".join(f"{head:>14}" for head in HEADS))
    broken = 0
    for months in (6, 13):
        for person in PEOPLE:
            found = row(person, months)
            over = found[0] > LIMITS["change"] or found[2] > LIMITS["wrong way"] or found[4] > LIMITS["setback"]
            broken += over and not QUICK
            name = f"{months * WINDOW} days, {person.name}"
            shares = "".join(f"{100 * one:14.1f}" for one in found)
            print(f"{name:24}{shares}{'  OVER' if over else ''}", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
