"""Where a region stands on the screen: from the compiled body and the map's own layout, without asking the app."""

from __future__ import annotations

from PySide6.QtCore import QSizeF

from knotbook.bodymap.camera import home
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import load_geometry
from knotbook.bodymap.layout import arrange
from knotbook.domain.place import Layer, Place, Point, View
from knotbook.resources.files import read_bytes
from tests.realwindow.hand import Box

Spot = tuple[float, float]


def on_screen(map_box: Box, place: Place, view: View, layer: Layer) -> Spot:
    """The screen pixel of the label point of `place`, when the map at `map_box` shows front and back, zoomed out."""
    return _labels(map_box, layer)[place, view]


def places_on_screen(map_box: Box, layer: Layer) -> dict[Place, list[Spot]]:
    """The screen pixels of the label points of every region of a layer, of the map as above."""
    found: dict[Place, list[Spot]] = {}
    for (place, _), spot in _labels(map_box, layer).items():
        found.setdefault(place, []).append(spot)
    return found


def _labels(map_box: Box, layer: Layer) -> dict[tuple[Place, View], Spot]:
    geometry = load_geometry(read_bytes("bodymap/male.kbm"))
    size = QSizeF(map_box.width, map_box.height)
    layout = arrange(MapView.BOTH, geometry, size)
    camera = home(layout, size)
    found: dict[tuple[Place, View], Spot] = {}
    for panel in layout.panels:
        for place, shape in geometry.view(panel.view).regions(layer).items():
            if label := shape.labels.get(layer):
                pixel = camera.to_pixel(panel.to_scene(Point(panel.view, *label)))
                found[place, panel.view] = map_box.x + pixel.x(), map_box.y + pixel.y()
    return found
