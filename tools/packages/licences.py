"""The licence texts of everything that comes along, one folder a library, gathered before the app is frozen."""

from __future__ import annotations

import shutil
import sys
from importlib import metadata
from pathlib import Path

from tools.packages.bill import licence_of, shipped
from tools.packages.place import BUILD, fresh

FOLDER = BUILD / "licences"


def gather() -> Path:
    """`build/licences` with a folder for Python and for each library of its own; the spec file takes them along."""
    fresh(FOLDER)
    for name in shipped():
        _of_library(metadata.distribution(name))
    _of_python()
    return FOLDER


def _of_library(found: metadata.Distribution) -> None:
    target = FOLDER / f"{found.name}-{found.version}"
    target.mkdir()
    for text in found.files or ():
        told = any(word in str(text).lower() for word in ("licen", "copying"))
        if told and text.suffix not in (".py", ".pyc"):
            shutil.copyfile(str(text.locate()), target / text.name)
    if not any(target.iterdir()):
        (target / "LICENCE").write_text(f"{found.name}: {licence_of(found.metadata)}\n", "utf-8")


def _of_python() -> None:
    python = Path(sys.base_prefix)
    for path in (python / "LICENSE.txt", python / f"lib/python3.{sys.version_info[1]}/LICENSE.txt"):
        if path.is_file():
            (FOLDER / "Python").mkdir(exist_ok=True)
            shutil.copyfile(path, FOLDER / "Python/LICENSE.txt")
