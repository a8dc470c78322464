from __future__ import annotations

from itertools import combinations

import pytest

from knotbook.charts.colours import PlaceColours
from knotbook.domain.place import Place, Side
from knotbook.resources.theme import NAMES, load_theme
from tests.colour import contrast, difference

KNEE, HIP, PIRIFORMIS = (Place.parse(f"{name}.right") for name in ("knee_medial", "hip", "piriformis"))
RED, TEAL, BLUE = "#9c4438", "#007872", "#2266a4"


def test_a_place_keeps_its_colour_whatever_is_asked_for_next() -> None:
    colours = PlaceColours([RED, TEAL, BLUE], places=[KNEE])
    assert colours.colour_of(HIP) == TEAL
    assert colours.colour_of(KNEE) == RED
    assert colours.colour_of(PIRIFORMIS) == BLUE
    assert colours.colour_of(HIP) == TEAL


def test_another_theme_keeps_the_order_and_the_numbers() -> None:
    colours = PlaceColours([RED, TEAL], places=[KNEE, HIP, PIRIFORMIS])
    colours.set_palette([BLUE, RED, TEAL])
    assert [colours.colour_of(place) for place in (KNEE, HIP, PIRIFORMIS)] == [BLUE, RED, TEAL]
    assert colours.slot(PIRIFORMIS) == 2


@pytest.mark.parametrize("name", NAMES)
def test_sixteen_places_have_sixteen_colours_that_can_be_read_as_text(name: str) -> None:
    theme = load_theme(name)
    colours = PlaceColours(theme.series)
    shown = [colours.colour_of(Place(f"place_{n}", Side.RIGHT)) for n in range(17)]
    assert shown[16] == shown[0], "then from the first again"
    assert min(difference(one, other) for one, other in combinations(shown[:16], 2)) >= 3
    assert min(contrast(one, theme.surface) for one in shown) >= 4.5
