"""Backups of the open diary, photos too: verified before they count, made without holding the window up."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from knotbook.domain.clock import Clock
from knotbook.domain.records import Kind
from knotbook.storage.files import backups_folder, create_private, make_private_folder, sync_file, sync_folder
from knotbook.storage.photo_copies import drop_copies, keep_copies, photos_named
from knotbook.storage.rotation import Backup, kept, list_backups
from knotbook.storage.rows import DamagedRecord
from knotbook.storage.troubles import Doing, told_plainly
from knotbook.storage.verify import check_integrity, count_rows, damaged_records

DUE_CHANGES = 10
DUE_MS = 30 * 60_000
_PAGES = 128  # a step; saving waits for one step at most
_PAUSE = 0.001  # seconds between steps, in which a save may pass


@dataclass(frozen=True, slots=True)
class _State:
    """What a copy holds: so many writes since the diary was opened, so many logged actions, so many rows a table."""

    writes: int
    actions: int
    counts: dict[Kind, int]


class BackupKeeper:
    """Makes, verifies and rotates the backups of one open diary. Safe to use beside the thread that writes."""

    def __init__(
        self,
        db: Database,
        diary: Path,
        clock: Clock,
        writing: AbstractContextManager[object],
        last_seq: Callable[[], int],
    ) -> None:
        """`writing`: held while a transaction is open. `last_seq`: how many actions the diary has logged."""
        self._db = db
        self._diary = diary
        self._clock = clock
        self._writing = writing
        self._last_seq = last_seq
        self._busy = threading.Lock()
        self._writes = 0
        newest = next(iter(list_backups(diary)), None)
        behind = last_seq() - newest.changes if newest is not None else last_seq()
        self._backed_up = -max(behind, 0)
        self._last_ms = clock.now().utc_ms
        self.keep_all = False

    def note_change(self) -> None:
        """Count a write that the newest backup does not have yet."""
        self._writes += 1

    def pending(self) -> int:
        """How many changes the newest backup does not have."""
        return self._writes - self._backed_up

    def is_due(self) -> bool:
        """Whether 10 changes, or any change and 30 minutes, have passed since the newest backup."""
        passed = abs(self._clock.now().utc_ms - self._last_ms)
        return self.pending() >= DUE_CHANGES or (self.pending() > 0 and passed >= DUE_MS)

    def back_up_if_due(self) -> Backup | None:
        """Make a backup if it is time for one. Raises Trouble."""
        return self.back_up() if self.is_due() else None

    def back_up(self) -> Backup:
        """Make a verified backup now and let go of those no longer needed. Raises Trouble, leaving no half one.

        That there is no room for photos costs the entries nothing: they are backed up, and then Trouble is raised.
        """
        with self._busy, told_plainly(Doing.BACK_UP), self._copy() as (copy, state):
            refused = _refusal(lambda: keep_copies(self._diary, photos_named(copy)))
            backup = self._name(state.actions)
            copy.replace(backup.path)
            sync_folder(backup.path.parent)
            self._backed_up, self._last_ms = state.writes, self._clock.now().utc_ms
            self._rotate()
            if refused is not None:
                with told_plainly(Doing.KEEP_PHOTOS):
                    raise refused
            return backup

    def check(self) -> set[DamagedRecord]:
        """Every damaged record of the diary, found in a copy of it: seconds of work for another thread.

        While there are any, no older backup is let go of. Raises Trouble (DAMAGED) if SQLite finds more than that.
        """
        with self._busy, told_plainly(Doing.READ), self._copy() as (copy, _state):
            damaged = damaged_records(copy)
        self.keep_all = self.keep_all or bool(damaged)
        return damaged

    @contextmanager
    def idle(self) -> Iterator[None]:
        """Wait for a running backup to end and start none meanwhile."""
        with self._busy:
            yield

    @contextmanager
    def _copy(self) -> Iterator[tuple[Path, _State]]:
        """A verified copy on the disk under a passing name, and what it holds."""
        folder = backups_folder(self._diary)
        make_private_folder(folder)
        copy = folder / "unfinished"
        try:
            state = self._copied(copy)
            check_integrity(copy, state.counts)
            yield copy, state
        finally:
            copy.unlink(missing_ok=True)

    def _copied(self, copy: Path) -> _State:
        """Copy again until nothing was written meanwhile: only then the row counts must agree."""
        while True:
            with self._writing:
                state = _State(self._writes, self._last_seq(), count_rows(self._db.conn))
            write_copy(self._db.conn, copy)
            if state.writes == self._writes:
                return state

    def _name(self, changes: int) -> Backup:
        number = max((backup.number for backup in list_backups(self._diary)), default=0) + 1
        day = self._clock.now().day()
        name = f"{number:06d}-{changes:09d}-{day.isoformat()}{self._diary.suffix or '.knotbook'}"
        return Backup(backups_folder(self._diary) / name, number, changes, day)

    def _rotate(self) -> None:
        if self.keep_all:
            return
        backups = list_backups(self._diary)
        for backup in set(backups) - kept(backups):
            with suppress(OSError):  # one too many is no trouble; the next rotation tries again
                backup.path.unlink()
        drop_copies(self._diary, list_backups(self._diary))


def write_copy(conn: sqlite3.Connection, copy: Path) -> None:
    """Copy the whole database of `conn` to the new private file `copy` in small steps, down to the disk.

    `conn` may be written to by another thread meanwhile; SQLite carries that over. Raises OSError, sqlite3.Error.
    """
    copy.unlink(missing_ok=True)
    os.close(create_private(copy))
    with closing(sqlite3.connect(copy, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode=OFF").close()
        target.execute("PRAGMA synchronous=OFF").close()  # synced once, below
        conn.backup(target, pages=_PAGES, progress=_pause, sleep=_PAUSE)
    sync_file(copy)


def _refusal(deed: Callable[[], None]) -> OSError | None:
    """Why the disk would not have it; None if it would."""
    try:
        deed()
    except OSError as refused:
        return refused
    return None


def _pause(_status: int, remaining: int, _total: int) -> None:
    if remaining:
        time.sleep(_PAUSE)
