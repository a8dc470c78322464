"""What a screen reader is told about the window: the accessible tree, read by a client in another process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.realwindow.desk import Desk
from tests.realwindow.hand import Box
from tests.realwindow.waiting import until

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_tree.py")


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
    children: tuple[Node, ...]

    @classmethod
    def of(cls, data: dict[str, Any]) -> Node:
        given = data | {
            "states": frozenset(data["states"]),
            "box": Box(*data["box"]) if data["box"] else None,
            "actions": tuple(data["actions"]),
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

    def press(self, role: str, name: str) -> bool:
        """Do the first action of an object; False if there is none or it refuses."""
        return self._ask("press", role, name).returncode == 0

    def _read(self) -> Node | None:
        said = self._ask()
        if said.returncode == 3:
            return None
        assert said.returncode == 0, said.stderr
        tree = Node.of(json.loads(said.stdout))
        return tree if tree.children else None

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [SYSTEM_PYTHON, str(CLIENT), self._application, *arguments]
        return subprocess.run(command, env=self._desk.env, capture_output=True, text=True, timeout=60)
