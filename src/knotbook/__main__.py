"""The way in: `knotbook`, or `python -m knotbook`.

Exit codes: 0 closed as asked; 1 a fault of ours (a traceback says which); 2 an option it does not know; 69 the system
lacks something Qt needs, or a screen (what to do is printed). `log` and `list` have codes of their own: shell.commands.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from knotbook.shell import commands, probe
from knotbook.shell.ring import ring

if TYPE_CHECKING:
    from argparse import ArgumentParser


def main(argv: Sequence[str] | None = None) -> int:
    """Run Knotbook as `argv` says (without the program's name; None: the process's own) and return its exit code."""
    words = _with_file(sys.argv[1:] if argv is None else argv)
    asked: Any = _plain(words) or _parser().parse_args(words)
    _keep_to_ourselves()
    if asked.selftest:
        from knotbook.shell import selftest

        return selftest.run(versions())
    if asked.command is not None:
        if asked.demo:
            _parser().error("--demo opens a window; it goes with no command")
        return commands.run(asked)
    if not asked.demo and _is_open_already(asked.diary or commands.default_path()):
        return 0
    found = probe.problem()
    if found is not None:
        sys.stderr.write(found)
        return probe.UNAVAILABLE
    gc.disable()  # what a start makes stays: looking for rubbish in it costs a seventh of the time; `app.run` goes on
    import_qt()  # only now, when it is known to load
    from knotbook.shell import app

    return app.run(app.Options(diary=asked.diary, demo=asked.demo, in_tray=asked.in_tray))


def import_qt() -> None:
    """Import Qt, but leave Python's own import in its place.

    PySide's would read the whole source of every module that is imported later, and keep it, to find out whether
    it says `from __feature__`: a tenth of the time until the charts are there, and 20 MiB. Nothing here says so.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401  (imported for its effect)

    vars(builtins)["__import__"] = plain


def _with_file(argv: Sequence[str]) -> list[str]:
    """`knotbook FILE`, as file managers say it, in words the parser knows. A mistyped command stays one.

    A file is what has the ending of a diary, a folder in its name, or is there.
    """
    for index, word in enumerate(argv):
        if word == "--diary" or word in commands.NAMES:
            break
        if not word.startswith("-"):
            is_file = word.endswith(".knotbook") or Path(word).name != word or Path(word).is_file()
            return [*argv[:index], "--diary", *argv[index:]] if is_file else list(argv)
    return list(argv)


def _is_open_already(diary: Path) -> bool:
    """Whether a window with this diary came to the front instead of a second one; then that is said."""
    if not ring(diary, os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        return False
    print("Knotbook is open already: its window comes to the front.", flush=True)
    return True


def _plain(words: Sequence[str]) -> SimpleNamespace | None:
    """What a start from the menu or with a file alone asks for; None for anything else.

    Nearly everybody starts like this: the window does not wait for a parser of all options and commands.
    """
    diary = words[1] if len(words) == 2 and words[0] == "--diary" and not words[1].startswith("-") else None
    if words and diary is None:
        return None
    path = None if diary is None else Path(diary)
    return SimpleNamespace(diary=path, demo=False, in_tray=False, selftest=False, command=None)


def _parser() -> ArgumentParser:
    from knotbook.shell.arguments import parser

    return parser(versions)


def versions() -> str:
    """`Knotbook 0.1.0 (Qt 6.11.3, SQLite 3.45.1, Python 3.11.7)`; says so when Qt does not load here."""
    import platform
    import sqlite3

    from knotbook.version import VERSION

    parts = (f"Qt {_qt_version()}", f"SQLite {sqlite3.sqlite_version}", f"Python {platform.python_version()}")
    return f"Knotbook {VERSION} ({', '.join(parts)})"


def _qt_version() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        return "does not load"
    return qVersion()


def _keep_to_ourselves() -> None:
    """Nothing of the diary may reach other users: new files are ours alone and no core dump holds its text."""
    os.umask(0o077)
    # One thread: numpy's work here is small, and a pool of threads costs memory. Must be set before numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    sys.exit(main())
