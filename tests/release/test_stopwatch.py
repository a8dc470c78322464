"""The stopwatch counts what was pressed, and says when it cannot know."""

from __future__ import annotations

import pytest

from knotbook.release.stopwatch import Stopwatch
from tests.release.conftest import Hours


@pytest.fixture
def watch(hours: Hours) -> Stopwatch:
    made = Stopwatch(hours.wall, hours.monotonic)
    made.run()
    return made


def run_for(watch: Stopwatch, hours: Hours, seconds: int) -> None:
    for _ in range(seconds):
        hours.pass_by(1)
        watch.read()


def test_it_counts_and_remembers_when_it_began(watch: Stopwatch, hours: Hours) -> None:
    began = hours.wall.now()
    run_for(watch, hours, 90)
    assert watch.read().seconds == pytest.approx(90) and not watch.read().doubtful
    assert watch.began == began


def test_a_pause_is_not_counted_however_long(watch: Stopwatch, hours: Hours) -> None:
    run_for(watch, hours, 20)
    watch.pause()
    hours.pass_by(minutes=45)
    hours.sleep(30)
    assert not watch.running
    watch.run()
    run_for(watch, hours, 10)
    assert watch.read().seconds == pytest.approx(30) and not watch.read().doubtful


@pytest.mark.parametrize("counts_sleep", [True, False])
def test_sleep_is_not_counted_but_told_on_every_system(watch: Stopwatch, hours: Hours, counts_sleep: bool) -> None:
    run_for(watch, hours, 40)
    if counts_sleep:
        hours.pass_by(minutes=50)
    else:
        hours.sleep(50)
    run_for(watch, hours, 20)
    reading = watch.read()
    assert reading.seconds == pytest.approx(60, abs=1) and reading.at_most == pytest.approx(3060, abs=1)
    assert reading.doubtful


def test_a_clock_set_back_does_not_matter(watch: Stopwatch, hours: Hours) -> None:
    run_for(watch, hours, 40)
    hours.sleep(-120)
    run_for(watch, hours, 20)
    assert watch.read().seconds == pytest.approx(60) and not watch.read().doubtful


def test_a_short_hiccup_is_time(watch: Stopwatch, hours: Hours) -> None:
    hours.pass_by(20)
    assert watch.read().seconds == pytest.approx(20) and not watch.read().doubtful
