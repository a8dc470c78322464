"""What the journeys through a day share: keys, what has the keyboard, and what the diary holds then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from knotbook.domain.place import Place
from knotbook.domain.records import (
    Body,
    Effort,
    Exercise,
    Kind,
)
from knotbook.shell.session import Session
from tests.fakes import FakeClock

TODAY = date(2026, 3, 3)
PIRIFORMIS = Place.parse("piriformis.right")


def bodies(session: Session, kind: Kind) -> list[Body]:
    """Everything of one kind outside the bin, oldest first."""
    return [entry.body for entry in session.diary.reader.entries(kind)]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def focus_of(session: Session) -> QWidget:
    """What has the keyboard."""
    focused = session.window.focusWidget()
    assert focused is not None
    return focused


def on_map(session: Session, key: Qt.Key) -> None:
    """Press a key while the map has the keyboard."""
    session.window.body.map.setFocus()
    press(session.window.body.map, key)


def bridges(clock: FakeClock) -> Exercise:
    muscles = (Place.parse("gluteus_maximus.right"),)
    amount = {"sets": 3, "reps": 12, "effort": 5}
    return Exercise(when=clock.now(), name="Bridges", kind=Effort.STRENGTHEN, muscles=muscles, **amount)
