"""One run of Knotbook with one diary, and what can be seen of it."""

from __future__ import annotations

import sys
from pathlib import Path

from knotbook.domain.place import Layer, Place, View
from tests.realwindow.assistant import Assistant, Node
from tests.realwindow.desk import Desk
from tests.realwindow.file import pains
from tests.realwindow.hand import App, Box
from tests.realwindow.picture import on_screen
from tests.realwindow.waiting import until

BUTTOCK = Place.parse("gluteus_maximus.right")
STEP_PX = 16
"""Pixels of the drag for one number."""


class Sitting:
    """Use as a context: Knotbook runs, its window has been seen and its diary is there. `through`: what starts it."""

    def __init__(self, desk: Desk, diary: Path, *through: str) -> None:
        self.diary = diary
        self.app = App(desk, (*through, sys.executable, "-m", "knotbook", "--diary", str(diary)), "Knotbook")
        self.assistant = Assistant(desk)

    def __enter__(self) -> Sitting:
        self.app.__enter__()
        until(lambda: self.diary.exists(), lambda: f"the diary; the app said: {self.app.said()}")
        return self

    def __exit__(self, *_: object) -> None:
        self.app.__exit__()

    def map_box(self) -> Box:
        (found,) = until(lambda: self.assistant.shown().find(name="Body map"), "the body map")
        assert found.box is not None
        return found.box

    def named(self, role: str, name: str) -> Node:
        """The object of this role and name on the screen, waited for."""
        return until(lambda: self.assistant.shown().find(role=role, name=name), f"{role} {name!r}")[0]

    def click_on(self, node: Node) -> None:
        """Click in the middle of it, once it lies where it lay before: a page may still be finding its layout."""
        while (now := self.named(node.role, node.name)).box != node.box:
            node = now
        assert node.box is not None
        self.app.click(*node.box.middle)

    def buttock(self) -> tuple[float, float]:
        """The right buttock on the screen, with the superficial muscles on show."""
        self.click_on(self.named("radio button", "Layer: Muscles"))
        return on_screen(self.map_box(), BUTTOCK, View.BACK, Layer.SUPERFICIAL)

    def type_an_entry(self, name: str, number: str) -> None:
        """Log by keys alone."""
        self.app.write(name)
        self.app.key("Return")
        self.app.write(number)
        self.app.key("Return")

    def until_pains(self, *wanted: tuple[str, int]) -> None:
        until(
            lambda: pains(self.diary) == list(wanted), lambda: f"{wanted} in the file, which holds {pains(self.diary)}"
        )
