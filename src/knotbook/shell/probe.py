"""What this computer lacks for Qt, said as the command that mends it. Runs before Qt is imported; imports no Qt itself.

`python -m knotbook.shell.probe` prints what is missing and exits 69, or says nothing and exits 0.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

UNAVAILABLE = 69
"""Exit code when the system lacks something Knotbook cannot bring along (EX_UNAVAILABLE of sysexits.h)."""

# Shared library -> Debian package, in the order Qt asks for them; from the NEEDED lists of Qt 6.11's own libraries.
BASE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb")

Loader = Callable[[str], object]


def x11_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in. Qt itself would abort the process if it does not.

    The connection stays open: a server whose only client leaves resets itself, and Qt would find it doing so.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    return not xcb.xcb_connection_has_error(xcb.xcb_connect(None, None))


def problem(
    env: Mapping[str, str] = os.environ,
    load: Loader = ctypes.CDLL,
    apt: bool | None = None,
    answers: Callable[[], bool] = x11_answers,
) -> str | None:
    """What stops a window from opening here and how to mend it, in plain words; None if nothing does.

    `env`: environment variables. `load`: loads a library by its name and raises OSError if it is not there. `apt`:
    whether this system installs with apt (None: look). `answers`: whether the X server does, asked when there is no
    other way to a screen. Only Linux is probed; elsewhere Qt brings all it needs.
    """
    if not sys.platform.startswith("linux"):
        return None
    kits = _screen_kits(env)
    if kits is None:
        return _NO_DISPLAY if getattr(sys, "frozen", False) else _NO_DISPLAY + _WITHOUT_ONE
    lacking = _missing(BASE, load)
    if kits:
        easiest: Mapping[str, str] = min([_missing(kit, load) for kit in kits], key=len)
        lacking.update(easiest)  # one working way to a screen is enough
    if lacking:
        return _lacking_text(lacking, _has_apt() if apt is None else apt)
    return _DEAF_DISPLAY.format(name=env.get("DISPLAY", "none")) if kits == [X11] and not answers() else None


def main() -> int:
    """Print the problem, if there is one, to stderr. Returns 69 then, else 0."""
    found = problem()
    if found is None:
        return 0
    sys.stderr.write(found)
    return UNAVAILABLE


def _screen_kits(env: Mapping[str, str]) -> list[dict[str, str]] | None:
    """The libraries of each way to a screen that is on offer; [] needs no screen, None means there is none."""
    asked = env.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if asked:
        return [] if asked in SCREENLESS else [WAYLAND if asked.startswith("wayland") else X11]
    offered = [("WAYLAND_DISPLAY", WAYLAND), ("DISPLAY", X11)]
    return [kit for name, kit in offered if env.get(name)] or None


def _missing(libraries: Mapping[str, str], load: Loader) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not _loads(name, load)}


def _loads(name: str, load: Loader) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _has_apt() -> bool:
    return Path("/usr/bin/apt").exists()


def _lacking_text(lacking: Mapping[str, str], apt: bool) -> str:
    if apt:
        return _INSTALL_APT.format(names=", ".join(lacking), packages=" ".join(_unique(lacking.values())))
    return _INSTALL.format(names=", ".join(lacking))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


_INSTALL_APT = """\
Knotbook cannot open a window yet: this system lacks {names}.
Install what is missing, then start Knotbook again:

    sudo apt install {packages}

"""
_INSTALL = """\
Knotbook cannot open a window yet: this system lacks {names}.
Install the packages of your distribution that hold these libraries, then start Knotbook again.
"""
_NO_DISPLAY = """\
Knotbook needs a screen, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set.
Start it from a desktop session.
"""
_WITHOUT_ONE = """\
To see what it looks like without one, run

    make demo-shot

which paints the screens of the demo diary into PNG files.
"""
_DEAF_DISPLAY = """\
Knotbook needs a screen, and the one that DISPLAY names ({name}) does not answer.
Start it from your own desktop session: another user, such as root, is usually not let in.
"""

if __name__ == "__main__":
    sys.exit(main())
