"""The line around a selected region is whole, keeps off the region itself and shows what is seen of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.outline import outlined
from knotbook.domain.place import Layer, Place

LINE, CLEAR = QColor("#ff0000"), QColor(0, 0, 0, 0)


def channels(pixmap: QPixmap) -> np.ndarray:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def two_pieces() -> QPixmap:
    """What is left of a disc that a bar lies over."""
    mask = QPixmap(80, 80)
    mask.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mask)
    painter.setBrush(QColor("black"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(40, 40), 28, 28)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRect(0, 34, 80, 9)
    painter.end()
    return mask


def grown(area: np.ndarray, by: int) -> np.ndarray:
    steps = [(dy, dx) for dy in range(-by, by + 1) for dx in range(-by, by + 1) if dy * dy + dx * dx <= by * by]
    return np.logical_or.reduce([np.roll(area, step, axis=(0, 1)) for step in steps])


@pytest.mark.parametrize("glow", [True, False])
def test_the_line_runs_all_around_every_piece(qtbot: QtBot, glow: bool) -> None:
    mask = two_pieces()
    inside = channels(mask)[:, :, 3] > 128
    drawn = channels(outlined(mask, CLEAR, LINE, 2.0, glow=glow))
    assert (drawn[:, :, 3][grown(inside, 1) & ~grown(inside, 0)] > 200).all(), "no break in the line"
    assert (drawn[:, :, 3][inside] < 140).all(), "the region's own colour stays to be seen"
    assert (drawn[:, :, 3][~grown(inside, 8)] == 0).all()
    assert bool((drawn[:, :, 3][~grown(inside, 4)] > 0).any()) == glow


def test_a_muscle_that_others_cross_is_outlined_where_it_is_seen(real_map: BodyMap) -> None:
    real_map.set_view(MapView.BACK)
    real_map.set_layer(Layer.LIFTED)
    real_map.zoom.show(CloseUp.HIP, None)
    place = Place.parse("piriformis.right")
    ids = real_map.stage.ids()
    ((box, pixmap),) = real_map.stage.highlight(place, CLEAR, LINE, 2.5)
    drawn = channels(pixmap)[:, :, 3] > 100
    ys, xs = np.nonzero(drawn)
    around = [ids.at(int(x) + box.x() + dx, int(y) + box.y() + dy) for x, y in zip(xs, ys, strict=True)
              for dx, dy in ((0, 0), (4, 0), (-4, 0), (0, 4), (0, -4))]  # fmt: skip
    assert drawn.sum() > 400
    near = np.array([p == place for p in around]).reshape(-1, 5).any(axis=1)
    assert near.mean() > 0.97, "no line runs across a muscle that lies over it"
