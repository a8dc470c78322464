"""The stretch of time a chart shows, and how it moves. Pure; milliseconds since 1970 in UTC."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.analysis.bins import DAY_MS, HOUR_MS

NARROWEST_MS = 2 * HOUR_MS
_MARGIN = 0.03
_SHORTEST_ALL_MS = 7 * DAY_MS


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, in UTC ms."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Milliseconds from start to end."""
        return self.end - self.start

    def panned(self, share: float) -> Span:
        """Moved by a share of its own length; negative is into the past."""
        return Span(self.start + share * self.length, self.end + share * self.length)

    def zoomed(self, factor: float, about: float) -> Span:
        """`factor` times as long, with the moment `about` staying where it is; never under `NARROWEST_MS`."""
        factor = max(factor, NARROWEST_MS / self.length)
        return Span(about - (about - self.start) * factor, about + (self.end - about) * factor)

    def showing(self, moment: float) -> Span:
        """Moved just as far as needed for `moment` to lie inside, with a little room."""
        room = self.length * _MARGIN
        shift = max(0.0, moment + room - self.end) - max(0.0, self.start + room - moment)
        return Span(self.start + shift, self.end + shift)

    def within(self, limits: Span) -> Span:
        """Moved, and shortened if need be, to lie inside `limits`."""
        if self.length >= limits.length:
            return limits
        shift = max(0.0, limits.start - self.start) - max(0.0, self.end - limits.end)
        return Span(self.start + shift, self.end + shift)

    def is_about(self, other: Span) -> bool:
        """True if no eye could tell the two apart."""
        close = 1e-4 * self.length
        return abs(self.start - other.start) <= close and abs(self.end - other.end) <= close


def last_days(days: float, end: float) -> Span:
    """The `days` before `end`, and a little room after it."""
    length = days * DAY_MS
    return Span(end - length * (1 - _MARGIN), end + length * _MARGIN)


def whole(first: float, last: float) -> Span:
    """From the first to the last rating with room at both ends; at least a week, with a single rating in its middle."""
    length = max((last - first) * (1 + 2 * _MARGIN), _SHORTEST_ALL_MS)
    middle = (first + last) / 2
    return Span(middle - length / 2, middle + length / 2)


def limits(first: float, last: float, home: Span) -> Span:
    """How far one can go: all ratings and the span the chart came from."""
    everything = whole(first, last)
    return Span(min(everything.start, home.start), max(everything.end, home.end))
