"""The exercises this person does: from their own diary first, then a list to start from. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knotbook.domain.place import Place
from knotbook.domain.records import Effort, Exercise
from knotbook.resources.words import Known


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One exercise. `last`: how it was done last, None if never. `times`: how often lately. `also`: other names.

    `is_new`: only just named.
    """

    name: str
    kind: Effort
    muscles: tuple[Place, ...]
    last: Exercise | None = None
    times: int = 0
    also: tuple[str, ...] = ()
    is_new: bool = False


def library(known: Sequence[Known], done: Iterable[Exercise]) -> list[LibraryRow]:
    """Rows in the order they are offered. `done`: the newest first.

    What was done comes first, the most often done on top, and under the name the person gave it; then what was not.
    """
    by_name: dict[str, Known] = {}
    for known_one in reversed(known):
        by_name.update({name.casefold(): known_one for name in (*known_one.also, known_one.name)})
    rows: dict[str, LibraryRow] = {}
    for body in done:
        one = by_name.get(body.name.casefold())
        key = (one.name if one else body.name).casefold()
        row = rows.get(key)
        if row is None:
            also = (one.name, *one.also) if one else ()
            muscles = body.muscles or (one.muscles if one else ())
            row = LibraryRow(body.name, body.kind, muscles, body, 0, also)
        rows[key] = LibraryRow(row.name, row.kind, row.muscles, row.last, row.times + 1, row.also)
    mine = sorted(rows.values(), key=lambda row: -row.times)
    fresh = [LibraryRow(k.name, k.kind, k.muscles, also=k.also) for k in known if k.name.casefold() not in rows]
    return mine + fresh


def matching(rows: Iterable[LibraryRow], text: str) -> list[LibraryRow]:
    """The rows of which some name has words that begin with every word of `text`, in their order."""
    wanted = text.casefold().replace("-", " ").split()
    return [row for row in rows if any(_fits(name, wanted) for name in (row.name, *row.also))]


def named(rows: Iterable[LibraryRow], text: str) -> LibraryRow | None:
    """The row that is called exactly `text`, whatever its capitals."""
    wanted = text.strip().casefold()
    return next((row for row in rows if wanted in {name.casefold() for name in (row.name, *row.also)}), None)


def _fits(name: str, wanted: Sequence[str]) -> bool:
    words = name.casefold().replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
