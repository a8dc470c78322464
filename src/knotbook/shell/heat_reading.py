"""What the diary says about a span of days, for the map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from knotbook.analysis.daily import Daily, daily
from knotbook.analysis.measures import NOW, Choice, Span
from knotbook.bodymap.drafts import ReleaseMark
from knotbook.bodymap.picture import BodyPicture
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Day, Pain, Release

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

DAY_MS = 86_400_000
_WIDEST = timedelta(hours=14)  # no calendar on earth is farther from UTC
_FOLLOWED = timedelta(days=365)  # a place rated within that time is one the person follows


class HeatReading:
    """Reads; never writes. Every method needs an open diary."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def now(self) -> dict[Place, float]:
        """The latest number of each place within the last 24 hours, from a pain or the rating of a release."""
        now = self._clock.now().utc_ms
        rows = self._diary.reader.pain_rows(None, now - DAY_MS, now + 1)
        newest = {Place.parse(place): (utc, n) for utc, _offset, place, n, _key in rows}
        for place, rated in self._diary.reader.latest_ratings(now - DAY_MS, now + 1).items():
            newest[place] = max(newest.get(place, rated), rated)
        return {place: float(intensity) for place, (_utc, intensity) in newest.items()}

    def daily(self, span: Span) -> Daily:
        """Every place by day. Days checked in as free of pain count as 0 for the places the person follows."""
        since, until = _bounds(span)
        calm = [
            entry.body.day
            for entry in self._diary.reader.days(span.first, span.last)
            if isinstance(entry.body, Day) and entry.body.no_pain
        ]
        known = self._followed(since, until) if calm else []
        return daily(self._diary.reader.pain_rows(None, since, until), span, calm, known)

    def shown(self, choice: Choice) -> tuple[int, int]:
        """From when until when (UTC ms) a point must have hurt to be on the map, by today's zone."""
        now = self._clock.now()
        if choice.days == NOW:
            return now.utc_ms - DAY_MS, now.utc_ms + 1
        span = choice.span(now.day())
        first, after = (datetime.combine(day, time()) for day in (span.first, span.last + timedelta(days=1)))
        return type(now).of(first, now.zone).utc_ms, type(now).of(after, now.zone).utc_ms

    def first_day(self) -> date:
        """The day of the oldest pain; today if there is none."""
        now = self._clock.now()
        begins = self._diary.reader.pain_begins()
        return now.day() if begins is None else min(now.day(), type(now)(begins, now.zone, now.offset_min).day())

    def releases(self, span: Span) -> list[Release]:
        """The releases of those days, oldest first."""
        since, until = _bounds(span)
        bodies = [entry.body for entry in self._diary.reader.releases(None, since, until)]
        return [body for body in bodies if isinstance(body, Release) and span.first <= body.when.day() <= span.last]

    def _followed(self, since: int, until: int) -> list[Place]:
        heat = self._diary.reader.heat(since - _FOLLOWED // timedelta(milliseconds=1), until)
        return [Place.parse(key) for key in heat]


def marks_of(releases: Sequence[Release], picture: BodyPicture) -> tuple[ReleaseMark, ...]:
    """Where to mark them: at their points, or where `picture` names the place. Each spot once."""
    marks = []
    for release in releases:
        named = picture.label_point(release.place)
        points = release.points or ((named,) if named is not None else ())
        marks += [ReleaseMark(release.place, point) for point in points]
    return tuple(dict.fromkeys(marks))


def days_touched(changes: Changes) -> Span | None:
    """The days on which something changed that colours follow from; None if nothing did."""
    bodies = [entry.body for entry in (*changes.before.values(), *changes.after.values())]
    days = [body.day if isinstance(body, Day) else body.when.day() for body in bodies if isinstance(body, Pain | Day)]
    return Span(min(days), max(days)) if days else None


def _bounds(span: Span) -> tuple[int, int]:
    """From when until when (UTC ms) something may have happened on those days, wherever the person was."""
    first = datetime(span.first.year, span.first.month, span.first.day, tzinfo=UTC) - _WIDEST
    last = datetime(span.last.year, span.last.month, span.last.day, tzinfo=UTC) + timedelta(days=1) + _WIDEST
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    millisecond = timedelta(milliseconds=1)
    return (first - epoch) // millisecond, (last - epoch) // millisecond
