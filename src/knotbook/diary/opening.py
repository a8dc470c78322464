"""Opening the diary beside the window: what is slow to import is imported in a worker, after the first paint."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from knotbook.domain.trouble import Trouble

if TYPE_CHECKING:  # see diary.py
    from knotbook.domain.clock import Clock
    from knotbook.storage import EntryStore


class Opener(QThread):
    """Opens one diary in a worker thread, then imports the libraries of the charts and what else is slow.

    `start` it after the first paint; exactly one of `opened` and `refused` follows, and, once `go_on` was called too,
    `libraries_ready`. The owner calls `give_up` and `wait` before letting go of it.
    """

    opened = Signal(object)  # EntryStore, to be used in the receiver's thread from now on
    refused = Signal(object)  # Trouble
    libraries_ready = Signal()  # numpy and pyqtgraph can be imported without a hitch
    _crashed = Signal(object)  # an exception that is a mistake of ours

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        fresh: bool = False,
        fill: Callable[[EntryStore], object] | None = None,
        rooms: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """`fresh`: start a new diary at `path` even though backups of an older one lie there.

        `fill`: what to do with the store in the worker before it is handed over (the demo diary is written so).
        `rooms`: names of modules to import before `libraries_ready`, so that who uses them then need not wait.
        """
        super().__init__(parent)
        self._fill = fill
        self._rooms = rooms
        self._path = path
        self._clock = clock
        self._fresh = fresh
        self._may_name_qt = Event()
        self._crashed.connect(self._raise)

    def go_on(self) -> None:
        """Import what names classes of Qt, too: Python knows all of them by now, or no other thread meets new ones."""
        self._may_name_qt.set()

    def give_up(self) -> None:
        """Import nothing more: everything is being closed."""
        self.requestInterruption()
        self._may_name_qt.set()

    def run(self) -> None:
        """What the worker does; call `start`, never this."""
        try:
            self._open()
            import_numbers()
            self._may_name_qt.wait()
            for name in ("pyqtgraph", *self._rooms):
                if self.isInterruptionRequested():
                    return
                import_module(name)
            self.libraries_ready.emit()
        except Exception as error:  # carried over, so that it is reported like every other mistake
            self._crashed.emit(error)

    def _open(self) -> None:
        from knotbook.storage import open_store

        try:
            store = open_store(self._path, clock=self._clock, fresh=self._fresh)
            self._filled(store)
        except Trouble as trouble:
            self.refused.emit(trouble)
        else:
            self.opened.emit(store)

    def _filled(self, store: EntryStore) -> None:
        try:
            if self._fill is not None:
                self._fill(store)
        except BaseException:
            store.close(back_up=False)  # else its lock refuses the next try
            raise

    @Slot(object)
    def _raise(self, error: Exception) -> None:
        raise error


def import_numbers() -> None:
    """Import numpy, so that nothing in the window need wait for it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads cost memory and buy nothing here
    import numpy  # noqa: F401  (imported for its effect: later imports find it loaded)
