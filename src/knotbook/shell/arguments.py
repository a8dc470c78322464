"""The options and commands as `argparse` knows them. A plain start does without: see `knotbook.__main__`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

KINDS = ("pain", "joint_sign", "release", "rating", "exercise", "day")

EXIT_CODES = (
    "Exit codes: 0 done, 2 an unknown option, 65 what was typed is not understood, 66 there is no diary at that path, "
    "71 the open window took the line and did not confirm it, 74 the diary could not be opened, read or written, "
    "75 a window has the diary open and does not take the line, or is an older one."
)


def parser(versions: Callable[[], str]) -> argparse.ArgumentParser:
    """The parser of every option and command. `versions`: what `--version` prints, asked only then."""
    made = argparse.ArgumentParser(
        prog="knotbook",
        usage="%(prog)s [--diary PATH | --demo] [--in-tray] [PATH]\n"
        "       %(prog)s {log,list} ...\n"
        "       %(prog)s {--selftest,--version,--help}",
        description="A body-map diary for self-massage, stretching and strength work.",
        epilog="Exit codes: 0 closed as asked, 1 a fault in Knotbook, 2 an unknown option, "
        "69 the system lacks something Knotbook needs (the message says what).",
    )
    which = made.add_mutually_exclusive_group()
    which.add_argument("--diary", metavar="PATH", type=Path, help="open this diary file instead of your own")
    which.add_argument("--demo", action="store_true", help="open a copy of a made-up diary of six months")
    made.add_argument("--in-tray", action="store_true", help="start without a window, if the tray is switched on")
    made.add_argument("--selftest", action="store_true", help="check that this copy of Knotbook is whole, and end")
    told = "print the versions of Knotbook, Qt, SQLite and Python"
    made.add_argument("--version", action=_Version, versions=versions, help=told)
    _add_commands(made)
    return made


class _Version(argparse.Action):
    """`--version`. The libraries are asked only now."""

    def __init__(
        self, option_strings: Sequence[str], dest: str, versions: Callable[[], str], help: str | None = None
    ) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)
        self._versions = versions

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(self._versions())
        parser.exit()


def _add_commands(parser: argparse.ArgumentParser) -> None:
    """Add `log` and `list` to the parser of the program; `command` is None without one."""
    title = "commands without a window"
    commands = parser.add_subparsers(dest="command", prog="knotbook", metavar="COMMAND", title=title)
    log = commands.add_parser("log", help="write what is typed into the diary", epilog=EXIT_CODES)
    log.add_argument("text", nargs="+", help='what to log, such as "pir r 6 cramp woke me"; ; between entries')
    log.add_argument("-n", "--dry-run", action="store_true", help="say what would be saved, and save nothing")
    log.add_argument("--new", action="store_true", help="start a new diary if there is none")
    shown = commands.add_parser("list", help="show what was logged, newest first", epilog=EXIT_CODES)
    shown.add_argument("--json", action="store_true", help="print JSON, described in docs/command-line.md")
    shown.add_argument("--since", metavar="DATE", help='the first day: 2026-03-01, yesterday, monday, "7 days ago"')
    shown.add_argument("--kind", choices=KINDS, action="append", help="only this kind; may be given again")
    shown.add_argument("--place", metavar="P", help='only this place: "pir r", or "pir" for both sides')
    shown.add_argument("--limit", metavar="N", type=_count, default=50, help="how many at most (50; 0: all)")
    for command in (log, shown):
        command.add_argument(
            "--diary", metavar="PATH", type=Path, default=argparse.SUPPRESS, help="this diary instead of your own"
        )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("a whole number of 0 or more is wanted")
    return int(text)
