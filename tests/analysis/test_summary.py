from __future__ import annotations

import numpy as np

from knotbook.analysis.series import Series, empty_series, from_rows
from knotbook.analysis.summary import DAY_MS, Summary, summarise
from knotbook.domain.place import Place

KNEE = Place.parse("knee_medial.left")
HOUR_MS = 3_600_000


def test_a_place_in_numbers() -> None:
    rows = [
        (10 * HOUR_MS, 60, "knee_medial.left", 3, "a"),
        (12 * HOUR_MS, 60, "knee_medial.left", 5, "b"),
        (36 * HOUR_MS, 60, "knee_medial.left", 4, "c"),
    ]
    (series,) = from_rows(rows)
    assert summarise(series) == Summary(
        first_ms=10 * HOUR_MS, last_ms=36 * HOUR_MS, last=4, mean=4, median=4, worst=5, count=3, days=2, bad_days=1
    )
    part = summarise(series, since_ms=36 * HOUR_MS)
    assert part is not None
    assert (part.count, part.days, part.bad_days) == (1, 1, 0)


def test_the_day_is_the_one_the_person_lived() -> None:
    late = (23 * HOUR_MS, 120, "knee_medial.left", 5, "a")  # 01:00 on the next day, two hours east
    early = (23 * HOUR_MS + 1, -120, "knee_medial.left", 7, "b")  # still the day before, two hours west
    again = (24 * HOUR_MS, 120, "knee_medial.left", 9, "c")
    (series,) = from_rows([late, early, again])
    found = summarise(series)
    assert found is not None
    assert (found.days, found.bad_days) == (2, 2)


def test_without_offsets_days_are_counted_in_utc() -> None:
    series = Series(KNEE, np.array([0, DAY_MS - 1, DAY_MS]), np.array([5, 0, 0], np.float32), tuple("abc"))
    found = summarise(series)
    assert found is not None
    assert (found.days, found.bad_days) == (2, 1)


def test_no_ratings_have_no_numbers() -> None:
    assert summarise(empty_series(KNEE)) is None
