"""Numbers as a table, and the table as text that a spreadsheet takes in without running any of it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from math import isnan

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows as long as they are; None and NaN stand for no data."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


def csv_text(table: Table) -> str:
    """Comma-separated (RFC 4180: CRLF, quotes where needed), with a head; numbers with a point, no data empty."""
    return _written(table, ",", "\r\n")


def tsv_text(table: Table) -> str:
    """Tab-separated with a head, as spreadsheets take it from the clipboard."""
    return _written(table, "\t", "\n")


def safe(cell: Cell) -> str:
    """A cell as text. Words that a spreadsheet would run as a formula get an apostrophe before them."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return ""
    return str(round(cell, 3)) if isinstance(cell, float) else str(cell)


def _written(table: Table, between: str, end: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=between, lineterminator=end)
    writer.writerow([safe(name) for name in table.head])
    writer.writerows([safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()
