"""One label for what is done at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")


def label_for(things: Sequence[_T], label: Callable[[_T], str]) -> str:
    """The label of the only one, or how many there are: "6 at right piriformis", "3 entries"."""
    return label(things[0]) if len(things) == 1 else f"{len(things)} entries"
