"""Is a copy of a diary good? Asked of the copy, so that the diary itself is never held up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from knotbook.domain.records import Kind
from knotbook.storage.checksum import is_whole
from knotbook.storage.connection import connect_read_only
from knotbook.storage.rows import DamagedRecord
from knotbook.storage.sql import select

_CHUNK = 500


def check_integrity(path: Path, counts: dict[Kind, int] | None = None) -> None:
    """Raise sqlite3.DatabaseError unless SQLite finds the finished copy `path` whole.

    `counts`: how many rows each table must have, if that is known.
    """
    with closing(connect_read_only(path)) as conn:
        if [row[0] for row in conn.execute("PRAGMA integrity_check")] != ["ok"]:
            raise _damaged("integrity_check")
        if counts is not None and counts != count_rows(conn):
            raise _damaged("row counts")


def count_rows(conn: sqlite3.Connection) -> dict[Kind, int]:
    """How many rows each table has. Raises sqlite3.Error."""
    present = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {kind: conn.execute(select("count(*)", kind)).fetchone()[0] for kind in Kind if kind.value in present}


def damaged_records(path: Path) -> set[DamagedRecord]:
    """Every record in the finished copy `path` whose checksum does not fit. Raises sqlite3.Error.

    Works on every schema, since the checksum covers whatever columns there are.
    """
    damaged: set[DamagedRecord] = set()
    with closing(connect_read_only(path)) as conn:
        conn.text_factory = _lenient
        for kind in count_rows(conn):
            for row in _rows(conn, kind):
                if not is_whole(row):
                    damaged.add(DamagedRecord(kind, str(row.get("id"))))
    return damaged


def _rows(conn: sqlite3.Connection, kind: Kind) -> Iterator[dict[str, Any]]:
    cursor = conn.execute(select("*", kind))
    names = [column[0] for column in cursor.description]
    while chunk := cursor.fetchmany(_CHUNK):
        for row in chunk:
            yield dict(zip(names, row, strict=True))


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _damaged(found_by: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(found_by)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    error.sqlite_errorname = f"SQLITE_CORRUPT by {found_by}"
    return error
