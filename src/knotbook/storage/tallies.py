"""The diary counted up by SQLite: what the views of many years are made of. Bare numbers, read without the entries."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from knotbook.domain.place import Place
from knotbook.storage.rows import fetch
from knotbook.storage.sql import select

Response = tuple[str, str, int, int, int | None, int | None, int | None, int | None]
"""Place of a release, its id, ms UTC, minutes east, and the NRS before, right after, at 30 min, next morning."""

_EVER = 1 << 62
_SPAN = " AND utc >= ? AND utc < ?"
_LOCAL = "(utc + offset * 60000)"
_PAST_DAYS = 1_000_000  # added before dividing: SQLite rounds towards 0, days before 1970 must round down
_DAY = f"({_LOCAL} + {_PAST_DAYS} * 86400000) / 86400000 - {_PAST_DAYS}"
_WEEK = f"({_DAY} + 3 + 7000000) / 7 - 1000000"  # weeks run from Monday; 1 January 1970 was a Thursday
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MOMENTS = ("before", "after", "half_hour", "next_morning")
_RATED = (
    'JOIN rating ON rating."release" = "release".id AND rating.place = ? AND rating.deleted IS NULL '
    'WHERE "release".deleted IS NULL AND ("release".place = ? OR instr("release".pain_for, ?)) '
    'GROUP BY "release".id ORDER BY "release".utc, "release".id'
)


class Tallies:
    """Counts over whole years; each is one statement. Raises Trouble if the file cannot be read."""

    _db: Database

    def calm_days(self) -> list[date]:
        """The days on which the person checked in and nothing hurt, oldest first."""
        rows = fetch(self._db, select("day", "day", "WHERE deleted IS NULL AND no_pain ORDER BY utc"))
        return [date.fromisoformat(text) for (text,) in rows]

    def checked_days(self) -> list[date]:
        """The days with a check-in, whatever it says, oldest first."""
        rows = fetch(self._db, select("day", "day", "WHERE deleted IS NULL ORDER BY utc"))
        return [date.fromisoformat(text) for (text,) in rows]

    def days_begin(self) -> date | None:
        """The person's own day of the first pain, release or check-in of all; None if there is none."""
        earliest = "WHERE deleted IS NULL ORDER BY utc LIMIT 1"
        found = [
            date.fromordinal(_EPOCH_DAY + row[0])
            for table in ("pain", "release")
            for row in fetch(self._db, select(_DAY, table, earliest))
        ]
        found += [date.fromisoformat(row[0]) for row in fetch(self._db, select("day", "day", earliest))]
        return min(found, default=None)

    def release_rows(self, since_ms: int | None = None, until_ms: int | None = None) -> list[tuple[int, int]]:
        """(ms UTC, minutes east of UTC) of each release, oldest first."""
        rest = f"WHERE deleted IS NULL{_SPAN} ORDER BY utc"
        return fetch(self._db, select("utc, offset", "release", rest), _span(since_ms, until_ms))

    def release_weeks(self) -> list[tuple[int, int, int, int]]:
        """(week, seconds pressed, releases, those of them whose time is not known); weeks since that of 1 January 1970.

        A week runs from Monday to Sunday where the person was; weeks without a release are absent.
        """
        what = f"{_WEEK} AS w, coalesce(sum(seconds), 0), count(*), sum(seconds IS NULL)"
        return fetch(self._db, select(what, "release", "WHERE deleted IS NULL GROUP BY w ORDER BY w"))

    def exercise_weeks(self) -> list[tuple[int, int, int]]:
        """(week, sets, exercises), as `release_weeks`; an exercise without sets counts as one, rest as none."""
        what = f"{_WEEK} AS w, sum(coalesce(sets, 1)), count(*)"
        rest = "WHERE deleted IS NULL AND kind <> 'rest' GROUP BY w ORDER BY w"
        return fetch(self._db, select(what, "exercise", rest))

    def responses(self, pain: Place) -> list[Response]:
        """Each release at or for `pain` that was rated there, oldest first."""
        what = ", ".join(('"release".place, "release".id, "release".utc, "release".offset', *map(_at, _MOMENTS)))
        return fetch(self._db, select(what, "release", _RATED), (str(pain), str(pain), f'"{pain}"'))


def _at(moment: str) -> str:
    return f"max(CASE rating.moment WHEN '{moment}' THEN rating.intensity END)"


def _span(since_ms: int | None, until_ms: int | None) -> tuple[int, int]:
    return (-_EVER if since_ms is None else since_ms, _EVER if until_ms is None else until_ms)
