"""Opening a diary: look, lock, read the header, and only then let SQLite near it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlite_utils import Database

from knotbook.domain.clock import Clock
from knotbook.domain.trouble import TroubleKind
from knotbook.storage.backups import BackupKeeper
from knotbook.storage.birth import create_diary
from knotbook.storage.codec import COLUMNS
from knotbook.storage.connection import connect
from knotbook.storage.files import make_private
from knotbook.storage.header import Header, check_header, read_header
from knotbook.storage.journal_copies import keep_hot_journal
from knotbook.storage.listing import Listing
from knotbook.storage.lock import DiaryLock, Holder
from knotbook.storage.log import LOG_COLUMNS
from knotbook.storage.migrations import NEWEST, upgrade
from knotbook.storage.paths import checked_path
from knotbook.storage.rotation import list_backups
from knotbook.storage.store import EntryStore
from knotbook.storage.troubles import Doing, told_plainly, trouble, trouble_from


def open_store(
    path: Path, *, clock: Clock, fresh: bool = False, holder: Holder = Holder.WINDOW
) -> EntryStore:
    """Open the diary at `path`, or create it if there is no file; may run in a worker and be handed on.

    `fresh`: start a new diary even though backups of an older one lie beside the missing file. `holder`: what others
    are told has it open. Raises Trouble, with nothing created and nothing changed, if the diary cannot be opened.
    """
    diary = checked_path(path.absolute())
    lock = DiaryLock.take(diary, holder)
    try:
        with told_plainly(Doing.OPEN):
            return _open_locked(diary, lock, clock, fresh)
    except BaseException:
        lock.release()
        raise


def _open_locked(diary: Path, lock: DiaryLock, clock: Clock, fresh: bool) -> EntryStore:
    has_backups = bool(list_backups(diary))
    if diary.exists():
        header = read_header(diary)
        check_header(header, NEWEST, has_backups=has_backups)
        keep_hot_journal(diary)
    elif has_backups and not fresh:
        raise trouble(TroubleKind.MISSING_FILE, Doing.OPEN)
    else:
        header = create_diary(diary)
    with _explained():
        db = connect(diary)
    try:
        return _ready(db, diary, header, lock, clock)
    except BaseException:
        db.conn.close()
        raise


def _ready(db: Database, diary: Path, header: Header, lock: DiaryLock, clock: Clock) -> EntryStore:
    with _explained():
        _check_pages(db)
    if header.version < NEWEST:
        BackupKeeper(db, diary, clock, nullcontext(), lambda: 0).back_up()
        with _explained():
            upgrade(db)
    with _explained():
        _check_tables(db)
        _list_the_rest(db)
    db.execute("PRAGMA foreign_keys=ON")
    make_private(diary)
    return EntryStore(db, diary, lock, clock)


def _list_the_rest(db: Database) -> None:
    """Make the journal's index whole: after an upgrade, and if another program has written."""
    listing = Listing(db)
    if listing.is_behind():
        with db.atomic():
            listing.catch_up()


@contextmanager
def _explained() -> Iterator[None]:
    """The statements inside are right, so what SQLite cannot explain otherwise is damage."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        damaged = trouble(TroubleKind.DAMAGED, Doing.OPEN, detail=type(error).__name__)
        raise trouble_from(error, Doing.OPEN) or damaged from error


def _check_pages(db: Database) -> None:
    if [row[0] for row in db.execute("PRAGMA quick_check")] != ["ok"]:
        raise trouble(TroubleKind.DAMAGED, Doing.OPEN, detail="quick_check")


def _check_tables(db: Database) -> None:
    """Raise Trouble unless every table has its columns: another program, or damage, may have changed them."""
    for table, columns in (*COLUMNS.items(), ("action", LOG_COLUMNS), ("meta", ("name", "value"))):
        found = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
        if not found.issuperset(columns):
            raise trouble(TroubleKind.DAMAGED, Doing.OPEN, why="Its tables are not as they should be.")
