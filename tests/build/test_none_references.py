"""PySide6 6.12.0 loses a reference to None at every call that returns None, and dies of it on CPython 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QRect, QTimer

CALLS = 4_000
IMMORTAL = 2**28  # from 3.12 on None's count is a constant about this large or larger, which no call can use up


def references_of_none_lost_by_qt() -> int:
    """How many references to None some thousand Qt calls that return None cost."""
    timer, thing, rect = QTimer(), QObject(), QRect()
    before = sys.getrefcount(None)
    for i in range(CALLS):
        timer.setInterval(i)
        thing.setObjectName("x")
        rect.setWidth(i)
    return before - sys.getrefcount(None)


def test_qt_calls_lose_no_reference_to_none() -> None:
    assert abs(references_of_none_lost_by_qt()) < 50


def test_none_can_be_counted_or_cannot_die() -> None:
    """The test above sees a loss only where None is counted. Where it is not, None must be immortal: no loss hurts."""
    before = sys.getrefcount(None)
    held = [None] * 1_000
    counted = sys.getrefcount(None) - before
    assert len(held) == 1_000
    assert counted >= 900 or (counted == 0 and before >= IMMORTAL)
