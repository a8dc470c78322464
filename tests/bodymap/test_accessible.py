"""What a screen reader is told."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.accessible import MapAccessible, RegionAccessible
from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import Pin
from knotbook.domain.place import Layer, Place, Point, Side, View

PIRIFORMIS = Place("piriformis", Side.RIGHT)


@pytest.fixture
def tree(real_map: BodyMap) -> MapAccessible:
    real_map.set_layer(Layer.LIFTED)
    found: Any = QAccessible.queryAccessibleInterface(real_map)
    assert isinstance(found, MapAccessible)
    return found


def region(tree: MapAccessible, place: Place) -> RegionAccessible:
    child: Any = tree.child(tree.places().index(place))
    return child


def test_every_region_is_a_child_with_its_name_and_side(real_map: BodyMap, tree: MapAccessible) -> None:
    shown = {p for panel in real_map.stage.layout.panels for p in panel.geometry.regions(Layer.LIFTED)}
    assert tree.childCount() == len(shown)
    names = []
    for index in range(tree.childCount()):
        child: Any = tree.child(index)
        assert tree.indexOfChild(child) == index
        names.append(child.text(QAccessible.Text.Name))
    assert len(set(names)) == len(names)
    assert "Right piriformis, no data" in names and "Left piriformis, no data" in names


def test_value_and_points_are_said(real_map: BodyMap, tree: MapAccessible) -> None:
    real_map.set_heat({PIRIFORMIS: 6}, "now")
    pins = [Pin(PIRIFORMIS, Point(View.BACK, x, 469), 6) for x in (43, 52)]
    real_map.set_pins(pins)
    assert region(tree, PIRIFORMIS).text(QAccessible.Text.Name) == "Right piriformis, 6 out of 10, 2 points"
    real_map.set_pins(pins[:1])
    assert region(tree, PIRIFORMIS).text(QAccessible.Text.Name) == "Right piriformis, 6 out of 10, 1 point"


def test_a_region_lies_where_it_is_drawn(real_map: BodyMap, tree: MapAccessible) -> None:
    at = real_map.pixel_of(Point(View.BACK, 52, 469)) or QPointF()
    on_screen = real_map.mapToGlobal(at.toPoint())
    assert region(tree, PIRIFORMIS).rect().contains(on_screen)
    found: Any = tree.childAt(on_screen.x(), on_screen.y())
    assert found.place == PIRIFORMIS


def test_pressing_opens_the_strip_and_focusing_marks(real_map: BodyMap, tree: MapAccessible) -> None:
    child = region(tree, PIRIFORMIS)
    child.doAction(QAccessibleActionInterface.setFocusAction())
    assert real_map.selected == PIRIFORMIS
    assert child.state().selected and child.state().focused
    child.doAction(QAccessibleActionInterface.pressAction())
    assert real_map.strip is not None


def test_what_a_reader_may_ask_is_answered(tree: MapAccessible, real_map: BodyMap) -> None:
    child = region(tree, PIRIFORMIS)
    assert child.isValid() and child.object() is None and child.role() == QAccessible.Role.ListItem
    assert child.relations() == [] and child.focusChild() is None
    assert child.window() is real_map.window().windowHandle()
    assert not child.foregroundColor().isValid() and not child.backgroundColor().isValid()
    child.setText(QAccessible.Text.Name, "elsewhere")
    assert child.text(QAccessible.Text.Name) == "Right piriformis, no data"


def test_the_open_strip_is_among_the_children(real_map: BodyMap, tree: MapAccessible) -> None:
    count = tree.childCount()
    region(tree, PIRIFORMIS).doAction(QAccessibleActionInterface.pressAction())
    assert real_map.strip is not None and tree.childCount() == count + 1
    strip: Any = tree.child(count)
    assert strip.object() is real_map.strip and tree.indexOfChild(strip) == count
    middle = real_map.strip.mapToGlobal(real_map.strip.rect().center())
    over: Any = tree.childAt(middle.x(), middle.y())
    assert over.object() is real_map.strip
    real_map.close_strip()
    assert tree.childCount() == count and tree.child(count) is None


def test_other_widgets_are_left_alone(real_map: BodyMap, qtbot: Any) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    assert not isinstance(QAccessible.queryAccessibleInterface(plain), MapAccessible)
