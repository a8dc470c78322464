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


def on_screen(map_box: Box, place: Place, view: View, layer: Layer) -> tuple[float, float]:
    """The screen pixel of the label point of `place`, when the map at `map_box` shows front and back, zoomed out."""
    geometry = load_geometry(read_bytes("bodymap/male.kbm"))
    size = QSizeF(map_box.width, map_box.height)
    layout = arrange(MapView.BOTH, geometry, size)
    panel = layout.panel_of(view)
    assert panel is not None, f"{view} is not on show"
    label = geometry.view(view).regions(layer)[place].labels.get(layer)
    assert label is not None, f"{place} has no label point"
    pixel = home(layout, size).to_pixel(panel.to_scene(Point(view, *label)))
    return map_box.x + pixel.x(), map_box.y + pixel.y()
