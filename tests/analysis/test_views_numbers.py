"""Calendar, flares and their gaps, responses, hours of the week, levels, doses and tables, against numbers by hand."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knotbook.analysis.day_marks import day_marks, worst_and_mean
from knotbook.analysis.dose import dose
from knotbook.analysis.flares import gaps, onsets, shuffled_chance
from knotbook.analysis.measures import Span
from knotbook.analysis.responses import Row, responses, tried
from knotbook.analysis.series import Series, empty_series, from_rows
from knotbook.analysis.spread import spread
from knotbook.analysis.tabular import Table, csv_text, safe, tsv_text
from knotbook.analysis.week_hours import week_hours
from knotbook.domain.place import Place

KNEE, HIP = Place.parse("knee_medial.right"), Place.parse("piriformis.right")
HOUR, DAY = 3_600_000, 86_400_000
MARCH = date(2026, 3, 1)


def utc(day: date, hour: float = 12.0) -> int:
    return round((day - date(1970, 1, 1)).days * DAY + hour * HOUR)


def number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


def of(place: str, *rows: tuple[int, int, int]) -> Series:
    """A series of (ms UTC, minutes east, NRS)."""
    return from_rows([(t, east, place, level, str(n)) for n, (t, east, level) in enumerate(rows)])[0]


def test_the_days_of_a_series_have_a_worst_and_a_mean() -> None:
    rows = (utc(MARCH), 60, 3), (utc(MARCH), 60, 6), (utc(MARCH, 23.5), 60, 1)
    days, worst, mean = worst_and_mean(of("a.left", *rows))
    assert days.tolist() == [number(MARCH), number(MARCH) + 1]
    assert (worst.tolist(), mean.tolist()) == ([6, 1], [4.5, 1])
    assert worst_and_mean(empty_series(HIP))[0].tolist() == []


# --- calendar


def test_a_day_has_its_worst_rating_its_counts_and_is_free_of_pain_only_where_the_person_looked() -> None:
    pains = [of("a.left", (utc(MARCH), 60, 3)), of("b.left", (utc(MARCH), 60, 7))]
    calm = [MARCH, MARCH + timedelta(days=1)]
    marks = day_marks(pains, calm, [(utc(MARCH), 60)] * 2, Span(MARCH, MARCH + timedelta(days=2)))
    assert marks.worst.tolist()[:2] == [7, 0]
    assert marks.checked.tolist() == [True, True, False]
    assert marks.first == 0
    assert np.isnan(marks.worst[2])
    assert marks.ratings.tolist() == [2, 0, 0]
    assert marks.releases.tolist() == [2, 0, 0]
    assert marks.known == 2


def test_the_day_is_the_one_the_person_lived() -> None:
    west = (utc(MARCH, 2.0), -300, 4)  # the evening before
    late = (utc(MARCH, 23.5), 60, 5)  # half past midnight where the person was
    marks = day_marks([of("a.left", west, late)], [], [], Span(MARCH, MARCH + timedelta(days=1)))
    assert np.isnan(marks.worst[0])
    assert marks.worst[1] == 5


# --- flares


def level(*runs: tuple[int, float]) -> np.ndarray:
    return np.concatenate([np.full(n, value) for n, value in runs])


def test_a_flare_is_two_above_the_median_before_and_at_least_four() -> None:
    assert onsets(level((14, 2), (1, 4))).tolist() == [14]
    assert onsets(level((14, 3), (1, 4))).tolist() == []  # only one above
    assert onsets(level((14, 1), (1, 3))).tolist() == []  # under four


def test_a_flare_goes_on_until_two_days_were_none() -> None:
    assert onsets(level((14, 2), (3, 6), (1, 2), (1, 6), (2, 2), (1, 6))).tolist() == [14, 21]


def test_too_little_known_before_is_no_flare_and_unknown_days_are_none() -> None:
    assert onsets(np.array([1, 1, 9.0])).tolist() == []
    assert onsets(np.array([1, 1, 1, np.nan, np.nan, 9.0])).tolist() == [5]


def flaring(*first_days: int) -> list[tuple[int, float]]:
    return [(number(MARCH) + n, 8.0 if n in first_days else 1.0) for n in range(first_days[-1] + 1)]


def test_gaps_run_from_flare_to_flare_and_the_last_is_open() -> None:
    found = gaps(flaring(20, 25, 35), [], MARCH + timedelta(days=40))
    assert found is not None
    assert found.days == (5, 10, 5)
    assert found.halves == (1, 2)
    assert (found.chance, found.lengthen) == (None, False)


def test_nothing_known_is_not_no_flare() -> None:
    assert gaps([], [MARCH], MARCH) is None
    calm = gaps([(number(MARCH), 0.0)], [], MARCH)
    assert calm is not None and calm.days == ()


def test_from_ten_flares_on_growing_gaps_are_said_and_shrinking_ones_are_not() -> None:
    growing = np.cumsum([20, *range(4, 24, 2)]).tolist()
    found = gaps(flaring(*growing), [], MARCH + timedelta(days=growing[-1] + 25))
    assert found is not None and len(found.began) == 11
    assert found.lengthen
    shrinking = np.cumsum([20, *range(22, 2, -2)]).tolist()
    other = gaps(flaring(*shrinking), [], MARCH + timedelta(days=shrinking[-1] + 3))
    assert other is not None and other.chance is not None and other.chance > 0.9


def test_the_chance_is_that_of_all_orders() -> None:
    """Of the six orders of 1, 2, 3 one lengthens as much as (1, 2, 3) and all as much as (3, 2, 1)."""
    assert shuffled_chance(np.array([1.0, 2.0, 3.0])) == pytest.approx(1 / 6, abs=0.03)
    assert shuffled_chance(np.array([3.0, 2.0, 1.0])) == 1.0


@given(st.lists(st.integers(0, 10), max_size=80))
def test_no_flare_begins_within_two_days_of_another(levels: list[int]) -> None:
    found = onsets(np.array(levels, dtype=float))
    assert (np.diff(found) > 2).all()
    assert all(levels[n] >= 4 for n in found)


# --- responses


def row(n: int, *levels: int | None, at: Place = HIP) -> Row:
    before, after, half, morning = levels
    return (str(at), f"r{n}", utc(MARCH + timedelta(days=n), 23.5), 60, before, after, half, morning)


def test_a_response_needs_a_rating_before_and_one_after() -> None:
    rows = [row(0, 6, 5, 4, None), row(1, None, 5, 4, 3), row(2, 6, None, None, None), row(3, 6, 4, 4, 8, at=KNEE)]
    found = responses(rows, HIP, KNEE)
    assert found.ids == ("r0",)
    assert found.when == (datetime(2026, 3, 2, 0, 30),)
    assert found.counts == (1, 1, 1, 0)
    assert not found.enough
    assert found.medians == (None,) * 4
    assert tried(rows) == [(KNEE, 1), (HIP, 1)]


def test_medians_come_with_eight_and_only_where_eight_were_rated() -> None:
    found = responses([row(n, 6, 6 - n % 3, 2 if n else None, None) for n in range(8)], HIP, KNEE)
    assert found.enough
    assert found.medians == (6.0, 5.0, None, None)
    assert found.against_before(1) == (5, 3, 0)
    assert found.steps(0) == {(6, 6): 3, (6, 5): 3, (6, 4): 2}


# --- hours, levels, doses


def test_an_hour_with_fewer_than_three_ratings_has_no_mean() -> None:
    monday = date(2026, 3, 2)
    rows = [(utc(monday, -1), 60, 5)] * 2 + [(utc(monday, 24), 60, n) for n in (3, 4, 5)]
    rows += [(utc(monday, 6 * 24 + 22.5), 60, 1)] * 3
    found = week_hours(of("a.left", *rows))
    assert np.isnan(found.mean[0, 0])
    assert (found.mean[1, 1], found.mean[6, 23]) == (4, 1)
    assert (found.count[0, 0], found.total) == (2, 8)
    assert found.extremes() == ((1, 1), (6, 23))


def test_two_spans_are_compared_by_shares_and_medians() -> None:
    one = of("a.left", *((utc(MARCH + timedelta(days=n)), 60, level) for n, level in enumerate((6, 2, 2, 2, 9))))
    now = Span(MARCH + timedelta(days=1), MARCH + timedelta(days=3))
    found = spread(one, now, Span(MARCH, MARCH))
    assert (found.now.sum(), found.then.sum()) == (3, 1)
    assert found.shares()[0][2] == 1.0
    assert found.medians() == (2.0, 6.0)
    assert spread(one, now, None).then.sum() == 0
    even = spread(of("a.left", *((utc(MARCH), 0, level) for level in (2, 2, 5, 5))), Span(MARCH, MARCH), None)
    assert even.medians() == (3.5, None)


def test_the_days_of_a_span_are_those_the_person_lived() -> None:
    late = of("a.left", (utc(MARCH, 23.5), 60, 5))  # past midnight, an hour east of Greenwich
    assert spread(late, Span(MARCH, MARCH), None).now.sum() == 0
    assert spread(late, Span(MARCH + timedelta(days=1), MARCH + timedelta(days=1)), None).now.sum() == 1


def test_weeks_run_from_monday_and_calm_days_count_from_the_first_rating_on() -> None:
    monday = date(2026, 3, 2)
    week = (number(monday) + 3) // 7
    felt = [(number(monday), 6.0), (number(monday) + 6, 4.0)]
    calm = [monday - timedelta(days=1), monday + timedelta(days=1)]
    found = dose(felt, calm, [(week, 600, 4, 1)], [(week - 1, 9, 3)], monday + timedelta(days=2), 2)
    assert found.first == date(2026, 2, 23)
    assert found.minutes.tolist() == [0, 10]
    assert found.sets.tolist() == [9, 0]
    assert found.days.tolist() == [0, 3]
    assert np.isnan(found.pain[0])
    assert found.pain[1] == pytest.approx(10 / 3)
    assert not found.is_empty


# --- tables


def test_a_table_is_written_for_machines() -> None:
    table = Table(("Day", "Worst, of all"), (("2026-03-01", 6), ("x", 4.25), ("y", None), ("z", float("nan"))))
    assert csv_text(table) == 'Day,"Worst, of all"\r\n2026-03-01,6\r\nx,4.25\r\ny,\r\nz,\r\n'
    assert tsv_text(table).splitlines()[1] == "2026-03-01\t6"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_a_formula(start: str) -> None:
    assert safe(f"{start}1") == f"'{start}1"
    assert safe(-1) == "-1"  # a number is no formula


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_any_words_come_back_from_the_csv(cells: list[str]) -> None:
    table = Table(("a",) * len(cells), (tuple(cells),))
    found = list(csv.reader(io.StringIO(csv_text(table), newline="")))
    assert found[1] == [safe(cell) for cell in cells]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in found[1])
