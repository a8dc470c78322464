"""A second start rings at the first: a small file beside the diary, which the first window sees, takes away, and comes.

No socket, and no Qt on the ringing side: a second start should be over before a window could show.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PATIENCE_S = 3.0
_STEP_S = 0.02


def ring_file(diary: Path) -> Path:
    """The file that asks the window of `diary` to the front by being there; it holds Wayland's token, or nothing."""
    return diary.with_name(f"{diary.name}.ring")


def ring(
    diary: Path, token: str = "", *, patience_s: float = PATIENCE_S, wait: Callable[[float], object] = time.sleep
) -> bool:
    """Ask the window that has `diary` open to come to the front; whether it did.

    `token`: what Wayland hands to a program that a person has started, so that its window may come forward. False if
    nobody has the diary open, or not on this computer, or does not answer: opening it will then say what is the matter.
    """
    diary = diary.resolve()
    if not _may_be_open(diary.with_name(f"{diary.name}.lock")):
        return False
    bell = ring_file(diary)
    try:
        _put(bell, token)
    except OSError:
        return False
    for _ in range(round(patience_s / _STEP_S)):
        if not bell.exists():
            return True
        wait(_STEP_S)
    with suppress(FileNotFoundError):
        bell.unlink()
        return False
    return True


def _put(bell: Path, token: str) -> None:
    """Whole at once: who sees it can read it."""
    part = bell.with_name(f"{bell.name}.{os.getpid()}")
    part.write_text(token, encoding="utf-8")
    part.replace(bell)


def _may_be_open(lock: Path) -> bool:
    """Whether a living process of this computer holds the diary, as far as can be seen without opening it."""
    if sys.platform == "win32":  # the lock file stays there; it can be removed unless somebody holds it
        try:
            lock.unlink()
        except OSError as error:
            return isinstance(error, PermissionError)
        return False
    try:
        owner = json.loads(lock.read_bytes())
        import platform  # only when there is a lock

        if owner["host"] != platform.node() or owner.get("holder", "window") != "window":
            return False  # a command in a terminal has no window to come
        os.kill(int(owner["pid"]), 0)
    except PermissionError:
        return True
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return int(owner["pid"]) != os.getpid()
