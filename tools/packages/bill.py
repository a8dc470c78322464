"""What is inside: a CycloneDX bill of materials, from the lock and the building system, and checksums of dist/."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import uuid
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tools.packages import system
from tools.packages.place import ROOT, changed, debian_machine, version

LOCK = ROOT / "requirements-package.lock"
BUILD_ONLY = frozenset({"pip", "setuptools", "sqlite-fts4", "pyinstaller"})
"""Asked for by a library, but left out of the frozen app, or only the tool that makes it."""


def shipped() -> list[str]:
    """The names of the libraries in the frozen app: what Knotbook asks for on this system, and what that asks for."""
    seen: set[str] = set()
    waiting = _named_by_knotbook()
    while waiting:
        name = _plain(waiting.pop())
        if name not in seen and name not in BUILD_ONLY and _is_installed(name):
            seen.add(name)
            waiting += [w for line in metadata.requires(name) or () if "extra ==" not in line for w in [_word(line)]]
    return sorted(seen)


def bill() -> dict[str, Any]:
    """The bill of materials, CycloneDX 1.5: name, version, licence and the locked hashes of each library.

    Python itself is in it, and the packages of Debian that files were taken from.
    """
    text, names = version(), set(shipped())
    parts = [_component(name, pinned, hashes) for name, pinned, hashes in _pins(LOCK) if name in names]
    parts += [_python(), *(_from_debian(name, *told) for name, told in system.recorded().items())]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"knotbook {text} {LOCK.read_text('utf-8')}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": changed().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": "knotbook", "name": "knotbook", "version": text,
                "licenses": [{"expression": "GPL-3.0-or-later"}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": "knotbook", "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip


def licence_of(about: metadata.PackageMetadata) -> str:
    """What a library says of its own licence."""
    told = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    for key in ("License-Expression", "License"):
        if not told and key in about:
            told.append(about[key].partition("\n")[0])
    return ", ".join(told) or "not told"


def write_bill(path: Path) -> None:
    """The bill as JSON at `path`."""
    path.write_text(json.dumps(bill(), indent=2) + "\n", "utf-8")


def write_checksums(folder: Path) -> None:
    """`SHA256SUMS` of every file in `folder`, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8", newline="\n")


def _component(name: str, pinned: str, hashes: list[str]) -> dict[str, Any]:
    about = metadata.metadata(name)
    known = {"expression": about["License-Expression"]} if "License-Expression" in about else None
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{pinned}",
        "name": name,
        "version": pinned,
        "purl": f"pkg:pypi/{name}@{pinned}",
        "licenses": [known or {"license": {"name": licence_of(about)}}],
        "properties": [{"name": "knotbook:locked-sha256", "value": value} for value in hashes],
    }


def _python() -> dict[str, Any]:
    known = platform.python_version()
    return {
        "type": "platform",
        "bom-ref": f"pkg:generic/python@{known}",
        "name": "python",
        "version": known,
        "purl": f"pkg:generic/python@{known}",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _from_debian(name: str, pinned: str, files: list[str]) -> dict[str, Any]:
    """A package of the building system; its licence lies in the app, at `licences/<name>/copyright`."""
    where = f"pkg:deb/debian/{name}@{quote(pinned, safe='')}?arch={debian_machine()}"
    return {
        "type": "library",
        "bom-ref": where,
        "name": name,
        "version": pinned,
        "purl": where,
        "properties": [{"name": "knotbook:file", "value": file} for file in files],
    }


def _pins(lock: Path) -> Iterator[tuple[str, str, list[str]]]:
    """(name, version, hashes) of each pin that holds for this Python."""
    for pin in re.split(r"^(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head = re.match(r"([a-z0-9._-]+)==(\S+)", pin)
        if head and _is_installed(head[1]) and metadata.version(head[1]) == head[2]:
            yield head[1], head[2], re.findall(r"sha256:([0-9a-f]{64})", pin)


def _named_by_knotbook() -> list[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [_word(line) for line in project["dependencies"]]


def _word(line: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
