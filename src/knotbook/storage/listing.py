"""The index that the journal is searched by: one FTS5 row an entry, in the order of the journal; the bin has its own.

The row id is the entry's time in steps of 65.536 s, and a number among those of the same step: FTS5 then gives the
newest hits first without sorting. The words are followed by facts behind a bar, which no written word can hold:
`|k|pain`, `|p|knee|medial|left` (where), `|f|knee|medial|left` (the pain it was for), `|n|6`, `|w` (has a note),
`|h` (has photos).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlite_utils import Database

from knotbook.domain.records import Kind
from knotbook.storage.codec import COLUMNS
from knotbook.storage.rows import fetch
from knotbook.storage.sql import quoted, select
from knotbook.storage.text import unpack_text

BAR = "|"
"""What facts begin with; in written words it is a space."""
NOTED = "|w"
"""The fact that there is a note."""

PHOTOGRAPHED = "|h"
"""The fact that there are photos."""
TABLES = ("listing", "binned")
"""The index of what happened, and that of the bin."""

_STEP_BITS, _SLOT_BITS = 16, 20
SLOTS = 1 << _SLOT_BITS
"""Row ids a step: a million entries of the same minute keep their order."""

_FAR_MS = 1 << 57  # beyond any year; times further out are damage, and must not overflow
_SEEN = 1024
_CHUNK = 500
_CLEAN = str.maketrans({BAR: " ", "\0": " "})
_WAITING = "SELECT utc, kind, id FROM unlisted ORDER BY utc, kind, id LIMIT ?"
_PHOTOGRAPHED = 'EXISTS (SELECT 1 FROM photo AS p WHERE p.entry = "{}".id AND p.deleted IS NULL)'
_IN_STEP = "WHERE rowid >= ? AND rowid < ?"
_STEP = " UNION ALL ".join(
    " ".join((f"SELECT '{table}', max(rowid), max(CASE WHEN id = ? THEN rowid END) FROM", table, _IN_STEP))
    for table in TABLES
)
_OWN = {table: " ".join(("SELECT rowid FROM", table, _IN_STEP, "AND id = ?")) for table in TABLES}


class _Found(NamedTuple):
    """A record as it is now: where it stands in time, its columns, and whether it has photos outside the bin."""

    utc: int
    kind: Kind
    row: Mapping[str, Any]
    has_photos: bool


def floor_of(utc_ms: int) -> int:
    """The first row id of the step in which `utc_ms` lies."""
    return (max(-_FAR_MS, min(_FAR_MS, utc_ms)) >> _STEP_BITS) << _SLOT_BITS


def step_floor(rowid: int) -> int:
    """The first row id of the same step."""
    return rowid >> _SLOT_BITS << _SLOT_BITS


def kind_fact(kind: str) -> str:
    """That an entry is of this kind."""
    return f"|k|{_bars(kind)}"


def place_fact(place: str) -> str:
    """That it happened at `place` (`structure.side`)."""
    return f"|p|{_bars(place)}"


def for_fact(place: str) -> str:
    """That a release was for the pain at `place`."""
    return f"|f|{_bars(place)}"


def number_fact(number: object) -> str:
    """That its number is this one."""
    return f"|n|{number}"


def written(text: object) -> str:
    """Text as the index takes it in: no bar, no NUL, no lone surrogate."""
    return str(text).translate(_CLEAN).encode("utf-8", "replace").decode("utf-8")


class Listing:
    """Keeps the index in step with the records. The caller has opened the transaction. Raises sqlite3.Error."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def catch_up(self) -> None:
        """Take in every record that was written since the last time, oldest first, as FTS5 likes it."""
        while waiting := fetch(self._db, _WAITING, (_CHUNK,)):
            self._take_in(waiting)
            if len(waiting) < _CHUNK:
                return

    def _take_in(self, waiting: Sequence[tuple[int, str, str]]) -> None:
        current = sorted(self._current(waiting), key=lambda found: found.utc)
        listed = [(utc, entry_id) for utc, _kind, entry_id in waiting if isinstance(utc, int)]
        newest: dict[tuple[str, int], int] = {}
        for utc, entry_id in dict.fromkeys((*listed, *((found.utc, found.row["id"]) for found in current))):
            newest |= self._take_out(utc, entry_id)
        for found in current:
            self._put_in(found, newest)
        self._db.conn.executemany("DELETE FROM unlisted WHERE utc = ? AND kind = ? AND id = ?", waiting)

    def is_behind(self) -> bool:
        """Whether anything waits to be taken in."""
        return bool(fetch(self._db, "SELECT 1 FROM unlisted LIMIT 1"))

    def forget(self) -> None:
        """Write the index anew without what was taken out, so that no removed word stays in the file."""
        for table in TABLES:
            self._db.execute(" ".join(("INSERT INTO", f"{table}({table})", "VALUES ('optimize')")))

    def _current(self, waiting: Sequence[tuple[int, str, str]]) -> Iterable[_Found]:
        """The records among `waiting` that the journal or the bin lists now, each once."""
        for kind in dict.fromkeys(kind for _utc, kind, _id in waiting):
            ids = list(dict.fromkeys(entry_id for _utc, one, entry_id in waiting if one == kind))
            own = Kind(kind)
            what = f"{quoted(COLUMNS[own])}, {_PHOTOGRAPHED.format(own)}"
            for *values, has_photos in fetch(self._db, select(what, own, f"WHERE id IN ({_marks(ids)})"), ids):
                row = dict(zip(COLUMNS[own], values, strict=True))
                if isinstance(row["utc"], int):  # anything else is damage, and is never listed
                    yield _Found(row["utc"], own, row, bool(has_photos))

    def _take_out(self, utc: int, entry_id: str) -> dict[tuple[str, int], int]:
        """Take a record out of both indices; the newest row id of its step in each, or what comes before the first."""
        floor = floor_of(utc)
        newest = {(table, floor): floor - 1 for table in TABLES}
        for table, last, own in fetch(self._db, _STEP, (entry_id, floor, floor + SLOTS) * len(TABLES)):
            if last is not None:
                newest[table, floor] = last
            if own is not None:
                for (rowid,) in fetch(self._db, _OWN[table], (floor, floor + SLOTS, entry_id)):
                    self._db.execute(" ".join(("DELETE FROM", table, "WHERE rowid = ?")), (rowid,))
        return newest

    def _put_in(self, found: _Found, newest: dict[tuple[str, int], int]) -> None:
        table = TABLES[found.row["deleted"] is not None]
        step = (table, floor_of(found.utc))
        newest[step] += 1
        facts = [PHOTOGRAPHED] if found.has_photos else []
        values = (newest[step], found.kind.value, found.row["id"], " ".join((words_of(found.kind, found.row), *facts)))
        self._db.execute(" ".join(("INSERT INTO", table, "(rowid, kind, id, words) VALUES (?, ?, ?, ?)")), values)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def words_of(kind: Kind, row: Mapping[str, Any]) -> str:
    """The words and facts of a record's row; that it has photos is not among them."""
    texts = filter(None, (written(text) for text in _TEXTS[kind](row)))
    return " ".join((*texts, *_facts(kind, row)))


