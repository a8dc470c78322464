"""Writes a replay to disk: pictures in a folder, or one animated image. In a worker, whole or not at all.

Pillow encodes; it is imported only here, when something is saved.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from knotbook.domain.trouble import Trouble, TroubleKind

if TYPE_CHECKING:
    from PIL import Image

KINDS = ("png", "gif", "webp")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ENOENT, errno.ENOTDIR)


class Shot(NamedTuple):
    """One finished picture: its name (no ending) and its pixels, three bytes each from the upper left."""

    name: str
    width: int
    height: int
    rgb: bytes


class CancelledError(Exception):
    """The person stopped it; nothing is left behind."""


def write_series(folder: Path, name: str, shots: Iterator[Shot]) -> Path:
    """Write each shot as PNG into a new folder `name` inside `folder`; gives that folder.

    It appears only once it is whole. Raises Trouble if the disk refuses, and whatever `shots` raises; either way
    nothing is left behind.
    """

    def fill(part: Path) -> None:
        for shot in shots:
            _image(shot).save(part / f"{shot.name}.png")

    return _whole(folder, name, "", fill, folder_wanted=True)


def write_animation(path: Path, shots: Iterator[Shot], count: int, frame_ms: int) -> Path:
    """Write `count` shots as one animated image; the ending of `path` (.gif, .webp) says which. Gives `path`.

    An older file of that name is replaced once the new one is whole. Raises as `write_series`.
    """
    kind = path.suffix.lower().lstrip(".")

    def fill(part: Path) -> None:
        options = {"quality": 85, "method": 3} if kind == "webp" else {"optimize": False, "disposal": 1}
        film = _film(shots, count)
        film.save(part, format=kind.upper(), save_all=True, duration=frame_ms, loop=0, **options)

    return _whole(path.parent, path.stem, path.suffix, fill, folder_wanted=False)


def write_file(path: Path, data: bytes) -> None:
    """Write one finished file, whole or not at all. Raises Trouble if the disk refuses."""

    def fill(part: Path) -> None:
        part.write_bytes(data)

    _whole(path.parent, path.stem, path.suffix, fill, folder_wanted=False)


def _whole(folder: Path, name: str, ending: str, fill: Callable[[Path], None], *, folder_wanted: bool) -> Path:
    """Have `fill` make something beside its place, then move it there in one step."""
    scratch: Path | None = None
    try:
        scratch = Path(tempfile.mkdtemp(prefix=".knotbook-", dir=folder))
        part = scratch / f"{name}{ending}"
        if folder_wanted:
            part.mkdir()
        fill(part)
        target = _free(folder / name) if folder_wanted else folder / f"{name}{ending}"
        part.replace(target)
    except OSError as error:
        raise told(error) from error
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)
    return target


def _free(path: Path) -> Path:
    """`path`, or the first of "path 2", "path 3" that is not taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.name} {number}")
        number += 1
    return free


def _image(shot: Shot) -> Image.Image:
    from PIL import Image

    return Image.frombytes("RGB", (shot.width, shot.height), shot.rgb)


def _film(shots: Iterator[Shot], count: int) -> Image.Image:
    """All shots as one image of `count` frames that are made as they are asked for, so that only one is held."""
    from PIL import Image

    class Film(Image.Image):
        n_frames = count
        is_animated = count > 1

        def __init__(self) -> None:
            super().__init__()
            self._at = 0
            self._show(_image(next(shots)))

        def seek(self, frame: int) -> None:
            if frame == self._at + 1:
                self._at = frame
                self._show(_image(next(shots)))
            elif frame not in (0, self._at):  # an encoder may rewind when it is done; it reads no more then
                raise EOFError("a film only runs forwards")

        def tell(self) -> int:
            return self._at

        def _show(self, image: Image.Image) -> None:
            self.im, self._mode, self._size = image.im, image.mode, image.size

    return Film()


_WHY = (
    (_FULL, TroubleKind.DISK_FULL, "The disk is full.", "Make room, or choose another disk."),
    (_DENIED, TroubleKind.NO_PERMISSION, "You may not write to that folder.", "Choose another folder."),
    (_GONE, TroubleKind.MISSING_FOLDER, "The folder is not there.", "Choose another folder."),
)


def told(error: OSError) -> Trouble:
    """What the disk's refusal means for the person."""
    kind, why, can_do = next(
        ((kind, why, can_do) for codes, kind, why, can_do in _WHY if error.errno in codes),
        (TroubleKind.INPUT_OUTPUT, "The disk or drive reported an error.", "Check the drive, or choose another one."),
    )
    detail = f"{type(error).__name__} {error.errno}"
    return Trouble(kind, what="The picture could not be saved.", why=why, can_do=(can_do,), detail=detail)
