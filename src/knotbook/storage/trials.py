"""What was tried for one pain, read as bare numbers."""

from __future__ import annotations

from sqlite_utils import Database

from knotbook.domain.place import Place
from knotbook.storage.rows import fetch
from knotbook.storage.sql import select

TrialRow = tuple[str, int | None, int | None, int | None]

_RATED = (
    'LEFT JOIN rating ON rating."release" = "release".id AND rating.place = ? AND rating.deleted IS NULL '
    'WHERE "release".deleted IS NULL AND ("release".place = ? OR instr("release".pain_for, ?)) '
    'GROUP BY "release".id ORDER BY "release".utc, "release".id'
)


def _at(moment: str) -> str:
    return f"max(CASE rating.moment WHEN '{moment}' THEN rating.intensity END)"


_WHAT = ", ".join(('"release".place', *map(_at, ("before", "half_hour", "next_morning"))))


def trial_rows(db: Database, pain: Place) -> list[TrialRow]:
    """(place, before, half hour, next morning) of each release at `pain` or for it, oldest first; NRS, None: not rated.

    Goes through all releases once: five thousand of them, ten years, are a few milliseconds.
    """
    return fetch(db, select(_WHAT, "release", _RATED), (str(pain), str(pain), f'"{pain}"'))