_TEXTS: dict[Kind, Callable[[Mapping[str, Any]], Iterable[object]]] = {
    Kind.PAIN: lambda row: (*_list(row["qualities"]), *_list(row["context"]), _text(row["note"])),
    Kind.JOINT_SIGN: lambda row: (str(row["sign"]).replace("_", " "), _text(row["note"])),
    Kind.RELEASE: lambda row: (_text(row["tool"]), _text(row["note"])),
    Kind.RATING: lambda row: (),
    Kind.EXERCISE: lambda row: (_text(row["name"]), row["kind"], _text(row["note"])),
    Kind.DAY: lambda row: (_text(row["note"]),),
}


def _facts(kind: Kind, row: Mapping[str, Any]) -> Iterable[str]:
    yield kind_fact(kind)
    if "place" in row:
        yield place_fact(row["place"])
    for place in _list(row.get("muscles", "[]")):
        yield place_fact(place)
    for place in _list(row.get("pain_for", "[]")):
        yield for_fact(place)
    number = 0 if row.get("no_pain") == 1 else row.get("intensity")
    if number is not None:
        yield number_fact(number)
    if _text(row.get("note", "")).strip():
        yield NOTED


def _bars(name: object) -> str:
    return str(name).replace("_", BAR).replace(".", BAR)


def _text(stored: object) -> str:
    try:
        return unpack_text(str(stored))
    except UnicodeError:  # damage; the checksum says so to whoever reads the record
        return str(stored)


def _list(stored: object) -> tuple[str, ...]:
    return _read_list(str(stored))


@lru_cache(_SEEN)
def _read_list(stored: str) -> tuple[str, ...]:
    try:
        return tuple(_text(item) for item in json.loads(stored))
    except (ValueError, TypeError):  # the same
        return (stored,)
