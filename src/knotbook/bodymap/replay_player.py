"""Moves through the days of a replay: by itself at an even pace, or step by step."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_TICK_MS = 16
DAYS_A_SECOND = (3, 7, 14, 30)


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class ReplayPlayer(QObject):
    """`frame_changed(int)`: another day is on show; `playing_changed(bool)`.

    With `set_still(True)` (reduced motion) it never moves by itself.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject, timer: QTimer | None = None, now_ms: Callable[[], int] = _monotonic_ms) -> None:
        """`timer`, `now_ms`: what ticks and what tells the time; tests hand in their own."""
        super().__init__(parent)
        self._timer = timer or QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._now_ms = now_ms
        self._last_ms = 0
        self._length = 0
        self._at = 0.0
        self.speed = DAYS_A_SECOND[1]
        self.playing = False
        self._still = False

    @property
    def frame(self) -> int:
        """The number of the frame on show."""
        return int(self._at)

    @property
    def length(self) -> int:
        """How many frames there are."""
        return self._length

    def set_length(self, frames: int) -> None:
        """There are so many frames now; stands on the last."""
        self.pause()
        self._length = frames
        self._at = float(max(0, frames - 1))

    def set_still(self, still: bool) -> None:
        """Whether it must not move by itself."""
        self._still = still
        if still:
            self.pause()

    @property
    def still(self) -> bool:
        """Whether it must not move by itself."""
        return self._still

    def toggle(self) -> None:
        """Play or pause; when still, one day on."""
        if self._still:
            self.step(1)
        elif self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Move by itself, from the beginning if at the end."""
        if self._still or self._length < 2 or self.playing:
            return
        if self.frame >= self._length - 1:
            self.go(0)
        self._last_ms = self._now_ms()
        self.playing = True
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stay where it is."""
        if self.playing:
            self.playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    def step(self, days: int) -> None:
        """Pause, and go `days` on (or back, if negative)."""
        self.pause()
        self.go(self.frame + days)

    def go(self, frame: int) -> None:
        """Show `frame`, or the nearest one there is."""
        self._move(float(max(0, min(self._length - 1, frame))))

    def _tick(self) -> None:
        now = self._now_ms()
        passed, self._last_ms = now - self._last_ms, now
        last = float(self._length - 1)
        self._move(min(last, self._at + passed * self.speed / 1000.0))
        if self._at >= last:
            self.pause()

    def _move(self, at: float) -> None:
        before, self._at = self.frame, at
        if self.frame != before:
            self.frame_changed.emit(self.frame)
