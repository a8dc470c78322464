"""Where it hurts: one vocabulary of places, `structure.side`, used everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

_STRUCTURE = re.compile(r"[a-z][a-z0-9_]*\Z")


class Side(StrEnum):
    """The person's own side, never the viewer's."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"

    @property
    def other(self) -> Side:
        """The opposite side; the midline is its own."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.MIDLINE: Side.MIDLINE}[self]


class View(StrEnum):
    """From where the body is looked at. `SIDE` shows the right side from the right."""

    FRONT = "front"
    BACK = "back"
    SIDE = "side"
    SIDE_LEFT = "side_left"


class Layer(StrEnum):
    """How much has been lifted off the body map."""

    SKIN = "skin"
    SUPERFICIAL = "superficial"
    LIFTED = "lifted"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A structure and a side, such as `piriformis.right`. Stable for ever, whatever the view, layer or figure."""

    structure: str
    side: Side

    def __post_init__(self) -> None:
        if not _STRUCTURE.match(self.structure):
            raise ValueError(f"not a structure id: {self.structure!r}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `structure.side`; raises ValueError if it is not one."""
        structure, dot, side = text.rpartition(".")
        if not dot:
            raise ValueError(f"not a place (structure.side): {text!r}")
        return cls(structure, Side(side))

    @property
    def mirrored(self) -> Place:
        """The same structure on the other side."""
        return Place(self.structure, self.side.other)

    def __str__(self) -> str:
        return f"{self.structure}.{self.side.value}"


@dataclass(frozen=True, slots=True)
class Point:
    """A spot on the map in body units: 1000 units from the crown to the sole.

    Front and back: x from the midline to the viewer's right. Side views: x from the crown's vertical; the person's
    front is +x seen from the right and -x seen from the left. y runs down from the crown.
    """

    view: View
    x: float
    y: float
