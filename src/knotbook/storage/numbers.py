"""Pain as bare numbers, read from covering indices: what the charts and the tint of the map are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database

from knotbook.domain.place import Place
from knotbook.domain.records import Kind
from knotbook.storage.filters import place_list
from knotbook.storage.marks import MarkRow, mark_rows, marks_begin, told_apart
from knotbook.storage.rows import fetch
from knotbook.storage.sql import select

PainRow = tuple[int, int, str, int, str]

_ALIVE = "deleted IS NULL AND intensity BETWEEN 0 AND 10"
_SPAN = " AND utc >= ? AND utc < ?"
_EVER = 1 << 62  # milliseconds; beyond every date
_RATED = (
    'JOIN rating AS b ON b."release" = "release".id AND b.moment = \'before\' AND b.deleted IS NULL '
    'JOIN rating AS a ON a."release" = "release".id AND a.moment = \'after\' AND a.deleted IS NULL '
    "AND a.place = b.place "
    'LEFT JOIN rating AS h ON h."release" = "release".id AND h.moment = \'half_hour\' AND h.deleted IS NULL '
    "AND h.place = b.place"
)


class Heat(NamedTuple):
    """Pain at one place over a span: mean and worst intensity, how many entries, and the newest one's intensity."""

    mean: float
    worst: int
    n: int
    last: int


class Latest(NamedTuple):
    """The newest pain at one place: when (ms UTC), how strong, and how many entries there are since the time asked."""

    utc_ms: int
    intensity: int
    n: int


class RatedRelease(NamedTuple):
    """One release (ms UTC) and the pain at one place: before it, right after and 30 minutes later (None: not asked)."""

    utc_ms: int
    place: Place
    before: int
    after: int
    half_hour: int | None


class PainNumbers:
    """Numbers without the entries around them. They are not checked by checksum: `EntryStore.check` does that."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pain_rows(
        self, places: Sequence[Place] | None = None, since_ms: int | None = None, until_ms: int | None = None
    ) -> list[PainRow]:
        """(utc_ms, offset_min, place, intensity, id) of each pain in the span, oldest first."""
        where, values = _at(places)
        return fetch(
            self._db,
            select("utc, offset, place, intensity, id", "pain", f"WHERE {_ALIVE}{where}{_SPAN} ORDER BY utc, id"),
            (*values, *_span(since_ms, until_ms)),
        )

    def rating_rows(self, place: Place, since_ms: int | None = None) -> list[PainRow]:
        """As `pain_rows`, of the ratings that releases were given at `place`."""
        where = f"WHERE {_ALIVE} AND place = ?{_SPAN} ORDER BY utc, id"
        what = "utc, offset, place, intensity, id"
        return fetch(self._db, select(what, "rating", where), (str(place), *_span(since_ms, None)))

    def latest_ratings(self, since_ms: int, until_ms: int) -> dict[Place, tuple[int, int]]:
        """(ms UTC, intensity) of the newest rating of a release at each place in the span."""
        where = f"WHERE {_ALIVE}{_SPAN} GROUP BY +place"
        rows = fetch(self._db, select("place, max(utc * 16 + intensity)", "rating", where), _span(since_ms, until_ms))
        return {place: (both >> 4, both & 15) for name, both in rows if (place := _place(name))}

    def pain_begins(self) -> int | None:
        """When the oldest pain in the diary was (ms UTC); None if there is none."""
        rows = fetch(self._db, select("min(utc)", "pain", "WHERE deleted IS NULL"), ())
        return None if rows[0][0] is None else int(rows[0][0])

    def heat(self, since_ms: int | None = None, until_ms: int | None = None) -> dict[str, Heat]:
        """What each place felt in the span, by `structure.side`; places without an entry are absent."""
        rows = fetch(
            self._db,
            select(
                "place, avg(intensity), max(intensity), count(*), max(utc * 16 + intensity) & 15",
                "pain",
                f"WHERE {_ALIVE}{_SPAN} GROUP BY +place",
            ),
            _span(since_ms, until_ms),
        )
        return {place: Heat(*numbers) for place, *numbers in rows}

    def pain_counts(self) -> dict[str, int]:
        """How many pains each place has, by `structure.side`; places without one are absent."""
        return dict(fetch(self._db, select("place, count(*)", "pain", f"WHERE {_ALIVE} GROUP BY place")))

    def latest_pain(self, places: Sequence[Place] | None = None, since_ms: int | None = None) -> dict[Place, Latest]:
        """The newest pain of each place since then."""
        where, values = _at(places)
        rows = fetch(
            self._db,
            select(
                "place, max(utc * 16 + intensity), count(*)",
                "pain",
                f"WHERE {_ALIVE}{where}{_SPAN} GROUP BY +place",
            ),
            (*values, *_span(since_ms, None)),
        )
        return {place: Latest(both >> 4, both & 15, n) for name, both, n in rows if (place := _place(name))}

    def pain_rows_at_spot(self, spot_id: str) -> list[PainRow]:
        """As `pain_rows`, of the pains that belong to one point."""
        return fetch(
            self._db,
            select("utc, offset, place, intensity, id", "pain", f"WHERE {_ALIVE} AND spot = ? ORDER BY utc, id"),
            (spot_id,),
        )

    def mark_rows(self, kind: Kind, since_ms: int, until_ms: int) -> list[MarkRow]:
        """(utc_ms, id, words) of each release, exercise or note in the span, oldest first."""
        return mark_rows(self._db, kind, since_ms, until_ms)

    def marks_begin(self) -> int | None:
        """When the first of them was (ms UTC); None if there is none."""
        return marks_begin(self._db)

    def told_apart(self, places: Sequence[Place], woken_by: str) -> list[tuple[str, bool, bool]]:
        """(id, recalled, woken) of the pains at `places` that were recalled, or woke the person."""
        return told_apart(self._db, places, woken_by)

    def latest_at_spots(self, spot_ids: Sequence[str], since_ms: int | None = None) -> dict[str, Latest]:
        """The newest pain of each of these points since then; points without one are absent."""
        if not spot_ids:
            return {}
        where = f"WHERE {_ALIVE} AND spot IN ({', '.join('?' * len(spot_ids))}){_SPAN} GROUP BY spot"
        sql = select("spot, max(utc * 16 + intensity), count(*)", "pain", where)
        rows = fetch(self._db, sql, (*spot_ids, *_span(since_ms, None)))
        return {spot: Latest(both >> 4, both & 15, n) for spot, both, n in rows}

    def rated_releases(self, places: Sequence[Place]) -> list[RatedRelease]:
        """Releases at `places` that were rated at one place both before and right after, oldest first."""
        marks, names = place_list(places)
        where = f'{_RATED} WHERE "release".deleted IS NULL AND "release".place IN {marks} ORDER BY "release".utc'
        what = '"release".utc, b.place, b.intensity, a.intensity, h.intensity'
        rows = fetch(self._db, select(what, "release", where), names)
        return [RatedRelease(utc, place, *numbers) for utc, name, *numbers in rows if (place := _place(name))]


def _at(places: Sequence[Place] | None) -> tuple[str, list[str]]:
    if places is None:
        return "", []
    marks, names = place_list(places)
    return f" AND place IN {marks}", names


def _span(since_ms: int | None, until_ms: int | None) -> tuple[int, int]:
    return (-_EVER if since_ms is None else since_ms, _EVER if until_ms is None else until_ms)


def _place(name: str) -> Place | None:
    try:
        return Place.parse(name)
    except ValueError:  # a damaged index; EntryStore.check names the record
        return None
