from __future__ import annotations

import numpy as np
import pytest

from knotbook.analysis.series import NIGHT, RECALLED, Series, amended, empty_series, from_rows, one_series
from knotbook.domain.place import Place

PIRIFORMIS = Place.parse("piriformis.right")
KNEE = Place.parse("knee_medial.left")
HIP = Place.parse("hip.left")


def test_rows_become_one_series_a_place_in_order_of_first_rating() -> None:
    rows = [
        (1_000, 60, "piriformis.right", 6, "a"),
        (2_000, 60, "knee_medial.left", 0, "b"),
        (2_000, -300, "piriformis.right", 3, "c"),
    ]
    piriformis, knee = from_rows(rows)
    assert (piriformis.place, knee.place) == (PIRIFORMIS, KNEE)
    assert piriformis.utc_ms.tolist() == [1_000, 2_000]
    assert piriformis.intensity.tolist() == [6.0, 3.0]
    assert piriformis.ids == ("a", "c")
    assert piriformis.offset_min is not None
    assert piriformis.offset_min.tolist() == [60, -300]
    assert (piriformis.utc_ms.dtype, piriformis.intensity.dtype) == (np.int64, np.float32)
    assert knee.intensity.tolist() == [0.0]


def test_no_rows_make_no_series() -> None:
    assert from_rows([]) == []
    assert len(empty_series(KNEE)) == 0


def test_places_asked_for_come_in_their_order_and_may_be_empty() -> None:
    rows = [(1_000, 0, "piriformis.right", 6, "a")]
    knee, piriformis = from_rows(rows, [KNEE, PIRIFORMIS])
    assert (knee.place, len(knee)) == (KNEE, 0)
    assert piriformis.ids == ("a",)


def test_a_series_refuses_arrays_of_different_length_and_time_that_runs_backwards() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Series(KNEE, np.array([1, 2]), np.array([1.0], np.float32), ("a", "b"))
    with pytest.raises(ValueError, match="differ in length"):
        Series(KNEE, np.array([1]), np.array([1.0], np.float32), ("a",), np.array([0, 0], np.int16))
    with pytest.raises(ValueError, match="ascend"):
        Series(KNEE, np.array([2, 1]), np.array([1, 1], np.float32), ("a", "b"))


def test_a_window_holds_both_its_ends() -> None:
    series = Series(KNEE, np.array([10, 20, 20, 30]), np.zeros(4, np.float32), tuple("abcd"))
    assert series.window(20, 30) == slice(1, 4)
    assert series.window(10.5, 29.5) == slice(1, 3)
    assert series.window(21, 29) == slice(3, 3)
    assert series.window(-np.inf, np.inf) == slice(0, 4)
    assert series.window(30, 10) == slice(3, 3)


def test_a_series_that_is_amended_is_the_one_that_would_be_read_anew() -> None:
    rows = [(n * 3_600_000, 60, "hip.left", n % 11, f"{n:03}") for n in range(200)]
    whole = one_series(HIP, rows, {"007"}, {"011"})
    without = one_series(HIP, [row for row in rows if row[4] not in ("007", "120", "199")], recalled={"011"})
    amended_one = amended(without, {"absent"}, [(rows[199], 0), (rows[7], NIGHT), (rows[120], 0)])
    for name in ("utc_ms", "intensity", "offset_min", "flags"):
        assert getattr(amended_one, name).tolist() == getattr(whole, name).tolist()
        assert getattr(amended_one, name).dtype == getattr(whole, name).dtype
    assert amended_one.ids == whole.ids
    less = amended(whole, {"007", "120", "199"}, [])
    assert less.flags is not None and without.flags is not None
    assert (less.ids, less.flags.tolist()) == (without.ids, without.flags.tolist())


def test_a_rating_takes_its_place_among_others_of_the_same_instant_by_its_id() -> None:
    rows = [(5, 0, "hip.left", level, key) for key, level in (("a", 1), ("c", 3))]
    new = [((5, 0, "hip.left", 2, "b"), 0), ((5, 0, "hip.left", 4, "c"), RECALLED)]
    found = amended(one_series(HIP, rows), {"c"}, new)
    assert found.ids == ("a", "b", "c") and found.intensity.tolist() == [1, 2, 4]


def test_the_first_rating_of_all_may_be_put_into_a_series() -> None:
    found = amended(empty_series(HIP), frozenset(), [((5, 60, "hip.left", 2, "b"), 0)])
    assert found.offset_min is not None
    assert (found.ids, found.utc_ms.tolist(), found.offset_min.tolist()) == (("b",), [5], [60])
