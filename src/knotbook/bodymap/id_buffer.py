"""Which region is under a pixel: every region painted once in a colour that is its number."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.layout import Layout, Panel
from knotbook.bodymap.painter import panel_transform
from knotbook.domain.place import Layer, Place

SNAP_PX = 7  # a miss this near still means the region
_MASK = 0xFFFFFF


def _rings(radius: int) -> tuple[tuple[int, int], ...]:
    """Offsets within `radius` pixels, nearest first."""
    span = range(-radius, radius + 1)
    near = [(x, y) for x in span for y in span if 0 < math.hypot(x, y) <= radius]
    return tuple(sorted(near, key=lambda p: p[0] * p[0] + p[1] * p[1]))


_NEAR = _rings(SNAP_PX)


class IdBuffer:
    """Region numbers at the widget's pixels for one layout, layer and camera. Topmost region wins, as on screen."""

    def __init__(self, layout: Layout, layer: Layer, camera: Camera) -> None:
        size = camera.size.toSize()
        self._width, self._height = max(1, size.width()), max(1, size.height())
        self._image = QImage(self._width, self._height, QImage.Format.Format_RGB32)
        self._image.fill(0)
        self._keys: list[tuple[Panel, Place]] = []
        painter = QPainter(self._image)
        painter.setPen(Qt.PenStyle.NoPen)
        for panel in layout.panels:
            painter.setTransform(panel_transform(panel, camera))
            self._paint(painter, panel, layer, camera)
        painter.end()
        self._pixel = self._image.pixel

    def _paint(self, painter: QPainter, panel: Panel, layer: Layer, camera: Camera) -> None:
        """A tendon counts as its muscle, so that nothing that looks solid is a hole to the finger."""
        seen = camera.visible().translated(-panel.shift, 0.0)
        numbers: dict[Place, QColor] = {}
        regions = panel.geometry.regions(layer)
        for shape in panel.geometry.solid(layer):
            if shape.place not in regions or not shape.box.intersects(seen):
                continue
            if shape.place not in numbers:
                self._keys.append((panel, shape.place))
                numbers[shape.place] = QColor.fromRgb(len(self._keys))
            painter.fillPath(shape.path, numbers[shape.place])

    def at(self, x: int, y: int) -> Place | None:
        """The region at a pixel, or None."""
        if 0 <= x < self._width and 0 <= y < self._height:
            number = self._pixel(x, y) & _MASK
            if number:
                return self._keys[number - 1][1]
        return None

    def near(self, pixel: QPointF) -> Place | None:
        """The region at or nearest to `pixel`, no farther than `SNAP_PX`."""
        x, y = int(pixel.x()), int(pixel.y())
        found = self.at(x, y)
        if found is not None:
            return found
        return next((p for dx, dy in _NEAR if (p := self.at(x + dx, y + dy)) is not None), None)

    def image(self) -> QImage:
        """The picture of numbers, for masks and for the accessible outline of a region. Not to be changed."""
        return self._image

    def numbers_of(self, place: Place) -> list[int]:
        """The numbers that stand for `place`: one a panel that shows it."""
        return [i + 1 for i, (_, p) in enumerate(self._keys) if p == place]
