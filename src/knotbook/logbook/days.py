"""What a check-in says. Pure."""

from __future__ import annotations

from knotbook.domain.records import Day


def says_nothing(body: Day) -> bool:
    """Whether nothing at all was filled in."""
    asked = (body.sleep_hours, body.nights_woken, body.sitting_hours, body.stress, body.mood)
    return not body.no_pain and not body.note and all(value is None for value in asked)
