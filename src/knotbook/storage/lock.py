"""One window, one diary: a lock the kernel lets go of by itself, however the program ends."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from knotbook.domain.trouble import TroubleKind
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


PATIENCE_S = 3.0
"""How long a command in a terminal is waited for, which holds a diary for a moment only."""
_STEP_S = 0.05


class Holder(StrEnum):
    """What has a diary open."""

    WINDOW = "window"
    LOG = "log"
    LIST = "list"


class DiaryLock:
    """Holds `<diary>.lock` until `release` or the end of the process. The file says who: pid, host and `Holder`."""

    def __init__(self, side: Path, handle: int) -> None:
        self._side = side
        self._handle = handle

    @classmethod
    def take(cls, diary: Path, holder: Holder = Holder.WINDOW, *, patience_s: float = PATIENCE_S) -> Self:
        """Take the lock, or raise Trouble (LOCKED, saying who holds it, or what stood in the way).

        A window that holds it is not waited for; a command is, up to `patience_s` seconds.
        """
        side = side_file(diary, ".lock")
        until = time.monotonic() + patience_s
        with told_plainly(Doing.OPEN):
            while isinstance(got := cls._tried(side, holder), _Owner):
                if got.stays or time.monotonic() >= until:
                    raise trouble(TroubleKind.LOCKED, Doing.OPEN, why=got.words())
                time.sleep(_STEP_S)
        return got

    @classmethod
    def _tried(cls, side: Path, holder: Holder) -> Self | _Owner:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        while True:
            handle = os.open(side, flags, 0o600)
            lock = cls(side, handle)
            if not lock._grabbed():
                return _Owner.of(handle)
            if lock._still_named():
                lock._sign(holder)
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

    def _sign(self, holder: Holder) -> None:
        """Say who holds it. On a full disk the lock holds without a name: the diary can still be read."""
        owner = json.dumps({"pid": os.getpid(), "host": platform.node(), "holder": holder}).encode("ascii")
        with suppress(OSError):
            if sys.platform != "win32":
                os.fchmod(self._handle, 0o600)
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, owner)


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who holds a lock. `where`: "process 12 on desk"; both None: caught between locking and signing."""

    holder: Holder | None = None
    where: str | None = None

    @classmethod
    def of(cls, handle: int) -> _Owner:
        """Read it from the lock file, and close that."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            owner = json.loads(os.read(handle, 500))
            holder = Holder(owner.get("holder", Holder.WINDOW))
            return cls(holder, f"process {int(owner['pid'])} on {owner['host']}")
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()
        finally:
            os.close(handle)

    @property
    def stays(self) -> bool:
        """Whether it is of no use to wait."""
        return self.holder is Holder.WINDOW

    def words(self) -> str:
        """Who has the diary open, as a sentence."""
        who = f" ({self.where})" if self.where else ""
        if self.holder in (Holder.LOG, Holder.LIST):
            return f"A command in a terminal, knotbook {self.holder.value}, has it open{who}."
        return f"Another Knotbook window has it open{who}."
