"""`knotbook log` and `knotbook list`: the diary without a window. Nothing here imports Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from knotbook.domain.system_clock import SystemClock
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.preferences.settings import Settings

if TYPE_CHECKING:
    import argparse

    from knotbook.domain.clock import Clock

DONE = 0
NOT_UNDERSTOOD = 65
"""What was typed means nothing, or not enough (EX_DATAERR of sysexits.h)."""
NO_DIARY = 66
"""There is no diary at that path (EX_NOINPUT)."""
DISK = 74
"""The diary could not be opened, read or written (EX_IOERR)."""
UNCONFIRMED = 71
"""A window has taken the line and has not said what became of it (EX_OSERR)."""
WINDOW_OPEN = 75
"""A window has the diary open; try again once it is closed (EX_TEMPFAIL)."""

_CODES = {
    TroubleKind.LOCKED: WINDOW_OPEN,
    TroubleKind.MISSING_FILE: NO_DIARY,
    TroubleKind.MISSING_FOLDER: NO_DIARY,
    TroubleKind.NOT_A_FILE: NO_DIARY,
}
_MISSING = {
    "log": "Nothing was saved. Add --new to start one there.",
    "list": "Open Knotbook once, or start one with: knotbook log --new",
}


NAMES = ("log", "list")
"""The commands."""


def run(asked: argparse.Namespace, clock: Clock | None = None, settings: Settings | None = None) -> int:
    """Do the command in `asked` and return its exit code. What is wrong is printed to stderr, in plain words."""
    from knotbook.shell import list_command, log_command

    _print_anything()
    path = asked.diary or default_path()
    try:
        if asked.command == "log":
            code = log_command.log(asked, path, clock or SystemClock(), settings or Settings.load())
        else:
            code = list_command.show(asked, path, clock or SystemClock())
        sys.stdout.flush()
    except Trouble as trouble:
        return refused(trouble, asked.command, path)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def default_path() -> Path:
    """Where one's own diary lies; nothing is created by asking."""
    from platformdirs import user_data_path

    return user_data_path("knotbook", appauthor=False) / "diary.knotbook"


def say(*lines: str) -> None:
    """Print plain words for what is wrong to stderr."""
    for line in lines:
        print(f"knotbook: {line}", file=sys.stderr)


def missing(command: str, path: Path) -> int:
    """Say that there is no diary at `path`."""
    say(f"There is no diary at {path}.", _MISSING[command])
    return NO_DIARY


def refused(trouble: Trouble, command: str, path: Path) -> int:
    """Say why the diary at `path` could not be used."""
    if trouble.kind is TroubleKind.LOCKED:
        say(f"{trouble.why}")
        say(
            "Nothing was saved: it did not answer. Press Ctrl+K in that window, or close it and try again."
            if command == "log"
            else "Close it and try again."
        )
    else:
        say(trouble.what, trouble.why, *trouble.can_do)
    return _CODES.get(trouble.kind, DISK)


def _print_anything() -> None:
    """Text of the diary must not stop us where the terminal cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
