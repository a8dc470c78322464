"""A window that was closed leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from knotbook.preferences.settings import Settings
from knotbook.shell.app import compose
from knotbook.shell.session import Session
from tests.fakes import FakeClock


def parts_of(session: Session) -> dict[str, weakref.ref[object]]:
    held: dict[str, object] = {
        "session": session,
        "window": session.window,
        "diary": session.diary,
        "map": session.window.body.map,
        "charts": session.charts,
        "views": session.views,
        "heat": session.heat,
        "release": session.release,
        "logbook": session.logbook,
        "journal": session.journal,
        "preferences": session.preferences,
    }
    return {name: weakref.ref(part) for name, part in held.items()}


def test_a_closed_window_is_let_go_of(qapp: QApplication, qtbot: QtBot, path: Path, clock: FakeClock) -> None:
    session = compose(qapp, Settings.defaults(), path, clock)
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    for page in ("trends", "journal", "settings", "body"):
        session.window.go(page)
        qapp.processEvents()
    parts = parts_of(session)
    session.window.close()
    session.window.deleteLater()
    del session
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [name for name, part in parts.items() if part() is not None] == []
