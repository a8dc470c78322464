"""Counts beside the work: a step whenever the window has nothing else to do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.domain.trouble import Trouble


class Counter(QObject):
    """Runs one count at a time. `counted(number, is_all)`: after each step."""

    counted = Signal(int, bool)
    troubled = Signal(object)  # Trouble: the file could not be read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[tuple[int, bool]] | None = None
        self._later = QTimer(self)
        self._later.timeout.connect(self._step)

    def start(self, steps: Iterator[tuple[int, bool]], *, rest_ms: int = 0) -> None:
        """Count this instead of what was being counted.

        The first step is taken at once, or once there was nothing else to count for `rest_ms` milliseconds.
        """
        self._steps = steps
        self._later.stop()
        if rest_ms:
            self._later.start(rest_ms)
        else:
            self._step()

    def stop(self) -> None:
        """Leave off."""
        self._steps = None
        self._later.stop()

    def _step(self) -> None:
        step = None
        try:
            step = None if self._steps is None else next(self._steps, None)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        if step is None:
            self.stop()
            return
        self.counted.emit(*step)
        if step[1]:
            self.stop()
        elif not self._later.isActive() or self._later.interval():
            self._later.start(0)
