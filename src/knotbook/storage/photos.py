"""The folder of photos beside a diary. Whole files only, private, never opened by any other path than their name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from knotbook.storage.files import create_private, make_private_folder, side_file, sync_folder
from knotbook.storage.troubles import Doing, told_plainly


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

    def discard(self, files: Iterable[str]) -> None:
        """Remove photos for good; those that are gone already do not matter. Raises Trouble."""
        with told_plainly(Doing.SAVE):
            for file in files:
                (self.path / file).unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(create_private(path), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
