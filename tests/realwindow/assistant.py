"""What a screen reader is told about the window: the accessible tree, read by a client in another process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.realwindow.desk import Desk
from tests.realwindow.hand import Box
from tests.realwindow.waiting import until

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_tree.py")
EVENTS = Path(__file__).with_name("atspi_events.py")


def lacking() -> list[str]:
    """["python3-pyatspi"] if the client cannot run here."""
    command = [SYSTEM_PYTHON, "-c", "import importlib.util as u, sys; sys.exit(u.find_spec('pyatspi') is None)"]
    try:
        return [] if subprocess.run(command, capture_output=True).returncode == 0 else ["python3-pyatspi"]
    except FileNotFoundError:
        return [SYSTEM_PYTHON]


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object and everything below it."""

    name: str
    role: str
    description: str
    states: frozenset[str]
    box: Box | None
    value: float | None
    text: str | None
    actions: tuple[str, ...]
    labels: tuple[str, ...]
    children: tuple[Node, ...]

    @classmethod
    def of(cls, data: dict[str, Any]) -> Node:
        given = data | {
            "states": frozenset(data["states"]),
            "box": Box(*data["box"]) if data["box"] else None,
            "actions": tuple(data["actions"]),
            "labels": tuple(data["labels"]),
            "children": tuple(cls.of(child) for child in data["children"]),
        }
        return cls(**given)

    def walk(self) -> Iterator[Node]:
        """This object and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, *, role: str | None = None, name: str | None = None) -> list[Node]:
        """All objects of this role and with this name (exactly)."""
        return [n for n in self.walk() if role in (None, n.role) and name in (None, n.name)]


class Assistant:
    """Reads and presses as assistive software does."""

    def __init__(self, desk: Desk, application: str = "Knotbook") -> None:
        self._desk = desk
        self._application = application

    def tree(self) -> Node:
        """The whole tree; waits until the application is on the accessibility bus."""
        return until(self._read, f"{self._application} on the accessibility bus")

    def shown(self) -> Node:
        """The part of the tree that is on the screen."""
        return until(lambda: self._read("shown"), f"{self._application} on the accessibility bus")

    def press(self, role: str, name: str, action: str = "") -> bool:
        """Do an action of an object, the first if none is named; False if there is no such object or it refuses."""
        arguments = ("press", role, name, *([action] if action else []))
        return until(lambda: self._answer(*arguments), f"{role} {name!r} to be pressed").returncode == 0

    def names_at(self, x: float, y: float) -> list[str]:
        """The names of what lies at a pixel of the screen, the window first."""
        said = until(lambda: self._answer("at", str(round(x)), str(round(y))), f"what lies at {x}, {y}")
        assert said.returncode == 0, said.stderr
        found: list[str] = json.loads(said.stdout)
        return found

    def _read(self, *arguments: str) -> Node | None:
        said = self._answer(*arguments)
        if said is None:
            return None
        assert said.returncode == 0, said.stderr
        tree = Node.of(json.loads(said.stdout))
        return tree if tree.children else None

    def _answer(self, *arguments: str) -> subprocess.CompletedProcess[str] | None:
        """None: the application is not there yet, or changed while it was asked."""
        said = self._ask(*arguments)
        return None if said.returncode == 3 else said

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [SYSTEM_PYTHON, str(CLIENT), self._application, *arguments]
        return subprocess.run(command, env=self._desk.env, capture_output=True, text=True, timeout=60)


class Listener:
    """Hears what an application tells assistive software. Use as a context, begun before the application."""

    def __init__(self, desk: Desk, application: str = "Knotbook") -> None:
        self._desk = desk
        self._application = application
        self._file = desk.home / "heard"

    def __enter__(self) -> Listener:
        command = (SYSTEM_PYTHON, str(EVENTS), self._application)
        with self._file.open("wb") as file, (self._desk.home / "listener.log").open("wb") as log:
            self._process = self._desk.start(*command, log=log, out=file)
        until(lambda: self._file.read_text("utf-8").startswith("ready"), "the listener")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)

    def heard(self) -> list[tuple[str, str]]:
        """(event, what was said) of all events so far."""
        whole = self._file.read_text("utf-8").rpartition("\n")[0].splitlines()[1:]
        return [(event["event"], event["said"]) for event in map(json.loads, whole)]

    def after(self, do: Callable[[], object], event: str, said: str) -> None:
        """Do something, and wait until it is told by this event."""
        before = len(self.heard())
        do()
        wanted = (event, said)
        until(lambda: wanted in self.heard()[before:], lambda: f"{wanted}; told were {self.heard()[before:]}")

    def told(self, do: Callable[[], object], event: str) -> str:
        """Do something, and give what is told next by this event."""
        before = len(self.heard())
        do()
        return until(lambda: [said for kind, said in self.heard()[before:] if kind == event], f"any {event}")[0]
