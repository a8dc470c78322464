"""A hand on the mouse and the keyboard of a desk, and Knotbook under it as a person starts it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.realwindow.desk import Desk
from tests.realwindow.waiting import until

READ_BY_ASSISTANTS = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1"}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class App:
    """A program with one main window. Use as a context: started and its window seen on entering, closed on leaving."""

    def __init__(self, desk: Desk, command: Sequence[str], title: str) -> None:
        self.desk = desk
        self._command = command
        self._title = title
        self._log = desk.home / "app.log"

    def __enter__(self) -> Self:
        with self._log.open("ab") as log:
            self.process = self.desk.start(*self._command, env=READ_BY_ASSISTANTS, log=log)
        self.window = until(self._find_window, lambda: f"the window {self._title!r}; {self._what_there_is()}")
        self._xdo("windowactivate", "--sync", self.window)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def close(self) -> int:
        """Close the window through the window manager, as its corner button does; the program's exit code."""
        self._xdo("windowactivate", "--sync", self.window)
        self.key("alt+F4")
        return self.process.wait(20)

    def said(self) -> str:
        """What the program wrote to its terminal."""
        return self._log.read_text("utf-8") if self._log.exists() else ""

    def move(self, x: float, y: float) -> None:
        self._xdo("mousemove", "--sync", str(round(x)), str(round(y)))

    def press_drag_release(self, x: float, y: float, dy: float, steps: int = 8) -> None:
        """Press at a point of the screen, move up (dy < 0) or down in small steps, let go."""
        self.move(x, y)
        self._xdo("mousedown", "1")
        for step in range(1, steps + 1):
            self.move(x, y + dy * step / steps)
        self._xdo("mouseup", "1")

    def click(self, x: float, y: float, button: int = 1) -> None:
        self.move(x, y)
        self._xdo("click", str(button))

    def key(self, *names: str) -> None:
        self._xdo("key", "--clearmodifiers", *names)

    def write(self, text: str) -> None:
        self._xdo("type", "--delay", "15", text)

    def photograph(self, file: Path) -> bool:
        """Keep a picture of the screen, if ImageMagick is there to take it."""
        try:
            self.desk.run("import", "-window", "root", str(file))
        except (FileNotFoundError, subprocess.SubprocessError):
            return False
        return True

    def _find_window(self) -> str | None:
        assert self.process.poll() is None, f"ended with {self.process.returncode}: {self.said()}"
        found = self.desk.run("xdotool", "search", "--onlyvisible", "--name", self._title, check=False).split()
        return found[0] if found else None

    def _what_there_is(self) -> str:
        ids = self.desk.run("xdotool", "search", "--name", ".", check=False).split()
        names = [self.desk.run("xdotool", "getwindowname", each, check=False).strip() for each in ids]
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        state = next(line for line in status.splitlines() if line.startswith("State"))
        return f"there are {names}; the program's {state}; it said: {self.said()!r}"

    def _xdo(self, *arguments: str) -> None:
        self.desk.run("xdotool", *arguments)
