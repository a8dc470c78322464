"""Private files and folders, and writes that survive a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION_ID = 0x4B6E6F74  # "Knot": marks the SQLite file as a diary
_BINARY = getattr(os, "O_BINARY", 0)
_BLOCK = 1 << 20


def side_file(diary: Path, suffix: str) -> Path:
    """The file or folder beside `diary` whose name is the diary's with `suffix` added."""
    return diary.with_name(diary.name + suffix)


def backups_folder(diary: Path) -> Path:
    """Where the backups of `diary` are kept."""
    return side_file(diary, "-backups")


def make_private_folder(folder: Path) -> None:
    """Create `folder` for its owner alone (0700), whatever the umask. Raises OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)


def create_private(path: Path) -> int:
    """Create `path` (it must not exist) as 0600, whatever the umask; returns its descriptor. Raises OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    if sys.platform != "win32":
        os.fchmod(handle, 0o600)
    return handle


def make_private(path: Path) -> None:
    """Set `path` to 0600 where the file system knows permissions at all."""
    try:
        path.chmod(0o600)
    except OSError:
        return  # a FAT stick has no permissions to set, and a diary may still live there


def sync_file(path: Path) -> None:
    """Wait until the content of `path` is on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk (Windows has no such call). Raises OSError."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def copy_private(source: Path, target: Path) -> None:
    """Copy `source` to the new file `target` (0600) and wait until it is on the disk. Raises OSError.

    A target that could not be finished is removed. Never to be used on a diary that is open: closing the second
    descriptor would drop SQLite's lock.
    """
    handle = create_private(target)
    try:
        with os.fdopen(handle, "wb") as sink, source.open("rb") as spring:
            while block := spring.read(_BLOCK):
                sink.write(block)
            sink.flush()
            os.fsync(sink.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
