from __future__ import annotations

import pytest

from knotbook.analysis.heat import Measure, heat
from knotbook.domain.place import Place

DAY_MS = 86_400_000
ROWS = [
    (0, 0, "piriformis.right", 9, "a"),
    (1, 0, "piriformis.right", 7, "b"),
    (DAY_MS, 0, "piriformis.right", 2, "c"),
    (DAY_MS, 0, "knee_medial.left", 0, "d"),
]
PIRIFORMIS, KNEE = Place.parse("piriformis.right"), Place.parse("knee_medial.left")


@pytest.mark.parametrize(
    ("measure", "expected"),
    [(Measure.MEAN, 5.0), (Measure.WORST, 9.0), (Measure.BAD_DAYS, 5.0)],
)
def test_each_measure(measure: Measure, expected: float) -> None:
    assert heat(ROWS, measure) == {PIRIFORMIS: expected, KNEE: 0.0}


def test_no_data_is_absent_and_zero_is_not() -> None:
    found = heat(ROWS, Measure.MEAN)
    assert found[KNEE] == 0
    assert Place.parse("sacrum.midline") not in found
    assert heat([], Measure.WORST) == {}


def test_the_order_of_rows_does_not_matter_and_days_are_local() -> None:
    for measure in Measure:
        assert heat(ROWS[::-1], measure) == heat(ROWS, measure)
    two_days = [(DAY_MS - 1, 0, "piriformis.right", 10, "a"), (DAY_MS - 1, 1, "piriformis.right", 0, "b")]
    assert heat(two_days, Measure.BAD_DAYS) == {PIRIFORMIS: 5.0}
