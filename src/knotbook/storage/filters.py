"""What a screen asks the diary for, as SQL conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knotbook.domain.place import Place
from knotbook.domain.records import JOURNAL_KINDS, Kind
from knotbook.storage.codec import PLACED


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A selection of entries. Times in milliseconds UTC, from `since_ms` on and before `until_ms`; None: no bound.

    `places`: only what happened there (exercises: what worked them). `deleted`: the bin instead of the diary.
    """

    kinds: Sequence[Kind] | None = None
    places: Sequence[Place] | None = None
    since_ms: int | None = None
    until_ms: int | None = None
    deleted: bool = False

    def kinds_asked(self) -> list[Kind]:
        """The record types that can hold what is wanted; without a choice all that the journal lists."""
        kinds = self.kinds if self.kinds is not None else JOURNAL_KINDS
        return [kind for kind in dict.fromkeys(kinds) if self.places is None or kind is not Kind.DAY]

    def where(self, kind: Kind) -> tuple[str, list[str | int]]:
        """The WHERE clause for the table of `kind` and its parameters."""
        clauses = ["deleted IS NOT NULL" if self.deleted else "deleted IS NULL"]
        values: list[str | int] = []
        if self.since_ms is not None:
            clauses.append("utc >= ?")
            values.append(self.since_ms)
        if self.until_ms is not None:
            clauses.append("utc < ?")
            values.append(self.until_ms)
        if self.places is not None:
            clause, names = _at_places(kind, self.places)
            clauses.append(clause)
            values.extend(names)
        return " AND ".join(clauses), values


def place_list(places: Sequence[Place]) -> tuple[str, list[str]]:
    """`(?, ?)` and the names of `places`, each once."""
    names = sorted({str(place) for place in places})
    return f"({', '.join('?' * len(names))})", names


def _at_places(kind: Kind, places: Sequence[Place]) -> tuple[str, list[str]]:
    marks, names = place_list(places)
    if kind in PLACED:
        return f"place IN {marks}", names
    if not names:
        return "0", []
    return f"({' OR '.join(['instr(muscles, ?)'] * len(names))})", [f'"{name}"' for name in names]
