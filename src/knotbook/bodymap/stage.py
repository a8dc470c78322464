"""Keeps the painted body: a still picture that is blitted, patches for what changes, and who is where."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from knotbook.bodymap.camera import Camera, home
from knotbook.bodymap.colours import Palette
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry, Shape
from knotbook.bodymap.id_buffer import IdBuffer
from knotbook.bodymap.layout import Layout, Panel, arrange
from knotbook.bodymap.outline import REACH_PX, outlined
from knotbook.bodymap.painter import MapPainter, Scene, gap_around, panel_transform
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.strokes import Line, device_scale
from knotbook.domain.place import Layer, Place
from knotbook.resources.theme import Theme

_GRID = 4  # logical pixels: at 125, 150 and 175 % this is a whole number of device pixels
_FEW = 4  # up to so many changed regions are patched; more are a new picture
Decorate = Callable[[QPainter, QRectF], None]
Draw = Callable[[QPainter, Panel, Shape], None]
Patch = tuple[QRect, QPixmap]


def scaled_rect(rect: QRect, ratio: float) -> QRectF:
    """A rectangle of logical pixels in device pixels."""
    return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)


def _on_grid(box: QRectF) -> QRect:
    """`box` made larger to multiples of `_GRID` pixels, which are whole device pixels at any usual scale."""
    left, top = math.floor(box.left() / _GRID) * _GRID, math.floor(box.top() / _GRID) * _GRID
    right, bottom = math.ceil(box.right() / _GRID) * _GRID, math.ceil(box.bottom() / _GRID) * _GRID
    return QRect(left, top, right - left, bottom - top)


class Stage:
    """One figure as it stands on the widget. Changing any of its settings forgets only what depends on it."""

    def __init__(self, geometry: Geometry, theme: Theme) -> None:
        self.geometry, self.theme = geometry, theme
        self.choice, self.layer = MapView.BOTH, Layer.SKIN
        self.size, self.ratio = QSizeF(0.0, 0.0), 1.0
        self.heat: Mapping[Place, float | None] = {}
        self.scale = Scale.NRS
        self._painter = MapPainter(Palette(theme, geometry.families))
        self._anatomy: QPixmap | None = None
        self._picture: QPixmap | None = None
        self._stale = QRegion()
        self._ids: IdBuffer | None = None
        self._patches: dict[tuple[Place, str], list[Patch]] = {}
        self.arrange(QSizeF(1.0, 1.0), 1.0)

    def arrange(self, size: QSizeF, ratio: float) -> None:
        """Stand the figures on a widget of `size` logical pixels with `ratio` device pixels each; zoom out fully."""
        self.size, self.ratio = size, ratio
        self.layout: Layout = arrange(self.choice, self.geometry, size)
        self.camera: Camera = home(self.layout, size)
        self._forget()

    def look(self, camera: Camera) -> None:
        """Look from elsewhere."""
        self.camera = camera
        self._forget()

    def show(self, *, choice: MapView | None = None, layer: Layer | None = None) -> None:
        """Another view (which zooms out) or another layer (which stays where it is)."""
        self.layer = layer or self.layer
        self._forget()
        if choice is not None:
            self.choice = choice
            self.arrange(self.size, self.ratio)

    def dress(
        self, *, geometry: Geometry | None = None, theme: Theme | None = None, scale: Scale | None = None
    ) -> None:
        """Another figure, other colours, or colours that mean something else."""
        self.geometry, self.theme, self.scale = geometry or self.geometry, theme or self.theme, scale or self.scale
        self._painter = MapPainter(Palette(self.theme, self.geometry.families, self.scale))
        self._forget()
        if geometry is not None:
            self.arrange(self.size, self.ratio)

    def tint(self, heat: Mapping[Place, float | None]) -> QRegion:
        """Colour regions by pain, and tell which pixels change. A few regions are patched into the picture."""
        old, self.heat = self.heat, dict(heat)
        changed = [p for p in old.keys() | self.heat.keys() if old.get(p) != self.heat.get(p)]
        if bool(old) != bool(self.heat) or len(changed) > _FEW:
            self._anatomy = self._picture = None
            return QRegion(self._whole())
        touched = QRegion()
        if changed and self._anatomy is not None:
            painter = QPainter(self._anatomy)
            for box, pixmap in self._tinted(changed):
                painter.drawPixmap(box.topLeft(), pixmap)
                touched += box
            painter.end()
        return self.redecorate(touched)

    def redecorate(self, area: QRegion | None = None) -> QRegion:
        """What lies over the anatomy has changed within `area` (None: everywhere). Gives the area back."""
        area = QRegion(self._whole()) if area is None else area
        self._stale += area
        return area

    def picture(self, decorate: Decorate) -> QPixmap:
        """The still picture. `decorate(painter, box)` paints what lies over the anatomy within `box`, when needed."""
        if self._picture is None:
            self._anatomy = self._anatomy or self._paint_anatomy()
            self._picture, self._stale = QPixmap(self._anatomy.size()), QRegion(self._whole())
            self._picture.setDevicePixelRatio(self.ratio)
        if not self._stale.isEmpty() and self._anatomy is not None:
            box = self._stale.boundingRect()
            painter = QPainter(self._picture)
            painter.setClipRegion(self._stale)
            painter.drawPixmap(QRectF(box), self._anatomy, scaled_rect(box, self.ratio))
            decorate(painter, QRectF(box))
            painter.end()
            self._stale = QRegion()
        return self._picture

    def ids(self) -> IdBuffer:
        """Who is under which pixel."""
        if self._ids is None:
            self._ids = IdBuffer(self.layout, self.layer, self.camera)
        return self._ids

    def region(self, place: Place) -> tuple[Panel, Shape] | None:
        """The panel that shows most of `place` in this layer, and its shape there."""
        found = [p for p in self.layout.panels if place in p.geometry.regions(self.layer)]
        if not found:
            return None
        panel = found[0] if len(found) == 1 else max(found, key=lambda p: p.geometry.seen(place, self.layer))
        return panel, panel.geometry.regions(self.layer)[place]

    def highlight(self, place: Place, fill: QColor, line: QColor, width: float, *, glow: bool = False) -> list[Patch]:
        """The part of `place` that is seen, washed and outlined: one patch a panel, to be drawn over the picture."""
        key = (place, f"{fill.rgba()}/{line.rgba()}/{width}")
        if key not in self._patches:
            masks = self._cut_outs(place, self._draw_seen)
            self._patches[key] = [(box, outlined(mask, fill, line, width, glow=glow)) for box, mask in masks]
        return self._patches[key]

    def _draw_seen(self, painter: QPainter, panel: Panel, shape: Shape) -> None:
        """All of `shape` with its tendons, which belong to it for the eye and the finger."""
        for part in panel.geometry.solid(self.layer):
            if part.place == shape.place:
                painter.fillPath(part.path, QColor("black"))

    def _whole(self) -> QRect:
        return QRectF(QPointF(), self.size).toAlignedRect()

    def _tinted(self, places: Sequence[Place]) -> Iterator[Patch]:
        for place in places:
            yield from self._cut_outs(place, self._draw_tinted, self._draw_over)

    def _scene(self) -> Scene:
        return Scene(self.layout, self.layer, self.camera, self.heat)

    def _draw_tinted(self, painter: QPainter, panel: Panel, shape: Shape) -> None:
        self._painter.paint_region(painter, panel, shape, self._scene())

    def _draw_over(self, painter: QPainter, panel: Panel, shape: Shape) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        self._painter.paint_over(painter, panel, shape, self._scene())

    def _cut_outs(self, place: Place, draw: Draw, over: Draw | None = None) -> list[Patch]:
        """What `draw` paints of `place` as far as it can be seen, then what `over` adds to that."""
        found = ((panel, panel.geometry.regions(self.layer).get(place)) for panel in self.layout.panels)
        patches = (self._cut_out(panel, shape, draw, over) for panel, shape in found if shape is not None)
        return [patch for patch in patches if patch is not None]

    def _cut_out(self, panel: Panel, shape: Shape, draw: Draw, over: Draw | None) -> Patch | None:
        transform = panel_transform(panel, self.camera)
        box = _on_grid(transform.mapRect(shape.box).adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX))
        box = box.intersected(self._whole())
        if box.isEmpty():
            return None
        pixmap = QPixmap(box.size() * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.topLeft())
        painter.setTransform(transform, True)
        draw(painter, panel, shape)
        self._erase_nearer(painter, panel, shape, tendons=draw != self._draw_seen)
        if over is not None:
            over(painter, panel, shape)
        painter.end()
        return box, pixmap

    def _erase_nearer(self, painter: QPainter, panel: Panel, shape: Shape, *, tendons: bool) -> None:
        """Take away what nearer regions (and the `tendons` of `shape` itself) cover, their gap included."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        black = QColor("black")
        scale, device = self.camera.scale, device_scale(painter)
        solid = panel.geometry.solid(self.layer)
        for nearer in solid[solid.index(shape) + 1 :]:
            if nearer.box.intersects(shape.box) and (tendons or nearer.place != shape.place):
                painter.fillPath(nearer.path, black)
                Line(black, gap_around(nearer, scale) / scale, device).draw(painter, nearer.path)

    def _paint_anatomy(self) -> QPixmap:
        return self._painted(self._scene())

    def _painted(self, scene: Scene) -> QPixmap:
        pixmap = QPixmap((self.size * self.ratio).toSize())
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(QColor(self.theme.ground))
        painter = QPainter(pixmap)
        self._painter.paint(painter, scene)
        painter.end()
        return pixmap

    def _forget(self) -> None:
        self._anatomy = self._picture = None
        self._ids = None
        self._patches = {}
