"""Toolbar, legend, themes, labels in close-ups, and movement."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.colours import Palette
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.toolbar import MapToolbar
from knotbook.domain.place import Layer, Place, Point, Side, View
from knotbook.resources.theme import NAMES, Theme, load_theme
from tests.colour import CVD, difference

HIP = ["piriformis", "gluteus_medius", "quadratus_femoris", "obturator_internus", "gluteus_minimus"]


def test_the_toolbar_asks_and_shows(qtbot: QtBot, theme: Theme) -> None:
    bar = MapToolbar(theme)
    qtbot.addWidget(bar)
    asked: list[Any] = []
    bar.view_chosen.connect(asked.append)
    bar.layer_chosen.connect(asked.append)
    bar.set_view(MapView.SIDE)
    bar.set_layer(Layer.DEEP)
    assert asked == []
    buttons = {b.text(): b for b in bar.findChildren(QPushButton)}
    assert buttons["Right side"].isChecked() and buttons["Deep"].isChecked()
    QTest.mouseClick(buttons["Back"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons["Lifted"], Qt.MouseButton.LeftButton)
    assert asked == [MapView.BACK, Layer.LIFTED]


def test_arrow_keys_move_within_the_toolbar(qtbot: QtBot, theme: Theme) -> None:
    bar = MapToolbar(theme)
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    asked: list[Any] = []
    bar.layer_chosen.connect(asked.append)
    skin = next(b for b in bar.findChildren(QPushButton) if b.text() == "Skin")
    skin.setFocus()
    QTest.keyClick(skin, Qt.Key.Key_Right)
    assert asked == [Layer.SUPERFICIAL]


def test_the_legend_shows_all_eleven_colours_and_no_data(qtbot: QtBot, theme: Theme) -> None:
    legend = MapLegend(theme)
    qtbot.addWidget(legend)
    legend.resize(legend.sizeHint())
    legend.show()
    picture = legend.grab().toImage()
    seen = {picture.pixelColor(x, 5).name() for x in range(picture.width())}
    assert set(theme.pain) <= seen
    assert theme.no_data in seen


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_shows_its_own_ground_and_pain(real_map: BodyMap, name: str) -> None:
    other = load_theme(name)
    real_map.set_layer(Layer.SUPERFICIAL)
    real_map.set_heat({Place("gluteus_maximus", Side.RIGHT): 6})
    real_map.set_theme(other)
    at = real_map.pixel_of(Point(View.BACK, 46, 480)) or QPointF()
    picture = real_map.grab().toImage()
    assert picture.pixelColor(3, 3) == QColor(other.ground)
    assert picture.pixelColor(at.toPoint()) == QColor(other.pain[6])


@pytest.mark.parametrize(("kind", "view"), [(CloseUp.HIP, View.BACK), (CloseUp.KNEE, View.FRONT)])
def test_close_ups_are_three_to_six_times_as_large(real_map: BodyMap, kind: CloseUp, view: View) -> None:
    real_map.zoom.show(kind, None)
    assert 3.0 <= real_map.zoom.factor <= 6.0
    panel = real_map.stage.layout.panel_of(view)
    assert panel is real_map.stage.layout.panel_at(real_map.stage.camera.x)


@pytest.mark.parametrize("side", ["right", "left"])
def test_deep_hip_muscles_can_be_hit_in_the_close_up(real_map: BodyMap, side: str) -> None:
    real_map.set_layer(Layer.DEEP)
    real_map.set_view(MapView.BACK)
    near = QPointF(500 if side == "right" else -500, 480)
    real_map.zoom.show(CloseUp.HIP, near + QPointF(real_map.stage.layout.panels[0].shift, 0))
    shown = {p.structure for _, p in real_map.stage.ids().painted() if p.side == side}
    layer = real_map.stage.geometry.view(View.BACK).regions(Layer.DEEP)
    assert {s for s in HIP if Place(s, Side(side)) in layer} <= shown


@pytest.mark.parametrize("vision", CVD)
@pytest.mark.parametrize("name", NAMES)
def test_no_region_without_data_looks_like_a_number_least_of_all_like_a_zero(
    body: Geometry, name: str, vision: str
) -> None:
    theme = load_theme(name)
    palette = Palette(theme, body.families)
    shown = {Place("sacrum", Side.MIDLINE): 4.0}
    for structure in body.families:
        colour = palette.fill(Place(structure, Side.RIGHT), shown).name()
        assert difference(colour, theme.pain[0], vision) > 3.5, structure
        assert min(difference(colour, number, vision) for number in theme.pain) > 2.5, structure


def test_movement_ends_where_it_was_going(qtbot: QtBot, real_map: BodyMap) -> None:
    real_map.set_reduced_motion(False)
    before = real_map.stage.camera
    with qtbot.waitSignal(real_map.glide.settled, timeout=3000):
        real_map.zoom.show(CloseUp.HIP, None)
        target = real_map.glide.camera
        assert real_map.glide.moving and target != before
    assert real_map.stage.camera == target and not real_map.glide.moving


def test_a_turned_wheel_keeps_the_spot_under_the_pointer_before_and_after_it_rests(
    qtbot: QtBot, real_map: BodyMap
) -> None:
    real_map.set_reduced_motion(False)
    spot = Point(View.BACK, 52, 469)
    at = real_map.pixel_of(spot) or QPointF()
    with qtbot.waitSignal(real_map.glide.settled, timeout=3000):
        for _ in range(4):
            real_map.zoom.by(at, 1.3)
        assert real_map.zoom.factor == pytest.approx(1.3**4)
    after = real_map.pixel_of(spot) or QPointF()
    assert (after - at).manhattanLength() < 1


def test_a_press_while_moving_hits_what_is_there_in_the_end(real_map: BodyMap) -> None:
    real_map.set_reduced_motion(False)
    real_map.set_layer(Layer.LIFTED)
    real_map.zoom.show(CloseUp.HIP, None)
    target = real_map.glide.camera
    panel = real_map.stage.layout.panel_of(View.BACK)
    assert panel is not None
    at = target.to_pixel(panel.to_scene(Point(View.BACK, 52, 469))).toPoint()
    QTest.mouseClick(real_map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert real_map.selected == Place("piriformis", Side.RIGHT)


def test_without_movement_there_is_none(real_map: BodyMap) -> None:
    real_map.zoom.show(CloseUp.KNEE, None)
    assert real_map.zoom.close and not real_map.glide.moving
