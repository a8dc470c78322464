"""What worked before: counts of what followed, failures beside successes, nothing below the gate."""

from __future__ import annotations

from knotbook.analysis.worked import ENOUGH, Outcome, worked_before
from knotbook.domain.place import Place

BALL, ROLL = "gluteus_minimus.right", "vastus_lateralis.right"


def test_each_place_is_counted_with_what_followed() -> None:
    trials = [(BALL, 6, 3, 4)] * 7 + [(BALL, 5, 5, 6), (BALL, 4, 6, None)] + [(ROLL, 6, 6, 6)] * 9
    ball, roll = worked_before(trials)
    assert ball.place == Place.parse(BALL) and ball.times == 9
    assert ball.half_hour == Outcome(lower=7, same=1, higher=1, median=-3)
    assert ball.next_morning == Outcome(lower=7, same=0, higher=1, median=-2)
    assert roll.half_hour == Outcome(same=9, median=0)


def test_below_the_gate_there_is_no_median_and_it_says_how_many_are_missing() -> None:
    (one,) = worked_before([(BALL, 6, 3, None)] * (ENOUGH - 1))
    assert one.half_hour.median is None and one.half_hour.missing == 1 and not one.enough
    assert one.next_morning.missing == ENOUGH


def test_what_was_tried_without_ratings_is_counted_as_tried() -> None:
    (one,) = worked_before([(BALL, None, 3, 2), (BALL, 4, None, None)])
    assert one.times == 2 and one.half_hour.n == one.next_morning.n == 0


def test_what_can_be_told_comes_first_then_the_most_tried_whatever_followed() -> None:
    worse = [("a.right", 3, 6, 6)] * 8
    often = [("b.right", 3, None, None)] * 20
    better = [("c.right", 6, 1, 1)] * 8
    assert [t.place.structure for t in worked_before([*better, *often, *worse])] == ["a", "c", "b"]


def test_nothing_tried_is_nothing_told() -> None:
    assert worked_before([]) == ()
