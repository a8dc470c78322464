"""Lines of even width, drawn the quick way where that looks the same."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

# The raster engine draws lines of one device pixel about eight times faster than wider ones. So a line up to so many
# pixels wide is drawn as that many thin ones, on a circle around its middle: it looks the same.
_BUNDLES = ((1.05, 1), (1.95, 2), (2.6, 4), (3.4, 6))
_ASLANT = 0.35  # radians: of two thin lines, the direction in which they fall on each other; rare on a body
_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def device_scale(painter: QPainter) -> float:
    """Device pixels a unit of the painter's present coordinates; infinite where there are no pixels (PDF, SVG)."""
    on_pixels = isinstance(painter.device(), QImage | QPixmap | QWidget)
    return painter.deviceTransform().m11() if on_pixels else float("inf")


class Line:
    """A line `width` units wide for a painter with `device` device pixels a unit. `dashes`: on and off, in widths."""

    def __init__(self, colour: QColor, width: float, device: float, dashes: tuple[float, float] | None = None) -> None:
        pixels = width * device
        count = next((count for most, count in _BUNDLES if pixels <= most), 0)
        self._pen = QPen(colour, 1.0 if count else width, *_ROUND)
        self._pen.setCosmetic(count > 0)
        if dashes:
            self._pen.setDashPattern([length * pixels if count else length for length in dashes])
        self._steps = _steps(count, (pixels - 1.0) / 2.0 / device) if count > 1 else ()

    def draw(self, painter: QPainter, path: QPainterPath) -> None:
        """Draw along `path`."""
        if not self._steps:
            painter.strokePath(path, self._pen)
            return
        for dx, dy in self._steps[:-1]:
            painter.translate(dx, dy)
            painter.strokePath(path, self._pen)
        painter.translate(*self._steps[-1])


def _steps(count: int, radius: float) -> tuple[tuple[float, float], ...]:
    """Steps from the middle round `count` points on a circle and back."""
    angles = [_ASLANT + math.tau * number / count for number in range(count)]
    spots = [(0.0, 0.0), *((radius * math.cos(a), radius * math.sin(a)) for a in angles), (0.0, 0.0)]
    return tuple((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(spots))
