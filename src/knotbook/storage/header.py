"""What the first hundred bytes say, read raw before SQLite is let near the file (sqlite.org/fileformat2.html)."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

from knotbook.domain.trouble import TroubleKind
from knotbook.storage.files import APPLICATION_ID
from knotbook.storage.troubles import Doing, trouble

_MAGIC = b"SQLite format 3\0"
_VERSION_AT = 60  # user_version, 4 bytes, big-endian
_APPLICATION_AT = 68  # application_id, 4 bytes, big-endian


@dataclass(frozen=True, slots=True)
class Header:
    """`is_sqlite`: has SQLite's magic and a whole header. `version`: the diary's schema, its user_version."""

    is_empty: bool
    is_sqlite: bool
    application: int
    version: int

    @property
    def is_diary(self) -> bool:
        """Whether it says that it is one of ours."""
        return self.is_sqlite and self.application == APPLICATION_ID


def read_header(path: Path) -> Header:
    """Read the header of `path`, which must be writable, without changing it. Raises OSError.

    To be called only before SQLite opens the file: closing a second descriptor would drop SQLite's lock.
    """
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        start = os.read(handle, 100)
    finally:
        os.close(handle)
    return parse_header(start)


def parse_header(start: bytes) -> Header:
    """The header in the first 100 bytes `start` of a file."""
    if len(start) < 100 or not start.startswith(_MAGIC):
        return Header(is_empty=not start, is_sqlite=False, application=0, version=0)
    (version,) = struct.unpack_from(">i", start, _VERSION_AT)
    (application,) = struct.unpack_from(">I", start, _APPLICATION_AT)
    return Header(is_empty=False, is_sqlite=True, application=application, version=version)


def check_header(header: Header, newest: int, *, has_backups: bool) -> None:
    """Raise Trouble unless `header` is a diary's of schema `newest` or older.

    A file that is no diary (any more) though backups of one lie beside it is a damaged diary: NOT_A_DIARY would hide
    that there is something to restore.
    """
    if not header.is_diary:
        if has_backups:
            why = "The file is damaged: it is empty." if header.is_empty else "The file is damaged from its beginning."
            raise trouble(TroubleKind.DAMAGED, Doing.OPEN, why=why)
        why = "The file is empty, so it is not a Knotbook diary." if header.is_empty else ""
        raise trouble(TroubleKind.NOT_A_DIARY, Doing.OPEN, why=why)
    if header.version > newest:
        raise trouble(TroubleKind.NEWER, Doing.OPEN, detail=f"version {header.version}")
