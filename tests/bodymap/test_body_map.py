"""The map under real mouse events: what is hit, what is submitted, what is given up."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import MapView, PainDraft
from knotbook.domain.place import Layer, Place, Point, Side, View
from tests.bodymap.conftest import drag, pixel

GLUTEUS = Place("gluteus_maximus", Side.RIGHT)
BACK = Point(View.BACK, 60, 470)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drafts(tiny_map: BodyMap) -> list[PainDraft]:
    said: list[PainDraft] = []
    tiny_map.submitted.connect(said.append)
    return said


def click(shown: BodyMap, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(shown, button, NONE, at)


def test_a_drag_up_submits_one_pain_with_its_number_and_point(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    drag(tiny_map, pixel(tiny_map, BACK), 3, -6 * 16)
    assert len(drafts) == 1
    draft = drafts[0]
    assert (draft.place, draft.intensity, draft.layer) == (GLUTEUS, 6, Layer.SUPERFICIAL)
    assert draft.point is not None and draft.point.view is View.BACK
    assert abs(draft.point.x - BACK.x) < 1 and abs(draft.point.y - BACK.y) < 1
    assert tiny_map.selected == GLUTEUS


def test_the_same_spot_on_the_other_side_is_the_other_side(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    drag(tiny_map, pixel(tiny_map, Point(View.BACK, -60, 470)), 0, -32)
    drag(tiny_map, pixel(tiny_map, Point(View.FRONT, -60, 600)), 0, -48)
    assert [str(d.place) for d in drafts] == ["gluteus_maximus.left", "rectus_femoris.right"]


def test_a_drag_far_aside_submits_nothing(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    start = pixel(tiny_map, BACK)
    drag(tiny_map, start, 0, -80, let_go=False)
    QTest.mouseMove(tiny_map, start + QPoint(-200, -80))
    QTest.mouseRelease(tiny_map, LEFT, NONE, start + QPoint(-200, -80))
    assert not drafts
    assert tiny_map.strip is None


def test_escape_gives_up_a_drag(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    start = pixel(tiny_map, BACK)
    drag(tiny_map, start, 0, -80, let_go=False)
    QTest.keyClick(tiny_map, Qt.Key.Key_Escape)
    QTest.mouseRelease(tiny_map, LEFT, NONE, start)
    assert not drafts and not tiny_map.busy


def test_a_press_beside_the_body_means_nothing(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.select(GLUTEUS)
    drag(tiny_map, QPoint(5, 300), 0, -80)
    assert not drafts and tiny_map.selected is None


def test_a_click_opens_the_strip_and_a_button_submits(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    at = pixel(tiny_map, BACK)
    click(tiny_map, at)
    strip = tiny_map.strip
    assert strip is not None and strip.isVisible() and not drafts
    assert tiny_map.rect().contains(strip.geometry()) and not strip.geometry().contains(at)
    QTest.mouseClick(strip.strip.findChildren(QPushButton)[7], LEFT)
    assert [(d.place, d.intensity, d.touched) for d in drafts] == [(GLUTEUS, 7, GLUTEUS)]
    assert tiny_map.strip is None and tiny_map.hasFocus()


def test_the_strip_is_inside_the_map_wherever_one_clicks(tiny_map: BodyMap) -> None:
    for at in (Point(View.BACK, 100, 690), Point(View.FRONT, -100, 690), Point(View.BACK, 100, 415)):
        click(tiny_map, pixel(tiny_map, at))
        assert tiny_map.strip is not None
        assert tiny_map.rect().contains(tiny_map.strip.geometry())


def test_escape_closes_the_strip(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    click(tiny_map, pixel(tiny_map, BACK))
    assert tiny_map.strip is not None
    QTest.keyClick(tiny_map.window().focusWidget(), Qt.Key.Key_Escape)
    assert tiny_map.strip is None and not drafts


def test_on_the_skin_the_strip_offers_what_lies_beneath(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.set_layer(Layer.SKIN)
    click(tiny_map, pixel(tiny_map, BACK))
    strip = tiny_map.strip
    assert strip is not None
    chips = {b.text(): b for b in strip.findChildren(QPushButton) if b.property("role") == "chip"}
    assert list(chips) == ["Skin only", "Gluteus maximus", "Piriformis"]
    assert chips["Piriformis"].accessibleName() == "Piriformis, deep"
    chips["Piriformis"].click()
    QTest.mouseClick(strip.strip.findChildren(QPushButton)[4], LEFT)
    assert [(str(d.place), str(d.touched), d.layer) for d in drafts] == [
        ("piriformis.right", "buttock.right", Layer.SKIN)
    ]


def test_what_lies_beneath_can_be_chosen_by_keys_and_need_not_be(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.set_layer(Layer.SKIN)
    for keys in ((), (Qt.Key.Key_Down, Qt.Key.Key_Down)):
        click(tiny_map, pixel(tiny_map, BACK))
        strip = tiny_map.strip
        assert strip is not None
        chips = [b for b in strip.findChildren(QPushButton) if b.property("role") == "chip"]
        chips[0].setFocus()
        for key in keys:
            QTest.keyClick(strip.focusWidget(), key)
        QTest.mouseClick(strip.strip.findChildren(QPushButton)[4], LEFT)
    assert [str(draft.place) for draft in drafts] == ["buttock.right", "piriformis.right"]
    assert all(draft.offered and draft.aimed for draft in drafts)


def test_in_a_muscle_layer_a_click_means_that_muscle(tiny_map: BodyMap) -> None:
    click(tiny_map, pixel(tiny_map, BACK))
    assert tiny_map.strip is not None
    assert not [b for b in tiny_map.strip.findChildren(QPushButton) if b.property("role") == "chip"]


def test_a_right_click_asks_for_a_release_there(tiny_map: BodyMap) -> None:
    asked: list[Any] = []
    tiny_map.release_requested.connect(lambda place, point: asked.append((place, point)))
    click(tiny_map, pixel(tiny_map, BACK), Qt.MouseButton.RightButton)
    assert asked[0][0] == GLUTEUS and abs(asked[0][1].x - BACK.x) < 1


def test_a_second_button_gives_up_the_drag(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    start = pixel(tiny_map, BACK)
    drag(tiny_map, start, 0, -80, let_go=False)
    QTest.mousePress(tiny_map, Qt.MouseButton.RightButton, NONE, start)
    QTest.mouseRelease(tiny_map, LEFT, NONE, start - QPoint(0, 80))
    assert not drafts


def test_hover_names_the_region_plain_name_first(tiny_map: BodyMap) -> None:
    said: list[Any] = []
    tiny_map.hovered.connect(said.append)
    tiny_map.set_heat({GLUTEUS: 6}, "now")
    QTest.mouseMove(tiny_map, pixel(tiny_map, BACK))
    QTest.mouseMove(tiny_map, pixel(tiny_map, BACK) + QPoint(2, 2))
    assert said == [GLUTEUS]
    words = tiny_map.teller.words(GLUTEUS)
    assert (words.plain, words.anatomical, words.value) == (
        "Right big buttock muscle",
        "Right gluteus maximus",
        "6 now",
    )
    QTest.mouseMove(tiny_map, QPoint(4, 4))
    assert said == [GLUTEUS, None]


def test_a_near_miss_snaps_and_a_far_one_does_not(tiny_map: BodyMap) -> None:
    edge = tiny_map.pixel_of(Point(View.BACK, 110, 475))
    assert edge is not None
    assert tiny_map.place_near(edge + QPointF(4, 0)) == GLUTEUS
    assert tiny_map.place_near(edge + QPointF(12, 0)) is None


def test_a_double_click_zooms_and_leaves_no_strip_or_pain(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    at = pixel(tiny_map, BACK)
    click(tiny_map, at)
    QTest.mouseDClick(tiny_map, LEFT, NONE, at)
    assert tiny_map.zoom.close and tiny_map.strip is None and not drafts
    assert (pixel(tiny_map, BACK) - at).manhattanLength() < 6
    QTest.keyClick(tiny_map, Qt.Key.Key_Escape)
    assert not tiny_map.zoom.zoomed


def test_a_drag_with_the_middle_button_pans(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.zoom.into(QPointF(pixel(tiny_map, BACK)))
    before, at = tiny_map.pixel_of(BACK), pixel(tiny_map, BACK)
    assert before is not None
    QTest.mousePress(tiny_map, Qt.MouseButton.MiddleButton, NONE, at)
    QTest.mouseMove(tiny_map, at + QPoint(-40, 25))
    QTest.mouseRelease(tiny_map, Qt.MouseButton.MiddleButton, NONE, at + QPoint(-40, 25))
    after = tiny_map.pixel_of(BACK)
    assert after is not None and (after - before - QPointF(-40, 25)).manhattanLength() < 1
    assert not drafts


@pytest.mark.parametrize("view", list(MapView))
def test_what_is_submitted_lies_under_the_pointer_in_every_view(
    tiny_map: BodyMap, drafts: list[PainDraft], view: MapView
) -> None:
    tiny_map.set_view(view)
    shown = view.views[-1]
    x = {View.FRONT: -60.0, View.SIDE_LEFT: 20.0, View.SIDE: -20.0}.get(shown, 60.0)
    drag(tiny_map, pixel(tiny_map, Point(shown, x, 470)), 0, -48)
    assert [d.intensity for d in drafts] == [3]
    side = Side.LEFT if shown is View.SIDE_LEFT else Side.RIGHT
    assert drafts[0].place == Place("gluteus_maximus", side)
    assert drafts[0].point is not None and abs(drafts[0].point.x - x) < 1.5


def test_changing_view_or_layer_gives_up_the_drag(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    start = pixel(tiny_map, BACK)
    drag(tiny_map, start, 0, -80, let_go=False)
    tiny_map.set_layer(Layer.LIFTED)
    QTest.mouseRelease(tiny_map, LEFT, NONE, start)
    assert not drafts


def test_signals_tell_only_news(tiny_map: BodyMap) -> None:
    said: list[Any] = []
    for signal in (tiny_map.view_changed, tiny_map.layer_changed, tiny_map.place_selected):
        signal.connect(said.append)
    for _ in range(2):
        tiny_map.set_view(MapView.SIDE)
        tiny_map.set_layer(Layer.DEEP)
        tiny_map.select(GLUTEUS)
    assert said == [MapView.SIDE, Layer.DEEP, GLUTEUS]
