"""The environment's errors in plain words. Ours are not caught here: they crash and are mended."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import NoReturn

from knotbook.domain.trouble import Trouble, TroubleKind


class Doing(StrEnum):
    """What was being done when it failed; the value begins the sentence a person reads."""

    OPEN = "The diary could not be opened."
    SAVE = "This could not be saved."
    TURN = "This step cannot be taken back or done again."
    DISCARD = "A photo could not be deleted."
    READ = "The diary could not be read."
    BACK_UP = "The backup could not be made."
    KEEP_PHOTOS = "The entries are backed up, but the photos are not."
    RESTORE = "The backup could not be put back."


_WHY: dict[TroubleKind, tuple[str, tuple[str, ...]]] = {
    TroubleKind.MISSING_FOLDER: (
        "Its folder does not exist.",
        ("Connect the drive it is on, and try again.", "Choose another place for the diary."),
    ),
    TroubleKind.MISSING_FILE: (
        "The file was moved, renamed or deleted.",
        ("Put the file back, and try again.", "Restore the newest good backup."),
    ),
    TroubleKind.NO_PERMISSION: (
        "You may not write to the file or to its folder.",
        ("Allow writing to the file and its folder, and try again.", "Choose another place for the diary."),
    ),
    TroubleKind.NOT_A_FILE: ("There is something else than a file at that path.", ("Choose a diary file.",)),
    TroubleKind.NOT_A_DIARY: ("The file is not a Knotbook diary.", ("Choose a diary file.",)),
    TroubleKind.NEWER: (
        "It was written by a newer version of Knotbook.",
        ("Update Knotbook, and open it again.", "Open another diary."),
    ),
    TroubleKind.DAMAGED: (
        "The file is damaged.",
        ("Restore the newest good backup; the damaged file is set aside unchanged.", "Open another diary."),
    ),
    TroubleKind.LOCKED: ("Another program is using the file.", ("Close the other program, and try again.",)),
    TroubleKind.DISK_FULL: ("The disk is full.", ("Make room on the disk, and try again.",)),
    TroubleKind.INPUT_OUTPUT: (
        "The disk or drive reported an error.",
        ("Check the drive and its connection, and try again.", "Choose another place for the diary."),
    ),
    TroubleKind.NOT_OPEN: ("No diary is open.", ("Open a diary, and try again.",)),
    TroubleKind.BAD_RECORD: (
        "This record is damaged in the file.",
        ("Restore the newest good backup.", "Go on; the damaged record is left as it is."),
    ),
}

_SQLITE: dict[int, TroubleKind] = {
    sqlite3.SQLITE_FULL: TroubleKind.DISK_FULL,
    sqlite3.SQLITE_IOERR: TroubleKind.INPUT_OUTPUT,
    sqlite3.SQLITE_BUSY: TroubleKind.LOCKED,
    sqlite3.SQLITE_LOCKED: TroubleKind.LOCKED,
    sqlite3.SQLITE_READONLY: TroubleKind.NO_PERMISSION,
    sqlite3.SQLITE_PERM: TroubleKind.NO_PERMISSION,
    sqlite3.SQLITE_AUTH: TroubleKind.NO_PERMISSION,
    sqlite3.SQLITE_CANTOPEN: TroubleKind.INPUT_OUTPUT,
    sqlite3.SQLITE_CORRUPT: TroubleKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: TroubleKind.DAMAGED,
    sqlite3.SQLITE_PROTOCOL: TroubleKind.LOCKED,
    sqlite3.SQLITE_NOLFS: TroubleKind.INPUT_OUTPUT,
    sqlite3.SQLITE_NOMEM: TroubleKind.INPUT_OUTPUT,
}

_SYSTEM: dict[int, TroubleKind] = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    errno.EDQUOT: TroubleKind.DISK_FULL,
    errno.EFBIG: TroubleKind.DISK_FULL,
    errno.EACCES: TroubleKind.NO_PERMISSION,
    errno.EPERM: TroubleKind.NO_PERMISSION,
    errno.EROFS: TroubleKind.NO_PERMISSION,
    errno.ENOENT: TroubleKind.MISSING_FOLDER,
    errno.ENOTDIR: TroubleKind.MISSING_FOLDER,
    errno.ELOOP: TroubleKind.NOT_A_FILE,
    errno.EISDIR: TroubleKind.NOT_A_FILE,
    errno.EEXIST: TroubleKind.NOT_A_FILE,
    errno.ENAMETOOLONG: TroubleKind.NOT_A_FILE,
}


def trouble(kind: TroubleKind, doing: Doing, *, why: str = "", detail: str = "") -> Trouble:
    """A `Trouble` of `kind` in plain words; `why` replaces the usual reason when more is known."""
    usual, can_do = _WHY[kind]
    return Trouble(kind, what=doing.value, why=why or usual, can_do=can_do, detail=detail)


def trouble_from(error: BaseException, doing: Doing) -> Trouble | None:
    """The trouble that `error` is, or None if it is a mistake of ours."""
    if isinstance(error, OSError):
        kind = _SYSTEM.get(error.errno or 0, TroubleKind.INPUT_OUTPUT)
        return trouble(
            kind, doing, detail=f"{type(error).__name__} {errno.errorcode.get(error.errno or 0, '')}".strip()
        )
    if isinstance(error, UnicodeDecodeError):  # SQLite's own message, when it quotes damaged text
        return trouble(TroubleKind.DAMAGED, doing, detail=type(error).__name__)
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlite3.Error) or code is None:
        return None
    detail = f"{type(error).__name__} {error.sqlite_errorname}"
    if error.sqlite_errorname == "SQLITE_READONLY_DBMOVED":
        return trouble(TroubleKind.MISSING_FILE, doing, detail=detail)
    found = _SQLITE.get(code & 0xFF)
    return None if found is None else trouble(found, doing, detail=detail)


def raise_plainly(error: OSError | sqlite3.Error | UnicodeDecodeError, doing: Doing) -> NoReturn:
    """Raise `error` as the `Trouble` it is, or as itself if it is a mistake of ours."""
    found = trouble_from(error, doing)
    if found is None:
        raise error
    raise found from error


@contextmanager
def told_plainly(doing: Doing) -> Iterator[None]:
    """Raise the environment's errors inside as `Trouble`; let everything else through."""
    try:
        yield
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        raise_plainly(error, doing)
