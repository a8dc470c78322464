"""Is that a path a diary can live at? Asked by looking only: nothing is opened, nothing created."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from knotbook.domain.trouble import TroubleKind
from knotbook.storage.troubles import Doing, told_plainly, trouble


def checked_path(path: Path) -> Path:
    """The real path of the diary `path` leads to, links followed; the file itself need not exist yet.

    Raises Trouble: MISSING_FOLDER, MISSING_FILE (a dangling link), NOT_A_FILE (a folder, pipe, device ...),
    NO_PERMISSION.
    """
    if not path.name or "\0" in str(path):
        raise trouble(TroubleKind.NOT_A_FILE, Doing.OPEN, why="That is not a file name.")
    with told_plainly(Doing.OPEN):
        try:
            real = path.resolve(strict=True)
        except RuntimeError as error:  # what Python 3.11 and 3.12 raise for a link that leads to itself
            raise trouble(TroubleKind.NOT_A_FILE, Doing.OPEN, why="The link leads back to itself.") from error
        except FileNotFoundError:
            return _new_path(path)
        if not stat.S_ISREG(real.stat().st_mode):
            raise trouble(TroubleKind.NOT_A_FILE, Doing.OPEN)
        return real


def _new_path(path: Path) -> Path:
    if path.is_symlink():
        raise trouble(TroubleKind.MISSING_FILE, Doing.OPEN, why="The link leads to a file that does not exist.")
    folder = path.parent.resolve(strict=True)
    if not folder.is_dir():
        raise trouble(TroubleKind.MISSING_FOLDER, Doing.OPEN)
    _check_name(folder, path.name)
    return folder / path.name


def _check_name(folder: Path, name: str) -> None:
    """Raise OSError (ENAMETOOLONG) unless the names of the files beside the diary fit too."""
    longest = f"{name}-backups"
    try:
        os.lstat(folder / longest)
    except FileNotFoundError:
        return
