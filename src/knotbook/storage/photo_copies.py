"""Photos in the backups: each is copied once, and stays as long as any backup names it.

Photos never change once they are written, so that one copy serves every backup of the diary.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from shutil import disk_usage
from zlib import crc32

from knotbook.domain.records import Kind
from knotbook.storage.connection import connect_read_only
from knotbook.storage.files import backups_folder, copy_private, make_private_folder, sync_folder
from knotbook.storage.photos import PhotoFolder, is_ours
from knotbook.storage.rotation import Backup
from knotbook.storage.sql import select

Hashes = Mapping[str, str]
"""File names of photos and the SHA-256 of their bytes, in hex."""
ROOM = 64 << 20
"""Bytes that copies of photos leave free: years of entries."""

_DAYS = 13  # a prime, so that nobody's weeks and months keep a share from its turn


def copies_folder(diary: Path) -> Path:
    """Where the backups of `diary` keep the photos."""
    return backups_folder(diary) / "photos"


def photos_named(copy: Path) -> dict[str, str]:
    """The photos that a finished copy of a diary names, those in the bin too. Raises sqlite3.Error."""
    with closing(connect_read_only(copy)) as conn:
        known = conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'photo'").fetchone()
        return dict(conn.execute(select("file, sha256", Kind.PHOTO)).fetchall()) if known else {}


def keep_copies(diary: Path, named: Hashes) -> None:
    """Copy the photos of `diary` that have no copy yet; one that is missing or damaged is left out.

    Raises OSError, with nothing copied if that would leave less than `ROOM` for what is written into the diary.
    """
    folder, photos = copies_folder(diary), PhotoFolder(diary).path
    missing = {file: sha for file, sha in _ours(named).items() if not (folder / file).exists()}
    size = sum(path.stat().st_size for file in missing if (path := photos / file).is_file())
    if size and disk_usage(photos).free < size + ROOM:
        raise OSError(errno.ENOSPC, "no room for copies of the photos")
    _bring(photos, folder, missing)


def bring_back(diary: Path, named: Hashes) -> None:
    """Put the photos back that `diary` names and does not have whole, as far as there are copies. Raises OSError."""
    folder = PhotoFolder(diary).path
    wanted = {file: sha for file, sha in _ours(named).items() if not _is(folder / file, sha)}
    _bring(copies_folder(diary), folder, wanted)


def mend(diary: Path, named: Hashes, day: int) -> None:
    """As `bring_back`, without reading every photo: only those whose size or time speak of damage, and a share in turn.

    `day`: a number that grows by one a day; of 13 days each has its own share, so that what changed without a trace,
    as on a failing disk, is found too. The copies are read only for what is brought back. Raises OSError.
    """
    folder, copies = PhotoFolder(diary).path, copies_folder(diary)
    suspects = {
        file: sha
        for file, sha in named.items()
        if is_ours(file) and (_has_its_turn(file, day) or _is_suspect(folder / file, copies / file))
    }
    bring_back(diary, suspects)


def drop_copies(diary: Path, backups: Iterable[Backup]) -> None:
    """Remove the copies that none of the remaining `backups` names. If one of them cannot be read all copies stay."""
    folder = copies_folder(diary)
    if not folder.is_dir():
        return
    there = [path for path in folder.iterdir() if is_ours(path.name)]
    with suppress(OSError, sqlite3.Error):
        named = {file for backup in backups if there for file in photos_named(backup.path)}
        for path in there:
            if path.name not in named:
                path.unlink()


def _has_its_turn(file: str, day: int) -> bool:
    return (day + crc32(file.encode())) % _DAYS == 0


def _is_suspect(photo: Path, copy: Path) -> bool:
    """Whether a photo that could be brought back may have to be: a file that was written to is newer than its copy."""
    try:
        kept = copy.stat()
    except OSError:
        return False
    try:
        there = photo.stat()
    except OSError:
        return True
    return there.st_size != kept.st_size or there.st_mtime_ns > kept.st_mtime_ns


def _ours(named: Hashes) -> Hashes:
    return {file: sha for file, sha in named.items() if is_ours(file)}


def _bring(source: Path, target: Path, wanted: Hashes) -> None:
    found = [file for file, sha in wanted.items() if _is(source / file, sha)]
    if not found:
        return
    make_private_folder(target)
    for file in found:
        unfinished = target / f"{file}.new"
        unfinished.unlink(missing_ok=True)
        copy_private(source / file, unfinished)
        _keep_times(source / file, unfinished)
        unfinished.replace(target / file)
    sync_folder(target)


def _keep_times(source: Path, copy: Path) -> None:
    """`mend` tells by them what was changed later. A disk that keeps none of its own has every photo read instead."""
    with suppress(OSError):
        times = source.stat()
        os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))


def _is(path: Path, sha: str) -> bool:
    """Whether `path` is the photo that was kept."""
    try:
        return sha256(path.read_bytes()).hexdigest() == sha
    except OSError:
        return False
