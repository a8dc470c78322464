"""A body to look at: figures, layers, pain as colour, points as pins. Shows what it is given and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.captions import paint_captions
from knotbook.bodymap.drafts import MapView, Pin, ReleaseMark
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.glide import Glide
from knotbook.bodymap.layout import Layout
from knotbook.bodymap.names import Names
from knotbook.bodymap.overlay import Overlay
from knotbook.bodymap.pin_places import Drawn, drawn
from knotbook.bodymap.pins import REACH_PX, PinPainter
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.stage import Stage, scaled_rect
from knotbook.bodymap.teller import Teller
from knotbook.bodymap.zoom import Zoom
from knotbook.domain.place import Layer, Place, Point
from knotbook.resources.theme import Theme


class BodyPicture(QWidget):
    """A body without hands on it: for a map, a replay, or two days side by side.

    `view_changed(MapView)`, `layer_changed(Layer)`: another one is on show. `values_changed()`: so are other numbers or
    points.
    """

    view_changed = Signal(object)
    layer_changed = Signal(object)
    values_changed = Signal()

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.theme, self.teller = theme, Teller(names)
        self.stage = self._make_stage(geometry, theme)
        self.overlay = Overlay(self.stage, self.font(), self.pin_pixel)
        self.glide = Glide(self.stage, self._picture, self)
        self.glide.moved.connect(self.update)
        self.zoom = Zoom(self.stage, self.glide)
        self._pins: tuple[Pin, ...] = ()
        self._placed: tuple[tuple[Layout, Camera, tuple[Pin, ...]], list[Drawn]] | None = None
        self._marks: tuple[ReleaseMark, ...] = ()

    def cancel(self) -> None:
        """Give up whatever is half done: here, a movement of the camera."""
        self.glide.settle()

    def set_heat(self, heat: Mapping[Place, float | None], span: str = "", scale: Scale = Scale.NRS) -> None:
        """Tint regions by values of `scale`; no key or None is no data. `span`: what the numbers are, such as "now"."""
        self.teller.learn_heat(heat, span, scale)
        if scale is not self.stage.scale:
            self.stage.dress(scale=scale)
            self.update()
        self.update(self.stage.tint({place: value for place, value in heat.items() if value is not None}))
        self.values_changed.emit()

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these points, the last ones on top."""
        before, self._pins = self._dots(), tuple(pins)
        self.teller.learn_pins(self._pins)
        now = self._dots()
        changed = [dot for dot in before if dot not in now] + [dot for dot in now if dot not in before]
        self._redecorate(dot.at for dot in changed)
        self.values_changed.emit()

    def set_release_marks(self, marks: Sequence[ReleaseMark]) -> None:
        """Show where something was pressed."""
        before, self._marks = self._marks, tuple(marks)
        self._redecorate(self.pixel_of(mark.point) for mark in frozenset(before) ^ frozenset(self._marks))

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

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The points on show."""
        return self._pins

    @property
    def release_marks(self) -> tuple[ReleaseMark, ...]:
        """The marks of releases on show."""
        return self._marks

    @property
    def view(self) -> MapView:
        """What is on show."""
        return self.stage.choice

    @property
    def layer(self) -> Layer:
        """The layer on show."""
        return self.stage.layer

    def body_point(self, pixel: QPointF) -> Point:
        """The body point under a widget pixel."""
        scene = self.stage.camera.to_scene(pixel)
        return self.stage.layout.panel_at(scene.x()).to_body(scene)

    def pixel_of(self, point: Point) -> QPointF | None:
        """Where a body point lies on the widget, or None if its view is not on show."""
        panel = self.stage.layout.panel_of(point.view)
        return self.stage.camera.to_pixel(panel.to_scene(point)) if panel else None

    def pin_pixel(self, pin: Pin) -> QPointF | None:
        """Where `pin` is drawn: in a close-up, beside its point if others lie there too. None: not on show."""
        return next((dot.at for dot in self._dots() if dot.pin == pin), self.pixel_of(pin.point))

    def label_point(self, place: Place) -> Point | None:
        """The label point of `place`, or None if this view and layer do not show it."""
        found = self.stage.region(place)
        label = found[1].labels.get(self.layer) if found else None
        return Point(found[0].view, *label) if found and label else None

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
            painter.drawPixmap(QRectF(rect), picture, scaled_rect(rect, ratio))
        painter.setClipRegion(event.region())
        self.overlay.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the figures anew."""
        self.cancel()
        self.stage.arrange(QSizeF(event.size()), self.devicePixelRatioF())

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.stage.arrange(QSizeF(self.size()), self.devicePixelRatioF())
            self.update()
        return super().event(event)

    def _make_stage(self, geometry: Geometry, theme: Theme) -> Stage:
        return Stage(geometry, theme)

    def _picture(self) -> QPixmap:
        return self.stage.picture(self._decorate)

    def _decorate(self, painter: QPainter, area: QRectF) -> None:
        stage = self.stage
        paint_captions(painter, stage.layout, stage.camera, self.theme, self.font(), area)
        if self.zoom.named:
            from knotbook.bodymap.leaders import paint_leaders  # here: the first paint does without

            paint_leaders(painter, stage, self.teller.names, self.font())
        pins = PinPainter(self.theme, self.font())  # over the lines: no number is struck through
        pins.paint_releases(painter, stage.layout, stage.camera, self._marks, area)
        pins.paint(painter, self._dots(), stage.camera.scale, area)

    def _dots(self) -> list[Drawn]:
        """The pins as they are drawn from here; kept until they, or where one looks from, change."""
        seen = (self.stage.layout, self.stage.camera, self._pins)
        if self._placed is None or any(a is not b for a, b in zip(self._placed[0], seen, strict=True)):
            self._placed = (seen, drawn(*seen))
        return self._placed[1]

    def _redecorate(self, spots: Iterable[QPointF | None]) -> None:
        """Marks came or went at these pixels: what is around them is drawn anew."""
        reach = int(REACH_PX)
        area = QRegion()
        for at in spots:
            if at is not None:
                area += QRect(at.toPoint() - QPoint(reach, reach), QSize(2 * reach, 2 * reach))
        self.update(self.stage.redecorate(area & self.rect()))

    def _repaint(self, before: QRegion) -> None:
        self.update(before.united(self.overlay.region()))
