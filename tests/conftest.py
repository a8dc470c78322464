"""Guards every test: offscreen, no leaked window, no stray log line, time that stands still."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from PySide6.QtWidgets import QApplication

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


@pytest.fixture(autouse=True)
def no_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning it did not clear from `caplog`."""
    yield
    said = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not said, f"unexpected log lines: {said}"


_status = pytest.ExitCode.OK


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how it went for the very end."""
    global _status
    _status = pytest.ExitCode(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End the process as soon as everything is reported.

    Two thousand tests leave thousands of Qt objects that Python then takes apart in no order, which ended in a
    segmentation fault once after everything had passed. How Knotbook itself ends is tested in processes of their own.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(_status))
