"""Which of Qt's plugins the packages carry, and which libraries are left without a user once the others are gone.

The spec file imports this by path. Names are without `lib`, `.so`, `.dll`, `.dylib`; the same list serves all systems.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""(name in the bundle, file it comes from, kind), as PyInstaller lists them."""

PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg", "qjpeg", "qgif", "qwebp", "qico", "qicns"},
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "wayland-decoration-client": {"bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}

FROM_THE_SYSTEM = {
    *("libstdc++", "libgcc_s", "libX11", "libX11-xcb", "libxcb", "libdbus-1", "libfontconfig", "libfreetype", "libGL"),
    *("libEGL", "libOpenGL", "libwayland-client", "libwayland-cursor", "libwayland-egl"),
}
"""What must be the system's own: it belongs to its drivers, fonts and bus. The packages declare these."""


def without_plugins(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without the plugins that Knotbook does not use."""
    return [entry for entry in entries if _is_kept(PurePosixPath(entry[0].replace("\\", "/")))]


def _is_kept(name: PurePosixPath) -> bool:
    if "plugins" not in name.parts or "PySide6" not in name.parts:
        return True
    return _bare(name) in PLUGINS.get(name.parent.name, set())


def _bare(name: PurePosixPath) -> str:
    return name.name.partition(".")[0].removeprefix("lib")


def without_hooks(scripts: Iterable[Entry], kept: Iterable[str] = ()) -> list[Entry]:
    """The scripts without PyInstaller's preparations, but for those named in `kept`.

    They ready `inspect`, `pkgutil` and `multiprocessing` for an archive of byte code and for worker processes; there
    are none here. That of Qt for Python loads Qt before Knotbook says so, to tell it where its plugins are; on Linux
    Qt finds them from where it lies itself, as in its wheel.
    """
    names = set(kept)
    return [entry for entry in scripts if not entry[0].startswith("pyi_rth_") or entry[0] in names]


def without_orphans(entries: list[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries without the system's own libraries, and without those that then nothing in the bundle asks for.

    `needs`: the names of the libraries that a file asks for, itself only. Python's extensions, the plugins and
    libpython are what the rest is there for.
    """
    wanted = [entry for entry in entries if not _is_library(entry[0])]
    ours = [entry for entry in entries if _is_library(entry[0]) and entry[2] != "SYMLINK"]
    files = {PurePosixPath(name).name: source for name, source, _ in ours}
    files = {name: source for name, source in files.items() if name.partition(".so")[0] not in FROM_THE_SYSTEM}
    reached: set[str] = set()
    waiting = [source for _, source, kind in wanted if kind in ("BINARY", "EXTENSION")]
    while waiting:
        for name in set(needs(waiting.pop())) & files.keys() - reached:
            reached.add(name)
            waiting.append(files[name])
    return [entry for entry in entries if not _is_library(entry[0]) or PurePosixPath(entry[0]).name in reached]


def needed_by(path: str) -> list[str]:
    """The libraries that the file at `path` asks for by itself, not those that they ask for."""
    listed = subprocess.run(["objdump", "-p", path], capture_output=True, text=True).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)", listed, re.MULTILINE)


def _is_library(name: str) -> bool:
    path = PurePosixPath(name)
    if not path.name.startswith("lib") or ".so" not in path.name or path.name.startswith("libpython"):
        return False
    return not {"plugins", "lib-dynload"} & set(path.parts)
