"""The one connection to the diary and its settings, chosen so that a power cut loses nothing (docs/diary-file.md)."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database

SETTINGS = (
    "busy_timeout=1000",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "cell_size_check=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "fullfsync=ON",
    "foreign_keys=OFF",
)

LOOKING = ("cell_size_check=ON", "trusted_schema=OFF", "temp_store=MEMORY")


class _Connection(sqlite3.Connection):
    """Turns the plain BEGIN of `db.atomic()` into BEGIN IMMEDIATE: a writer waits at the start or not at all."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return super().execute("BEGIN IMMEDIATE" if sql == "BEGIN" else sql, parameters)


def connect(path: Path) -> Database:
    """Open the existing file `path` for writing, settings applied, foreign keys still off.

    The connection may be handed to another thread. Raises sqlite3.Error.
    """
    uri = f"{path.as_uri()}?mode=rw"
    conn = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=_Connection)
    try:
        for setting in SETTINGS:
            conn.execute(f"PRAGMA {setting}").close()
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def connect_to_look(path: Path) -> Database:
    """Open a diary that another process may be writing to, for reading only. Raises sqlite3.Error."""
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        for setting in ("busy_timeout=3000", "query_only=ON", *LOOKING):
            conn.execute(f"PRAGMA {setting}").close()
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a finished copy (never the diary itself) for reading, without a lock or a journal. Raises sqlite3.Error."""
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    conn.execute("PRAGMA cell_size_check=ON").close()
    conn.execute("PRAGMA trusted_schema=OFF").close()
    return conn
