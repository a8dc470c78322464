"""A look at a diary that another process has open: read, never written, nobody kept out for longer than a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knotbook.domain.trouble import TroubleKind
from knotbook.storage.connection import connect_to_look
from knotbook.storage.header import check_header, read_header
from knotbook.storage.migrations import NEWEST
from knotbook.storage.paths import checked_path
from knotbook.storage.photos import PhotoFolder
from knotbook.storage.reader import EntryReader
from knotbook.storage.rotation import list_backups
from knotbook.storage.troubles import Doing, told_plainly, trouble


@contextmanager
def looking_at(path: Path) -> Iterator[EntryReader]:
    """Read the diary at `path` while a window, or another process, writes to it; without its lock.

    What is saved meanwhile may show in later pages. Not for a process that has this diary open itself. Raises Trouble,
    with nothing changed: LOCKED if whoever has it open is of an older version and keeps older tables.
    """
    diary = checked_path(path.absolute())
    with told_plainly(Doing.OPEN):
        header = read_header(diary)
        check_header(header, NEWEST, has_backups=bool(list_backups(diary)))
        if header.version < NEWEST:
            raise trouble(TroubleKind.LOCKED, Doing.OPEN, why="An older Knotbook has it open.")
        db = connect_to_look(diary)
    try:
        yield EntryReader(db, PhotoFolder(diary))
    finally:
        db.conn.close()
