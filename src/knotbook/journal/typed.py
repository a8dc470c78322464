"""Typed text as questions: its words may be in an entry, or name the place where it happened, or some of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from knotbook.controls.names import Names
from knotbook.domain.place import Place
from knotbook.domain.sought import Reading

MOST_NAMED = 6
"""So many of the first words may name places."""


class PlaceBook(Names, Protocol):
    """What the journal asks of the region catalogue."""

    def called(self, text: str) -> list[Place]:
        """Every place that is called so, or whose name begins so; no guesses at typing errors."""
        ...


def readings(text: str, book: PlaceBook) -> tuple[Reading, ...]:
    """Every way to understand `text`: "cramp pir r" is two words and a beginning, or "cramp" at the right piriformis.

    Empty if nothing but spaces was typed.
    """
    words = text.split()
    if not words:
        return ()
    return (Reading(words=text), *_with_places(words, book))


def _with_places(words: list[str], book: PlaceBook) -> Iterator[Reading]:
    first = min(len(words), MOST_NAMED)
    for start in range(first):
        for end in range(start + 1, first + 1):
            places = book.called(" ".join(words[start:end]))
            if places:
                yield Reading(words=" ".join((*words[:start], *words[end:])), places=tuple(places))
