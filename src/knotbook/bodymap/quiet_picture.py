"""Bodies to look at and point at, but not to log on: for the replay and for now against then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from knotbook.analysis.change import SAME_WITHIN
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.names import Names
from knotbook.bodymap.picture import BodyPicture
from knotbook.bodymap.quick_stage import QuickStage
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_SIGN_PX = 7.0  # radius of the disc a sign stands on


class QuietPicture(BodyPicture):
    """Names what is under the pointer. Its colours can change at every frame. `pointed(Place | None)`."""

    pointed = Signal(object)

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(geometry, names, theme, parent)
        self.setMouseTracking(True)

    @property
    def quick(self) -> QuickStage:
        """The stage, as what it is."""
        assert isinstance(self.stage, QuickStage)
        return self.stage

    def point_at(self, place: Place | None, at: QPointF | None = None) -> None:
        """Mark `place`; with `at` (widget pixels) name it there."""
        before = self.overlay.region()
        named = at is not None and place is not None
        self.overlay.hover(place, self.teller.words(place) if named and place is not None else None)
        if at is not None:
            self.overlay.point_at(at)
        self._repaint(before)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what is there."""
        place = self.stage.ids().near(event.position())
        self.point_at(place, event.position())
        self.pointed.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self.point_at(None)
        self.pointed.emit(None)

    def _make_stage(self, geometry: Geometry, theme: Theme) -> Stage:
        return QuickStage(geometry, theme)


class ChangePicture(QuietPicture):
    """Shows changes: besides its colour each region has a sign, down for better, up for worse, = for the same."""

    def signs(self) -> dict[Place, int]:
        """The sign of each region that is on show: -1 down, 0 same, 1 up."""
        return {p: _direction(v) for p, v in self.stage.heat.items() if v is not None and self._sign_at(p) is not None}

    def show_changes(self, changes: dict[Place, float]) -> None:
        """Colour and sign the regions by their change in points."""

        self.set_heat(changes, "", Scale.CHANGE)
        self.update(self.stage.redecorate())

    def _sign_at(self, place: Place) -> QPointF | None:
        point = self.label_point(place)
        pixel = self.pixel_of(point) if point is not None else None
        if pixel is None or self.stage.ids().near(pixel) != place:
            return None  # covered by what lies nearer
        return pixel

    def _decorate(self, painter: QPainter, area: QRectF) -> None:
        super()._decorate(painter, area)
        for place, direction in self.signs().items():
            at = self._sign_at(place)
            if at is not None:
                self._paint_sign(painter, at, direction)

    def _paint_sign(self, painter: QPainter, at: QPointF, direction: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.ink), 1.0))
        painter.setBrush(QColor(self.theme.surface))
        painter.drawEllipse(at, _SIGN_PX, _SIGN_PX)
        if direction == 0:
            painter.setPen(QPen(QColor(self.theme.ink), 1.5))
            for dy in (-1.7, 1.7):
                painter.drawLine(at + QPointF(-3.0, dy), at + QPointF(3.0, dy))
            return
        arrow = QPainterPath(at + QPointF(-3.6, 2.2 * direction))
        arrow.lineTo(at + QPointF(3.6, 2.2 * direction))
        arrow.lineTo(at + QPointF(0.0, -3.8 * direction))
        arrow.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(arrow, QColor(self.theme.ink))


def _direction(points: float) -> int:
    return 0 if abs(points) < SAME_WITHIN else -1 if points < 0 else 1
