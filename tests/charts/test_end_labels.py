from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knotbook.charts.end_labels import spread


@given(st.lists(st.floats(-50, 250), max_size=8))
def test_labels_stay_apart_and_inside_in_their_order(wanted: list[float]) -> None:
    placed = spread(wanted, height=20, least=0, most=200)
    assert all(0 <= top <= 200 for top in placed)
    in_order = sorted(placed)
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(in_order))
    assert [placed[i] for i in sorted(range(len(wanted)), key=lambda i: wanted[i])] == in_order


def test_labels_that_have_room_are_not_moved() -> None:
    assert spread([10, 80, 40], 20, 0, 200) == [10, 80, 40]
    assert spread([], 20, 0, 200) == []
    assert spread([50, 52], 20, 0, 200) == pytest.approx([50, 70])
