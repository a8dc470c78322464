"""Wall times where clocks were changed, in zones nobody knows, and at the ends of days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knotbook.domain.clock import Instant
from knotbook.domain.records import Pain
from knotbook.domain.wall_time import moments_of
from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Parsed
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words

CATALOGUE, WORDS = Catalogue.load(), load_words()
BERLIN = "Europe/Berlin"


def at(text: str, now: Instant) -> Parsed:
    return parse(f"pir r 6 {text}", now, CATALOGUE, WORDS)


def when(text: str, now: Instant) -> Instant:
    (body,) = at(text, now).bodies
    assert isinstance(body, Pain)
    return body.when


def moment(*wall: int, zone: str = BERLIN) -> Instant:
    return Instant.of(datetime(*wall), zone)  # type: ignore[arg-type,misc]  # wall is year, month, day, hour, minute


SPRING = moment(2026, 3, 29, 12, 0)  # at 02:00 clocks went to 03:00
AUTUMN = moment(2026, 10, 25, 12, 0)  # at 03:00 clocks went back to 02:00


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    problem = at("29 march 2:30", SPRING).errors[0]
    assert problem.words == "There was no 02:30 on that day: the clocks were changed."


def test_without_a_day_a_skipped_time_is_yesterdays() -> None:
    assert when("at 2:30", SPRING) == moment(2026, 3, 28, 2, 30)


def test_a_time_before_the_change_has_the_old_offset() -> None:
    assert when("today 1:30", SPRING).offset_min == 60
    assert when("today 3:30", SPRING).offset_min == 120


@pytest.mark.parametrize(("typed", "offset"), [("2:30", 60), ("2:30 utc+2", 120), ("2:30 UTC+1:00", 60)])
def test_of_two_equal_times_the_later_is_meant_unless_the_offset_says_so(typed: str, offset: int) -> None:
    found = when(f"today {typed}", AUTUMN)
    assert (found.offset_min, found.local().hour, found.local().minute) == (offset, 2, 30)


def test_the_sentence_says_which_of_two_equal_times_it_is() -> None:
    assert at("today 2:30", AUTUMN).words[0].endswith("– today at 02:30 UTC+1")
    assert at("today 2:30 utc+2", AUTUMN).words[0].endswith("– today at 02:30 UTC+2")


def test_between_the_two_equal_times_the_later_has_not_come_yet() -> None:
    first, second = moments_of(datetime(2026, 10, 25, 2, 30), AUTUMN)
    between = Instant(first.utc_ms + 10 * 60_000, BERLIN, first.offset_min)
    assert when("today 2:30", between) == first and first.utc_ms < between.utc_ms < second.utc_ms


def test_some_time_ago_counts_real_time_across_a_change() -> None:
    assert AUTUMN.utc_ms - when("11 h ago", AUTUMN).utc_ms == 11 * 3_600_000
    assert when("11 h ago", AUTUMN).local().hour == 2


def test_a_zone_this_computer_does_not_know_keeps_its_offset() -> None:
    now = Instant(1_772_530_200_000, "Mars/Olympus", 90)
    found = when("yesterday 22:00", now)
    assert (found.zone, found.offset_min, found.local().hour) == ("Mars/Olympus", 90, 22)


def test_just_after_midnight_the_evening_was_yesterday() -> None:
    now = moment(2026, 3, 3, 0, 20)
    assert when("at 23:50", now) == moment(2026, 3, 2, 23, 50)
    assert when("30 min ago", now) == moment(2026, 3, 2, 23, 50)


def test_a_weekday_is_the_last_one_and_never_today() -> None:
    now = moment(2026, 3, 3, 10, 0)  # a Tuesday
    assert when("tuesday 9:00", now) == moment(2026, 2, 24, 9, 0)
    assert when("last monday 9:00", now) == moment(2026, 3, 2, 9, 0)


def test_the_minute_of_now_is_not_to_come() -> None:
    now = Instant.of(datetime(2026, 3, 3, 9, 30, 12, tzinfo=UTC), BERLIN)
    assert when("at 10:30", now).utc_ms == now.utc_ms - 12_000
