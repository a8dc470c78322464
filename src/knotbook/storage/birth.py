"""A new diary is made whole under a passing name and then named: there is never half a diary."""

from __future__ import annotations

import os
from pathlib import Path

from knotbook.storage.connection import connect
from knotbook.storage.files import create_private, side_file, sync_folder
from knotbook.storage.header import Header, read_header
from knotbook.storage.migrations import upgrade


def create_diary(diary: Path) -> Header:
    """Create the empty diary `diary`, which must not exist, under its lock. Raises OSError, sqlite3.Error."""
    unfinished = side_file(diary, ".new")
    unfinished.unlink(missing_ok=True)  # ours, left by a power cut
    side_file(diary, ".new-journal").unlink(missing_ok=True)
    try:
        os.close(create_private(unfinished))
        db = connect(unfinished)
        try:
            upgrade(db)
        finally:
            db.conn.close()
        header = read_header(unfinished)
        unfinished.rename(diary)
        sync_folder(diary.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        side_file(diary, ".new-journal").unlink(missing_ok=True)
        raise
    return header
