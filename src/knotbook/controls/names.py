"""What a room that names places asks of the region catalogue."""

from __future__ import annotations

from typing import Protocol

from knotbook.domain.place import Place


class Names(Protocol):
    """Names of places, and how typed text finds them."""

    def name(self, place: Place) -> str:
        """The anatomical name with its side: "Right piriformis"."""
        ...

    def plain(self, place: Place) -> str:
        """The plain name with its side: "Right deep buttock"."""
        ...

    def spoken(self, place: Place) -> str:
        """The name as it stands in running text: "right piriformis"."""
        ...

    def find(self, text: str, limit: int = 8) -> list[Place]:
        """Places meant by typed text, likeliest first."""
        ...
