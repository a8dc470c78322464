from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF

from knotbook.bodymap.camera import MAX_ZOOM, Camera, held_in, home
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.layout import TOP_PX, arrange
from knotbook.domain.place import Point, View

SIZE = QSizeF(900, 700)


def near(a: QPointF, b: QPointF) -> bool:
    return (a - b).manhattanLength() < 1e-6


def test_there_and_back() -> None:
    camera = Camera(120, 500, 3.5, SIZE)
    assert near(camera.to_scene(camera.to_pixel(QPointF(33, 444))), QPointF(33, 444))
    assert near(camera.transform().map(QPointF(33, 444)), camera.to_pixel(QPointF(33, 444)))


def test_zooming_keeps_the_point_under_the_pointer() -> None:
    camera, pixel = Camera(120, 500, 0.7, SIZE), QPointF(611, 402)
    held = camera.to_scene(pixel)
    assert near(camera.zoomed(pixel, 3.1).to_scene(pixel), held)


def test_a_flight_between_two_zooms_about_a_point_keeps_that_point_still() -> None:
    start, pixel = Camera(120, 500, 0.7, SIZE), QPointF(611, 402)
    end, held = start.zoomed(pixel, 4.0), start.to_scene(pixel)
    for share in (0.25, 0.5, 0.9):
        assert near(start.between(end, share).to_scene(pixel), held)
    assert start.between(end, 1.0).scale == pytest.approx(end.scale)


def test_a_drag_takes_the_picture_along() -> None:
    camera = Camera(120, 500, 2.0, SIZE)
    before = camera.to_pixel(QPointF(100, 480))
    assert near(camera.panned(30, -12).to_pixel(QPointF(100, 480)), before + QPointF(30, -12))


@pytest.mark.parametrize("view", list(MapView))
@pytest.mark.parametrize("size", [QSizeF(384, 320), SIZE, QSizeF(3840, 2160), QSizeF(400, 1400)])
def test_whole_figures_fit_with_room_for_their_names(tiny: Geometry, view: MapView, size: QSizeF) -> None:
    layout = arrange(view, tiny, size)
    camera = home(layout, size)
    top_left, bottom_right = camera.to_pixel(layout.area.topLeft()), camera.to_pixel(layout.area.bottomRight())
    assert top_left.x() >= 0 and top_left.y() >= TOP_PX - 1
    assert bottom_right.x() <= size.width() and bottom_right.y() <= size.height()


def test_no_farther_than_the_whole_figure_and_no_nearer_than_the_limit(tiny: Geometry) -> None:
    layout = arrange(MapView.BOTH, tiny, SIZE)
    whole = home(layout, SIZE)
    assert held_in(Camera(0, 0, 0.01, SIZE), layout, SIZE) == whole
    assert held_in(Camera(0, 0, 999, SIZE), layout, SIZE).scale == pytest.approx(whole.scale * MAX_ZOOM)


def test_between_two_figures_the_nearer_one_answers(tiny: Geometry) -> None:
    layout = arrange(MapView.BOTH, tiny, SIZE)
    front, back = layout.panels
    assert front.area.right() < back.area.left()
    assert layout.panel_at(front.area.right() + 1) is front
    assert layout.panel_at(back.area.left() - 1) is back
    assert back.to_body(back.to_scene(Point(View.BACK, 52, 469))) == Point(View.BACK, 52, 469)
