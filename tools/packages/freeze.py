"""The frozen app: PyInstaller's folder (on macOS its bundle), made smaller, and its selftest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.packages import licences
from tools.packages.place import BUILD, FROZEN, PACKAGING, ROOT, fresh, run, version

SPEC = PACKAGING / "pyinstaller/knotbook.spec"
BUNDLE = FROZEN.parent / "Knotbook.app"
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
    licences.gather()
    _unpack_shiboken()
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", FROZEN.parent, "--workpath", BUILD / "pyinstaller")
    # A fixed order of sets, in byte code too: two builds of one commit are alike.
    run(sys.executable, "-m", "PyInstaller", *options, SPEC, env={"PYTHONHASHSEED": "0"})
    _strip(FROZEN / "_internal")
    _same_assets(_inside() / "knotbook/assets")
    selftest(_program())


def selftest(program: Path) -> None:
    """Run the selftest of a frozen app without a screen."""
    run(program, "--selftest", env={"QT_QPA_PLATFORM": "offscreen"}, cwd=Path(program.anchor))


def _inside() -> Path:
    return BUNDLE / "Contents/Resources" if sys.platform == "darwin" else FROZEN / "_internal"


def _program() -> Path:
    if sys.platform == "darwin":
        return BUNDLE / "Contents/MacOS/knotbook"
    return FROZEN / ("knotbook-console.exe" if sys.platform == "win32" else "knotbook")


def _unpack_shiboken() -> None:
    """Qt for Python holds a part of itself as source text that it compiles at each start; here it is compiled once.

    SBK_EMBED=0 is its own switch: it then unpacks that part into `files.dir`, and reads it from there if it is there.
    """
    where = [sys.executable, "-c", "import shiboken6; print(shiboken6.__path__[0])"]
    told = subprocess.run(where, check=True, capture_output=True, text=True, env=os.environ | {"SBK_EMBED": "0"}).stdout
    target = fresh(BUILD / "shiboken") / "files.dir"
    shutil.move(Path(told.strip()) / "files.dir", target)
    mode = ("--invalidation-mode", "unchecked-hash")  # no time stamps
    run(sys.executable, "-m", "compileall", "-q", "-b", *mode, "-s", target, target, env={"PYTHONHASHSEED": "0"})
    for source in (*target.rglob("*.py"), *target.rglob("__pycache__/*")):
        source.unlink()


def _strip(inside: Path) -> None:
    """Python's own debug symbols go. NumPy's and Qt's libraries stay as they are: stripping breaks OpenBLAS."""
    if sys.platform.startswith("linux") and shutil.which("strip"):
        own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
        subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)


def _same_assets(folder: Path) -> None:
    """Every asset that git holds is in the frozen app."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z", "assets"]
    listed = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    names = [name.removeprefix("assets/") for name in listed.split("\0") if name and not name.endswith(".py")]
    lacking = [name for name in names if not (folder / os.fspath(name)).is_file()]
    if lacking:
        raise SystemExit(f"the frozen app lacks {lacking}")
