"""The few statements the diary is read and written with. Only names of ours go in; values are always parameters."""

from __future__ import annotations

from collections.abc import Sequence

from knotbook.domain.records import Kind
from knotbook.storage.codec import COLUMNS


def quoted(names: Sequence[str]) -> str:
    """The column names, quoted and separated by commas."""
    return ", ".join(f'"{name}"' for name in names)


def select(what: str, table: str, rest: str = "") -> str:
    """`SELECT what FROM table rest`, where `rest` begins with WHERE or ORDER BY."""
    return " ".join(("SELECT", what, "FROM", f'"{table}"', rest))


def select_record(kind: Kind, rest: str = "") -> str:
    """A SELECT of all columns of `kind` in the order of `COLUMNS`."""
    return select(quoted(COLUMNS[kind]), kind.value, rest)


def delete(table: str, where: str) -> str:
    """`DELETE FROM table WHERE where`."""
    return " ".join(("DELETE FROM", f'"{table}"', "WHERE", where))


def insert(table: str, columns: Sequence[str], rest: str = "") -> str:
    """`INSERT INTO table (columns) VALUES (?, ...) rest`."""
    marks = ", ".join("?" * len(columns))
    return " ".join(("INSERT INTO", f'"{table}"', f"({quoted(columns)}) VALUES ({marks})", rest))


def upsert(table: str, columns: Sequence[str], key: str) -> str:
    """An INSERT that writes over the row whose `key` is the same, keeping its place in the file."""
    kept = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != key)
    return insert(table, columns, f'ON CONFLICT ("{key}") DO UPDATE SET {kept}')
