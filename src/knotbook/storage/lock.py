"""One window, one diary: a lock the kernel lets go of by itself, however the program ends."""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage.files import side_file
from knotbook.storage.troubles import Doing, told_plainly, trouble

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # the locked byte lies behind the text, so that others can still read who holds it

    def _grab(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _grab(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class DiaryLock:
    """Holds `<diary>.lock` until `release` or the end of the process. The file says who: pid and host."""

    def __init__(self, side: Path, handle: int) -> None:
        self._side = side
        self._handle = handle

    @classmethod
    def take(cls, diary: Path) -> Self:
        """Take the lock at once, or raise Trouble (LOCKED, saying who holds it, or what stood in the way)."""
        side = side_file(diary, ".lock")
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with told_plainly(Doing.OPEN):
            while True:
                handle = os.open(side, flags, 0o600)
                lock = cls(side, handle)
                if not lock._grabbed():
                    raise _held_elsewhere(handle)
                if lock._still_named():
                    lock._sign()
                    return lock
                os.close(handle)  # its holder let go and removed it between our two calls

    @property
    def is_released(self) -> bool:
        """Whether it was let go of."""
        return self._handle < 0

    def release(self) -> None:
        """Let go, and leave nothing behind. Calling it again does nothing."""
        if self._handle < 0:
            return
        if sys.platform != "win32":
            self._side.unlink(missing_ok=True)  # before letting go, while nobody else can hold it
        os.close(self._handle)
        self._handle = -1

    def _grabbed(self) -> bool:
        try:
            return _grab(self._handle)
        except OSError:
            os.close(self._handle)
            self._side.unlink(missing_ok=True)
            raise

    def _still_named(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._handle), self._side.stat())
        except FileNotFoundError:
            return False

    def _sign(self) -> None:
        """Say who holds it. On a full disk the lock holds without a name: the diary can still be read."""
        owner = json.dumps({"pid": os.getpid(), "host": platform.node()}).encode("ascii")
        with suppress(OSError):
            if sys.platform != "win32":
                os.fchmod(self._handle, 0o600)
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, owner)


def _held_elsewhere(handle: int) -> Trouble:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        owner = json.loads(os.read(handle, 500))
        who = f" (process {int(owner['pid'])} on {owner['host']})"
    except (OSError, ValueError, KeyError, TypeError):
        who = ""  # caught between locking and signing
    finally:
        os.close(handle)
    return trouble(TroubleKind.LOCKED, Doing.OPEN, why=f"Another Knotbook window has it open{who}.")
