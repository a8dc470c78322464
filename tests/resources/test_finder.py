"""Typed names find the place that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knotbook.domain.place import Place, Side
from knotbook.resources.catalogue import Catalogue

CATALOGUE = Catalogue.load()


def found(text: str, limit: int = 8) -> list[str]:
    return [str(place) for place in CATALOGUE.find(text, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("pir r", "piriformis.right"),
        ("l piri", "piriformis.left"),
        ("r glmed", "gluteus_medius.right"),
        ("Right Gluteus Medius", "gluteus_medius.right"),
        ("glmin left", "gluteus_minimus.left"),
        ("gmax r", "gluteus_maximus.right"),
        ("tfl", "tensor_fasciae_latae.right"),
        ("it band l", "iliotibial_tract.left"),
        ("ql r", "quadratus_lumborum.right"),
        ("qf l", "quadratus_femoris.left"),
        ("oi r", "obturator_internus.right"),
        ("oe r", "obturator_externus.right"),
        ("rf", "rectus_femoris.right"),
        ("vl l", "vastus_lateralis.left"),
        ("vmo", "vastus_medialis.right"),
        ("ham l", "biceps_femoris_long.left"),
        ("add long l", "adductor_longus.left"),
        ("knee inner r", "knee_inner.right"),
        ("r knee outer", "knee_outer.right"),
        ("outside of the knee left", "knee_outer.left"),
        ("front of the knee r", "kneecap.right"),
        ("behind knee l", "knee_back.left"),
        ("deep buttock r", "piriformis.right"),
        ("hip", "hip_joint.right"),
        ("sacrum l", "sacrum.midline"),
        ("shoulder blade l", "shoulder_blade.left"),
        ("piriformis.left", "piriformis.left"),
        ("PIR-R", "piriformis.right"),
    ],
)
def test_what_people_type(typed: str, first: str) -> None:
    assert found(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("piriformes r", "piriformis.right"),
        ("pirifromis r", "piriformis.right"),
        ("gluteus medus l", "gluteus_medius.left"),
        ("glteus maximus l", "gluteus_maximus.left"),
        ("obturater internus", "obturator_internus.right"),
        ("hamstrnig l", "biceps_femoris_long.left"),
        ("adducter magnus r", "adductor_magnus.right"),
    ],
)
def test_a_slip_of_the_finger_still_finds_it(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_no_side_gives_both_right_first() -> None:
    assert found("piri") == ["piriformis.right", "piriformis.left"]
    assert found("piri both") == ["piriformis.right", "piriformis.left"]
    assert found("piri l r") == ["piriformis.right", "piriformis.left"]


def test_the_side_may_stand_before_between_or_after() -> None:
    assert found("r knee outer") == found("knee r outer") == found("outer knee right")


def test_a_group_word_finds_all_its_members() -> None:
    rotators = {text.partition(".")[0] for text in found("rotators l", 20)[:6]}
    assert rotators == {
        "piriformis",
        "gemellus_superior",
        "gemellus_inferior",
        "obturator_internus",
        "obturator_externus",
        "quadratus_femoris",
    }


def test_near_parts_come_before_far_ones() -> None:
    parts = [CATALOGUE.groups[CATALOGUE.structures[p.structure].group].near for p in CATALOGUE.find("deep r", 40)]
    assert True in parts and False in parts
    assert parts == sorted(parts, reverse=True)


@pytest.mark.parametrize("typed", ["", "   ", "right", "of the", "zzzz", "qqq r", "?!", "pir zzzz"])
def test_nothing_meant_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_limit_is_kept() -> None:
    assert len(found("knee", 3)) == 3


def test_each_place_is_found_first_by_its_own_names() -> None:
    for place in CATALOGUE.places():
        for name in (CATALOGUE.name(place), CATALOGUE.plain(place), str(place)):
            assert CATALOGUE.find(name, 1) == [place], name


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_borne(typed: str) -> None:
    places = CATALOGUE.find(typed, 5)
    assert len(places) <= 5
    assert all(place in CATALOGUE for place in places)


def test_sides_are_the_persons_own() -> None:
    assert {place.side for place in CATALOGUE.find("glmed l", 8)} == {Side.LEFT}


def test_called_does_not_guess() -> None:
    assert CATALOGUE.find("cramp")  # a typing error of something, perhaps
    assert CATALOGUE.called("cramp") == []
    assert {place.structure for place in CATALOGUE.called("pirif")} == {"piriformis"}
    assert len(CATALOGUE.called("knee")) > 8
    assert CATALOGUE.called("") == []


def test_made_ready_it_looks_names_up_without_building_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue.load()
    assert catalogue.find(" ") == []
    assert "_finder" not in vars(catalogue), "an empty line, which is there at each start, does without"
    catalogue.make_ready()
    monkeypatch.setattr("knotbook.resources.finder.Finder", None)
    assert catalogue.find("pir r")[0] == Place("piriformis", Side.RIGHT)
