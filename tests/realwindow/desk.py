"""A desk of its own for one test: X server, session bus, window manager and home folder, away from the user's."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import IO, Self

from tests.realwindow.waiting import until

SCREEN = (1400, 900)
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon")


def lacking() -> list[str]:
    """The programs that the desk needs and this system does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


class Desk:
    """Use as a context: started on entering, every process ended and awaited on leaving."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env: dict[str, str] = {}
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        home = {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home), "LC_ALL": "C.UTF-8"}
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "QT_", "DBUS_", "WAYLAND_", "LC_"))}
        self.env = kept | home
        with contextlib.ExitStack() as undo:
            undo.callback(self.__exit__)
            self.env["DISPLAY"] = ":" + self._start_telling(
                "Xvfb", "-displayfd", "{fd}", "-screen", "0", "{}x{}x24".format(*SCREEN), "-nolisten", "tcp", "-noreset"
            )
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_telling(
                "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"
            )
            self._start("openbox", "--sm-disable")
            until(self._window_manager_is_there, "the window manager")
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.terminate()
        for process in self._running:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def run(self, *command: str, check: bool = True) -> str:
        """Run a short command on this desk and return what it printed."""
        ended = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=60)
        if check and ended.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {ended.stderr or ended.returncode}")
        return ended.stdout

    def start(
        self, *command: str, env: dict[str, str] | None = None, log: IO[bytes], out: IO[bytes] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a longer one; ended with the desk at the latest. `out`: where it prints to, if not into its `log`."""
        process = subprocess.Popen(command, env=self.env | (env or {}), stdout=out or log, stderr=log)
        self._running.append(process)
        return process

    def _start(self, *command: str, fds: tuple[int, ...] = ()) -> None:
        log = (self.home / f"{command[0]}.log").open("wb")
        with log:
            self._running.append(subprocess.Popen(command, env=self.env, stdout=log, stderr=log, pass_fds=fds))

    def _start_telling(self, *command: str) -> str:
        """Start a server that writes its address to a descriptor (put in for `{fd}`), and return that."""
        reading, writing = os.pipe()
        self._start(*(part.replace("{fd}", str(writing)) for part in command), fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as said:
            address = said.readline().strip()
        assert address, f"{command[0]} did not start: {(self.home / f'{command[0]}.log').read_text()}"
        return address

    def _window_manager_is_there(self) -> bool:
        """A window shown before the manager rules the screen may stay hidden for ever; xdotool says 0 until it does."""
        return self.run("xdotool", "get_num_desktops", check=False).strip() not in ("", "0")
