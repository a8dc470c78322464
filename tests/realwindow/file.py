"""The diary file, read by another process as a curious person would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def pains(diary: Path) -> list[tuple[str, int]]:
    """(place, intensity) of every pain that is not in the bin, oldest first; [] while there is no file yet."""
    if not diary.exists():
        return []
    with closing(sqlite3.connect(f"file:{diary}?mode=ro", uri=True, timeout=5)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'pain'").fetchone():
            return []
        return connection.execute("SELECT place, intensity FROM pain WHERE deleted IS NULL ORDER BY utc, id").fetchall()
