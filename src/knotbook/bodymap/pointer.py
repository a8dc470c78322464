"""Mouse, touchpad and touch on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from knotbook.bodymap.gesture import Gesture, Outcome, Phase
from knotbook.domain.place import Place, Point

if TYPE_CHECKING:
    from knotbook.bodymap.body_map import BodyMap

_WHEEL = 1.0016  # zoom for one eighth of a degree of the wheel: 1.21 a notch


class Pointer:
    """Turns pointer events on a map into what the person meant."""

    def __init__(self, body_map: BodyMap) -> None:
        self._map = body_map
        self._gesture = Gesture()
        self._pressed: tuple[Place, Point] | None = None
        self._pan_from: QPointF | None = None
        self._at: QPointF | None = None
        body_map.glide.settled.connect(self.aim_again)
        body_map.space.changed.connect(self._show_hand)

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        at = event.position()
        self._map.glide.settle()
        self._map.close_strip()
        if self._gesture.phase is not Phase.IDLE:  # a second button while the first is down: never mind
            self.cancel()
        elif event.button() is Qt.MouseButton.MiddleButton or self._map.space.held:
            self._map.point_out(None, at)
            self._map.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan_from = at
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press_left(event)
        elif event.button() is Qt.MouseButton.RightButton:
            self._map.request_release(self._map.place_near(at), at)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        at = event.position()
        if self._pan_from is not None:
            self._map.zoom.pan(at.x() - self._pan_from.x(), at.y() - self._pan_from.y())
            self._pan_from = at
        elif self._map.spots.held:
            self._map.spots.carry(at)
        elif self._pressed is not None:
            self._drag(at)
        elif not self._map.glide.moving and not self._map.space.held:
            self._at = at
            self._map.point_out(self._map.place_near(at), at, aimed=True)

    def aim_again(self) -> None:
        """The camera stands elsewhere now: what is named must be what is there."""
        named, at = self._map.overlay.hovered, self._map.overlay.at
        if named is None or self.busy:
            return
        if at == self._at:  # the pointer named it, and has not moved
            self._map.point_out(self._map.place_near(at), at, aimed=True)
            return
        pixel = self._pixel_of(named)
        seen = pixel is not None and self._map.rect().contains(pixel.toPoint())
        self._map.point_out(named if seen else None, pixel or QPointF())

    def release(self, event: QMouseEvent) -> None:
        """A button came up."""
        if self._pan_from is not None:
            self._pan_from = None
            self._show_hand()
            return
        if self._map.spots.held:
            self._map.spots.put()
            return
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if event.position().y() > self._map.height():  # dragged out below: a slip, not a 0
            self.cancel()
            return
        place, point = self._pressed
        at, value = QPointF(self._gesture.x, self._gesture.y), self._gesture.value
        self._gesture, outcome = self._gesture.release()
        self._end_drag()
        if outcome is Outcome.SUBMIT:
            self._map.submit(place, value, point, aimed=True)
        elif outcome is Outcome.CLICK:
            self._map.open_strip(place, at, point, aimed=True)

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click; the strip that the first one opened goes away."""
        if event.button() is Qt.MouseButton.LeftButton and not self._map.space.held:
            self._map.cancel()
            self._map.zoom.into(event.position())
        else:
            self.press(event)

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and not self.busy:
            self._come_nearer(event.position(), _WHEEL**turned)
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Pinches, of a touchpad or a touch screen. True if the event was one."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.cancel()
                self._come_nearer(event.position(), 1.0 + event.value())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.cancel()
                self._come_nearer(QPointF(self._map.mapFromGlobal(pinch.centerPoint())), pinch.scaleFactor())
                return True
        return False

    def leave(self) -> None:
        """The pointer is gone."""
        if not self.busy:
            self._map.point_out(None, QPointF())

    @property
    def busy(self) -> bool:
        """Whether a press or a pan is under way."""
        return self._pressed is not None or self._pan_from is not None or self._map.spots.held

    def cancel(self) -> None:
        """Forget what is under way."""
        self._gesture = self._gesture.cancel()
        self._pan_from = None
        self._end_drag()

    def _come_nearer(self, at: QPointF, factor: float) -> None:
        """Zoom at a pixel. The strip goes: what it belongs to moves away from under it."""
        self._map.close_strip()
        self._map.point_out(None, at)
        self._map.zoom.by(at, factor)

    def _show_hand(self) -> None:
        """While Space is held the pointer is a hand that would take the figure, and names nothing."""
        if self._pan_from is not None or self._pressed is not None or not self._map.underMouse():
            return
        self._map.point_out(None, QPointF())
        held = self._map.space.held
        self._map.setCursor(Qt.CursorShape.OpenHandCursor if held else Qt.CursorShape.ArrowCursor)

    def _pixel_of(self, place: Place) -> QPointF | None:
        """Where the name of `place` stands, in the view that the keyboard is in."""
        found = self._map.region_of(place)
        label = found[1].labels.get(self._map.layer) if found else None
        return self._map.pixel_of(Point(found[0].view, *label)) if found and label else None

    def _press_left(self, event: QMouseEvent) -> None:
        at = event.position()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if (shift or self._map.spots.moving) and self._map.spots.grab(at):
            return
        place = self._map.place_near(at)
        if place is None:
            self._map.select(None)
            return
        self._pressed = (place, self._map.body_point(at))
        self._map.point_out(place, at, aimed=True)
        screen = self._map.screen().availableGeometry()
        room = event.globalPosition().y() - screen.top()
        self._gesture = self._gesture.press(at.x(), at.y(), room)

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None
        before, self._gesture = self._gesture, self._gesture.move(at.x(), at.y())
        if self._gesture != before:
            starts = before.phase is Phase.PRESSED
            self._map.show_drag(self._gesture, self._pressed[0] if starts else None)

    def _end_drag(self) -> None:
        if self._pressed is not None:
            self._pressed = None
            self._map.show_drag(Gesture(), None)
