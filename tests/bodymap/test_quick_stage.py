"""The quick way to change colours looks like the plain one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.quick_stage import QuickStage
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Layer, Place
from knotbook.resources.theme import Theme, load_theme

GLUTEUS, PIRIFORMIS, RECTUS = map(Place.parse, ("gluteus_maximus.right", "piriformis.right", "rectus_femoris.left"))


def nothing(_painter: QPainter, _area: object) -> None:
    pass


def stood(stage: Stage, layer: Layer) -> Stage:
    stage.show(layer=layer)
    stage.arrange(QSizeF(500, 600), 1.0)
    return stage


def colours(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.width(), 4)
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)[:, :, :3].astype(int)


def unlike(one: Stage, other: Stage) -> float:
    """The share of pixels that anyone could tell apart."""
    apart = np.abs(colours(one.picture(nothing)) - colours(other.picture(nothing))).max(axis=2)
    return float((apart > 24).mean())


@pytest.mark.parametrize("layer", [Layer.SUPERFICIAL, Layer.LIFTED, Layer.SKIN])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_after_many_changes_it_looks_like_a_plain_stage(qtbot: QtBot, body: Geometry, layer: Layer, name: str) -> None:
    theme = load_theme(name)
    quick, plain = stood(QuickStage(body, theme), layer), stood(Stage(body, theme), layer)
    quick.tint({})
    quick.picture(nothing)
    places = [p for view in quick.layout.panels for p in view.geometry.regions(layer)][::4]
    for turn in (10, 3, 0):
        quick.tint({place: float((turn + number) % 11) for number, place in enumerate(places)})
        quick.picture(nothing)
    plain.tint(quick.heat)
    assert unlike(plain, quick) < 0.003


def test_a_place_that_loses_its_data_looks_as_if_it_never_had_any(tiny: Geometry, qtbot: QtBot, theme: Theme) -> None:
    stage, fresh = (stood(QuickStage(tiny, theme), Layer.SUPERFICIAL) for _ in range(2))
    for heat in ({}, {GLUTEUS: 9.0, RECTUS: 0.0}, {}):
        stage.tint(heat)
        stage.picture(nothing)
    fresh.tint({})
    assert unlike(fresh, stage) == 0


def test_nothing_known_is_grey_and_never_the_colours_of_anatomy(tiny: Geometry, qtbot: QtBot, theme: Theme) -> None:
    quick, plain = stood(QuickStage(tiny, theme), Layer.SUPERFICIAL), stood(Stage(tiny, theme), Layer.SUPERFICIAL)
    quick.tint({})
    plain.tint({PIRIFORMIS: None})  # no such region in this layer: greys the rest
    assert unlike(plain, quick) == 0
    plain.tint({})
    assert unlike(plain, quick) > 0.01


def test_only_what_changes_is_painted(tiny: Geometry, qtbot: QtBot, theme: Theme) -> None:
    stage = stood(QuickStage(tiny, theme), Layer.SUPERFICIAL)
    stage.tint({GLUTEUS: 2.0})
    stage.picture(nothing)
    assert stage.tint({GLUTEUS: 2.0}).isEmpty()
    changed = stage.tint({GLUTEUS: 3.0})
    assert not changed.isEmpty() and changed.boundingRect().height() < 150


def test_better_and_worse_have_colours_of_their_own(tiny: Geometry, qtbot: QtBot, theme: Theme) -> None:
    seen = []
    for value in (-4.0, 0.0, 4.0):
        stage = stood(QuickStage(tiny, theme), Layer.SUPERFICIAL)
        stage.dress(scale=Scale.CHANGE)
        stage.tint({RECTUS: value})
        box = stage.region(RECTUS)
        assert box is not None
        at = stage.camera.to_pixel(box[1].box.center()).toPoint()
        shift = round(box[0].shift * stage.camera.scale)
        seen.append(stage.picture(nothing).toImage().pixelColor(at.x() + shift, at.y()).name())
    assert seen == [theme.change[0], theme.change[4], theme.change[8]]
