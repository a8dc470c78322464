"""Before SQLite takes back a half-written change, the diary and its journal are copied aside as they were found."""

from __future__ import annotations

import re
from pathlib import Path

from knotbook.storage.files import backups_folder, copy_private, make_private_folder, side_file, sync_folder

_KEPT = 3
_NAME = re.compile(r"interrupted-(\d{6,})\b")


def keep_hot_journal(diary: Path) -> None:
    """Copy `diary` and its journal into the backups folder if a journal was left behind. Raises OSError.

    To be called before SQLite opens the diary. The 3 newest pairs are kept.
    """
    left = [name for suffix in ("-journal", "-wal") if (name := side_file(diary, suffix)).is_file() and _size(name)]
    if not left:
        return
    folder = backups_folder(diary)
    make_private_folder(folder)
    number = max(_numbers(folder), default=0) + 1
    stem = f"interrupted-{number:06d}{diary.suffix}"
    for source in (diary, *left):
        copy_private(source, folder / f"{stem}{source.name.removeprefix(diary.name)}")
    sync_folder(folder)
    _let_go(folder, number - _KEPT)


def _size(path: Path) -> int:
    return path.stat().st_size


def _numbers(folder: Path) -> list[int]:
    return [int(match[1]) for name in folder.iterdir() if (match := _NAME.match(name.name))]


def _let_go(folder: Path, last: int) -> None:
    for name in list(folder.iterdir()):
        match = _NAME.match(name.name)
        if match and int(match[1]) <= last:
            name.unlink(missing_ok=True)
