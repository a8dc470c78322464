"""Marks on the body: a dot for each point of pain (or for several), a ring for each place that was pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.colours import pain_colour
from knotbook.bodymap.drafts import ReleaseMark
from knotbook.bodymap.layout import Layout
from knotbook.bodymap.pin_places import NUMBERS_FROM, Drawn, pin_radius, pixel
from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

REACH_PX = 40.0
"""A dot with its ring, its count, and the line to its point stays within so many pixels of where it is drawn."""
_ASIDE = 3.0  # pixels: a dot moved less than this off its point needs no line to it
_GAP = 6.0  # pixels: releases nearer than this on the screen share a ring


class PinPainter:
    """Paints pins and release marks of one theme over the anatomy."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(12)
        self._font.setBold(True)

    def paint(self, painter: QPainter, dots: Iterable[Drawn], scale: float, area: QRectF) -> None:
        """All dots that touch the pixels of `area`, at `scale` pixels a unit."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reached = area.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        here = [dot for dot in dots if reached.contains(dot.at)]
        for dot in here:
            self._tie(painter, dot)
        for dot in here:
            if dot.pin.spot is not None:
                self._collar(painter, dot.at, scale)
            self.dot(painter, dot.at, dot.pin.intensity, scale, recent=dot.pin.recent)
        for dot in here:
            if dot.number > 1:
                self._count(painter, dot.at, dot.number, scale)

    def paint_releases(
        self, painter: QPainter, layout: Layout, camera: Camera, marks: Sequence[ReleaseMark], area: QRectF
    ) -> None:
        """A ring in the accent colour for each place within `area` that was pressed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = pin_radius(camera.scale) + 3.0
        reached = area.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        rings: dict[tuple[int, int], QPointF] = {}
        for mark in marks:
            at = pixel(layout, camera, mark.point)
            if at is not None and reached.contains(at):
                rings[int(at.x() / _GAP), int(at.y() / _GAP)] = at
        for at in rings.values():
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
        if value is not None and scale >= NUMBERS_FROM:
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

    def _tie(self, painter: QPainter, dot: Drawn) -> None:
        """A dot that had to make room is tied to its point."""
        if (dot.at - dot.point).manhattanLength() < _ASIDE:
            return
        for colour, width in ((self._theme.surface, 3.5), (self._theme.ink, 1.5)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(dot.at, dot.point)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink))
        painter.drawEllipse(dot.point, 2.0, 2.0)

    def _count(self, painter: QPainter, at: QPointF, count: int, scale: float) -> None:
        """How many points one dot stands for, beside it; the sign keeps it from being read as a pain."""
        words = f"\u00d7{count}"
        metrics = QFontMetricsF(self._font)
        path = QPainterPath()
        left = at.x() + pin_radius(scale) + 6.0
        path.addText(QPointF(left, at.y() + metrics.capHeight() / 2), self._font, words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                QColor(self._theme.surface),
                3.0,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPath(path)
        painter.fillPath(path, QColor(self._theme.ink))
