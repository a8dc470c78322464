"""Numbers and lengths of time as they are typed and as they are said."""

from __future__ import annotations

import re

NUMBER = r"\d{1,9}(?:[.,]\d{1,6})?"
_UNIT = r"seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h"
DURATION = rf"(?:{NUMBER})\s*(?:{_UNIT})(?:\s*(?:and\s+)?(?:{NUMBER})\s*(?:{_UNIT}))?"
"""A length of time with its unit: "90s", "2 min", "1 h 30 min"."""

_PART = re.compile(rf"({NUMBER})\s*({_UNIT})", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "h": 3600}


def number(text: str) -> float:
    """A typed number; a decimal comma is as good as a point."""
    return float(text.replace(",", "."))


def seconds(text: str) -> float:
    """How long a DURATION is."""
    return sum(number(part[1]) * _SECONDS[part[2][0].lower()] for part in _PART.finditer(text))


def number_words(value: float) -> str:
    """A number without needless zeros: "7", "7.5"."""
    return f"{value:.12g}"


def seconds_words(value: int) -> str:
    """A length of time as it is said: "90 s", "10 min"."""
    return f"{value // 60} min" if value >= 120 and value % 60 == 0 else f"{value} s"
