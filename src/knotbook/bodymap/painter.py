"""Paints the body: ground, figure, bed, regions with even gaps, fibres, ghosts, creases. Far to near."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTransform

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.colours import Palette
from knotbook.bodymap.geometry import Shape
from knotbook.bodymap.layout import Layout, Panel
from knotbook.bodymap.strokes import Line, device_scale
from knotbook.domain.place import Layer, Place
from knotbook.resources.theme import Theme

_GHOST_FILL, _GHOST_LINE = 0.10, 0.55
_FIBRE_FROM = 0.55  # pixels a unit from which fibres are drawn at all
_FIBRE_LEAST = 12.0  # pixels: a shorter stroke is noise
_SMALL = (1.0, 2.0)  # pixels a unit: below, tendons lie so close that half a gap parts them; above, a whole one
_SKIN_GAP = 1.6  # units that zones of the skin leave between them


class Scene(NamedTuple):
    """Everything that decides what the still picture looks like."""

    layout: Layout
    layer: Layer
    camera: Camera
    heat: Mapping[Place, float | None]


def gap_px(scale: float) -> float:
    """The width of the gap between neighbours in pixels, at `scale` pixels a unit: even, a little wider close up."""
    return max(1.3, min(2.8, 0.9 + 0.75 * scale))


def gap_around(shape: Shape, scale: float) -> float:
    """The width of the line that parts `shape` from what lies under it, in pixels at `scale` pixels a unit."""
    return gap_px(scale) * (_tendon_share(scale) if shape.role == "bed" else 1.0)


class MapPainter:
    """Paints a `Scene` with one palette. Holds no state of the scene, so one painter serves screen and paper."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        theme = palette.theme
        self._theme = theme

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """All panels that the camera sees. The painter's own transform (device pixel ratio, page) is kept."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = painter.transform()
        for panel in scene.layout.panels:
            seen = scene.camera.visible().translated(-panel.shift, 0.0)
            painter.setTransform(panel_transform(panel, scene.camera) * base)
            self._paint_panel(painter, panel, scene, seen)
        painter.setTransform(base)

    def paint_over(self, painter: QPainter, panel: Panel, region: Shape, scene: Scene) -> None:
        """What lies over `region` without hiding it: ghosts of lifted muscles, creases. As `paint_region`."""
        brushes = _Brushes(painter, self._theme, scene)
        everything, solid = panel.geometry.in_layer(scene.layer), panel.geometry.solid(scene.layer)
        for shape in everything[everything.index(region) + 1 :]:
            light = shape.role != "fibre" and shape not in solid
            if light and shape.box.intersects(region.box):
                self._steps[shape.role](self, painter, shape, brushes)

    def paint_region(self, painter: QPainter, panel: Panel, region: Shape, scene: Scene) -> None:
        """One region and its fibres. The painter already stands in body units of `panel`."""
        brushes = _Brushes(painter, self._theme, scene)
        self._region(painter, region, brushes)
        for fibre in panel.geometry.fibres(region.place, scene.layer):
            self._fibre(painter, fibre, brushes)

    def paint_fibres(self, painter: QPainter, panel: Panel, region: Shape, scene: Scene) -> None:
        """Only the fibres of one region, in black, for a mask. As `paint_region`."""
        brushes = _Brushes(painter, self._theme, scene)
        for fibre in panel.geometry.fibres(region.place, scene.layer):
            self._stroke_fibre(painter, fibre, brushes, QColor("black"))

    def paint_fill(self, painter: QPainter, region: Shape, scene: Scene) -> None:
        """Only where one region is filled, in black, for a mask. As `paint_region`."""
        self._fill(painter, region, _Brushes(painter, self._theme, scene), QColor("black"))

    def paint_edge(self, painter: QPainter, region: Shape, scene: Scene) -> None:
        """Only what is drawn along the border of one region. As `paint_region`."""
        self._edge(painter, region, _Brushes(painter, self._theme, scene))

    def colours_of(self, place: Place, scene: Scene) -> tuple[QColor, QColor]:
        """The fill of a region and the colour of its fibres."""
        fill = self._palette.fill(place, scene.heat)
        return fill, self._palette.fibre(fill)

    def _paint_panel(self, painter: QPainter, panel: Panel, scene: Scene, seen: QRectF) -> None:
        brushes = _Brushes(painter, self._theme, scene)
        for shape in panel.geometry.in_layer(scene.layer):
            if shape.box.intersects(seen):
                self._steps[shape.role](self, painter, shape, brushes)

    def _figure(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        painter.fillPath(shape.path, brushes.figure)
        brushes.outline.draw(painter, shape.path)

    def _bed(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        if not shape.family:
            painter.fillPath(shape.path, brushes.bed)
            return
        painter.fillPath(shape.path, self._palette.sheet(shape.family, brushes.heat))
        brushes.tendon_gap.draw(painter, shape.path)

    def _region(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        if brushes.layer not in shape.layers:
            self._ghost(painter, shape, brushes)
        elif shape.place is not None:
            if shape.family == "bone":
                brushes.gap.draw(painter, shape.path)
                brushes.bone_line.draw(painter, shape.path)  # its inner half comes under the bone
            self._fill(painter, shape, brushes, self._palette.fill(shape.place, brushes.heat))
            self._edge(painter, shape, brushes)

    def _fill(self, painter: QPainter, shape: Shape, brushes: _Brushes, colour: QColor) -> None:
        painter.fillPath(shape.path, colour)
        if brushes.growth is not None:
            Line(colour, brushes.growth, brushes.device).draw(painter, shape.path)

    def _edge(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        """A muscle is parted from all around it; a bone has a line of its own; zones of the skin leave gaps."""
        if brushes.layer is not Layer.SKIN:
            if shape.family != "bone":
                brushes.gap.draw(painter, shape.path)
        elif brushes.skin_line is not None:
            brushes.skin_line.draw(painter, shape.path)

    def _ghost(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        if not brushes.heat:  # pain keeps its true colour
            painter.fillPath(shape.path, brushes.ghost)
        brushes.ghost_line.draw(painter, shape.path)

    def _fibre(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        if shape.place is not None:
            colour = self._palette.fibre(self._palette.fill(shape.place, brushes.heat))
            self._stroke_fibre(painter, shape, brushes, colour)

    def _stroke_fibre(self, painter: QPainter, shape: Shape, brushes: _Brushes, colour: QColor) -> None:
        length = max(shape.box.width(), shape.box.height()) * brushes.scale
        if brushes.scale >= _FIBRE_FROM and length >= _FIBRE_LEAST:
            Line(colour, brushes.fibre_width, brushes.device).draw(painter, shape.path)

    def _crease(self, painter: QPainter, shape: Shape, brushes: _Brushes) -> None:
        brushes.crease.draw(painter, shape.path)

    _steps: Mapping[str, Callable[[MapPainter, QPainter, Shape, _Brushes], None]] = {
        "figure": _figure,
        "bed": _bed,
        "region": _region,
        "fibre": _fibre,
        "crease": _crease,
        "detail": _crease,
    }


def panel_transform(panel: Panel, camera: Camera) -> QTransform:
    """Body units of `panel` -> widget pixels."""
    return QTransform.fromTranslate(panel.shift, 0.0) * camera.transform()


class _Brushes:
    """Lines and fills for one scene; widths are in units, so that they come out even in pixels."""

    def __init__(self, painter: QPainter, theme: Theme, scene: Scene) -> None:
        scale = scene.camera.scale
        self.scale, self.layer, self.heat = scale, scene.layer, scene.heat
        self.device = device_scale(painter)
        self.figure, self.bed = QColor(theme.figure), QColor(theme.muscle_bed)
        self.outline = self._line(QColor(theme.figure_line), min(2.2, 1.0 + 0.3 * scale))
        gap = _gap_colour(theme)
        self.gap = self._line(gap, gap_px(scale))
        self.tendon_gap = self._line(gap, gap_px(scale) * _tendon_share(scale))
        self.skin_line = self._line(gap, 1.0) if gap != self.bed else None
        self.bone_line = self._line(QColor(theme.bone_line), max(1.4, min(2.6, 1.2 + 0.4 * scale)))
        growth = _SKIN_GAP - gap_px(scale) / scale
        self.growth = growth if scene.layer is Layer.SKIN and growth > 0.1 and self.skin_line is None else None
        self.crease = self._line(QColor(theme.crease), max(0.9, min(1.7, 1.0 * scale)))
        self.fibre_width = max(0.7, min(1.5, 0.55 * scale)) / scale
        self.ghost = _clear(theme.ghost, _GHOST_FILL)
        self.ghost_line = self._line(_clear(theme.ghost, _GHOST_LINE), 1.0, (5.0, 4.0))

    def _line(self, colour: QColor, pixels: float, dashes: tuple[float, float] | None = None) -> Line:
        return Line(colour, pixels / self.scale, self.device, dashes)


def _gap_colour(theme: Theme) -> QColor:
    """The bed shows in the gaps. Where it cannot be told from the figure (high contrast), gaps are lines instead."""
    return QColor(theme.hatch if theme.muscle_bed == theme.figure else theme.muscle_bed)


def _tendon_share(scale: float) -> float:
    """How much of the gap a tendon gets at `scale` pixels a unit."""
    least, most = _SMALL
    return 0.5 + 0.5 * max(0.0, min(1.0, (scale - least) / (most - least)))


def _clear(colour: str, opacity: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made
