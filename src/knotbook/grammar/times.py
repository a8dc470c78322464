"""When: "at 14:30", "yesterday 22:00", "20 min ago", "3 March 9:15"; said in words, and understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from knotbook.domain.clock import Instant
from knotbook.domain.wall_time import at_utc, moments_of, offset_words
from knotbook.grammar.line import Line, pattern
from knotbook.grammar.numbers import DURATION, NUMBER, number, seconds
from knotbook.grammar.parsed import Problem

_MINUS = "-"  # as it can be typed

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR = 1970
MINUTE_MS = 60_000
RECALLED_MS = 60 * MINUTE_MS
"""A pain written down later than this is marked as from memory."""

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_OFFSET = pattern(r"utc\s*(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?")
_AGO = pattern(rf"(?:(?P<half>half\s+an\s+hour)|(?P<one>an?\s+(?:hour|minute))|(?P<long>{DURATION}))\s+ago")
_DAYS_AGO = pattern(rf"(?P<count>{NUMBER}|a)\s*(?P<unit>days?|d|weeks?)\s+ago")
_ISO = pattern(r"(?:on\s+)?(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_DATE = pattern(
    rf"(?:on\s+)?(?:the\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?!\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]))"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!:))(?:\s+(?P<year>\d{{4}}))?"
)
_WEEKDAY = pattern(rf"(?:on\s+|last\s+)?(?P<name>{'|'.join(WEEKDAYS)})")
_BEFORE = pattern(r"(?:the\s+)?day\s+before\s+yesterday")
_DAY = pattern(r"(?P<name>today|yesterday)")
_NOW = pattern(r"(?:just\s+|right\s+)?now")
_CLOCK = pattern(
    r"(?:at\s+)?(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?(minute)(?:\s*(?P<half>am|pm))?|\s*(?P<only>am|pm))"
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as typed. All None: now. `offset_min`: which of two equal wall times, where the clock went back."""

    day: date | None = None
    clock: time | None = None
    back_ms: int | None = None
    offset_min: int | None = None


def read_when(line: Line, now: Instant) -> tuple[When, list[Problem]]:
    """Take the time out of `line`. Raises nothing; what cannot be a time is told."""
    problems: list[Problem] = []
    back = _read_ago(line)
    offset = _read_offset(line)
    day = _tried(lambda: _read_day(line, now), problems)
    clock = _tried(lambda: _read_clock(line), problems)
    line.pull(_NOW)
    return When(day, clock, back, offset), problems


def instant_of(when: When, now: Instant) -> Instant | Problem:
    """The moment that is meant, in the zone of `now`; a problem if there is none, or it has not come yet."""
    if when.back_ms is not None:
        return at_utc(now.utc_ms - when.back_ms, now) if when.back_ms < now.utc_ms else Problem("That is too long ago.")
    today = now.day()
    if when.clock is None:
        if when.day in (None, today):
            return now
        return Problem(f"At what time? For example: {day_words(when.day or today, today)} 22:00", unfinished=True)
    days = [when.day] if when.day else [today, today - timedelta(days=1)]
    skipped = False
    for day in days:  # without a day, a clock time that is still to come today was yesterday's
        found = [m for m in moments_of(datetime.combine(day, when.clock), now) if _suits(m, when)]
        past = [m for m in found if m.utc_ms <= now.utc_ms]
        if past:
            return past[-1]
        skipped = skipped or not found
    if skipped:
        return Problem(f"There was no {when.clock:%H:%M} on that day: the clocks were changed.")
    return Problem(f"{_capital(day_words(days[0], today))} {when.clock:%H:%M} has not come yet.")


def day_of(when: When, now: Instant) -> date | Problem:
    """The day that is meant; a problem if it has not come yet."""
    if when.back_ms is not None:
        moment = instant_of(when, now)
        return moment if isinstance(moment, Problem) else moment.day()
    day = when.day or now.day()
    return day if day <= now.day() else Problem(f"{_capital(day_words(day, now.day()))} has not come yet.")


