"""The body that ships, touched where the measured press points lie."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.captions import side_of_picture
from knotbook.bodymap.close_ups import CloseUp, side_at
from knotbook.bodymap.drafts import MapView, Pin
from knotbook.domain.place import Layer, Place, Point, Side, View

PRESSES = [
    (View.BACK, 52, 469, Layer.LIFTED, "piriformis.right"),
    (View.BACK, -52, 469, Layer.LIFTED, "piriformis.left"),
    (View.BACK, 46, 480, Layer.SUPERFICIAL, "gluteus_maximus.right"),
    (View.BACK, 57, 508, Layer.LIFTED, "quadratus_femoris.right"),
    (View.FRONT, -36, 702, Layer.SUPERFICIAL, "vastus_medialis.right"),
    (View.FRONT, 36, 702, Layer.SUPERFICIAL, "vastus_medialis.left"),
    (View.FRONT, -18, 505, Layer.SUPERFICIAL, "adductor_longus.right"),
    (View.SIDE, 16, 463, Layer.SUPERFICIAL, "tensor_fasciae_latae.right"),
    (View.SIDE_LEFT, -16, 463, Layer.SUPERFICIAL, "tensor_fasciae_latae.left"),
]


def show(shown: BodyMap, view: View, layer: Layer) -> None:
    shown.set_layer(layer)
    shown.set_view(MapView.BOTH if view in (View.FRONT, View.BACK) else MapView(view.value))


@pytest.mark.parametrize(("view", "x", "y", "layer", "place"), PRESSES)
def test_a_press_lands_on_the_muscle_that_is_there(
    real_map: BodyMap, view: View, x: float, y: float, layer: Layer, place: str
) -> None:
    show(real_map, view, layer)
    at = real_map.pixel_of(Point(view, x, y))
    assert at is not None
    assert str(real_map.place_near(at)) == place
    assert real_map.body_point(at) == Point(view, x, y)


@pytest.mark.parametrize("view", list(View))
def test_words_for_left_and_right_are_the_persons_own(real_map: BodyMap, view: View) -> None:
    """The word printed at a side of the picture names the side of the regions that are drawn there."""
    show(real_map, view, Layer.SUPERFICIAL)
    regions = real_map.stage.geometry.view(view).regions(Layer.SUPERFICIAL)
    for place, shape in regions.items():
        x, _ = shape.labels[Layer.SUPERFICIAL]
        if place.side is Side.MIDLINE or abs(x) < 5:
            continue
        printed = side_of_picture(view, left_of_picture=x < 0)
        assert printed in (None, place.side)
        assert side_at(view, x) is place.side


def test_pain_is_painted_in_its_own_colour_and_only_there(real_map: BodyMap) -> None:
    place = Place("piriformis", Side.RIGHT)
    show(real_map, View.BACK, Layer.LIFTED)
    point = Point(View.BACK, 52, 469)
    before = colour_at(real_map, point)
    mirror_before = colour_at(real_map, Point(View.BACK, -52, 469))
    real_map.set_heat({place: 6})
    assert colour_at(real_map, point) == QColor(real_map.theme.pain[6])
    assert before != QColor(real_map.theme.pain[6])
    assert colour_at(real_map, Point(View.BACK, -52, 469)) not in (mirror_before, QColor(real_map.theme.pain[6]))
    real_map.set_heat({})
    assert colour_at(real_map, point) == before


def test_zero_is_data_and_looks_unlike_none(real_map: BodyMap) -> None:
    place, point = Place("gluteus_maximus", Side.RIGHT), Point(View.BACK, 46, 480)
    show(real_map, View.BACK, Layer.SUPERFICIAL)
    real_map.set_heat({place: None})
    plain = colour_at(real_map, point)
    real_map.set_heat({place: 0})
    assert colour_at(real_map, point) == QColor(real_map.theme.pain[0])
    assert plain != QColor(real_map.theme.pain[0])


def test_one_changed_region_is_patched_into_the_same_picture_as_a_new_one(real_map: BodyMap) -> None:
    show(real_map, View.BACK, Layer.SUPERFICIAL)
    real_map.set_heat({Place("gluteus_maximus", Side.RIGHT): 3})
    real_map.grab()
    real_map.set_heat({Place("gluteus_maximus", Side.RIGHT): 8})
    patched = real_map.grab().toImage()
    real_map.stage.look(real_map.stage.camera)
    fresh = real_map.grab().toImage()
    worst = max(
        abs(a - b)
        for x in range(440, 880, 3)
        for y in range(270, 440, 3)
        for a, b in zip(patched.pixelColor(x, y).getRgb(), fresh.pixelColor(x, y).getRgb(), strict=True)
    )
    assert worst <= 90  # only the smoothed rim may differ a little


def test_a_pin_is_seen_where_it_was_put(real_map: BodyMap) -> None:
    show(real_map, View.BACK, Layer.SKIN)
    point = Point(View.BACK, 52, 469)
    before = colour_at(real_map, point)
    real_map.set_pins([Pin(Place("buttock_central", Side.RIGHT), point, 8)])
    assert colour_at(real_map, point) == QColor(real_map.theme.pain[8]) != before


def test_nothing_is_painted_outside_the_figures_but_words(real_map: BodyMap) -> None:
    show(real_map, View.BACK, Layer.SUPERFICIAL)
    picture = real_map.grab().toImage()
    ground = QColor(real_map.theme.ground)
    for x in (1, 60, 899, 450):
        for y in (1, 350, 699):
            assert picture.pixelColor(x, y) == ground


def colour_at(shown: BodyMap, point: Point) -> QColor:
    at = shown.pixel_of(point)
    assert at is not None
    return shown.grab().toImage().pixelColor(at.toPoint())


def test_in_a_close_up_a_slim_muscle_is_given_room_by_its_wide_neighbours(real_map: BodyMap) -> None:
    show(real_map, View.BACK, Layer.LIFTED)
    real_map.zoom.show(CloseUp.HIP, None)
    slim = Place("gemellus_superior", Side.RIGHT)
    point = real_map.label_point(slim)
    assert point is not None
    at = real_map.pixel_of(point)
    assert at is not None
    column = [y for y in range(-40, 41) if real_map.place_near(at + QPointF(0, y)) == slim]
    drawn = [y for y in range(-40, 41) if real_map.stage.ids().at(int(at.x()), int(at.y()) + y) == slim]
    assert len(column) >= max(24, len(drawn))
