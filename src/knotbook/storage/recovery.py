"""Getting a diary back: the damaged file is set aside unchanged, the newest good backup takes its place."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from knotbook.domain.trouble import TroubleKind
from knotbook.storage.files import copy_private, side_file, sync_folder
from knotbook.storage.header import parse_header
from knotbook.storage.lock import DiaryLock
from knotbook.storage.migrations import NEWEST
from knotbook.storage.photo_copies import bring_back, photos_named
from knotbook.storage.rotation import Backup, list_backups
from knotbook.storage.troubles import Doing, told_plainly, trouble
from knotbook.storage.verify import check_integrity, damaged_records


@dataclass(frozen=True, slots=True)
class Restored:
    """`backup` is in place now; `set_aside` is the file that was there before, if one was."""

    backup: Backup
    set_aside: Path | None


def backups(path: Path) -> list[Backup]:
    """The backups of the diary at `path` that this version can read, newest first. Each was verified when made.

    Raises Trouble.
    """
    with told_plainly(Doing.RESTORE):
        return [backup for backup in list_backups(_real(path)) if _is_readable(backup)]


def newest_good(path: Path) -> Backup | None:
    """The newest backup that is whole now, every record checked; None if there is none. Raises Trouble."""
    return next((backup for backup in backups(path) if is_good(backup)), None)


def is_good(backup: Backup) -> bool:
    """Whether SQLite finds `backup` whole and every checksum fits. Raises OSError."""
    try:
        check_integrity(backup.path)
        return not damaged_records(backup.path)
    except sqlite3.Error:
        return False


def restore_newest_good(path: Path) -> Restored:
    """Put the newest good backup in the place of the diary at `path`; nobody may have it open.

    The file that is there becomes `<name>.damaged-1` (or the next free number), byte for byte. Photos
    that the backup names and that are gone come back from their copies. Raises Trouble with the file in its place.
    """
    diary = _real(path)
    lock = DiaryLock.take(diary)
    try:
        with told_plainly(Doing.RESTORE):
            backup = newest_good(diary)
            if backup is None:
                raise trouble(TroubleKind.DAMAGED, Doing.RESTORE, why="There is no good backup.")
            return Restored(backup, _put_in_place(backup, diary))
    finally:
        lock.release()


def _put_in_place(backup: Backup, diary: Path) -> Path | None:
    ready = side_file(diary, ".restored")
    ready.unlink(missing_ok=True)
    copy_private(backup.path, ready)
    set_aside = _set_aside(diary)
    ready.replace(diary)
    sync_folder(diary.parent)
    with suppress(OSError, sqlite3.Error):  # the diary is back; `EntryStore.mend_photos` tries again
        bring_back(diary, photos_named(backup.path))
    return set_aside


def _set_aside(diary: Path) -> Path | None:
    numbers = (side_file(diary, f".damaged-{number}") for number in itertools.count(1))
    target = next(name for name in numbers if not name.exists())
    for suffix in ("-journal", "-wal", "-shm"):
        left = side_file(diary, suffix)
        if left.exists():
            left.rename(side_file(target, suffix))
    if not diary.exists():
        return None
    diary.rename(target)
    return target


def _real(path: Path) -> Path:
    return path.absolute().resolve()


def _is_readable(backup: Backup) -> bool:
    with backup.path.open("rb") as file:
        header = parse_header(file.read(100))
    return header.is_diary and header.version <= NEWEST
