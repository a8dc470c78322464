"""Guards every test: offscreen, no leaked window, no stray log line, time that stands still."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.resources.theme import Theme, load_theme
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["light"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.fixture(autouse=True)
def no_leaked_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a visible top-level widget behind."""
    yield
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.processEvents()
    left = [w for w in app.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__}({w.objectName()})" for w in left]
    for widget in left:
        widget.close()
    assert not names, f"left open: {', '.join(names)}"


@pytest.fixture(autouse=True, scope="session")
def empty_clipboard() -> Iterator[None]:
    """Copy nothing beyond the tests: Qt's offscreen clipboard lets go of it only after Python has ended, and PySide
    then ends the process with a segmentation fault if it was a `QMimeData` made here.
    """
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True, scope="module")
def no_leaked_looks(qapp: QApplication) -> Iterator[None]:
    """Each file of tests begins with the looks of a new application, whichever files came before it."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)
    if qapp.font() != font:
        qapp.setFont(font)
    if qapp.palette() != palette:
        qapp.setPalette(palette)


@pytest.fixture(autouse=True)
def no_held_buttons() -> Iterator[None]:
    """Let go of a mouse button that Qt still takes for held: the widget it was pressed on went before its release.

    Keys mean something else during a drag, so the next test, whichever that is, would see another Knotbook.
    """
    yield
    if isinstance(QApplication.instance(), QApplication) and QApplication.mouseButtons():
        floor = QWidget()
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            QTest.mouseRelease(floor, button)
        assert not QApplication.mouseButtons()


@pytest.fixture(autouse=True)
def no_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning it did not clear from `caplog`."""
    yield
    said = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not said, f"unexpected log lines: {said}"
