"""Where pins are drawn: one with a count on the whole figure, beside each other in a close-up."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtTest import QTest

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.camera import Camera
from knotbook.bodymap.drafts import MapView, PainDraft, Pin
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.layout import Layout, arrange
from knotbook.bodymap.pin_places import Drawn, drawn, pin_radius
from knotbook.domain.place import Place, Point, Side, View
from tests.bodymap.conftest import drag

GLUTEUS = Place("gluteus_maximus", Side.RIGHT)
SIZE = QSizeF(800, 640)
FIRST = Pin(GLUTEUS, Point(View.BACK, 60, 470), 4, "one", spot="s1")
SECOND = Pin(GLUTEUS, Point(View.BACK, 62, 471), 6, "two", spot="s2")
LOOSE = Pin(GLUTEUS, Point(View.BACK, 61, 470), 2)
OLD = Pin(GLUTEUS, Point(View.BACK, 61, 472), 9, "three", spot="s3", recent=False)
FAR = Pin(GLUTEUS, Point(View.BACK, 60, 520), 1)


@pytest.fixture
def layout(tiny: Geometry) -> Layout:
    return arrange(MapView.BACK, tiny, SIZE)


def seen_at(layout: Layout, scale: float, *pins: Pin) -> list[Drawn]:
    return drawn(layout, Camera(layout.panels[0].shift + 60, 470, scale, SIZE), pins)


def distances(dots: list[Drawn]) -> list[float]:
    gaps = (one.at - other.at for one, other in combinations(dots, 2))
    return [(gap.x() ** 2 + gap.y() ** 2) ** 0.5 for gap in gaps]


def test_on_the_whole_figure_neighbours_are_one_dot_with_their_number(layout: Layout) -> None:
    dots = seen_at(layout, 0.6, FIRST, SECOND, LOOSE, FAR, OLD)
    assert {(dot.pin, dot.number) for dot in dots} == {(FAR, 1), (LOOSE, 4)}, "the last recent one stands for all"


def test_a_hip_full_of_presses_is_many_dots_that_do_not_touch(layout: Layout) -> None:
    presses = [Pin(GLUTEUS, Point(View.BACK, 30 + n % 8 * 9, 440 + n // 8 * 9), 3) for n in range(64)]
    dots = seen_at(layout, 0.6, *presses)
    assert len(dots) > 6 and sum(dot.number for dot in dots) == 64
    assert min(distances(dots)) > 2 * pin_radius(0.6) + 6


def test_in_a_close_up_no_number_covers_another_and_all_stay_near_their_points(layout: Layout) -> None:
    dots = seen_at(layout, 4.0, FIRST, SECOND, LOOSE, OLD, FAR)
    assert [dot.pin for dot in dots] == [FIRST, SECOND, LOOSE, OLD, FAR]
    assert min(distances(dots)) > 2 * pin_radius(4.0)
    assert max((dot.at - dot.point).manhattanLength() for dot in dots) < 30
    assert dots[-1].at == dots[-1].point, "one that has room stays on its point"


def test_points_on_one_spot_part_too_and_presses_on_it_are_drawn_once(layout: Layout) -> None:
    twin = Pin(GLUTEUS, FIRST.point, 1, "twin", spot="s9")
    again = Pin(GLUTEUS, LOOSE.point, 8)
    dots = seen_at(layout, 4.0, FIRST, twin, LOOSE, again)
    assert [dot.pin for dot in dots] == [FIRST, twin, again]
    assert min(distances(dots)) > 2 * pin_radius(4.0)


def test_in_a_crowd_only_points_with_a_history_make_room(layout: Layout) -> None:
    crowd = [Pin(GLUTEUS, Point(View.BACK, 40 + n % 10 * 4, 450 + n // 10 * 5), 3) for n in range(80)]
    dots = seen_at(layout, 4.0, *crowd, FIRST, SECOND)
    assert all(dot.at == dot.point for dot in dots[:-2])
    assert min(distances(dots[-2:])) > 2 * pin_radius(4.0)


def test_a_press_means_the_dot_under_the_pointer_though_it_has_made_room(tiny_map: BodyMap) -> None:
    drafts: list[PainDraft] = []
    tiny_map.submitted.connect(drafts.append)
    tiny_map.set_view(MapView.BACK)
    tiny_map.set_pins([FIRST, SECOND])
    tiny_map.zoom.into(tiny_map.pixel_of(FIRST.point) or QPointF())
    for pin in (FIRST, SECOND):
        at = tiny_map.pin_pixel(pin) or QPointF()
        QTest.mouseMove(tiny_map, at.toPoint())
        drag(tiny_map, at.toPoint(), 0, -60)
    assert [draft.spot for draft in drafts] == ["s1", "s2"]
