"""The diary file while it is open: all reads, all writes, each action one transaction."""

from __future__ import annotations

import glob
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from knotbook.domain.clock import Clock
from knotbook.domain.records import Changes, Entry
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage.backups import BackupKeeper
from knotbook.storage.listing import Listing
from knotbook.storage.lock import DiaryLock
from knotbook.storage.log import Action, ActionLog, Change, State
from knotbook.storage.photo_copies import mend
from knotbook.storage.photos import PhotoFolder
from knotbook.storage.reader import EntryReader
from knotbook.storage.rows import decoded, fetch
from knotbook.storage.troubles import Doing, told_plainly, trouble
from knotbook.storage.writer import Writer, changes_of

_NAMES_NOTHING = "It needs an entry that was removed for good. The step was left out; those before it are still there."


class EntryStore(EntryReader):
    """The only writer of one diary file. Made by `open_store`.

    Reads and writes belong to one thread; `back_up_if_due` and `check` may run in another one meanwhile. Every write
    is on the disk when it returns, or raises Trouble with nothing changed, and may be tried again.
    """

    def __init__(self, db: Database, path: Path, lock: DiaryLock, clock: Clock) -> None:
        super().__init__(db, PhotoFolder(path))
        self.path = path
        self._lock = lock
        self._clock = clock
        self._log = ActionLog(db)
        self._writer = Writer(db, self._log)
        self._listing = Listing(db)
        self._writing = threading.RLock()
        self.undiscarded: tuple[Trouble, ...] = ()
        self.backups = BackupKeeper(db, path, clock, self._writing, self._log.last_seq)

    def put(self, entries: Sequence[Entry], *, label: str, origin: str = "") -> Changes:
        """Write `entries`, new or changed, as one action that can be taken back; `label`: words for the undo bar."""
        with self._atomic():
            changes = self._writer.put(entries, self._now_ms(), label)
        return changes_of(changes, label, origin, self.damaged, entries)

    def bulk_add(self, entries: Iterable[Entry]) -> int:
        """Write many entries in one transaction that cannot be taken back (demo, import); returns how many."""
        with self._atomic():
            return self._writer.put_unlogged(entries)

    def undo(self, *, origin: str = "") -> Changes | None:
        """Take the newest action back; None if there is none. Raises Trouble (BAD_RECORD) if its record is damaged."""
        return self._turn(self._log.next_undo, self._writer.take_back, origin)

    def redo(self, *, origin: str = "") -> Changes | None:
        """Do again what was taken back last; None if there is nothing."""
        return self._turn(self._log.next_redo, self._writer.do_again, origin)

    def undo_label(self) -> str | None:
        """What `undo` would take back, in the words it was logged with."""
        return self._log.undo_label()

    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        return self._log.redo_label()

    def empty_bin(self) -> int:
        """Remove for good what is in the bin, its traces in the undo history too; returns how many records.

        A backup is made first, and older backups keep what they have until they are rotated out. A release that still
        has ratings outside the bin, or a spot with pains, stays. The photos of what went are deleted; their copies stay
        as long as a backup names them. Why one could not be deleted is in `undiscarded`; `sweep_photos` tries again.
        """
        self.undiscarded = ()
        self.backups.back_up()
        files = self.photo_files()
        with self._atomic():
            gone = self._writer.purge()
            self._listing.catch_up()
            self._listing.forget()
        decoded.cache_clear()
        self.undiscarded = self.photos.discard(file for photo_id, file in files.items() if photo_id in gone)
        return len(gone)

    def sweep_photos(self) -> tuple[Trouble, ...]:
        """Delete photo files that no record names, unless they are younger than an hour: one may be on its way.

        Returns why some could not be. May run in another thread than the reads.
        """
        if any(self.path.parent.glob(f"{glob.escape(self.path.name)}.damaged-*")):  # it may name them
            return ()
        with self._writing:
            return self.photos.sweep(frozenset(self.photo_files().values()), self._now_ms())

    def mend_photos(self) -> None:
        """Bring photos back that are missing or damaged, from the copies beside the backups. Raises Trouble.

        Damage that left size and time of a file as they were is found within 13 days. May run in another thread than
        the reads.
        """
        with self._writing, told_plainly(Doing.READ):
            named = self.photo_hashes()
        with self.backups.idle(), told_plainly(Doing.RESTORE):
            mend(self.path, named, self._clock.now().day().toordinal())

    def diary_id(self) -> str:
        """The id this diary was created with; copies share it."""
        return str(fetch(self._db, "SELECT value FROM meta WHERE name = 'diary_id'")[0][0])

    def close(self, *, back_up: bool = True) -> None:
        """Back up what is new, close the file and let go of the lock. Calling it again does nothing.

        Raises Trouble if the backup failed; the diary itself is closed and whole even then.
        """
        if self.is_closed:
            return
        try:
            if back_up and self.backups.pending():
                self.backups.back_up()
        finally:
            with self.backups.idle():
                self._db.conn.close()
            self._lock.release()

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._lock.is_released

    def _turn(
        self,
        find: Callable[[], Action | None],
        write: Callable[[Action, int], list[Change]],
        origin: str,
    ) -> Changes | None:
        action = find()
        if action is None:
            return None
        try:
            with self._atomic():
                changes = write(action, self._now_ms())
        except sqlite3.IntegrityError as error:
            with self._atomic():
                self._log.mark(action, State.DROPPED)
            detail = f"action {action.seq}"
            raise trouble(TroubleKind.BAD_RECORD, Doing.TURN, why=_NAMES_NOTHING, detail=detail) from error
        return changes_of(changes, action.label, origin, self.damaged)

    @contextmanager
    def _atomic(self) -> Iterator[None]:
        with self._writing, told_plainly(Doing.SAVE), self._db.atomic():
            yield
            self._listing.catch_up()
        self._search.refresh()
        self._bin.refresh()
        self.backups.note_change()

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms
