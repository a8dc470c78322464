"""Rows out of the file: fetched even when damaged, decoded only when whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from knotbook.domain.records import Entry, Kind
from knotbook.storage.checksum import is_whole
from knotbook.storage.codec import COLUMNS, to_entry
from knotbook.storage.troubles import Doing, raise_plainly

_KEPT = 512  # entries that need not be checked and read anew; about a megabyte


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """A record whose checksum does not fit what the file holds. It is left as it is and never shown as data."""

    kind: Kind
    id: str


def _replacing(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def fetch(db: Database, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a SELECT. Text that is no UTF-8 any more comes with U+FFFD, so its checksum fails. Raises Trouble."""
    try:  # without `told_plainly`, which costs as much as many a statement
        return _fetched(db, sql, parameters)
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        raise_plainly(error, Doing.READ)


def _fetched(db: Database, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    try:
        return db.execute(sql, parameters).fetchall()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
    before, db.conn.text_factory = db.conn.text_factory, _replacing
    try:
        return db.execute(sql, parameters).fetchall()
    finally:
        db.conn.text_factory = before


def decode(kind: Kind, values: Iterable[tuple[Any, ...]], damaged: set[DamagedRecord]) -> list[Entry]:
    """The entries of whole rows given in the order of `COLUMNS`; the others are added to `damaged`."""
    found = []
    for row in values:
        entry = decoded(kind, row)
        if entry is None:
            damaged.add(DamagedRecord(kind, str(row[0])))
        else:
            found.append(entry)
    return found


@lru_cache(_KEPT)
def decoded(kind: Kind, values: tuple[Any, ...]) -> Entry | None:
    """The entry of a row given in the order of `COLUMNS`, or None if it is not whole.

    The newest ones are asked for again and again, by a page after each save and by each letter of a search: what came
    out of the very same columns is kept. `decoded.cache_clear()` forgets it.
    """
    row = dict(zip(COLUMNS[kind], values, strict=True))
    return to_entry(kind, row) if is_whole(row) else None


def decode_one(kind: Kind, row: Mapping[str, Any], damaged: set[DamagedRecord]) -> Entry | None:
    """The entry of a whole row, or None after adding it to `damaged`."""
    if is_whole(row):
        return to_entry(kind, row)
    damaged.add(DamagedRecord(kind, str(row["id"])))
    return None
