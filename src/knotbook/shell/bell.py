"""The other side of `ring` and `handed`: the first window hears that it was started again, or that a line waits."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from knotbook.shell.handed import handed_file
from knotbook.shell.ring import ring_file


class Bell(QObject):
    """Watches the folder of an open diary.

    `rung(str)`: somebody started Knotbook again; Wayland's token, or "". `handed`: a line of `knotbook log` waits.
    """

    rung = Signal(str)
    handed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._diary: Path | None = None
        self._file: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def listen(self, diary: Path) -> None:
        """Hear who rings at `diary`, whose lock we hold. An older ring that nobody heard is forgotten."""
        self.stop()
        self._diary = diary.resolve()
        self._file = ring_file(self._diary)
        self._taken()
        self._watcher.addPath(str(self._file.parent))

    def stop(self) -> None:
        """Hear nothing more."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._diary = self._file = None

    def _look(self) -> None:
        token = self._taken()
        if token is not None:
            self.rung.emit(token)
        if self._diary is not None and handed_file(self._diary).exists():
            self.handed.emit()

    def _taken(self) -> str | None:
        """What the ring file held, after taking it away; None if nobody rang."""
        if self._file is None:
            return None
        try:
            token = self._file.read_text(encoding="utf-8")
            self._file.unlink()
        except (OSError, ValueError):
            return None
        return token


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show `window` above the others, out of the tray or the task bar too; as big as it was."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt's Wayland side reads and clears it
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
