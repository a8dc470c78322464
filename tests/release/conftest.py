"""The whole window with both clocks in our hands: the one on the wall and the one that only goes forward."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from knotbook.domain.place import Place
from knotbook.preferences.settings import Settings
from knotbook.shell.app import compose
from knotbook.shell.session import Session
from tests.fakes import FakeClock

PIRIFORMIS, GLUTE, KNEE = (Place.parse(p) for p in ("piriformis.right", "gluteus_minimus.right", "knee_outer.right"))
Opened = Callable[[], Session]


@dataclass
class Hours:
    """Lets time pass. `pass_by`: on both clocks; `sleep`: on the wall only, as a suspended computer lives it."""

    wall: FakeClock
    steady: float = 1000.0
    bells: list[str] = field(default_factory=list)

    def pass_by(self, seconds: float = 0, *, minutes: float = 0) -> None:
        self.steady += seconds + minutes * 60
        self.wall.advance(minutes=seconds / 60 + minutes)

    def sleep(self, minutes: float) -> None:
        self.wall.advance(minutes=minutes)

    def monotonic(self) -> float:
        return self.steady


@pytest.fixture
def hours(clock: FakeClock) -> Hours:
    return Hours(clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.knotbook"


@pytest.fixture
def settings() -> Settings:
    """Shared by all sessions of a test, as a settings file is."""
    made = Settings.defaults()
    made.set("theme", "light")
    made.set("motion", "off")
    made.set("comparison", "off")
    return made


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, path: Path, hours: Hours, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """Opens a window on the diary and waits until everything that comes late is there; closes what is left open."""
    made: list[Session] = []
    monkeypatch.setattr(QApplication, "beep", lambda: hours.bells.append("beep"))

    def started() -> Session:
        session = compose(qapp, settings, path, hours.wall, monotonic=hours.monotonic)
        made.append(session)
        with qtbot.waitSignal(session.furnished, timeout=20_000):
            session.start()
        return session

    yield started
    for session in made:
        session.diary.discard_unsaved()
        session.window.leave()
        session.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)
    qapp.processEvents()
