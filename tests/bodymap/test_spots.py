"""Points on the map: which one a press joins, what lights up, and moving one by pointer and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import MapView, PainDraft, Pin
from knotbook.domain.place import Place, Point, Side, View
from knotbook.domain.spots import LEAST, MOST
from tests.bodymap.conftest import drag, pixel

GLUTEUS = Place("gluteus_maximus", Side.RIGHT)
SHOOTS = Pin(GLUTEUS, Point(View.BACK, 60, 470), 4, "the one that shoots", spot="s1")
OTHER = Pin(GLUTEUS, Point(View.BACK, 80, 500), None, "Point 2", spot="s2")
LOOSE = Pin(GLUTEUS, Point(View.BACK, 70, 440), 3)
LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def drafts(tiny_map: BodyMap) -> list[PainDraft]:
    said: list[PainDraft] = []
    tiny_map.submitted.connect(said.append)
    tiny_map.set_pins([SHOOTS, OTHER, LOOSE])
    return said


@pytest.fixture
def moves(tiny_map: BodyMap) -> list[tuple[str, Point]]:
    said: list[tuple[str, Point]] = []
    tiny_map.spot_moved.connect(lambda spot, point: said.append((spot, point)))
    return said


def colours(shown: BodyMap, at: QPoint, radius: int) -> set[str]:
    """Every colour within a square around a pixel."""
    image = shown.grab().toImage()
    span = range(-radius, radius + 1)
    return {image.pixelColor(at.x() + x, at.y() + y).name() for x in span for y in span}


def test_a_press_near_a_point_belongs_to_it_and_one_farther_off_does_not(
    tiny_map: BodyMap, drafts: list[PainDraft]
) -> None:
    drag(tiny_map, pixel(tiny_map, SHOOTS.point) + QPoint(2, 1), 0, -60)
    drag(tiny_map, pixel(tiny_map, Point(View.BACK, 60, 490)), 0, -60)
    drag(tiny_map, pixel(tiny_map, LOOSE.point), 0, -60)
    assert [draft.spot for draft in drafts] == ["s1", None, None]
    assert all(draft.aimed and LEAST <= draft.reach <= MOST for draft in drafts)


def test_the_point_lights_up_before_anything_is_saved(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    at = pixel(tiny_map, SHOOTS.point)
    assert tiny_map.theme.accent not in colours(tiny_map, at, 12)
    QTest.mouseMove(tiny_map, at + QPoint(1, 1))
    assert tiny_map.theme.accent in colours(tiny_map, at, 12)
    QTest.mouseMove(tiny_map, pixel(tiny_map, Point(View.BACK, 60, 520)))
    assert tiny_map.theme.accent not in colours(tiny_map, at, 12)


def test_the_same_distance_on_the_screen_is_nearer_on_the_body_when_zoomed_in(
    tiny_map: BodyMap, drafts: list[PainDraft]
) -> None:
    before = tiny_map.spots.reach
    tiny_map.zoom.into(pixel(tiny_map, SHOOTS.point).toPointF())
    assert tiny_map.spots.reach < before
    drag(tiny_map, pixel(tiny_map, Point(View.BACK, SHOOTS.point.x, SHOOTS.point.y + before * 0.9)), 0, -60)
    assert drafts[0].spot is None


def test_a_click_on_a_point_says_which_and_names_it_over_the_numbers(
    tiny_map: BodyMap, drafts: list[PainDraft]
) -> None:
    said: list[str | None] = []
    tiny_map.spot_selected.connect(said.append)
    QTest.mouseClick(tiny_map, LEFT, NONE, pixel(tiny_map, SHOOTS.point))
    assert tiny_map.strip is not None
    assert "the one that shoots" in tiny_map.strip.findChildren(QLabel)[0].text()
    QTest.mouseClick(tiny_map, LEFT, NONE, pixel(tiny_map, Point(View.BACK, 60, 520)))
    assert said == ["s1", None]


def test_typed_pain_belongs_to_the_chosen_point_of_its_place_only(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.select(GLUTEUS)
    QTest.keyClicks(tiny_map, "4")
    QTest.keyClick(tiny_map, Qt.Key.Key_Return)
    tiny_map.spots.choose("s2")
    QTest.keyClicks(tiny_map, "5")
    QTest.keyClick(tiny_map, Qt.Key.Key_Return)
    tiny_map.submit_typed(GLUTEUS.mirrored, 6)
    assert [(draft.spot, draft.aimed) for draft in drafts] == [(None, False), ("s2", False), (None, False)]


def test_shift_and_drag_moves_a_point_and_saves_no_pain(
    tiny_map: BodyMap, drafts: list[PainDraft], moves: list[tuple[str, Point]]
) -> None:
    start = pixel(tiny_map, SHOOTS.point)
    QTest.mousePress(tiny_map, LEFT, SHIFT, start)
    QTest.mouseMove(tiny_map, start + QPoint(10, 6))
    QTest.mouseRelease(tiny_map, LEFT, SHIFT, start + QPoint(10, 6))
    ((spot, to),) = moves
    scale = tiny_map.stage.camera.scale
    assert spot == "s1" and drafts == []
    assert to.x - SHOOTS.point.x == pytest.approx(10 / scale, abs=1 / scale)
    assert to.y - SHOOTS.point.y == pytest.approx(6 / scale, abs=1 / scale)


def test_shift_beside_every_point_is_an_ordinary_press(
    tiny_map: BodyMap, drafts: list[PainDraft], moves: list[tuple[str, Point]]
) -> None:
    QTest.mousePress(tiny_map, LEFT, SHIFT, pixel(tiny_map, Point(View.BACK, 60, 540)))
    assert not tiny_map.spots.moving
    tiny_map.cancel()
    assert moves == []


def test_arrows_move_a_lifted_point_and_enter_keeps_it(
    tiny_map: BodyMap, drafts: list[PainDraft], moves: list[tuple[str, Point]]
) -> None:
    tiny_map.spots.lift("s1")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(tiny_map, key)
    QTest.keyClick(tiny_map, Qt.Key.Key_Down, SHIFT)
    assert moves == []
    QTest.keyClick(tiny_map, Qt.Key.Key_Return)
    ((spot, to),) = moves
    assert (spot, to.view) == ("s1", View.BACK)
    assert (to.x, to.y) == (pytest.approx(62, abs=0.01), pytest.approx(474, abs=0.01))
    assert not tiny_map.spots.moving and drafts == []


def test_escape_leaves_it_and_it_never_leaves_its_view(
    tiny_map: BodyMap, drafts: list[PainDraft], moves: list[tuple[str, Point]]
) -> None:
    tiny_map.set_view(MapView.BOTH)
    start = pixel(tiny_map, SHOOTS.point)
    QTest.mousePress(tiny_map, LEFT, SHIFT, start)
    QTest.mouseMove(tiny_map, QPoint(start.x() - 400, start.y()))
    QTest.mouseRelease(tiny_map, LEFT, SHIFT, QPoint(start.x() - 400, start.y()))
    assert all(point.view is View.BACK for _, point in moves)
    moves.clear()
    tiny_map.spots.lift("s1")
    QTest.keyClick(tiny_map, Qt.Key.Key_Right)
    QTest.keyClick(tiny_map, Qt.Key.Key_Escape)
    QTest.keyClick(tiny_map, Qt.Key.Key_Return)
    assert moves == []


def test_a_point_that_goes_away_while_it_is_moved_is_let_go(
    tiny_map: BodyMap, drafts: list[PainDraft], moves: list[tuple[str, Point]]
) -> None:
    tiny_map.spots.lift("s1")
    tiny_map.set_pins([OTHER])
    assert not tiny_map.spots.moving and moves == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Menu, Qt.Key.Key_F10])
def test_the_menu_key_asks_for_the_menu_of_the_chosen_point(
    tiny_map: BodyMap, drafts: list[PainDraft], key: Qt.Key
) -> None:
    said: list[str] = []
    tiny_map.spot_menu_requested.connect(said.append)
    QTest.keyClick(tiny_map, key)
    tiny_map.spots.choose("s2")
    QTest.keyClick(tiny_map, key)
    assert said == ["s2"]
