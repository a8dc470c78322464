"""Which stretch of time is selected, and which it is held against. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from knotbook.analysis.bins import DAY_MS, HOUR_MS
from knotbook.charts.span import Span

_YEAR_MS = 364 * DAY_MS  # whole weeks, so that weekdays meet weekdays


class Against(StrEnum):
    """What a stretch is held against."""

    BEFORE = "before"
    YEAR = "year"
    FIRST = "first"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Selection:
    """`chosen`: the stretch, None without one. `swept`: the other one, where `against` is OWN."""

    chosen: Span | None = None
    against: Against = Against.BEFORE
    swept: Span | None = None

    def other(self, first_ms: float) -> Span | None:
        """The stretch it is held against; `first_ms`: the first rating of all."""
        if self.chosen is None:
            return None
        length = self.chosen.length
        if self.against is Against.OWN:
            return self.swept
        if self.against is Against.FIRST:
            return Span(first_ms, first_ms + length)
        back = length if self.against is Against.BEFORE else _YEAR_MS
        return Span(self.chosen.start - back, self.chosen.end - back)

    def choosing(self, span: Span) -> Selection:
        """With another stretch; at least an hour."""
        return replace(self, chosen=_ordered(span))

    def comparing(self, span: Span) -> Selection:
        """Held against a stretch of one's own."""
        return replace(self, against=Against.OWN, swept=_ordered(span))

    def moved(self, days: float) -> Selection:
        """The stretch later by so many days; without one nothing."""
        if self.chosen is None:
            return self
        return self.choosing(Span(self.chosen.start + days * DAY_MS, self.chosen.end + days * DAY_MS))

    def widened(self, days: float) -> Selection:
        """The stretch begins so many days earlier; never shorter than a day."""
        if self.chosen is None:
            return self
        start = min(self.chosen.start - days * DAY_MS, self.chosen.end - DAY_MS)
        return replace(self, chosen=Span(start, self.chosen.end))


def _ordered(span: Span) -> Span:
    start, end = min(span.start, span.end), max(span.start, span.end)
    return Span(start, max(end, start + HOUR_MS))
