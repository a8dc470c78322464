"""What comes out of a typed line, and what the grammar must know of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from knotbook.domain.place import Place
from knotbook.domain.records import Body


class Names(Protocol):
    """What the grammar asks of the catalogue."""

    @property
    def side_words(self) -> Mapping[str, Sequence[str]]:
        """What people type for "right", "left" and "both"."""
        ...

    def is_sure(self, text: str) -> bool:
        """Whether the likeliest place is really named by `text`."""
        ...

    def find(self, text: str, limit: int = 8) -> list[Place]:
        """Places meant by typed text, likeliest first; without a side word both sides."""
        ...

    def spoken(self, place: Place) -> str:
        """The name in running text: "right piriformis"."""
        ...

    def plain(self, place: Place) -> str:
        """The plain name with its side: "Right deep buttock"."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be saved, as a sentence. `unfinished`: nothing is wrong yet, something is still to come.

    `typed`: the words that were not understood.
    """

    words: str
    unfinished: bool = False
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on. `text`: the whole line with it; `shown`, `detail`: what to call it; `kind`: what it is.

    Kinds: place, side, quality, context, tool, sign, exercise, start.
    """

    text: str
    shown: str
    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A typed line, understood. `words`: one sentence for each body, in the same order."""

    bodies: tuple[Body, ...] = ()
    words: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    completions: tuple[Completion, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether the whole line can be saved as it is."""
        return bool(self.bodies) and not self.errors
