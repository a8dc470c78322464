from __future__ import annotations

import pytest

from knotbook.bodymap.geometry import Geometry, load_geometry
from knotbook.domain.place import Layer, Place, View
from tests.bodymap.bodies import tiny_body


def at(text: str) -> Place:
    return Place.parse(text)


def test_the_left_half_is_the_right_one_mirrored(tiny: Geometry) -> None:
    regions = tiny.view(View.BACK).regions(Layer.LIFTED)
    right, left = regions[at("piriformis.right")], regions[at("piriformis.left")]
    assert right.labels[Layer.LIFTED] == (57.5, 465.0)
    assert left.labels[Layer.LIFTED] == (-57.5, 465.0)
    assert left.path.boundingRect().getRect() == (-90.0, 440.0, 65.0, 50.0)
    assert left.path.boundingRect() == left.box


def test_each_layer_has_its_own_regions(tiny: Geometry) -> None:
    back = tiny.view(View.BACK)
    assert at("piriformis.right") not in back.regions(Layer.SUPERFICIAL)
    assert at("gluteus_maximus.right") not in back.regions(Layer.LIFTED)
    assert set(back.regions(Layer.SKIN)) == {
        at(f"{s}.{side}") for s in ("buttock", "thigh") for side in ("left", "right")
    }


def test_a_lifted_muscle_is_painted_as_a_ghost_but_cannot_be_touched(tiny: Geometry) -> None:
    painted = [s for s in tiny.view(View.BACK).in_layer(Layer.LIFTED) if s.place == at("gluteus_maximus.right")]
    assert [s.role for s in painted] == ["region"]
    assert Layer.LIFTED in painted[0].ghost


def test_fibres_appear_with_their_muscle(tiny: Geometry) -> None:
    back = tiny.view(View.BACK)
    assert not [s for s in back.in_layer(Layer.SUPERFICIAL) if s.role == "fibre"]
    assert len([s for s in back.in_layer(Layer.LIFTED) if s.role == "fibre"]) == 2


def test_the_left_side_view_is_the_right_one_turned_over(tiny: Geometry) -> None:
    right = tiny.view(View.SIDE).regions(Layer.SKIN)[at("buttock.right")]
    left = tiny.view(View.SIDE_LEFT).regions(Layer.SKIN)[at("buttock.left")]
    assert left.box.left() == -right.box.right()
    assert at("buttock.right") not in tiny.view(View.SIDE_LEFT).regions(Layer.SKIN)


@pytest.mark.parametrize("cut", [1, 400])
def test_a_file_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="cut short"):
        load_geometry(tiny_body(cut=cut))


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a body map"):
        load_geometry(b"PK\x03\x04 something else")


def test_every_region_of_the_real_body_is_in_the_catalogue(body: Geometry, catalogue: object) -> None:
    assert hasattr(catalogue, "__contains__")
    for view in View:
        for layer in Layer:
            unknown = [p for p in body.view(view).regions(layer) if p not in catalogue]
            assert not unknown


def test_every_region_of_the_real_body_has_a_label_point(body: Geometry) -> None:
    for view in View:
        for layer in Layer:
            assert all(layer in shape.labels for shape in body.view(view).regions(layer).values())
