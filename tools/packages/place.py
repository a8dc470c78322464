"""Where things lie, which version and machine it is for, and how commands are run."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
FROZEN = BUILD / "frozen" / "knotbook"
MAINTAINER = os.environ.get("KNOTBOOK_MAINTAINER") or "The Knotbook authors <knotbook@knotbook.invalid>"
"""Who answers for a package, as Debian writes it: whoever publishes one names themselves. The address without them is
nobody's and never will be: `invalid` is kept free for that (RFC 2606)."""


def version() -> str:
    """The version, from the one place where it is written."""
    found = re.search(r'^VERSION = "(.+)"', (ROOT / "src/knotbook/version.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise SystemExit("src/knotbook/version.py holds no version")
    return found.group(1)


def debian_machine() -> str:
    """This machine in Debian's words."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def changed() -> datetime:
    """When the last commit was made (SOURCE_DATE_EPOCH comes first): the time stamp of all files, so that two builds
    of one commit are alike."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        epoch = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return datetime.fromtimestamp(int(epoch), UTC)


def run(*command: str | Path, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Run a command; what it says is shown. If it fails, everything ends with its exit code."""
    print("$", *(Path(command[0]).name, *command[1:]), flush=True)
    ended = subprocess.run([str(word) for word in command], cwd=cwd, env=os.environ | dict(env or {}))
    if ended.returncode != 0:
        raise SystemExit(ended.returncode)


def have(program: str) -> bool:
    """Whether a program is there; says what is left out if not."""
    if shutil.which(program):
        return True
    print(f"-- {program} is not installed: left out", file=sys.stderr)
    return False


def fresh(folder: Path) -> Path:
    """`folder`, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def filled(template: Path, **values: str) -> str:
    """The text of `template` with each `@NAME@` put in. Raises KeyError for one that has no value."""
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], template.read_text("utf-8"))
