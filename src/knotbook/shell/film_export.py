"""Saves a replay: frames are painted here, a few at a time, and encoded in a worker, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Full, Queue

from PySide6.QtCore import QObject, QSize, QThread, QTimer, Signal
from PySide6.QtGui import QImage

from knotbook.bodymap.film import CancelledError, Shot, write_animation, write_series
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.names import Names
from knotbook.bodymap.quiet_picture import QuietPicture
from knotbook.bodymap.replay_view import ReplayView
from knotbook.bodymap.sheet import SheetStyle, compose, stand
from knotbook.domain.trouble import Trouble

SIZE = QSize(720, 880)
"""Of one frame, in logical pixels; pictures are twice as fine, animated images are as fine as they are big."""
_AHEAD = 4  # frames painted before they are encoded
_PAUSE_MS = 4  # between two frames, for the window to breathe


class FilmExport(QObject):
    """One saving, from `start` to `saved(str)`, `failed(Trouble)` or `cancelled`. `progressed(int, int)` on the way."""

    progressed = Signal(int, int)
    saved = Signal(str)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, view: ReplayView, names: Names, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._reel = view, view.reel
        self._picture = QuietPicture(view.picture.stage.geometry, names, view.picture.theme)
        self._legend = MapLegend(view.picture.theme)
        self._legend.set_scale(self._reel.scale)
        self._next = 0
        self._queue: Queue[Shot | None] = Queue(_AHEAD)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._paint_next)
        self._worker: _Worker | None = None

    @property
    def running(self) -> bool:
        """Whether it is still at it."""
        return self._worker is not None and self._worker.isRunning()

    def start(self, kind: str, target: Path, name: str) -> None:
        """Save as `kind` into the folder `target` (under `name`), or as the file `target`."""
        view = self._view.picture
        self._style = SheetStyle(SIZE, 2.0 if kind == "png" else 1.0, view.theme, view.font())
        stand(self._picture, view, self._style)
        self._linger = max(1, round(self._view.player.speed * 0.3))
        self._worker = _Worker(self._queue, len(self._reel), kind, target, name, round(1000 / self._view.player.speed))
        self._worker.setParent(self)
        self._worker.encoded.connect(lambda done: self.progressed.emit(done, len(self._reel)))
        self._worker.ended.connect(self._ended)
        self.progressed.emit(0, len(self._reel))
        self._worker.start()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; the worker takes away what it has begun."""
        self._timer.stop()
        if self.running:
            while True:
                try:
                    self._queue.put_nowait(None)
                    return
                except Full:
                    self._drop_one()

    def wait(self) -> None:
        """Wait until the worker is done."""
        if self._worker is not None:
            self._worker.wait()

    def frame(self, number: int) -> QImage:
        """Frame `number` as it is saved."""
        reel = self._reel
        self._picture.set_heat(reel.values[number], reel.words, reel.scale)
        self._picture.set_release_marks(reel.marks_at(number, self._linger))
        day = reel.day(number)
        head = f"{day.day} {day:%B} {day.year}"
        return compose(self._style, head, reel.words, self._picture.still(), self._legend)

    def _paint_next(self) -> None:
        if self._next >= len(self._reel):
            self._timer.stop()
        elif not self._queue.full():
            image = self.frame(self._next).convertToFormat(QImage.Format.Format_RGB888)
            self._queue.put_nowait(_shot(f"{self._next + 1:04} {self._reel.day(self._next)}", image))
            self._next += 1

    def _drop_one(self) -> None:
        try:
            self._queue.get_nowait()
        except Empty:
            return

    def _ended(self, outcome: object) -> None:
        self._timer.stop()
        self.wait()
        self._picture.deleteLater()
        self._legend.deleteLater()
        if isinstance(outcome, Path):
            self.saved.emit(str(outcome))
        elif isinstance(outcome, Trouble):
            self.failed.emit(outcome)
        elif isinstance(outcome, CancelledError):
            self.cancelled.emit()
        elif isinstance(outcome, Exception):
            raise outcome  # a mistake of ours, reported like every other


class _Worker(QThread):
    """Encodes what comes out of the queue; None in it means: stop."""

    encoded = Signal(int)
    ended = Signal(object)  # Path, Trouble, CancelledError, or an exception that is a mistake of ours

    def __init__(self, queue: Queue[Shot | None], count: int, kind: str, target: Path, name: str, ms: int) -> None:
        super().__init__()
        self._queue, self._count, self._kind = queue, count, kind
        self._target, self._name, self._ms = target, name, ms

    def run(self) -> None:
        """What the worker does; call `start`, never this."""
        try:
            if self._kind == "png":
                outcome: object = write_series(self._target, self._name, self._shots())
            else:
                outcome = write_animation(self._target, self._shots(), self._count, self._ms)
        except Exception as error:  # carried over to the window's thread, which tells them apart
            outcome = error
        self.ended.emit(outcome)

    def _shots(self) -> Iterator[Shot]:
        for number in range(self._count):
            shot = self._queue.get()
            if shot is None:
                raise CancelledError
            self.encoded.emit(number + 1)  # before: encoders do not come back after the last one
            yield shot


def _shot(name: str, image: QImage) -> Shot:
    row = image.width() * 3
    rows = bytes(image.constBits())
    step = image.bytesPerLine()
    rgb = rows if step == row else b"".join(rows[y * step : y * step + row] for y in range(image.height()))
    return Shot(name, image.width(), image.height(), rgb)
