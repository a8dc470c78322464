"""What the tint of the map stands for, and over which days. Plain values: nothing heavy is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Measure(StrEnum):
    """How many ratings become one value for a place."""

    MEAN = "mean"
    WORST = "worst"
    BAD_DAYS = "bad_days"
    PAIN_DAYS = "pain_days"

    @property
    def is_share(self) -> bool:
        """Whether the value is a share of days (held times ten, so that 0 to 10 is 0 to 100 percent)."""
        return self in (Measure.BAD_DAYS, Measure.PAIN_DAYS)


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar days from `first` to `last`, both included. Raises ValueError if they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span cannot end before it begins: {self.first} to {self.last}")

    @classmethod
    def last_days(cls, today: date, days: int) -> Span:
        """The `days` days that end with `today`."""
        return cls(today - timedelta(days=days - 1), today)

    @classmethod
    def between(cls, one: date, other: date) -> Span:
        """From the earlier to the later of two days."""
        return cls(min(one, other), max(one, other))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Span:
        """The span as long as this one that ends the day before it."""
        return Span(self.first - timedelta(days=self.days), self.first - timedelta(days=1))


NOW = 0
"""`Choice.days` for the latest rating of the last 24 hours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants the colours to show.

    `days`: that many days up to today, `NOW`, or None for the span `picked`.
    """

    days: int | None = 7
    measure: Measure = Measure.MEAN
    picked: Span | None = None

    def __post_init__(self) -> None:
        if (self.days is None) == (self.picked is None):
            raise ValueError("a choice is either a number of days or a picked span")

    def span(self, today: date) -> Span:
        """The days it means on `today`; "now" can reach back into yesterday."""
        if self.days is None:
            assert self.picked is not None
            return self.picked
        return Span.last_days(today, self.days or 2)
