"""The frozen app: PyInstaller's folder, made smaller, with the licences of what is in it, and its selftest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from tools.packages.bill import licence_of, shipped
from tools.packages.place import BUILD, FROZEN, PACKAGING, ROOT, fresh, run, version

_TABLE = """\
VSVersionInfo(ffi=FixedFileInfo(filevers=({v}, 0), prodvers=({v}, 0)), kids=[StringFileInfo([StringTable("040904B0", [
    StringStruct("ProductName", "Knotbook"), StringStruct("FileDescription", "Knotbook"),
    StringStruct("ProductVersion", "{text}"), StringStruct("LegalCopyright", "The Knotbook authors, GPL-3.0-or-later"),
])]), VarFileInfo([VarStruct("Translation", [1033, 1200])])])
"""


def freeze() -> None:
    """Build `build/frozen/knotbook` for the system this runs on, and check that it is whole."""
    fresh(FROZEN.parent)
    text = version()
    (BUILD / "version-info.txt").write_text(_TABLE.format(v=", ".join(text.split(".")), text=text), "utf-8")
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", FROZEN.parent, "--workpath", BUILD / "pyinstaller")
    run(sys.executable, "-m", "PyInstaller", *options, PACKAGING / "pyinstaller/knotbook.spec")
    inside = FROZEN / "_internal"
    _strip(inside)
    _licences(inside / "licences")
    _same_assets(inside / "knotbook/assets")
    selftest(FROZEN / ("knotbook-console.exe" if sys.platform == "win32" else "knotbook"))


def selftest(program: Path) -> None:
    """Run the selftest of a frozen app without a screen."""
    run(program, "--selftest", env={"QT_QPA_PLATFORM": "offscreen"}, cwd=Path(program.anchor))


def _strip(inside: Path) -> None:
    """Python's own debug symbols go. NumPy's and Qt's libraries stay as they are: stripping breaks OpenBLAS."""
    if sys.platform.startswith("linux") and shutil.which("strip"):
        own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
        subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)


def _licences(folder: Path) -> None:
    """The licence texts of every library that came along, each in a folder of its name and version."""
    for name in shipped():
        found = metadata.distribution(name)
        texts = [f for f in found.files or () if "licen" in str(f).lower() or "copying" in str(f).lower()]
        target = folder / f"{found.name}-{found.version}"
        target.mkdir(parents=True)
        for text in texts:
            if text.suffix not in (".py", ".pyc"):
                shutil.copyfile(str(text.locate()), target / text.name)
        if not any(target.iterdir()):
            (target / "LICENCE").write_text(f"{found.name}: {licence_of(found.metadata)}\n", "utf-8")
    python = Path(sys.base_prefix)
    for path in (python / "LICENSE.txt", python / f"lib/python3.{sys.version_info[1]}/LICENSE.txt"):
        if path.is_file():
            (folder / "Python").mkdir(exist_ok=True)
            shutil.copyfile(path, folder / "Python" / "LICENSE.txt")


def _same_assets(folder: Path) -> None:
    """Every asset that git holds is in the frozen app."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z", "assets"]
    listed = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    names = [name.removeprefix("assets/") for name in listed.split("\0") if name and not name.endswith(".py")]
    lacking = [name for name in names if not (folder / os.fspath(name)).is_file()]
    if lacking:
        raise SystemExit(f"the frozen app lacks {lacking}")
