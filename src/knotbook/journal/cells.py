"""What each cell of the journal says, to the eye, to assistive technology and as a tool tip."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from knotbook.journal.rows import Row
from knotbook.journal.words import day_words, full_day_words, tr


class Column(IntEnum):
    """The columns of the journal."""

    WHEN = 0
    WHAT = 1
    WHERE = 2
    NUMBER = 3
    DETAILS = 4


def head(column: Column, role: int) -> Any:
    """What the head of a column says under an item role; None for roles it has nothing to say to."""
    if role == Qt.ItemDataRole.DisplayRole:
        names = {
            Column.WHEN: tr("journal", "When"),
            Column.WHAT: tr("journal", "What"),
            Column.WHERE: tr("journal", "Where"),
            Column.NUMBER: tr("journal", "Number"),
            Column.DETAILS: tr("journal", "Details"),
        }
        return names[column]
    if role == Qt.ItemDataRole.TextAlignmentRole:
        across = Qt.AlignmentFlag.AlignHCenter if column is Column.NUMBER else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter
    return None


def cell(row: Row, column: Column, role: int, today: date) -> Any:
    """What a cell says under an item role; None for roles it has nothing to say to."""
    if role == Qt.ItemDataRole.DisplayRole:
        return _text(row, column, today)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return _spoken(row, column)
    if role == Qt.ItemDataRole.ToolTipRole:
        return _tip(row, column)
    return None


def _text(row: Row, column: Column, today: date) -> str:
    when = f"{day_words(row.day, today)} {row.time}".rstrip()
    return (when, row.what, row.where, row.number_words, row.story)[column]


def _spoken(row: Row, column: Column) -> str:
    number = "" if row.number is None else tr("journal", "{n} of 10").format(n=row.number)
    when = f"{full_day_words(row.day)} {row.time}".rstrip()
    return (when, row.what, row.place_words, number, row.story)[column]


def _tip(row: Row, column: Column) -> str:
    if column is Column.DETAILS:
        return "\n".join(filter(None, (row.details, getattr(row.entry.body, "note", ""))))
    return _spoken(row, column)
