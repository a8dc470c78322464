"""`knotbook --selftest`: is this copy of Knotbook whole? Every part of it is used once, and a table says how it went.

Needs no screen and touches no diary of yours. It is run on each package, where a part that was left out would else only
be missed by the person who needs it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Check = Callable[[Path], str]
"""Uses one part, with a folder to write in; what there is to say of it. Raises whatever goes wrong."""

FAILED = 1


@dataclass(frozen=True, slots=True)
class Result:
    """How a check went. `said`: what there is, or what went wrong."""

    name: str
    passed: bool
    said: str


def run(versions: str, checks: Sequence[tuple[str, Check]] | None = None) -> int:
    """Do all checks, print the table under `versions`, and return the exit code: 0, or 1 if anything failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if checks is None:
        from knotbook.shell import selftest_checks  # Qt, now that the platform is chosen

        checks = selftest_checks.CHECKS
    with tempfile.TemporaryDirectory(prefix="knotbook-selftest-", ignore_cleanup_errors=True) as folder:
        results = [_result(name, check, Path(folder)) for name, check in checks]
    print(versions, *table(results), sep="\n", flush=True)
    return FAILED if any(not result.passed for result in results) else 0


def table(results: Sequence[Result]) -> list[str]:
    """The results as lines of text, and how many failed."""
    width = max((len(result.name) for result in results), default=0)
    lines = [f"  {'ok  ' if result.passed else 'FAIL'}  {result.name:{width}}  {result.said}" for result in results]
    failed = sum(not result.passed for result in results)
    return [*lines, f"{len(results)} checks, {failed} failed" if failed else f"{len(results)} checks, all passed"]


def _result(name: str, check: Check, folder: Path) -> Result:
    try:
        return Result(name, True, check(folder))
    except Exception as error:  # whatever it is: the next part is looked at as well
        traceback.print_exc(file=sys.stderr)
        return Result(name, False, f"{type(error).__name__}: {error}")
