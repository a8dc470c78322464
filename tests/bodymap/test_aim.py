"""What is named stays what is there, when the camera moves under a pointer that lies still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import MapView
from knotbook.domain.place import Layer, Place, Point, View
from tests.bodymap.conftest import pixel

HIP = Point(View.BACK, 50.0, 480.0)
GLUTEUS = Place.parse("gluteus_maximus.right")


def aimed(shown: BodyMap) -> QPoint:
    """The pointer lies on the right buttock."""
    shown.set_view(MapView.BACK)
    shown.set_layer(Layer.SUPERFICIAL)
    at = pixel(shown, HIP)
    QTest.mouseMove(shown, at + QPoint(3, 3))  # a move to where it lies already would not be one
    QTest.mouseMove(shown, at)
    assert shown.overlay.hovered == GLUTEUS
    return at


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_H])
def test_after_a_close_up_by_key_the_name_is_that_of_what_is_under_the_pointer_now(
    real_map: BodyMap, key: Qt.Key
) -> None:
    at = aimed(real_map)
    QTest.keyClick(real_map, key)
    assert real_map.overlay.hovered == real_map.place_near(at.toPointF())


def test_a_close_up_of_a_knee_names_no_buttock(real_map: BodyMap) -> None:
    aimed(real_map)
    QTest.keyClick(real_map, Qt.Key.Key_K)
    assert real_map.overlay.hovered != GLUTEUS


def test_a_name_that_the_keyboard_stands_on_goes_where_its_region_goes(real_map: BodyMap) -> None:
    real_map.set_layer(Layer.SUPERFICIAL)
    real_map.set_view(MapView.BACK)
    real_map.reveal(GLUTEUS)
    QTest.keyClick(real_map, Qt.Key.Key_Down)
    place = real_map.selected
    assert place is not None and real_map.overlay.hovered == place
    QTest.keyClick(real_map, Qt.Key.Key_H)
    point = real_map.label_point(place)
    assert point is not None and real_map.overlay.hovered == place
    assert real_map.overlay.at == real_map.pixel_of(point)


def test_a_drag_with_the_middle_button_takes_the_name_away(real_map: BodyMap) -> None:
    at = aimed(real_map)
    QTest.mousePress(real_map, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, at)
    assert real_map.overlay.hovered is None
    QTest.mouseRelease(real_map, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, at)
