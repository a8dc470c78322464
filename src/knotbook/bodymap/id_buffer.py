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
_CLOSE = 2.0  # pixels a unit: from here on slim regions are given room by their wider neighbours
_TARGET_PX = 37.0  # a slim region claims room up to this width, so that 24 are left where two of them meet
_REACH_PX = 11  # so far around it, at most, a press means a slim region although a wider one is under the pointer
_MASK = 0xFFFFFF


def _rings(radius: int) -> tuple[tuple[int, int], ...]:
    """Offsets within `radius` pixels, nearest first."""
    span = range(-radius, radius + 1)
    near = [(x, y) for x in span for y in span if 0 < math.hypot(x, y) <= radius]
    return tuple(sorted(near, key=lambda p: p[0] * p[0] + p[1] * p[1]))


_NEAR = _rings(SNAP_PX)
_STAR = [(i * math.tau / 16, r) for r in range(2, _REACH_PX + 1, 2) for i in range(16)]
_AROUND = tuple((round(r * math.cos(a)), round(r * math.sin(a)), float(r)) for a, r in _STAR)


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
        self._reach = {place: reach for panel, place in self._keys if (reach := _reach(panel, place, layer, camera))}

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
        if self._reach:
            found = self._claimed(x, y, found)
        if found is not None:
            return found
        return next((p for dx, dy in _NEAR if (p := self.at(x + dx, y + dy)) is not None), None)

    def _claimed(self, x: int, y: int, found: Place | None) -> Place | None:
        """Who has the best claim: each slim region reaches so far beyond its border, less with every pixel."""
        best, at, reach = self._reach.get(found, 0.0) if found else 0.0, self.at, self._reach
        for dx, dy, distance in _AROUND:
            place = at(x + dx, y + dy)
            if place is not None and place != found and (claim := reach.get(place, 0.0) - distance) > best:
                best, found = claim, place
        return found

    def painted(self) -> list[tuple[Panel, Place]]:
        """The regions that were painted, each with the panel it stands in; a region's number is its index plus one."""
        return self._keys


def _reach(panel: Panel, place: Place, layer: Layer, camera: Camera) -> float:
    """How many pixels a press may miss what is seen of `place`, for it to be a good target. 0 unless in a close-up."""
    room = panel.geometry.regions(layer)[place].room.get(layer)
    if room is None or camera.scale < _CLOSE:
        return 0.0
    return min(float(_REACH_PX), max(0.0, _TARGET_PX / 2.0 - room * camera.scale))
