"""A page of the journal in two steps: the newest keys of all kinds from their indices, then the records of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from knotbook.domain.records import Kind
from knotbook.storage.filters import Wanted
from knotbook.storage.rows import fetch
from knotbook.storage.sql import select, select_record

Cursor = tuple[int, str]
"""Where an entry stands in the journal: (ms UTC, id)."""

Key = tuple[str, str]
"""The kind and the id of a record."""

RawRecord = tuple[Cursor, Kind, tuple[Any, ...]]
"""A record's cursor, its kind and its columns in the order of `COLUMNS`."""

_CHUNK = 500


def newest_keys(db: Database, wanted: Wanted, before: Cursor | None, limit: int) -> list[Key]:
    """The keys of up to `limit` records, newest first, older than `before`. SQLite merges the kinds' indices lazily."""
    parts: list[str] = []
    values: list[str | int] = []
    for kind in wanted.kinds_asked():
        where, own = wanted.where(kind)
        if before is not None:
            where += " AND (utc, id) < (?, ?)"
            own = [*own, *before]
        parts.append(select(f"'{kind.value}' AS kind, id, utc", kind, f"WHERE {where}"))
        values += own
    if not parts:
        return []
    sql = f"{' UNION ALL '.join(parts)} ORDER BY utc DESC, id DESC LIMIT ?"
    return [(kind, entry_id) for kind, entry_id, _utc in fetch(db, sql, (*values, limit))]


def raw_records(db: Database, keys: Sequence[Key]) -> list[RawRecord]:
    """The records of these keys, newest first; a key without a record gives none."""
    found: list[RawRecord] = []
    for name in dict.fromkeys(kind for kind, _id in keys):
        kind = Kind(name)
        ids = [entry_id for one, entry_id in keys if one == name]
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            sql = select_record(kind, f"WHERE id IN ({', '.join('?' * len(some))})")
            found += [((row[1], row[0]), kind, row) for row in fetch(db, sql, some)]
    return sorted(found, key=lambda record: record[0], reverse=True)
