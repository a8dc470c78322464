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
_CLOSE = 2.0  # pixels a unit: from here on slim regions are told from wide ones
_SLIM_PX = 24.0  # a target should be this wide
_LEND_PX = (3, 6)  # so far around it, a slim region is meant although its wide neighbour is under the pointer
_MASK = 0xFFFFFF


_EIGHT = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))


def _rings(radius: int) -> tuple[tuple[int, int], ...]:
    """Offsets within `radius` pixels, nearest first."""
    span = range(-radius, radius + 1)
    near = [(x, y) for x in span for y in span if 0 < math.hypot(x, y) <= radius]
    return tuple(sorted(near, key=lambda p: p[0] * p[0] + p[1] * p[1]))


_NEAR = _rings(SNAP_PX)
_LENT = tuple((round(r * x), round(r * y)) for r in _LEND_PX for x, y in _EIGHT)


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
        self._slim = frozenset(p for panel, p in self._keys if _is_slim(panel, p, layer, camera.scale))

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
        """The region meant at `pixel`: a slim one close by, else the one there, else the nearest up to `SNAP_PX`."""
        x, y = int(pixel.x()), int(pixel.y())
        found = self.at(x, y)
        if found is not None and (not self._slim or found in self._slim):
            return found
        slim = (p for dx, dy in _LENT if (p := self.at(x + dx, y + dy)) in self._slim) if self._slim else iter(())
        found = next(slim, None) or found
        if found is not None:
            return found
        return next((p for dx, dy in _NEAR if (p := self.at(x + dx, y + dy)) is not None), None)

    def painted(self) -> list[tuple[Panel, Place]]:
        """The regions that were painted, each with the panel it stands in; a region's number is its index plus one."""
        return self._keys


def _is_slim(panel: Panel, place: Place, layer: Layer, scale: float) -> bool:
    """Whether what is seen of `place` is narrower than a good target. Only asked in close-ups."""
    if scale < _CLOSE:
        return False
    box = panel.geometry.regions(layer)[place].box
    if min(box.width(), box.height()) * scale > 4.0 * _SLIM_PX:
        return False
    return panel.geometry.seen(place, layer) / max(box.width(), box.height()) * scale < _SLIM_PX
