"""The rings around points: the chosen one, the one a press would mean, the one being moved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from knotbook.bodymap.drafts import Pin
from knotbook.bodymap.pin_places import pin_radius
from knotbook.bodymap.pins import PinPainter
from knotbook.bodymap.read_out import NameTag, Words
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Point

_CHOSEN, _LIT = 6.0, 5.0  # pixels from the rim of the pin to the ring
_RIM = 4.0
Where = Callable[[Pin], QPointF | None]


class Halo:
    """Holds which points are ringed; part of the overlay, so it never touches the still picture."""

    def __init__(self, stage: Stage, font: QFont, where: Where) -> None:
        """`where`: the pixel at which a pin is drawn, or None."""
        self._stage = stage
        self._where = where
        self._font = font
        self._chosen: Pin | None = None
        self._lit: Pin | None = None
        self._moving: tuple[Pin, Point] | None = None

    def show(self, chosen: Pin | None, lit: Pin | None, moving: tuple[Pin, Point] | None) -> None:
        """Ring these."""
        self._chosen, self._lit, self._moving = chosen, lit, moving

    def boxes(self) -> list[QRect]:
        """The pixels that `paint` touches."""
        found = [self._around(at, away) for at, away, _ in self._rings()]
        if (tag := self._tag()) is not None:
            found.append(tag[1].toAlignedRect().adjusted(-2, -2, 2, 2))
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw the rings, and the point being moved at its new place with its name."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = pin_radius(self._stage.camera.scale)
        for at, away, colour in self._rings():
            for ink, width in ((self._stage.theme.surface, _RIM + 1.5), (colour, 2.5)):
                painter.setPen(QPen(QColor(ink), width))
                painter.drawEllipse(at, radius + away, radius + away)
        tag = self._tag()
        if tag is not None and self._moving is not None:
            pins = PinPainter(self._stage.theme, self._font)
            pins.dot(painter, self._pixel(self._moving[1]), self._moving[0].intensity, self._stage.camera.scale)
            tag[0].paint(painter, tag[1])

    def _rings(self) -> list[tuple[QPointF, float, str]]:
        theme = self._stage.theme
        if self._moving is not None:
            shown = self._stage.layout.panel_of(self._moving[1].view) is not None
            return [(self._pixel(self._moving[1]), _CHOSEN, theme.accent)] if shown else []
        wanted = ((self._chosen, _CHOSEN, theme.focus), (self._lit, _LIT, theme.accent))
        found = ((self._where(pin), away, ink) for pin, away, ink in wanted if pin is not None)
        return [(at, away, ink) for at, away, ink in found if at is not None]

    def _tag(self) -> tuple[NameTag, QRectF] | None:
        if self._moving is None or self._stage.layout.panel_of(self._moving[1].view) is None:
            return None
        hint = QCoreApplication.translate("Halo", "Arrows move it, Enter keeps it, Esc leaves it")
        tag = NameTag(self._stage.theme, self._font, Words(self._moving[0].label, hint))
        return tag, tag.box(self._pixel(self._moving[1]), self._stage.size)

    def _around(self, at: QPointF, away: float) -> QRect:
        half = pin_radius(self._stage.camera.scale) + away + _RIM
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half).toAlignedRect()

    def _pixel(self, point: Point) -> QPointF:
        panel = self._stage.layout.panel_of(point.view)
        assert panel is not None, "asked only of views on show"
        return self._stage.camera.to_pixel(panel.to_scene(point))
