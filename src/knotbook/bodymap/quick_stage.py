"""A stage whose colours change often: each region's visible part is kept as a mask, and only filled anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from knotbook.bodymap.geometry import Shape
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.painter import Scene
from knotbook.bodymap.stage import Patch, Stage, scaled_rect
from knotbook.domain.place import Place

_Mode = QPainter.CompositionMode
_PASSES = 6


class _Shown(dict[Place, float | None]):
    """Values on show: where there are none the anatomy goes grey, even if nothing at all is known."""

    def __bool__(self) -> bool:
        return True


class _Mask(NamedTuple):
    """What is seen of one region in one panel: where it is filled, what runs along its border, where its fibres run,
    what is drawn over it, and how all of it looks without data.
    """

    box: QRect
    filled: QPixmap
    edge: QPixmap
    fibres: QPixmap
    ghosts: QPixmap
    blank: QPixmap


class QuickStage(Stage):
    """Looks like a `Stage` with values on show, and changes any number of colours within one frame at 60 Hz."""

    _masks: dict[Place, list[_Mask]]
    _blank: QPixmap | None

    def tint(self, heat: Mapping[Place, float | None]) -> QRegion:
        """Colour regions by value, and tell which pixels change."""
        old, self.heat = self.heat, _Shown(heat)
        changed = [p for p in old.keys() | heat.keys() if old.get(p) != heat.get(p)]
        touched = QRegion()
        if changed and self._anatomy is not None:
            painter = QPainter(self._anatomy)
            for place in changed:
                touched += self._fill(painter, place)
            painter.end()
        return self.redecorate(touched if self._anatomy is not None else None)

    def warm(self, places: Iterable[Place]) -> None:
        """Prepare the masks of `places`, so that no frame has to wait for them."""
        for place in places:
            self._masks_of(place)

    def _fill(self, painter: QPainter, place: Place) -> QRegion:
        fill, fibre = self._painter.colours_of(place, self._scene())
        touched = QRegion()
        for mask in self._masks_of(place):
            parts = [mask.blank]
            if self.heat.get(place) is not None:
                parts += [_coloured(mask.filled, fill), mask.edge, _coloured(mask.fibres, fibre), mask.ghosts]
            for part in parts:
                painter.drawPixmap(mask.box.topLeft(), part)
            touched += mask.box
        return touched

    def _masks_of(self, place: Place) -> list[_Mask]:
        if place not in self._masks:
            draws = (self._draw_filled, self._draw_edge, self._draw_fibres)
            kinds = [self._cut_outs(place, draw) for draw in draws]
            kinds.append(self._cut_outs(place, lambda *_: None, self._draw_ghosts))
            self._masks[place] = [self._mask(parts) for parts in zip(*kinds, strict=True)]
        return self._masks[place]

    def _mask(self, parts: Sequence[Patch]) -> _Mask:
        """`parts` in the order of the fields of a mask. What is drawn over a region is kept to where it is seen."""
        box, (filled, edge, fibres, ghosts) = parts[0][0], (pixmap for _, pixmap in parts)
        _keep_within(ghosts, filled)
        blank = _cleared(filled)
        painter = QPainter(blank)
        painter.drawPixmap(QRectF(QPointF(), box.size()), self._without_data(), scaled_rect(box, self.ratio))
        painter.end()
        _keep_within(blank, _hardened(filled))
        return _Mask(box, filled, edge, fibres, ghosts, blank)

    def _without_data(self) -> QPixmap:
        """The anatomy with no data anywhere."""
        if self._blank is None:
            self._blank = self._painted(Scene(self.layout, self.layer, self.camera, _Shown()))
        return self._blank

    def _paint_anatomy(self) -> QPixmap:
        anatomy = QPixmap(self._without_data())
        painter = QPainter(anatomy)
        for place in self.heat:
            self._fill(painter, place)
        painter.end()
        return anatomy

    def _scene(self) -> Scene:
        return Scene(self.layout, self.layer, self.camera, _Shown(self.heat))

    def _draw_filled(self, painter: QPainter, _panel: Panel, shape: Shape) -> None:
        self._painter.paint_fill(painter, shape, self._scene())

    def _draw_edge(self, painter: QPainter, _panel: Panel, shape: Shape) -> None:
        self._painter.paint_edge(painter, shape, self._scene())

    def _draw_fibres(self, painter: QPainter, panel: Panel, shape: Shape) -> None:
        self._painter.paint_fibres(painter, panel, shape, self._scene())

    def _draw_ghosts(self, painter: QPainter, panel: Panel, shape: Shape) -> None:
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        self._painter.paint_over(painter, panel, shape, self._scene())

    def _forget(self) -> None:
        super()._forget()
        self._masks, self._blank = {}, None


def _cleared(like: QPixmap) -> QPixmap:
    made = QPixmap(like.size())
    made.setDevicePixelRatio(like.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    return made


def _keep_within(picture: QPixmap, mask: QPixmap) -> None:
    painter = QPainter(picture)
    painter.setCompositionMode(_Mode.CompositionMode_DestinationIn)
    painter.drawPixmap(QPointF(), mask)
    painter.end()


def _hardened(mask: QPixmap) -> QPixmap:
    """`mask` with every pixel it touches at all made solid: each pass squares what shines through."""
    hard = QPixmap(mask)
    for _ in range(_PASSES):
        again = QPixmap(hard)
        painter = QPainter(hard)
        painter.drawPixmap(QPointF(), again)
        painter.end()
    return hard


def _coloured(mask: QPixmap, colour: QColor) -> QPixmap:
    made = _cleared(mask)
    painter = QPainter(made)
    painter.drawPixmap(QPointF(), mask)
    painter.setCompositionMode(_Mode.CompositionMode_SourceIn)
    painter.fillRect(made.rect(), colour)
    painter.end()
    return made
