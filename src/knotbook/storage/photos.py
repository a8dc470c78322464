"""The folder of photos beside a diary. Whole files only, private, never opened by any other path than their name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from knotbook.domain.trouble import Trouble
from knotbook.storage.files import create_private, make_private_folder, side_file, sync_folder
from knotbook.storage.troubles import Doing, told_plainly

_OURS = re.compile(r"[0-9a-z-]{1,64}\.jpg(\.new)?")
_YOUNG_MS = 3_600_000


def is_ours(name: object) -> bool:
    """Whether it is what a photo is called, or one that was not finished. A diary from elsewhere may say anything,
    a path to another file of the person too.
    """
    return isinstance(name, str) and _OURS.fullmatch(name) is not None


class PhotoFolder:
    """`<diary name>-photos/`, made (0700) with the first photo. Names come from `Photo.file`, which checks them."""

    def __init__(self, diary: Path) -> None:
        self.path = side_file(diary, "-photos")

    def keep(self, file: str, data: bytes) -> None:
        """Write a new photo (0600), on the disk when it returns. Raises Trouble with nothing half written."""
        with told_plainly(Doing.SAVE):
            make_private_folder(self.path)
            unfinished = self.path / f"{file}.new"
            unfinished.unlink(missing_ok=True)
            try:
                _write(unfinished, data)
                unfinished.replace(self.path / file)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            sync_folder(self.path)

    def read(self, file: str) -> bytes | None:
        """The bytes of a photo; None if its file is missing. Raises Trouble if it cannot be read."""
        with told_plainly(Doing.READ):
            try:
                return (self.path / file).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def discard(self, files: Iterable[str]) -> tuple[Trouble, ...]:
        """Remove photos for good, each for itself; those that are gone already, and other names, do not matter.

        Returns why some are still there; whoever removes the records has done so already and must not fail any more.
        """
        refused: list[Trouble] = []
        for file in filter(is_ours, files):
            try:
                with told_plainly(Doing.DISCARD):
                    (self.path / file).unlink(missing_ok=True)
            except Trouble as trouble:
                refused.append(trouble)
        return tuple(refused)

    def sweep(self, named: frozenset[str], now_ms: int) -> tuple[Trouble, ...]:
        """Remove photos whose names are not `named`, half-written ones too, if they are older than an hour.

        Other files are left alone: they are not ours. Returns why some could not be removed.
        """
        if not self.path.is_dir():
            return ()
        with told_plainly(Doing.DISCARD):
            unnamed = [p for p in self.path.iterdir() if is_ours(p.name) and p.name not in named]
            old = [p.name for p in unnamed if p.is_file() and p.stat().st_mtime * 1000 < now_ms - _YOUNG_MS]
        return self.discard(old)


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(create_private(path), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
