"""Starting with the session: each system's own small file, written and removed, nothing else."""

from __future__ import annotations

import os
import plistlib
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

NAME = "knotbook"
LABEL = "org.knotbook.Knotbook"
_WINDOWS_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


def command(argv0: str = "", environ: Mapping[str, str] = os.environ) -> list[str]:
    """How to start this Knotbook again: its bundle, its script on the PATH, or Python with the module; in the tray."""
    bundle = environ.get("APPIMAGE") or (sys.executable if getattr(sys, "frozen", False) else None)
    script = bundle or shutil.which(NAME) or (argv0 if argv0.endswith(NAME) and Path(argv0).is_file() else None)
    start = [str(Path(script).absolute())] if script else [sys.executable, "-m", NAME]
    return [*start, "--in-tray"]


class Autostart:
    """On, off, and whether it is on. `system`: as `sys.platform`; `home` and `config`: where its files go."""

    def __init__(
        self, start: Sequence[str], *, system: str = sys.platform, home: Path | None = None, config: Path | None = None
    ) -> None:
        self._start = list(start)
        self._system = system
        self._home = home or Path.home()
        self._config = config or Path(os.environ.get("XDG_CONFIG_HOME") or self._home / ".config")

    def set_on(self, on: bool) -> None:
        """Raises OSError if the system's file cannot be written or removed."""
        if self._system == "win32":
            self._set_registry(on)
        elif on:
            path = self.path()
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.write_bytes(self._content())
        else:
            self.path().unlink(missing_ok=True)

    def path(self) -> Path:
        """The file that starts Knotbook (not on Windows, which keeps a registry value)."""
        if self._system == "darwin":
            return self._home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        return self._config / "autostart" / f"{NAME}.desktop"

    def _content(self) -> bytes:
        if self._system == "darwin":
            return plistlib.dumps({"Label": LABEL, "ProgramArguments": self._start, "RunAtLoad": True})
        lines = ("[Desktop Entry]", "Type=Application", "Name=Knotbook", f"Icon={NAME}", "Terminal=false")
        line = " ".join(_quoted(part) for part in self._start)
        there = self._start[0].replace("\\", "\\\\")  # once Knotbook is removed, nothing is started and nothing said
        return "\n".join((*lines, f"TryExec={there}", f"Exec={line}", "X-GNOME-Autostart-enabled=true", "")).encode()

    def _set_registry(self, on: bool) -> None:
        from PySide6.QtCore import QSettings

        run = QSettings(_WINDOWS_KEY, QSettings.Format.NativeFormat)
        if on:
            run.setValue("Knotbook", " ".join(f'"{part}"' for part in self._start))
        else:
            run.remove("Knotbook")
        run.sync()
        if run.status() is not QSettings.Status.NoError:
            raise OSError("the registry did not take it")


def _quoted(part: str) -> str:
    r"""An argument of an Exec line (Desktop Entry Specification): quoted; \ " ` $ escaped, then \ again; % doubled."""
    for char in ("\\", '"', "`", "$"):
        part = part.replace(char, "\\" + char)
    part = part.replace("\\", "\\\\").replace("%", "%%")
    return f'"{part}"'
