"""The installer of Windows and the disk image of macOS: thin calls of the scripts that lie in packaging/."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.packages import icons
from tools.packages.place import BUILD, DIST, FROZEN, PACKAGING, fresh, have, run, version

NSIS = PACKAGING / "windows/knotbook.nsi"


def installer(frozen: Path = FROZEN, target: Path | None = None) -> list[Path]:
    """`dist/knotbook-<version>-windows-setup.exe` from the frozen app, by makensis.

    On Windows it and the programs in it are signed, if the environment says by whom.
    """
    path = target or DIST / f"knotbook-{version()}-windows-setup.exe"
    if not have("makensis"):
        if sys.platform == "win32":
            raise SystemExit("makensis is not installed, and there is no package without it")
        return []
    values = {"VERSION": version(), "FROZEN": frozen, "TARGET": path, "ICON": BUILD / "icons/knotbook.ico"}
    _sign(frozen)
    run("makensis", "-WX", "-V2", *(f"-D{name}={value}" for name, value in values.items()), NSIS)
    _sign(path.parent)
    return [path]


def _sign(folder: Path) -> None:
    if sys.platform == "win32":
        run("pwsh", "-NoProfile", "-File", PACKAGING / "windows/sign.ps1", folder)


def check_installer() -> None:
    """Compile the installer's script around a stand-in, where there is no frozen app for Windows."""
    stand_in = fresh(BUILD / "nsis/frozen")
    (stand_in / "_internal").mkdir()
    icons.write(BUILD / "icons")
    shutil.copyfile(BUILD / "icons/knotbook.ico", stand_in / "knotbook.exe")
    installer(stand_in, BUILD / "nsis/knotbook-stand-in.exe")


def disk_image() -> list[Path]:
    """`dist/knotbook-<version>-macos.dmg`, signed if the environment says by whom."""
    path = DIST / f"knotbook-{version()}-macos.dmg"
    run("sh", PACKAGING / "macos/make_dmg.sh", FROZEN.parent / "Knotbook.app", path)
    return [path]
