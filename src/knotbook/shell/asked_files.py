"""Diary files that macOS hands over: it tells a running app, by an event, which file was double-clicked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess
from PySide6.QtGui import QFileOpenEvent


def start_another(arguments: Sequence[str]) -> None:
    """Start Knotbook once more with these arguments: one window, one diary."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "knotbook"]
    QProcess.startDetached(sys.executable, [*module, *arguments])


class AskedFiles(QObject):
    """The first file that is asked for before `opened_own` is ours to open; each later one gets a window of its own."""

    def __init__(self, app: QCoreApplication, start: Callable[[Sequence[str]], None] = start_another) -> None:
        super().__init__(app)
        self._start = start
        self._is_open = False
        self._first: Path | None = None
        app.installEventFilter(self)

    def opened_own(self) -> Path | None:
        """The file that was asked for so far; from now on this process has its diary."""
        self._is_open = True
        return self._first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes file-open events; everything else goes on."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        if self._is_open or self._first is not None:
            self._start([event.file()])
        else:
            self._first = Path(event.file())
        return True
