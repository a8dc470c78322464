"""Zoom and pan as frozen values: which scene point is in the middle, and how big a unit is."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from knotbook.bodymap.layout import EDGE_PX, TOP_PX, Layout

MAX_ZOOM = 9.0  # times the whole figure


class Camera(NamedTuple):
    """`x`, `y`: the scene point in the middle of the widget. `scale`: pixels a unit. `size`: of the widget."""

    x: float
    y: float
    scale: float
    size: QSizeF

    def transform(self) -> QTransform:
        """Scene units -> widget pixels."""
        s, w, h = self.scale, self.size.width(), self.size.height()
        return QTransform(s, 0.0, 0.0, s, w / 2.0 - self.x * s, h / 2.0 - self.y * s)

    def to_scene(self, pixel: QPointF) -> QPointF:
        """The scene point under a widget pixel."""
        dx, dy = pixel.x() - self.size.width() / 2.0, pixel.y() - self.size.height() / 2.0
        return QPointF(self.x + dx / self.scale, self.y + dy / self.scale)

    def to_pixel(self, scene: QPointF) -> QPointF:
        """The widget pixel of a scene point."""
        return QPointF(
            (scene.x() - self.x) * self.scale + self.size.width() / 2.0,
            (scene.y() - self.y) * self.scale + self.size.height() / 2.0,
        )

    def visible(self) -> QRectF:
        """The part of the scene that the widget shows."""
        w, h = self.size.width() / self.scale, self.size.height() / self.scale
        return QRectF(self.x - w / 2.0, self.y - h / 2.0, w, h)

    def zoomed(self, pixel: QPointF, scale: float) -> Camera:
        """At `scale`, with the scene point under `pixel` left where it is."""
        held = self.to_scene(pixel)
        x = held.x() - (pixel.x() - self.size.width() / 2.0) / scale
        y = held.y() - (pixel.y() - self.size.height() / 2.0) / scale
        return Camera(x, y, scale, self.size)

    def panned(self, dx: float, dy: float) -> Camera:
        """Moved so that the picture follows a drag of (dx, dy) pixels."""
        return Camera(self.x - dx / self.scale, self.y - dy / self.scale, self.scale, self.size)

    def between(self, other: Camera, share: float) -> Camera:
        """`share` (0 to 1) of the way to `other`. Scale moves evenly in proportion, and the centre with it."""
        scale = self.scale * (other.scale / self.scale) ** share
        even = self.scale == other.scale
        part = share if even else (1 / scale - 1 / self.scale) / (1 / other.scale - 1 / self.scale)
        return Camera(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part, scale, other.size)


def home(layout: Layout, size: QSizeF) -> Camera:
    """Whole figures, as big as fits."""
    room_w, room_h = max(40.0, size.width() - 2 * EDGE_PX), max(40.0, size.height() - TOP_PX - EDGE_PX)
    area = layout.area
    scale = min(room_w / area.width(), room_h / area.height())
    middle = area.center()
    return Camera(middle.x(), middle.y() - (TOP_PX - EDGE_PX) / 2.0 / scale, scale, size)


def close_up(rect: QRectF, size: QSizeF, at: float = 0.5, share: float = 0.52) -> Camera:
    """`rect` (scene units) as big as fits into `share` of the width, its middle at the share `at` of it; the rest is
    for labels.
    """
    scale = min(size.width() * share / rect.width(), (size.height() - 24.0) / rect.height())
    x = rect.center().x() - (at - 0.5) * size.width() / scale
    return Camera(x, rect.center().y(), scale, size)


def held_in(camera: Camera, layout: Layout, size: QSizeF) -> Camera:
    """`camera`, no farther than the whole figure, no nearer than `MAX_ZOOM` times, its centre not off the figures."""
    whole = home(layout, size)
    scale = max(whole.scale, min(whole.scale * MAX_ZOOM, camera.scale))
    if scale <= whole.scale * 1.001:
        return whole
    area = layout.area
    x = max(area.left(), min(area.right(), camera.x))
    return Camera(x, max(area.top(), min(area.bottom(), camera.y)), scale, size)
