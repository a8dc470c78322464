"""Rows out of the file: fetched even when damaged, decoded only when whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from knotbook.domain.records import Entry, Kind
from knotbook.storage.checksum import is_whole
from knotbook.storage.codec import COLUMNS, to_entry
from knotbook.storage.troubles import Doing, told_plainly


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """A record whose checksum does not fit what the file holds. It is left as it is and never shown as data."""

    kind: Kind
    id: str


def _replacing(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def fetch(db: Database, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a SELECT. Text that is no UTF-8 any more comes with U+FFFD, so its checksum fails. Raises Trouble."""
    with told_plainly(Doing.READ):
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
        entry = decode_one(kind, dict(zip(COLUMNS[kind], row, strict=True)), damaged)
        if entry is not None:
            found.append(entry)
    return found


def decode_one(kind: Kind, row: Mapping[str, Any], damaged: set[DamagedRecord]) -> Entry | None:
    """The entry of a whole row, or None after adding it to `damaged`."""
    if is_whole(row):
        return to_entry(kind, row)
    damaged.add(DamagedRecord(kind, str(row["id"])))
    return None