def when_words(moment: Instant, now: Instant) -> str:
    """A moment as it can be typed again: "now", "today at 14:30", "3 March at 09:15"."""
    if moment == now:
        return "now"
    wall = moment.local()
    words = f"{day_words(wall.date(), now.day())} at {wall:%H:%M}"
    twice = len(moments_of(wall.replace(tzinfo=None, second=0, microsecond=0), moment)) > 1
    return f"{words} {offset_words(moment.offset_min, minus=_MINUS)}" if twice else words


def day_words(day: date, today: date) -> str:
    """A day as it can be typed again: "today", "yesterday", "3 March", with the year if it is another one."""
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year and day < today else f"{words} {day.year}"


_T = TypeVar("_T")


class _NoTimeError(Exception):
    """What was typed looks like a time and is none."""


def _tried(read: Callable[[], _T], problems: list[Problem]) -> _T | None:
    try:
        return read()
    except _NoTimeError as error:
        problems.append(Problem(str(error)))
        return None


def _read_ago(line: Line) -> int | None:
    found = line.pull(_AGO)
    if found is None:
        return None
    if found["half"]:
        return 30 * MINUTE_MS
    if found["one"]:
        return MINUTE_MS * (60 if found["one"].lower().endswith("hour") else 1)
    return round(seconds(found["long"]) * 1000)


def _read_offset(line: Line) -> int | None:
    found = line.pull(_OFFSET)
    if found is None:
        return None
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    return minutes if found["sign"] == "+" else -minutes


def _read_day(line: Line, now: Instant) -> date | None:
    today = now.day()
    if (found := line.pull(_DAYS_AGO)) is not None:
        count = 1 if found["count"].lower() == "a" else number(found["count"])
        return _days_back(today, count * (7 if found["unit"].lower().startswith("w") else 1), found[0])
    if (found := line.pull(_ISO)) is not None:
        return _date(int(found["year"]), int(found["month"]), int(found["day"]), found[0])
    if (found := line.pull(_DATE)) is not None:
        return _named_date(found, today)
    if (found := line.pull(_WEEKDAY)) is not None:
        weekday = WEEKDAYS.index(found["name"].capitalize())
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    if line.pull(_BEFORE) is not None:
        return today - timedelta(days=2)
    if (found := line.pull(_DAY)) is not None:
        return today if found["name"].lower() == "today" else today - timedelta(days=1)
    return None


def _named_date(found: re.Match[str], today: date) -> date:
    month = [name[:3].lower() for name in MONTHS].index((found["month"] or found["month2"])[:3].lower()) + 1
    day = int(found["day"] or found["day2"])
    if found["year"]:
        return _date(int(found["year"]), month, day, found[0])
    for year in range(today.year, today.year - 8, -1):  # 29 February may lie eight years back
        try:
            named = date(year, month, day)
        except ValueError:
            continue
        if named <= today:
            return named
    raise _NoTimeError(f"“{found[0]}” is not a day of the calendar.")


def _date(year: int, month: int, day: int, typed: str) -> date:
    try:
        named = date(year, month, day)
    except ValueError:
        raise _NoTimeError(f"“{typed}” is not a day of the calendar.") from None
    if named.year < FIRST_YEAR:
        raise _NoTimeError(f"“{typed}” is before {FIRST_YEAR}.")
    return named


def _days_back(today: date, days: float, typed: str) -> date:
    if days != int(days):
        raise _NoTimeError(f"“{typed}” is not a whole number of days.")
    if days > (today - date(FIRST_YEAR, 1, 1)).days:
        raise _NoTimeError(f"“{typed}” is before {FIRST_YEAR}.")
    return today - timedelta(days=int(days))


def _read_clock(line: Line) -> time | None:
    found = line.pull(_CLOCK)
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or found["only"] or "").lower()
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        raise _NoTimeError(f"“{found[0].removeprefix('at ')}” is not a time of day.")
    return time(hour % 12 + (12 if half == "pm" else 0) if half else hour, minute)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _suits(moment: Instant, when: When) -> bool:
    return when.offset_min is None or moment.offset_min == when.offset_min
