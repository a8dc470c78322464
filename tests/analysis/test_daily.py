"""Values by place and day, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knotbook.analysis.daily import daily, merged, moving, values
from knotbook.analysis.measures import Choice, Measure, Span
from knotbook.domain.place import Place

DAY_MS = 86_400_000
START = date(1970, 1, 1)
PIRIFORMIS, KNEE, SACRUM = map(Place.parse, ("piriformis.right", "knee_medial.left", "sacrum.midline"))
Row = tuple[int, int, str, int, str]


def row(day: float, place: Place, level: int, offset_min: int = 0) -> Row:
    return (int(day * DAY_MS), offset_min, str(place), level, "id")


def days(first: int, last: int) -> Span:
    return Span(START + timedelta(days=first), START + timedelta(days=last))


ROWS = [row(0.1, PIRIFORMIS, 9), row(0.2, PIRIFORMIS, 7), row(1, PIRIFORMIS, 2), row(1, KNEE, 0), row(3, PIRIFORMIS, 0)]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure.MEAN, (8 + 2 + 0) / 3),  # the day with two ratings weighs no more than the others
        (Measure.WORST, 9),
        (Measure.BAD_DAYS, 10 / 3),
        (Measure.PAIN_DAYS, 20 / 3),
    ],
)
def test_each_measure(measure: Measure, expected: float) -> None:
    assert values(daily(ROWS, days(0, 3)), measure) == {PIRIFORMIS: pytest.approx(expected, abs=1e-6), KNEE: 0.0}


def test_no_data_is_absent_and_zero_is_not() -> None:
    found = daily(ROWS, days(0, 3), known=[SACRUM])
    for measure in Measure:
        assert values(found, measure)[KNEE] == 0
        assert SACRUM not in values(found, measure)
        assert values(daily([], days(0, 6)), measure) == {}
    assert found.rated_days() == {PIRIFORMIS: 3, KNEE: 1}


def test_only_the_days_of_the_span_count_and_days_are_the_persons_own() -> None:
    rows = [row(1 - 1e-6, PIRIFORMIS, 10), row(1 - 1e-6, PIRIFORMIS, 0, offset_min=1)]
    assert values(daily(rows, days(0, 1)), Measure.BAD_DAYS) == {PIRIFORMIS: 5.0}
    assert values(daily(rows, days(1, 1)), Measure.MEAN) == {PIRIFORMIS: 0.0}
    assert values(daily(rows, days(2, 5)), Measure.MEAN) == {}


def test_a_day_checked_in_without_pain_is_zero_for_every_place_the_person_follows() -> None:
    calm = [START + timedelta(days=n) for n in (1, 2, 9)]
    found = daily([row(0, PIRIFORMIS, 6), row(1, PIRIFORMIS, 0)], days(0, 3), calm, known=[KNEE])
    assert values(found, Measure.MEAN) == {PIRIFORMIS: 2.0, KNEE: 0.0}
    assert found.rated_days() == {PIRIFORMIS: 3, KNEE: 2}


def test_a_day_called_calm_on_which_something_hurt_is_not() -> None:
    found = daily([row(0, PIRIFORMIS, 6)], days(0, 0), [START], known=[KNEE])
    assert values(found, Measure.MEAN) == {PIRIFORMIS: 6.0}


def test_moving_values_day_by_day_by_hand() -> None:
    found = daily(ROWS, days(0, 4))
    mean = moving(found, 2, Measure.MEAN)[:, found.places.index(PIRIFORMIS)]
    assert mean.tolist() == [8, 5, 2, 0, 0]
    assert moving(found, 2, Measure.WORST)[:, 0].tolist() == [9, 9, 2, 0, 0]
    knee = moving(found, 2, Measure.MEAN)[:, found.places.index(KNEE)]
    assert np.isnan(knee[[0, 3, 4]]).all() and knee[[1, 2]].tolist() == [0, 0]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from([PIRIFORMIS, KNEE]), st.integers(0, 10)), max_size=30),
    st.integers(1, 15),
    st.sampled_from(list(Measure)),
)
def test_every_frame_of_the_moving_value_is_the_value_of_its_window(
    ratings: list[tuple[int, Place, int]], window: int, measure: Measure
) -> None:
    found = daily([row(*rating) for rating in ratings], days(0, 12))
    frames = moving(found, window, measure)
    for end in range(13):
        alone = values(found.cut(days(max(0, end - window + 1), end)), measure)
        frame = {p: v for p, v in zip(found.places, frames[end].tolist(), strict=True) if not np.isnan(v)}
        assert frame == pytest.approx(alone, abs=1e-5)


def test_days_read_anew_take_the_place_of_the_old_ones() -> None:
    old = daily(ROWS, days(0, 3))
    again = [row(1, SACRUM, 5), row(0, PIRIFORMIS, 1)]
    new = merged(old, daily(again[:1], days(1, 1)))
    assert values(new, Measure.MEAN) == {PIRIFORMIS: 4.0, SACRUM: 5.0}
    assert values(old, Measure.MEAN)[KNEE] == 0, "the old one is untouched"
    assert values(merged(old, daily(again, days(0, 9))), Measure.MEAN) == {PIRIFORMIS: 1.0, SACRUM: 5.0}


def test_spans_and_choices() -> None:
    today = date(2026, 3, 3)
    assert Choice(7).span(today) == Span(date(2026, 2, 25), today)
    assert Choice(1).span(today).days == 1
    assert Span.last_days(today, 30).before == Span(date(2026, 1, 3), date(2026, 2, 1))
    assert Span.between(today, date(2026, 1, 1)).first == date(2026, 1, 1)
    picked = Span(date(2025, 5, 1), date(2025, 5, 9))
    assert Choice(None, picked=picked).span(today) == picked

    def backwards() -> Span:
        return Span(today, today - timedelta(days=1))

    for wrong in (backwards, lambda: Choice(None), lambda: Choice(7, picked=picked)):
        with pytest.raises(ValueError):
            wrong()
