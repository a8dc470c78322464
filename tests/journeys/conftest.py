"""The whole window over a real diary file, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from knotbook.domain.place import Place
from knotbook.preferences.settings import Settings
from knotbook.shell.app import compose
from knotbook.shell.session import Session
from tests.fakes import FakeClock

Opened = Callable[[], Session]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.knotbook"


@pytest.fixture
def build(qapp: QApplication, path: Path, clock: FakeClock) -> Iterator[Opened]:
    """Makes sessions that are not started yet; closes what is left open."""
    made: list[Session] = []

    def make() -> Session:
        settings = Settings.defaults()
        settings.set("theme", "light")
        settings.set("motion", "off")
        session = compose(qapp, settings, path, clock)
        made.append(session)
        return session

    yield make
    for session in made:
        session.diary.discard_unsaved()
        session.window.close()
        session.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def start(qtbot: QtBot, build: Opened) -> Opened:
    """Starts a session and waits until everything that comes late is there, and the window is in front: shortcuts,
    Escape among them, reach only the active one.
    """

    def started() -> Session:
        session = build()
        with qtbot.waitSignal(session.furnished, timeout=20_000):
            session.start()
        session.window.activateWindow()
        qtbot.waitUntil(session.window.isActiveWindow)
        return session

    return started


def close(session: Session) -> None:
    """Close the window as a person does."""
    session.window.close()


def spot(session: Session, place: str) -> QPoint:
    """The pixel of the map at which a place is named, after bringing it into sight."""
    body = session.window.body.map
    assert body.reveal(Place.parse(place))
    point = body.label_point(Place.parse(place))
    assert point is not None
    pixel = body.pixel_of(point)
    assert pixel is not None
    return pixel.toPoint()


def drag(session: Session, at: QPoint, up: int) -> None:
    """Press at a pixel of the map, drag `up` pixels in steps, let go."""
    body = session.window.body.map
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 9):
        QTest.mouseMove(body, QPointF(at.x(), at.y() - up * step / 8).toPoint())
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y() - up))
