"""What the map asks of the region catalogue."""

from __future__ import annotations

from typing import Protocol

from knotbook.domain.place import Place, Point, Side


class Names(Protocol):
    """Names of places, and how typed text finds them."""

    def name(self, place: Place) -> str:
        """The anatomical name with its side."""
        ...

    def plain(self, place: Place) -> str:
        """The plain name with its side."""
        ...

    def find(self, text: str, limit: int = 8) -> list[Place]:
        """Places meant by typed text, likeliest first."""
        ...

    def under(self, place: Place, point: Point) -> list[tuple[Place, str]]:
        """What lies under a spot of `place`, nearest first, each with how deep it lies in words."""
        ...


def without_side(name: str, place: Place) -> str:
    """A name as it stands where the side has been said already: "Right deep buttock" -> "Deep buttock"."""
    if place.side is Side.MIDLINE or not name.lower().startswith(place.side.value + " "):
        return name
    bare = name[len(place.side.value) + 1 :]
    return bare[:1].upper() + bare[1:]
