"""Libraries of the building system that come along on Linux: the packages of Debian they are from, and the licences.

The spec file calls `record`; the bill of materials and the licences then name them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.packages.place import BUILD

RECORD = BUILD / "system-libraries.json"
Entry = tuple[str, str, str]
"""(name in the bundle, file it comes from, kind), as PyInstaller lists them."""


def record(entries: Iterable[Entry]) -> list[tuple[str, str, str]]:
    """Write `build/system-libraries.json` and return the licence of each package as an entry of the bundle."""
    packages: dict[str, dict[str, object]] = {}
    for name, source in sorted((name, source) for name, source, kind in entries if _is_systems(source, kind)):
        package, version = _owner(Path(source).resolve())
        known = packages.setdefault(package or name, {"version": version, "files": []})
        files = known["files"]
        assert isinstance(files, list)
        files.append(Path(name).name)
    RECORD.write_text(json.dumps(packages, indent=2) + "\n", "utf-8")
    texts = [(package, Path(f"/usr/share/doc/{package}/copyright")) for package in packages]
    return [(f"licences/{package}/copyright", str(text), "DATA") for package, text in texts if text.is_file()]


def recorded() -> dict[str, tuple[str, list[str]]]:
    """Package -> (version, files) of what was recorded; empty elsewhere than on Linux."""
    if sys.platform != "linux" or not RECORD.is_file():
        return {}
    return {name: (known["version"], known["files"]) for name, known in json.loads(RECORD.read_text("utf-8")).items()}


def _is_systems(source: str, kind: str) -> bool:
    """Whether a file is from neither Python itself nor one of the libraries that the lock pins."""
    ours = (sys.prefix, sys.base_prefix) if sys.base_prefix != "/usr" else (sys.prefix, "/usr/lib/python3")
    return kind == "BINARY" and not source.startswith(ours)


def _owner(path: Path) -> tuple[str, str]:
    """(package, version) that dpkg says the file is from; empty where there is no dpkg or it does not know."""
    if not shutil.which("dpkg-query"):
        return "", ""
    # By its name alone: /lib and /usr/lib are one, and dpkg knows only one of the two.
    found = subprocess.run(["dpkg-query", "--search", f"*/{path.name}"], capture_output=True, text=True).stdout
    package = found.partition(": ")[0].partition(", ")[0]
    if not package:
        return "", ""
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return package.partition(":")[0], subprocess.run(asked, capture_output=True, text=True, check=True).stdout
