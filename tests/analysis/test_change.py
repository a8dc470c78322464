from __future__ import annotations

from knotbook.analysis.change import Changes, changes
from knotbook.domain.place import Place

A, B, C, D, E = (Place.parse(f"{name}.left") for name in "abcde")
THEN = {A: 6.0, B: 2.0, C: 3.0, D: 1.0}
NOW = {A: 3.0, B: 4.0, C: 3.4, E: 8.0}


def compared() -> Changes:
    return changes(THEN, NOW, dict.fromkeys(THEN, 20), dict.fromkeys(NOW, 3))


def test_better_worse_same_and_only_in_one() -> None:
    found = compared()
    assert [(c.place, c.points) for c in found.better] == [(A, -3.0)]
    assert [(c.place, c.points) for c in found.worse] == [(B, 2.0)]
    assert [c.place for c in found.same] == [C]
    assert found.only_then == (D,) and found.only_now == (E,), "no data in one of the two is no difference"


def test_the_greatest_change_comes_first_with_the_days_behind_it() -> None:
    found = compared()
    assert [c.place for c in found.both] == [A, B, C]
    assert found.both[0].days == (20, 3)


def test_zero_is_data_for_a_difference() -> None:
    found = changes({A: 4.0}, {A: 0.0}, {A: 1}, {A: 1})
    assert found.both[0].points == -4
