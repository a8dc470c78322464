"""Lines in a plot that are quick to paint at any width.

Qt strokes a smooth line of one pixel many times faster than a wider one, so a wider one is several of one pixel, each
a little higher than the last.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

_APART_PX = 0.7  # of the pixels of the device: neighbours that far apart are one line to the eye


@contextmanager
def laid_out(painter: QPainter) -> Iterator[QTransform]:
    """What maps the plot's coordinates to those that are painted in within this context.

    An SVG gets pixels: milliseconds would be rounded to hours in it, and not every reader keeps a line thin that is
    stretched with its coordinates. A screen maps for itself, which is quicker.
    """
    if painter.paintEngine().type() != QPaintEngine.Type.SVG:
        yield QTransform()
        return
    to_px = painter.worldTransform()
    painter.save()
    painter.resetTransform()
    yield to_px
    painter.restore()


class Band(QGraphicsPathItem):
    """A filled outline in a plot."""

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Fill it."""
        painter.setPen(self.pen())
        painter.setBrush(self.brush())
        with laid_out(painter) as place:
            painter.drawPath(self.path() if place.isIdentity() else place.map(self.path()))


class Stroke(QGraphicsPathItem):
    """A smooth line of `width_px` logical pixels whatever the zoom. `exact`: as one line, for pictures to be kept."""

    def __init__(self, width_px: float = 1.0) -> None:
        super().__init__()
        self._width_px = width_px
        self.exact = False

    def set_colour(self, colour: QColor) -> None:
        """Draw in `colour`."""
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        self.setPen(pen)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw it."""
        path, pen = self.path(), self.pen()
        if path.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.exact:
            pen.setWidthF(self._width_px)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.exact:
            with laid_out(painter) as place:
                painter.drawPath(place.map(path))
            return
        drawn_at = 0.0
        for lift in self._lifts(painter):
            painter.translate(0, lift - drawn_at)
            painter.drawPath(path)
            drawn_at = lift

    def _lifts(self, painter: QPainter) -> list[float]:
        """How much higher or lower than the line itself it is drawn, each time, in its own coordinates."""
        room = self._width_px - 1
        if not room:
            return [0.0]
        device = painter.device()
        gaps = math.ceil(room * (device.devicePixelRatio() if device is not None else 1.0) / _APART_PX)
        a_px = 1 / abs(painter.worldTransform().m22() or 1.0)
        return [(step / gaps - 0.5) * room * a_px for step in range(gaps + 1)]


def joined_path(x: NDArray[np.float64], y: NDArray[np.float64], joined: NDArray[np.bool_]) -> QPainterPath:
    """A line through (n,) points; from each that is `joined` to the next."""
    if not joined.any():
        return QPainterPath()
    path: QPainterPath = pg.arrayToQPath(x, y, connect=joined)
    return path
