"""The check-in of one day, put together from what was there and what is said now. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knotbook.domain.records import Day, Entry


def day_of(entries: Iterable[Entry], day: date) -> Entry | None:
    """The check-in of `day`; where an older diary has several, the newest one."""
    found = [entry for entry in entries if isinstance(entry.body, Day) and entry.body.day == day]
    return max(found, key=lambda entry: (entry.changed_ms, entry.id), default=None)


def says_nothing(body: Day) -> bool:
    """Whether nothing at all was filled in."""
    asked = (body.sleep_hours, body.nights_woken, body.sitting_hours, body.stress, body.mood)
    return not body.no_pain and not body.note and all(value is None for value in asked)
