"""When two presses mean the same point."""

from __future__ import annotations

import pytest

from knotbook.domain.place import Point, View
from knotbook.domain.spots import LEAST, MOST, middle, nearest, reach_units


@pytest.mark.parametrize(("scale", "reach"), [(0.6, MOST), (2.8, 5.0), (20.0, LEAST), (0.0, MOST)])
def test_the_reach_shrinks_with_the_zoom_within_its_bounds(scale: float, reach: float) -> None:
    assert reach_units(scale) == pytest.approx(reach)


def test_the_nearest_within_reach_is_meant_and_never_one_of_another_view() -> None:
    known = [("a", Point(View.BACK, 0, 0)), ("b", Point(View.BACK, 4, 0)), ("c", Point(View.FRONT, 3, 0))]
    assert nearest(Point(View.BACK, 3, 0), known, 5) == "b"
    assert nearest(Point(View.BACK, 3, 0), known[2:], 5) is None
    assert nearest(Point(View.BACK, 10, 0), known, 5) is None


def test_a_middle_needs_points_of_one_view() -> None:
    assert middle([Point(View.BACK, 0, 0), Point(View.BACK, 4, 2)]) == Point(View.BACK, 2, 1)
    with pytest.raises(ValueError, match="one view"):
        middle([Point(View.BACK, 0, 0), Point(View.FRONT, 4, 2)])
    with pytest.raises(ValueError, match="one view"):
        middle([])
