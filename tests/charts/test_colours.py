from __future__ import annotations

from knotbook.charts.colours import PlaceColours
from knotbook.domain.place import Place

KNEE, HIP, PIRIFORMIS = (Place.parse(f"{name}.right") for name in ("knee_medial", "hip", "piriformis"))


def test_a_place_keeps_its_colour_whatever_is_asked_for_next() -> None:
    colours = PlaceColours(["#1", "#2", "#3"], places=[KNEE])
    assert colours.colour_of(HIP) == "#2"
    assert colours.colour_of(KNEE) == "#1"
    assert colours.colour_of(PIRIFORMIS) == "#3"
    assert colours.colour_of(HIP) == "#2"


def test_another_theme_keeps_the_order_and_too_many_places_begin_again() -> None:
    colours = PlaceColours(["#1", "#2"], places=[KNEE, HIP, PIRIFORMIS])
    assert colours.colour_of(PIRIFORMIS) == "#1"
    colours.set_palette(["#a", "#b", "#c"])
    assert [colours.colour_of(place) for place in (KNEE, HIP, PIRIFORMIS)] == ["#a", "#b", "#c"]
    assert colours.slot(PIRIFORMIS) == 2
