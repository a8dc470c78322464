"""A scene that is painted only when it is said to have changed; what is laid over it costs a copy of what it covers.

Qt paints all items of a scene again whenever something over them moves, and a view box of pyqtgraph paints them twice
for each change, since it moves them in the midst of painting. Here they are painted into a picture, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

import pyqtgraph as pg
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_WHOLE = 0.01  # of a pixel: less is no part of one


class KeptView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph ships no types
    """Shows its scene as it was at the last `redraw`, `redraw_parts` or `scroll_part`.

    `painted_px`: how many pixels have been painted in all, copies not counted.
    """

    def __init__(self, parent: QWidget | None, background: str) -> None:
        super().__init__(parent, background=background)
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.setCacheMode(self.CacheModeFlag(0))  # a plain ground is filled faster than it is copied
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture: QPixmap | None = None
        self._stale = QRegion()
        self.painted_px = 0

    def redraw(self) -> None:
        """Everything may look different."""
        self._picture = None
        self.viewport().update()

    def redraw_parts(self, parts: Sequence[QRect]) -> None:
        """Only what is there may look different."""
        for part in parts:
            self._stale += part
        self.viewport().update()

    def scroll_part(self, part: QRect, across: float) -> bool:
        """What is in `part` has moved by so many pixels to the right; False if that cannot be done without painting."""
        if self._picture is None or abs(across) >= part.width() or not self._is_whole(across):
            return False
        px = round(across)
        if px:
            scale = self._picture.devicePixelRatio()
            inside = QRect(part.topLeft() * scale, part.size() * scale)
            self._picture.scroll(round(across * scale), 0, inside)
            moved = self._stale.intersected(part).translated(px, 0).intersected(part)
            self._stale = self._stale.subtracted(part) + moved + self._bared(part, px)
            self.viewport().update()  # all of it: a plain rectangle is copied faster than one with holes
        return True

    def _is_whole(self, across: float) -> bool:
        assert self._picture is not None, "only a picture moves"
        steps = (across, across * self._picture.devicePixelRatio())
        return all(abs(step - round(step)) <= _WHOLE for step in steps)

    @staticmethod
    def _bared(part: QRect, px: int) -> QRect:
        """Where something comes into sight."""
        return part.adjusted(part.width() + px, 0, 0, 0) if px < 0 else part.adjusted(0, 0, px - part.width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the picture up to date and copy what is asked for."""
        picture, rect = self._up_to_date(), event.rect()
        scale = picture.devicePixelRatio()
        painter = QPainter(self.viewport())
        painter.drawPixmap(QRectF(rect), picture, QRectF(rect.topLeft() * scale, rect.size() * scale))
        painter.end()

    def _up_to_date(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        size = self.viewport().size() * scale
        if self._picture is None or self._picture.devicePixelRatio() != scale or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(scale)
            self._stale = QRegion(self.viewport().rect())
        if not self._stale.isEmpty():
            self.scene().prepareForPaint()
            painter = QPainter(self._picture)
            for rect in cast(Iterable[QRect], self._stale):  # PySide's stubs do not know that it can be walked through
                self._paint_part(painter, rect)
            painter.end()
            self._stale = QRegion()
        return self._picture

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        """Paint what reaches into `part`, and nothing else, which Qt's own `render` would."""
        self.painted_px += part.width() * part.height()
        painter.fillRect(part, self.backgroundBrush())
        order, mode = Qt.SortOrder.AscendingOrder, Qt.ItemSelectionMode.IntersectsItemBoundingRect
        option, inside = QStyleOptionGraphicsItem(), part.intersected(self.inside())
        for item in self.scene().items(QRectF(part), mode, order):
            painter.save()
            painter.setClipRect(inside if item.isClipped() else part)
            painter.setTransform(item.sceneTransform())
            item.paint(painter, option, None)
            painter.restore()

    def inside(self) -> QRect:
        """Where items that are clipped may paint."""
        return QRect(self.viewport().rect())
