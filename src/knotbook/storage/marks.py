"""What happened beside the pain, as bare rows for the marks under a chart."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from knotbook.domain.place import Place
from knotbook.domain.records import Kind
from knotbook.storage.filters import place_list
from knotbook.storage.rows import fetch
from knotbook.storage.sql import select
from knotbook.storage.text import unpack_text

MarkRow = tuple[int, str, str]
"""UTC ms, entry id, and the words: the place of a release, the name of an exercise, the note of a pain or a day."""

_WORDS = {Kind.RELEASE: "place", Kind.EXERCISE: "name", Kind.PAIN: "note", Kind.DAY: "note"}


def mark_rows(db: Database, kind: Kind, since_ms: int, until_ms: int) -> list[MarkRow]:
    """The marks of one kind from `since_ms` on and before `until_ms`, oldest first; only notes with words in them.

    Raises KeyError for a kind that makes no marks. A day's note stands at noon UTC of its date.
    """
    words = _WORDS[kind]
    noted = " AND note != ''" if words == "note" else ""
    where = f"WHERE deleted IS NULL AND utc >= ? AND utc < ?{noted} ORDER BY utc, id"
    rows = fetch(db, select(f"utc, id, {words}", kind.value, where), (since_ms, until_ms))
    return [(utc, key, unpack_text(text)) for utc, key, text in rows]


def marks_begin(db: Database) -> int | None:
    """When the first record of any of the marked kinds was (ms UTC); None if there is none."""
    firsts = (fetch(db, select("min(utc)", kind.value, "WHERE deleted IS NULL"))[0][0] for kind in _WORDS)
    return min((first for first in firsts if first is not None), default=None)


def told_apart(db: Database, places: Sequence[Place], woken_by: str) -> list[tuple[str, bool, bool]]:
    """(id, recalled, woken) of the pains at `places` of which one of the two holds; few of all there are.

    `woken_by`: the context word that says a pain woke the person.
    """
    marks, names = place_list(places)
    where = f"WHERE deleted IS NULL AND place IN {marks} AND (recalled OR instr(context, ?))"
    rows = fetch(
        db, select("id, recalled, instr(context, ?)", "pain", where), (f'"{woken_by}"', *names, f'"{woken_by}"')
    )
    return [(key, bool(recalled), bool(woken)) for key, recalled, woken in rows]
