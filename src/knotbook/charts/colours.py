"""One colour for one region, everywhere."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Sequence

from knotbook.analysis.subjects import Subject


class PlaceColours:
    """Hands out the colours of a palette to places in the order in which they are first asked for, and remembers.

    Start it with the places in the order in which they were first logged and every run gives the same colours. When
    there are more places than colours, each colour is used a second time between its neighbours' hues and stronger
    against the ground; with more than twice as many, from the first again.
    """

    def __init__(self, palette: Sequence[str], places: Iterable[Subject] = ()) -> None:
        self._palette = _twice(palette)
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
        self._palette = _twice(palette)


_HUE_APART = 0.03  # of the circle; eight hues lie 0.125 apart
_STRONGER = 0.3  # of the way to black on a light ground, to white on a dark one


def _twice(palette: Sequence[str]) -> tuple[str, ...]:
    """The palette, then as many other colours, each further from the ground than the one it comes from."""
    light_ground = sum(_rgb_to_hls(colour)[1] for colour in palette) < 0.5 * len(palette)
    return (*palette, *(_beside(colour, 0.0 if light_ground else 1.0) for colour in palette))


def _beside(colour: str, goal: float) -> str:
    hue, light, full = _rgb_to_hls(colour)
    parts = colorsys.hls_to_rgb((hue + _HUE_APART) % 1.0, light + (goal - light) * _STRONGER, full)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _rgb_to_hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)
