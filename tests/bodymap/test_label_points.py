"""A label points at its own region, and whatever is listed can be touched: on both figures, in every view and layer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from knotbook.bodymap.geometry import Geometry, ViewGeometry, load_geometry
from knotbook.domain.place import Layer, Place, View
from knotbook.resources.files import read_bytes

AROUND = ((0.0, 0.0), (0.7, 0.0), (-0.7, 0.0), (0.0, 0.7), (0.0, -0.7))


@pytest.fixture(scope="module", params=["male", "female"])
def figure(request: pytest.FixtureRequest) -> Geometry:
    return load_geometry(read_bytes(f"bodymap/{request.param}.kbm"))


def topmost(view: ViewGeometry, layer: Layer, at: QPointF) -> Place | None:
    regions = view.regions(layer)
    for shape in reversed(view.solid(layer)):
        if shape.place in regions and shape.box.contains(at) and shape.path.contains(at):
            return shape.place
    return None


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("view", list(View))
def test_every_label_point_is_surrounded_by_its_own_region(figure: Geometry, view: View, layer: Layer) -> None:
    shown = figure.view(view)
    wrong = {}
    for place, shape in shown.regions(layer).items():
        x, y = shape.labels[layer]
        hit = {topmost(shown, layer, QPointF(x + dx, y + dy)) for dx, dy in AROUND}
        if hit != {place}:
            wrong[str(place)] = sorted(map(str, hit))
    assert not wrong


@pytest.mark.parametrize(
    ("view", "layer", "structure"),
    [
        (View.BACK, Layer.SUPERFICIAL, "sternum"),
        (View.BACK, Layer.SUPERFICIAL, "patella"),
        (View.BACK, Layer.SUPERFICIAL, "rib_cage"),
        (View.SIDE, Layer.SUPERFICIAL, "lumbar_spine"),
        (View.FRONT, Layer.SUPERFICIAL, "lumbar_spine"),
    ],
)
def test_what_is_wholly_covered_is_not_offered(figure: Geometry, view: View, layer: Layer, structure: str) -> None:
    assert structure not in {place.structure for place in figure.view(view).regions(layer)}
