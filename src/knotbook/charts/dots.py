"""Ratings as dots: round, or a diamond at night; full, or hollow where they were written down from memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from knotbook.analysis.series import NIGHT, RECALLED

DOT_PX, DIAMOND_PX = 7, 9
_ROOM_PX = 1.5  # of the rim, to each side
_RIM_PX, _RING_PX = 1.0, 1.5
_SLIM = 0.8  # a diamond is a little higher than wide
Floats = NDArray[np.float64]


class Dots(QGraphicsItem):
    """Dots of one size on the screen at any zoom, each kind drawn once and copied. `exact`: as shapes, to be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.exact = False
        self.at_ms = self.levels = np.empty(0)
        self.kinds: NDArray[np.uint8] | None = None
        self._less = 0
        self._ink = self._ground = QColor()
        self._stamps: dict[tuple[int, float], QPixmap] = {}

    def __len__(self) -> int:
        return len(self.at_ms)

    def set_colour(self, ink: QColor, ground: QColor) -> None:
        """Draw in `ink`; the rim, and the inside of what is hollow, in `ground`."""
        self._ink, self._ground = ink, ground
        self._stamps.clear()
        self.update()

    def show_dots(self, at_ms: Floats, levels: Floats, kinds: NDArray[np.uint8] | None, less_px: int = 0) -> None:
        """Dots at (n,) UTC ms and NRS, of (n,) `kinds` as in `Series.flags` (None: all plain), `less_px` smaller."""
        self.prepareGeometryChange()
        if less_px != self._less:
            self._stamps.clear()
        self.at_ms, self.levels, self.kinds, self._less = at_ms, levels, kinds, less_px
        self.setVisible(bool(len(at_ms)))

    def boundingRect(self) -> QRectF:
        """From the first to the last, and any height: what does not belong into the plot is cut off by it."""
        if not len(self.at_ms):
            return QRectF()
        left, right = float(self.at_ms[0]), float(self.at_ms[-1])
        margin = (right - left) * 0.1 + 1.0
        return QRectF(left - margin, -100.0, right - left + 2 * margin, 200.0)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw those that reach into what is to be painted."""
        at, seen = self._on_screen(painter)
        kinds = np.zeros(len(self), np.uint8) if self.kinds is None else self.kinds
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind in np.unique(kinds[seen]).tolist():
            points = at[seen & (kinds == kind)].tolist()
            if self.exact:
                self._draw_shapes(painter, kind, points)
            else:
                self._copy_stamps(painter, kind, points)
        painter.restore()

    def _on_screen(self, painter: QPainter) -> tuple[Floats, NDArray[np.bool_]]:
        """(n, 2) pixels of all, and (n,) which of them are within what is painted."""
        m = painter.worldTransform()
        at = np.column_stack((self.at_ms * m.m11() + m.dx(), self.levels * m.m22() + m.dy()))
        clip = m.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        if clip is None:
            return at, np.ones(len(at), np.bool_)
        reach = DIAMOND_PX
        return at, (at[:, 0] >= clip.left() - reach) & (at[:, 0] <= clip.right() + reach)

    def _size_of(self, kind: int) -> float:
        return float((DIAMOND_PX if kind & NIGHT else DOT_PX) - self._less)

    def _copy_stamps(self, painter: QPainter, kind: int, points: list[list[float]]) -> None:
        device = painter.device()
        stamp = self._stamp(kind, device.devicePixelRatio() if device is not None else 1.0)
        half = self._size_of(kind) / 2 + _ROOM_PX
        for x, y in points:
            painter.drawPixmap(QPointF(x - half, y - half), stamp)

    def _stamp(self, kind: int, scale: float) -> QPixmap:
        if (kind, scale) not in self._stamps:
            side = self._size_of(kind) + 2 * _ROOM_PX
            picture = QPixmap(round(side * scale), round(side * scale))
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_shapes(painter, kind, [[side / 2, side / 2]])
            painter.end()
            self._stamps[kind, scale] = picture
        return self._stamps[kind, scale]

    def _draw_shapes(self, painter: QPainter, kind: int, points: list[list[float]]) -> None:
        hollow = bool(kind & RECALLED)
        painter.setBrush(self._ground if hollow else self._ink)
        painter.setPen(QPen(self._ink, _RING_PX) if hollow else QPen(self._ground, _RIM_PX))
        half = self._size_of(kind) / 2
        for x, y in points:
            if kind & NIGHT:
                wide = _SLIM * half
                corners = [(x, y - half), (x + wide, y), (x, y + half), (x - wide, y)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            else:
                painter.drawEllipse(QPointF(x, y), half, half)
