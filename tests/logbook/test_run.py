"""A routine moves forward by time and by hand, and says of each step what was really done."""

from __future__ import annotations

import pytest

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Effort, Step
from knotbook.logbook.run import (
    MOST_MS,
    READY_MS,
    Phase,
    Run,
    begin,
    done,
    exercise_of,
    passed,
    released,
    rings_after,
    skipped,
    turned,
)

PLANK = Step(name="Side plank", kind=Effort.STRENGTHEN, sets=2, seconds=30)
STRETCH = Step(name="Stretch", kind=Effort.STRETCH, seconds=40)
BRIDGES = Step(name="Bridges", kind=Effort.STRENGTHEN, sets=3, reps=12)


def let(run: Run, ms: int) -> tuple[Run, list[Step]]:
    """`ms` milliseconds in small steps; what was finished meanwhile."""
    finished = []
    for _ in range(ms // 1000):
        run, step = passed(run, 1000)
        finished += [step] if step else []
    return run, finished


def test_each_timed_set_is_got_ready_for_and_the_step_ends_with_the_last() -> None:
    run, finished = let(begin((PLANK, BRIDGES)), READY_MS + 30_000)
    assert (run.phase, run.set_number, finished) == (Phase.READY, 2, [])
    run, finished = let(run, READY_MS + 30_000)
    assert finished == [PLANK]
    assert (run.step, run.phase) == (BRIDGES, Phase.OPEN)


def test_a_step_without_a_time_waits_for_the_person() -> None:
    run, finished = let(begin((BRIDGES,)), 600_000)
    assert (run.phase, finished) == (Phase.OPEN, [])
    run, step = done(run)
    assert (run.phase, step) == (Phase.OVER, BRIDGES)
    assert done(run) == (run, None)


def test_ending_early_tells_what_was_done() -> None:
    run, _ = done(begin((STRETCH,)))
    assert run.phase is Phase.WORK, "while getting ready, done means: start now"
    run, _ = let(run, 15_000)
    assert done(run)[1] == Step(name="Stretch", kind=Effort.STRETCH, seconds=15)
    run, _ = let(begin((PLANK,)), READY_MS + 30_000 + READY_MS + 3_000)
    assert done(run)[1] == PLANK, "two sets were begun"
    run, _ = let(begin((PLANK,)), READY_MS + 3_000)
    assert done(run)[1] == Step(name="Side plank", kind=Effort.STRENGTHEN, sets=1, seconds=30)


def test_nothing_passes_while_paused_asleep_or_when_the_clock_is_set_back() -> None:
    run = begin((STRETCH,))
    assert let(turned(run), 60_000)[0] == turned(run)
    assert passed(run, MOST_MS) == (run, None), "the computer slept"
    assert passed(run, -3_600_000) == (run, None)
    assert passed(turned(turned(run)), 1000)[0].left_ms == READY_MS - 1000


def test_a_skipped_step_is_left_out() -> None:
    run = skipped(begin((BRIDGES, STRETCH)))
    assert run.step == STRETCH
    assert skipped(run).phase is Phase.OVER


def test_a_release_waits_for_the_panel_and_shares_its_time_among_its_places() -> None:
    places = (Place.parse("piriformis.right"), Place.parse("piriformis.left"))
    ball = Step(name="Ball", kind=None, places=places, sets=2, seconds=60, tool="ball")
    assert rings_after(ball) == 60
    run = begin((ball, BRIDGES))
    assert run.phase is Phase.RELEASE
    assert let(run, 600_000) == (run, []) and done(run) == (run, None)
    assert released(run).step == BRIDGES
    assert released(released(run)) == released(run), "only a release is released"
    with pytest.raises(ValueError, match="release"):
        exercise_of(ball, Instant(10_000_000, "Europe/Berlin", 60))
