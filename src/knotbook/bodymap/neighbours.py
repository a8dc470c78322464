"""Moving from region to region by keys: in space with the arrows, in order with Tab."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.layout import Layout
from knotbook.domain.place import Layer, Place, View

_BAND = 40.0  # units: regions at about the same height are taken from left to right


class Stop(NamedTuple):
    """A region that the keyboard can stand on, and where its label point lies in the scene."""

    view: View
    place: Place
    at: QPointF


def stops(layout: Layout, layer: Layer) -> list[Stop]:
    """All regions of all panels: figure by figure, from the head down, from the viewer's left to right."""
    found: list[Stop] = []
    for panel in layout.panels:
        regions = panel.geometry.regions(layer).items()
        here = [
            Stop(panel.view, place, QPointF(label[0] + panel.shift, label[1]))
            for place, shape in regions
            if (label := shape.labels.get(layer))
        ]
        found += sorted(here, key=lambda s: (s.at.y() // _BAND, s.at.x()))
    return found


def neighbour(from_at: QPointF, all_stops: list[Stop], dx: int, dy: int) -> Stop | None:
    """The nearest stop in one of the four directions; straight ahead counts for more than aside."""
    best: tuple[float, Stop] | None = None
    for stop in all_stops:
        x, y = stop.at.x() - from_at.x(), stop.at.y() - from_at.y()
        ahead, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        if ahead <= 0.5 or aside > 2.5 * ahead:
            continue
        cost = ahead + 2.0 * aside
        if best is None or cost < best[0]:
            best = (cost, stop)
    return best[1] if best else None


def nearest(at: QPointF, all_stops: list[Stop], seen: QRectF) -> Stop | None:
    """The stop nearest to a scene point, of those in sight if there are any."""
    pool = [s for s in all_stops if seen.contains(s.at)] or all_stops
    return min(pool, key=lambda s: (s.at - at).manhattanLength(), default=None)


def where_shown(geometry: Geometry, place: Place, view: MapView, layer: Layer) -> tuple[MapView, Layer] | None:
    """The view and layer nearest to the present ones that show `place`; None if none does."""
    layers = [layer, *(other for other in Layer if other is not layer)]
    views = [view, *(other for other in MapView if other is not view)]
    for each_layer in layers:
        for each_view in views:
            if any(place in geometry.view(v).regions(each_layer) for v in each_view.views):
                return each_view, each_layer
    return None
