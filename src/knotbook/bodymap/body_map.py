"""The body map: shows a body in layers, lets a person point at it, and says where and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.captions import paint_captions
from knotbook.bodymap.drafts import MapView, PainDraft, Pin, ReleaseMark
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.gesture import Gesture
from knotbook.bodymap.glide import Glide
from knotbook.bodymap.keys import Keys
from knotbook.bodymap.leaders import paint_leaders
from knotbook.bodymap.names import Names
from knotbook.bodymap.neighbours import where_shown
from knotbook.bodymap.overlay import Overlay
from knotbook.bodymap.pins import PinPainter
from knotbook.bodymap.pointer import Pointer
from knotbook.bodymap.read_out import Words
from knotbook.bodymap.stage import Stage
from knotbook.bodymap.strip_popup import StripPopup, choices
from knotbook.bodymap.teller import Teller
from knotbook.bodymap.zoom import Zoom
from knotbook.domain.place import Layer, Place, Point
from knotbook.resources.theme import Theme


class BodyMap(QWidget):
    """Shows state that is set on it, and emits what the person did. Never changes a diary, nor its own heat.

    `submitted(PainDraft)`; `release_requested(Place, Point)`; `place_selected(Place | None)`; `hovered(Place | None)`;
    `view_changed(MapView)`; `layer_changed(Layer)`; `find_requested(str)`: letters typed so far.
    """

    submitted = Signal(object)
    release_requested = Signal(object, object)
    place_selected = Signal(object)
    hovered = Signal(object)
    view_changed = Signal(object)
    layer_changed = Signal(object)
    find_requested = Signal(str)

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Body map"))
        self.theme, self.teller = theme, Teller(names)
        self.stage = Stage(geometry, theme)
        self.overlay = Overlay(self.stage, self.font())
        self.glide = Glide(self.stage, self._picture, self)
        self.glide.moved.connect(self.update)
        self.zoom = Zoom(self.stage, self.glide)
        self._pointer, self._keys = Pointer(self), Keys(self)
        self._pins: tuple[Pin, ...] = ()
        self._marks: tuple[ReleaseMark, ...] = ()
        self._strip: StripPopup | None = None

    # State in

    def set_heat(self, heat: Mapping[Place, float | None], span: str = "") -> None:
        """Tint regions by pain 0-10; no key or None is no data. `span`: what the numbers are, such as "now"."""
        self.teller.learn_heat(heat, span)
        self.stage.tint({place: value for place, value in heat.items() if value is not None})
        self.update()

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these points, the last ones on top."""
        self._pins = tuple(pins)
        self.teller.learn_pins(self._pins)
        self._redecorate()

    def set_release_marks(self, marks: Sequence[ReleaseMark]) -> None:
        """Show where something was pressed."""
        self._marks = tuple(marks)
        self._redecorate()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.cancel()
        self.theme = theme
        self.stage.dress(theme=theme)
        self.overlay.hover(None, None)
        self.update()

    def set_figure(self, geometry: Geometry) -> None:
        """Show another figure; places keep their ids."""
        self.cancel()
        self.stage.dress(geometry=geometry)
        self.update()

    def set_view(self, view: MapView) -> None:
        """Show the body from elsewhere, whole."""
        if view is self.view:
            return
        self.cancel()
        self.overlay.hover(None, None)
        self.stage.show(choice=view)
        self.update()
        self.view_changed.emit(view)

    def set_layer(self, layer: Layer) -> None:
        """Lift off more or less; the camera stays."""
        if layer is self.layer:
            return
        self.cancel()
        self.overlay.hover(None, None)
        self.stage.show(layer=layer)
        self.update()
        self.layer_changed.emit(layer)

    def set_reduced_motion(self, still: bool) -> None:
        """Jump instead of moving."""
        self.glide.still = still

    def select(self, place: Place | None) -> None:
        """Mark `place`; None marks nothing. Says so only if that is news."""
        if place == self.overlay.selected:
            return
        before = self.overlay.region()
        self.overlay.selected = place
        self._repaint(before)
        self.place_selected.emit(place)

    # State out

    @property
    def view(self) -> MapView:
        """What is on show."""
        return self.stage.choice

    @property
    def layer(self) -> Layer:
        """The layer on show."""
        return self.stage.layer

    @property
    def selected(self) -> Place | None:
        """The marked place."""
        return self.overlay.selected

    @property
    def strip(self) -> StripPopup | None:
        """The open strip of eleven buttons, if there is one."""
        return self._strip

    @property
    def busy(self) -> bool:
        """Whether something is half done that Esc gives up: a drag, a pan, an open strip."""
        return self._pointer.busy or self._strip is not None

    def place_near(self, pixel: QPointF) -> Place | None:
        """The region at, or a few pixels from, a widget pixel."""
        return self.stage.ids().near(pixel)

    def body_point(self, pixel: QPointF) -> Point:
        """The body point under a widget pixel."""
        scene = self.stage.camera.to_scene(pixel)
        return self.stage.layout.panel_at(scene.x()).to_body(scene)

    def pixel_of(self, point: Point) -> QPointF | None:
        """Where a body point lies on the widget, or None if its view is not on show."""
        panel = self.stage.layout.panel_of(point.view)
        return self.stage.camera.to_pixel(panel.to_scene(point)) if panel else None

    def label_point(self, place: Place) -> Point | None:
        """The label point of `place`, or None if this view and layer do not show it."""
        found = self.stage.region(place)
        if found is None or found[1].label is None:
            return None
        return Point(found[0].view, *found[1].label)

    # What the person does

    def point_out(self, place: Place | None, at: QPointF) -> None:
        """`place` is under the pointer at `at`: name it. None: nothing is."""
        news = place != self.overlay.hovered
        before = self.overlay.region()
        self.overlay.point_at(at)
        if news:
            self.overlay.hover(place, self.teller.words(place) if place else None)
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
        if news or place is not None:
            self._repaint(before)
        if news:
            self.hovered.emit(place)

    def show_drag(self, gesture: Gesture, place: Place | None) -> None:
        """The gesture stands so; `place` is given when it starts."""
        before = self.overlay.region()
        words = self.teller.words(place) if place else None
        self.overlay.drag(gesture, words, self.tr("Let go to cancel"))
        self._repaint(before)

    def show_typing(self, number: int | None, at: QPointF, place: Place | None) -> None:
        """`number` was typed for `place` at `at`, and waits for Enter. None: no more."""
        before = self.overlay.region()
        plain = self.teller.words(place).plain if place else ""
        self.overlay.pend(number, at, Words(plain, self.tr("Enter saves, Esc cancels")))
        self._repaint(before)

    def submit(self, place: Place, value: int, point: Point | None, touched: Place | None = None) -> None:
        """Hand over one pain."""
        self.close_strip()
        self.select(touched or place)
        self.submitted.emit(PainDraft(place, value, point, self.layer, touched or place))

    def submit_typed(self, place: Place, value: int) -> None:
        """Hand over one pain that was typed: it is put at the label point of `place`, which is brought into sight."""
        self.reveal(place)
        self.submit(place, value, self.label_point(place))

    def reveal(self, place: Place) -> bool:
        """Change view and layer as little as needed to show `place`, and mark it. False if nothing shows it."""
        found = where_shown(self.stage.geometry, place, self.view, self.layer)
        if found is not None:
            self.set_layer(found[1])
            self.set_view(found[0])
            if (point := self.label_point(place)) and (panel := self.stage.layout.panel_of(point.view)):
                self.zoom.reveal(panel.to_scene(point))
        self.select(place)
        return found is not None

    def request_release(self, place: Place | None, at: QPointF) -> None:
        """A release is to start at the widget pixel `at`."""
        if place is not None:
            self.select(place)
            self.release_requested.emit(place, self.body_point(at))

    def open_strip(self, place: Place, at: QPointF, point: Point) -> None:
        """Offer 0 to 10 at the point; on the skin also what lies beneath."""
        self.close_strip()
        self.select(place)
        self.point_out(None, at)
        offered = choices(self.teller.names, place, point, self.layer)
        title = self.teller.title(place, self.theme.ink_soft)
        strip = StripPopup(self.theme, title, offered, round(self.teller.value(place) or 0), self)
        strip.chosen.connect(lambda chosen, value: self.submit(chosen, value, point, place))
        strip.cancelled.connect(self.close_strip)
        strip.open_at(at)
        self._strip = strip

    def close_strip(self) -> None:
        """Take the strip away; nothing is saved."""
        if self._strip is not None:
            strip, self._strip = self._strip, None
            strip.hide()
            strip.deleteLater()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Give up whatever is half done: a drag, the strip, digits, a movement of the camera."""
        self._pointer.cancel()
        self._keys.cancel()
        self.close_strip()
        self.glide.settle()

    # Qt

    def sizeHint(self) -> QSize:
        """The size that shows it well."""
        return QSize(720, 680)

    def minimumSizeHint(self) -> QSize:
        """The least size that can be used."""
        return QSize(384, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        painter = QPainter(self)
        if self.glide.moving:
            self.glide.paint(painter, QColor(self.theme.ground))
            return
        picture = self._picture()
        ratio = picture.devicePixelRatio()
        for rect in event.region():  # type: ignore[attr-defined]  # iterable at run time; the stub lacks it
            source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
            painter.drawPixmap(QRectF(rect), picture, source)
        painter.setClipRegion(event.region())
        self.overlay.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the figures anew."""
        self.cancel()
        self.stage.arrange(QSizeF(event.size()), self.devicePixelRatioF())

    def event(self, event: QEvent) -> bool:
        """Take gestures and changes of screen first."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.stage.arrange(QSizeF(self.size()), self.devicePixelRatioF())
            self.update()
        if event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture) and self._pointer.gesture(event):
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand to the pointer."""
        self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hand to the pointer."""
        self._pointer.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are ours."""
        if event.key() == Qt.Key.Key_Space:
            self._pointer.pan_held = True
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space no longer pans."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.pan_held = False
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was half typed."""
        self._pointer.pan_held = False
        self._keys.cancel()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from region to region before it leaves."""
        return self._keys.tab(forward=forward) or super().focusNextPrevChild(forward)

    def _picture(self) -> QPixmap:
        return self.stage.picture(self._decorate)

    def _decorate(self, painter: QPainter) -> None:
        stage = self.stage
        paint_captions(painter, stage.layout, stage.camera, self.theme, self.font())
        pins = PinPainter(self.theme, self.font())
        pins.paint_releases(painter, stage.layout, stage.camera, self._marks)
        pins.paint(painter, stage.layout, stage.camera, self._pins)
        if self.zoom.close:
            paint_leaders(painter, stage, self.teller.names, self.font())

    def _redecorate(self) -> None:
        self.stage.redecorate()
        self.update()

    def _repaint(self, before: QRegion) -> None:
        self.update(before.united(self.overlay.region()))
