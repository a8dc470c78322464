"""An even line around what is seen of a region, made from its mask: whole wherever the region is, however it is cut."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

REACH_PX = 8  # so many pixels around the mask may be painted
_Mode = QPainter.CompositionMode
_GLOW_PX, _GLOW = 4.0, 0.30  # how far a glow reaches beyond the line, and how strong it is next to it
_GLOW_RINGS = 2


def outlined(mask: QPixmap, fill: QColor, line: QColor, width: float, *, glow: bool) -> QPixmap:
    """`mask` (what is seen, opaque) washed with `fill`, with a line of `width` pixels around it and a soft glow."""
    made = _clear(mask)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    band = _spread(mask, width)
    if glow:
        for ring in range(_GLOW_RINGS, 0, -1):
            painter.setOpacity(_GLOW / _GLOW_RINGS)
            painter.drawPixmap(0, 0, coloured(_spread(band, _GLOW_PX * ring / _GLOW_RINGS), line))
        painter.setOpacity(1.0)
        painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
        painter.drawPixmap(0, 0, band)
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
    painter.drawPixmap(0, 0, coloured(band, line))
    painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
    painter.drawPixmap(0, 0, mask)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
    painter.drawPixmap(0, 0, coloured(mask, fill))
    painter.end()
    return made


def coloured(mask: QPixmap, colour: QColor) -> QPixmap:
    """The same shape in `colour`."""
    made = QPixmap(mask)
    painter = QPainter(made)
    painter.setCompositionMode(_Mode.CompositionMode_SourceIn)
    painter.fillRect(made.rect(), colour)
    painter.end()
    return made


def _spread(mask: QPixmap, radius: float) -> QPixmap:
    """`mask` made larger by `radius` pixels on every side."""
    made = QPixmap(mask)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for step in range(8):
        angle = math.tau * step / 8
        painter.drawPixmap(QPointF(radius * math.cos(angle), radius * math.sin(angle)), mask)
    painter.end()
    return made


def _clear(like: QPixmap) -> QPixmap:
    made = QPixmap(like.size())
    made.setDevicePixelRatio(like.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    return made
