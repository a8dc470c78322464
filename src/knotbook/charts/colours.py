"""One colour for one region, everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knotbook.analysis.subjects import Subject


class PlaceColours:
    """Hands out the colours of a palette to places in the order in which they are first asked for, and remembers.

    Start it with the places in the order in which they were first logged and every run gives the same colours. When
    there are more places than colours, they are used again from the first.
    """

    def __init__(self, palette: Sequence[str], places: Iterable[Subject] = ()) -> None:
        self._palette = tuple(palette)
        self._slots: dict[Subject, int] = {}
        for place in places:
            self.slot(place)

    def slot(self, place: Subject) -> int:
        """The place's number, from 0, without end; the same for ever."""
        return self._slots.setdefault(place, len(self._slots))

    def colour_of(self, place: Subject) -> str:
        """The place's colour as `#rrggbb`."""
        return self._palette[self.slot(place) % len(self._palette)]

    def set_palette(self, palette: Sequence[str]) -> None:
        """Use another theme's colours; every place keeps its number."""
        self._palette = tuple(palette)
