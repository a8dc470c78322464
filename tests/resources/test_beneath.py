"""What lies under a spot: nearest first, on the right side, as it was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools.catalogue.beneath import simplified, text

from knotbook.domain.place import Place, Point, Side, View
from knotbook.resources.beneath import Depth, side_of
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.outline import Outline

FILE = Path(__file__).parents[2] / "assets" / "bodymap" / "beneath.json"
DATA = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def names(catalogue: Catalogue, view: View, x: float, y: float) -> list[str]:
    return [place.structure for place in catalogue.beneath(view, x, y)]


@pytest.mark.parametrize("press", DATA["press"], ids=lambda p: f"{p['target']}-{p['view']}-{p['x']}")
def test_measured_press_points_keep_their_order(catalogue: Catalogue, press: dict[str, object]) -> None:
    found = names(catalogue, View(press["view"]), press["x"], press["y"])  # type: ignore[arg-type]  # parsed JSON
    measured = [key for key, mm in press["stack"] if mm <= 100]  # type: ignore[attr-defined]  # parsed JSON
    felt = [key for key in found if key in measured]
    assert felt == measured[: len(felt)]
    assert press["target"] in found or press["target"] in ("sacrum", "hip_bone")  # bone behind bone is not felt


def test_piriformis_lies_under_the_big_buttock_muscle(catalogue: Catalogue) -> None:
    stack = catalogue.stack(View.BACK, 43, 464)
    assert [(under.place.structure, under.depth) for under in stack[:2]] == [
        ("gluteus_maximus", Depth.NEAR),
        ("piriformis", Depth.DEEP),
    ]


def test_side_of_the_hip_goes_down_to_the_bone(catalogue: Catalogue) -> None:
    assert names(catalogue, View.SIDE, -2, 452) == [
        "gluteal_aponeurosis",
        "gluteus_medius",
        "gluteus_minimus",
        "hip_bone",
    ]


def test_the_deep_rotators_are_found_where_they_lie(catalogue: Catalogue) -> None:
    assert "obturator_internus" in names(catalogue, View.BACK, 47, 489)
    assert "quadratus_femoris" in names(catalogue, View.BACK, 57, 508)
    assert "gemellus_inferior" in names(catalogue, View.BACK, 55, 492)


@pytest.mark.parametrize(("view", "x", "y"), [(View.BACK, 52, 469), (View.FRONT, -60, 600), (View.BACK, 45, 757)])
def test_left_mirrors_right(catalogue: Catalogue, view: View, x: float, y: float) -> None:
    here, there = catalogue.beneath(view, x, y), catalogue.beneath(view, -x, y)
    assert {place.side for place in here} == {Side.RIGHT}
    assert there == [place.mirrored for place in here]


def test_side_views_mirror_each_other(catalogue: Catalogue) -> None:
    right, left = catalogue.beneath(View.SIDE, 16, 463), catalogue.beneath(View.SIDE_LEFT, -16, 463)
    assert right[0] == Place("tensor_fasciae_latae", Side.RIGHT)
    assert left == [place.mirrored for place in right]


def test_the_side_asked_for_wins_over_the_side_of_the_spot(catalogue: Catalogue) -> None:
    assert {p.side for p in catalogue.beneath(View.BACK, 1, 400, Side.LEFT)} <= {Side.LEFT, Side.MIDLINE}
    assert side_of(View.FRONT, -1) is Side.RIGHT
    assert side_of(View.BACK, -1) is Side.LEFT
    assert side_of(View.SIDE_LEFT, 5) is Side.LEFT


def test_midline_bones_have_no_side(catalogue: Catalogue) -> None:
    assert catalogue.beneath(View.BACK, -1, 455)[-1] == Place("sacrum", Side.MIDLINE)


def test_the_kneecap_lies_before_its_joint(catalogue: Catalogue) -> None:
    assert names(catalogue, View.FRONT, -48, 733)[:2] == ["patella", "knee_joint"]


def test_beside_the_body_there_is_nothing(catalogue: Catalogue) -> None:
    assert catalogue.beneath(View.FRONT, 500, 10) == []


def test_nothing_is_listed_twice_or_unknown_and_depth_only_grows(catalogue: Catalogue) -> None:
    order = list(Depth)
    for view in (View.FRONT, View.BACK, View.SIDE):
        for x in range(-110, 111, 11):
            for y in range(5, 1000, 29):
                stack = catalogue.stack(view, x, y)
                places = [under.place for under in stack]
                assert len(set(places)) == len(places)
                assert all(place in catalogue for place in places)
                depths = [order.index(under.depth) for under in stack]
                assert depths == sorted(depths)


def test_only_what_lies_deeper_than_the_tapped_muscle(catalogue: Catalogue) -> None:
    point = Point(View.BACK, 43, 464)
    below = catalogue.beneath_place(Place("gluteus_maximus", Side.RIGHT), point)
    assert below[0] == Place("piriformis", Side.RIGHT)
    assert catalogue.beneath_place(Place("buttock_central", Side.RIGHT), point)[1:] == below


def test_what_a_press_may_have_meant_comes_with_its_depth_and_without_deep_bones(catalogue: Catalogue) -> None:
    buttock = catalogue.under(Place("buttock_central", Side.RIGHT), Point(View.BACK, 43, 464))
    assert buttock[0] == (Place("gluteus_maximus", Side.RIGHT), "just under the skin")
    assert (Place("piriformis", Side.RIGHT), "deep") in buttock
    assert not {place.structure for place, _ in buttock} & {"femur", "hip_bone", "sacrum"}
    knee = catalogue.under(Place("kneecap", Side.RIGHT), Point(View.FRONT, -48, 732))
    assert knee[0] == (Place("patella", Side.RIGHT), "just under the skin")


def test_outline_with_margin() -> None:
    square = Outline.of([[0, 0, 10, 0, 10, 10, 0, 10]])
    assert square.reaches(5, 5) and square.reaches(12, 5, 3)
    assert not square.reaches(12, 5) and not square.reaches(14, 5, 3)
    assert not square.reaches(12.5, 12.5, 3)  # the corner is farther than 3
    assert not Outline.of([]).reaches(0, 0, 99)


def test_simplified_rings_keep_their_shape() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert sorted(simplified(ring)) == [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0)]


def test_the_file_is_written_as_its_tool_writes_it() -> None:
    assert text(DATA) == FILE.read_text(encoding="utf-8")
