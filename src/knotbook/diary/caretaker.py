"""Looks after the open diary in quiet moments: backups, one look at every checksum, photos."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from knotbook.domain.trouble import Trouble

if TYPE_CHECKING:  # see diary.py
    from knotbook.storage import DamagedRecord, EntryStore

_LOOK_MS = 60_000
_QUIET_MS = 2_000


class Caretaker(QObject):
    """Runs the slow duties of one store in a thread of its own, one at a time.

    `stop` before the store is closed. The first look, a minute after the start, also checks every record,
    brings photos back that are gone though a backup has them, and deletes photo files that no entry names.
    """

    backed_up = Signal(object)  # Backup
    damage_found = Signal(object)  # frozenset[DamagedRecord], never empty
    trouble = Signal(object)  # Trouble

    def __init__(self, store: EntryStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._checked = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.back_up_if_due)

    def note_change(self, _changes: object = None) -> None:
        """Something was saved: look at the backup once nothing more has been for two seconds."""
        self._quiet.start()

    def look(self) -> None:
        """Do what is due now: the check of every record, the first time, and a backup."""
        if not self._checked:
            self._checked = True
            self._pool.start(lambda: self._do(self._check))
            self._pool.start(lambda: self._do(self._store.mend_photos))
            self._pool.start(lambda: self._do(self._sweep))
        self.back_up_if_due()

    def back_up_if_due(self) -> None:
        """Make a backup in the worker if it is time for one."""
        if self._store.backups.is_due() and self._pool.activeThreadCount() == 0:
            self._pool.start(lambda: self._do(self._back_up))

    def stop(self) -> None:
        """Start nothing more, and wait for what is running."""
        self._timer.stop()
        self._quiet.stop()
        self._pool.waitForDone()

    def _do(self, duty: Callable[[], None]) -> None:
        try:
            duty()
        except Trouble as trouble:
            self.trouble.emit(trouble)

    def _back_up(self) -> None:
        backup = self._store.backups.back_up_if_due()
        if backup is not None:
            self.backed_up.emit(backup)

    def _sweep(self) -> None:
        for trouble in self._store.sweep_photos():
            self.trouble.emit(trouble)

    def _check(self) -> None:
        damaged: frozenset[DamagedRecord] = frozenset(self._store.backups.check())
        if damaged:
            self.damage_found.emit(damaged)
