from __future__ import annotations

import pytest

from knotbook.analysis.by_day import by_day
from knotbook.analysis.measures import Measure
from knotbook.analysis.reckoning import reckoned
from knotbook.analysis.series import NIGHT, RECALLED, empty_series, one_series
from knotbook.analysis.subjects import GroupOf, SpotOf, mirrored, sides_of
from knotbook.domain.place import Place, Side

HOUR = 3_600_000
PIR = Place("piriformis", Side.RIGHT)
START = 20_000 * 24 * HOUR  # a midnight in UTC


def row(hour: float, level: int, east: int = 0) -> tuple[int, int, str, int, str]:
    return (START + round(hour * HOUR), east, str(PIR), level, f"at{hour}")


ROWS = [row(9, 3), row(12, 7), row(15, 7), row(20, 2), row(33, 0), row(57, 5)]


def test_each_day_in_its_numbers() -> None:
    days = by_day(one_series(PIR, ROWS))
    assert days.day.tolist() == [20_000, 20_001, 20_002]
    assert days.worst.tolist() == [7, 0, 5]
    assert days.mean.tolist() == [4.75, 0, 5]
    assert days.last.tolist() == [2, 0, 5]
    assert days.worst_at.tolist() == [1, 4, 5], "the earlier of equals"


def test_a_day_is_the_one_the_person_lived() -> None:
    days = by_day(one_series(PIR, [row(23, 4, 120), row(30, 6, 120), row(31, 2, -600)]))
    assert days.day.tolist() == [20_000, 20_001]
    assert days.count.tolist() == [1, 2]
    assert days.last.tolist() == [2, 6], "the journey west belongs to the day before"


@pytest.mark.parametrize(
    ("measure", "levels", "first"),
    [
        (Measure.WORST, [7, 0, 5], "at12"),
        (Measure.MEAN, [4.75, 0, 5], "at20"),
        (Measure.PAIN_DAYS, [10, 0, 10], "at20"),
        (Measure.BAD_DAYS, [10, 0, 10], "at20"),
    ],
)
def test_one_value_a_day(measure: Measure, levels: list[float], first: str) -> None:
    found = reckoned(one_series(PIR, ROWS), measure)
    assert found.intensity.tolist() == levels
    assert found.ids[0] == first


def test_days_over_four_are_over_four() -> None:
    assert reckoned(one_series(PIR, [row(9, 4)]), Measure.BAD_DAYS).intensity.tolist() == [0]
    assert len(reckoned(empty_series(PIR), Measure.MEAN)) == 0


def test_nights_and_recalled_ratings_are_marked() -> None:
    found = one_series(PIR, [row(2, 3), row(6, 3), row(12, 3), row(22, 1), row(23.5, 1, 60)], {"at12"}, {"at22", "at6"})
    assert found.flags is not None
    assert found.flags.tolist() == [NIGHT, RECALLED, NIGHT, NIGHT | RECALLED, NIGHT]


def test_left_against_right() -> None:
    left, sacrum = PIR.mirrored, Place("sacrum", Side.MIDLINE)
    assert mirrored(left) == (PIR, left)
    assert mirrored(sacrum) == (sacrum,)
    assert mirrored(SpotOf("x", PIR)) == (SpotOf("x", PIR),)
    assert mirrored(GroupOf("knee")) == (GroupOf("knee", Side.RIGHT), GroupOf("knee", Side.LEFT))
    assert sides_of([left, PIR, sacrum]) == ([PIR, left, sacrum], [0, 0, 1])
