"""Bodies to look at and point at, but not to log on: for the replay and for now against then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from knotbook.analysis.change import SAME_WITHIN
from knotbook.bodymap.camera import Camera, held_in
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.names import Names
from knotbook.bodymap.picture import BodyPicture
from knotbook.bodymap.quick_stage import QuickStage
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

_SIGN_PX = 7.0  # radius of the disc a sign stands on
_NAMES_FROM_PX = 560.0  # beside each other, three columns of the same names would leave little to see


class QuietPicture(BodyPicture):
    """Names what is under the pointer, comes nearer by wheel and double click. Its colours can change at every frame.

    `pointed(Place | None)`; `looked(Camera)`: the person looks from elsewhere now.
    """

    pointed = Signal(object)
    looked = Signal(object)

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(geometry, names, theme, parent)
        self.setMouseTracking(True)
        self._held: QPointF | None = None
        self._at: QPointF | None = None
        self.zoom.names_from = _NAMES_FROM_PX
        self.glide.settled.connect(self._aim_again)
        self.glide.settled.connect(lambda: self.looked.emit(self.stage.camera))

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

    def still(self) -> QPixmap:
        """The whole picture as it is now, also if it was never on a screen."""
        return self._picture()

    def copy_from(self, other: BodyPicture) -> None:
        """Show the same values, points and releases as `other`."""
        self.stage.dress(scale=other.stage.scale)
        self.stage.tint(other.stage.heat)
        self.set_pins(other.pins)
        self.set_release_marks(other.release_marks)

    def look_from(self, camera: Camera) -> None:
        """Look from where another picture looks, as far as the size allows."""
        size = self.stage.size
        share = min(size.width() / max(1.0, camera.size.width()), size.height() / max(1.0, camera.size.height()))
        wanted = held_in(Camera(camera.x, camera.y, camera.scale * share, size), self.stage.layout, size)
        if wanted != self.stage.camera:
            self.stage.look(wanted)
            self.update()
            self._aim_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther, held at the pointer."""
        self.zoom.by(event.position(), 1.0015 ** event.angleDelta().y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Into a close-up, or back out."""
        if self.zoom.zoomed:
            self.zoom.home()
        else:
            self.zoom.into(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the picture where it is pressed."""
        self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the hand, or name what is there."""
        if self._held is not None and event.buttons():
            moved, self._held = event.position() - self._held, event.position()
            self.zoom.pan(moved.x(), moved.y())
            return
        self._at = event.position()
        self._point(self._at)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._at = None
        self.point_at(None)
        self.pointed.emit(None)

    def _aim_again(self) -> None:
        """The camera stands elsewhere now: what is named under the pointer must be what is there."""
        if self._at is not None and self._held is None:
            self._point(self._at)

    def _point(self, at: QPointF) -> None:
        place = self.stage.ids().near(at)
        self.point_at(place, at)
        self.pointed.emit(place)

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
