"""Marks on the body: a dot for each point of pain, a ring for each place that was pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.colours import pain_colour
from knotbook.bodymap.drafts import Pin, ReleaseMark
from knotbook.bodymap.layout import Layout
from knotbook.controls.nrs_strip import ink_on
from knotbook.domain.place import Point
from knotbook.resources.theme import Theme

_REACH = 20.0  # pixels: a pin farther out does not touch an area
_NUMBERS_FROM = 1.8  # pixels a unit: dots are big enough for a number from here on


def pin_radius(scale: float) -> float:
    """The radius of a dot in pixels at `scale` pixels a unit."""
    return 9.0 if scale >= _NUMBERS_FROM else 4.0


class PinPainter:
    """Paints pins and release marks of one theme over the anatomy."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(12)
        self._font.setBold(True)

    def paint(self, painter: QPainter, layout: Layout, camera: Camera, pins: Sequence[Pin], area: QRectF) -> None:
        """All pins within the pixels of `area`; of several on one spot of the screen, the last is drawn."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        told_apart: dict[tuple[int, int], tuple[QPointF, Pin]] = {}
        for pin in pins:
            at = _pixel(layout, camera, pin.point, area)
            if at is not None:
                told_apart[int(at.x()) // 3, int(at.y()) // 3] = (at, pin)
        for at, pin in told_apart.values():
            if pin.spot is not None:
                self._collar(painter, at, camera.scale)
            self.dot(painter, at, pin.intensity, camera.scale, recent=pin.recent)

    def paint_releases(
        self, painter: QPainter, layout: Layout, camera: Camera, marks: Sequence[ReleaseMark], area: QRectF
    ) -> None:
        """A ring in the accent colour for each place within `area` that was pressed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = pin_radius(camera.scale) + 3.0
        for mark in marks:
            at = _pixel(layout, camera, mark.point, area)
            if at is None:
                continue
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((self._theme.surface, 4.0), (self._theme.accent, 2.0)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(at, radius, radius)

    def dot(self, painter: QPainter, at: QPointF, value: int | None, scale: float, *, recent: bool = True) -> None:
        """One point of pain: filled with its colour, or hollow when it has not hurt lately."""
        radius = pin_radius(scale)
        fill = pain_colour(self._theme, value) if value is not None and recent else QColor(self._theme.surface)
        painter.setPen(QPen(QColor(self._theme.surface), 3.0))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(QColor(self._theme.ink if recent else self._theme.ink_soft), 1.2))
        painter.setBrush(fill)
        painter.drawEllipse(at, radius, radius)
        if value is not None and scale >= _NUMBERS_FROM:
            painter.setFont(self._font)
            painter.setPen(QColor(ink_on(fill.name())))
            box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _collar(self, painter: QPainter, at: QPointF, scale: float) -> None:
        """What tells a point with a history of its own from a single press: a second line around it."""
        radius = pin_radius(scale) + 3.0
        painter.setBrush(QColor(self._theme.surface))
        painter.setPen(QPen(QColor(self._theme.ink_soft), 1.2))
        painter.drawEllipse(at, radius, radius)


def _pixel(layout: Layout, camera: Camera, point: Point, area: QRectF) -> QPointF | None:
    panel = layout.panel_of(point.view)
    if panel is None:
        return None
    at = camera.to_pixel(panel.to_scene(point))
    return at if area.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at) else None
