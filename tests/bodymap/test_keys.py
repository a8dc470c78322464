"""Everything by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import MapView, PainDraft
from knotbook.bodymap.keys import Keys
from knotbook.bodymap.neighbours import stops
from knotbook.domain.place import Layer, Place, Side, View

GLUTEUS = Place("gluteus_maximus", Side.RIGHT)


@pytest.fixture
def drafts(tiny_map: BodyMap) -> list[PainDraft]:
    said: list[PainDraft] = []
    tiny_map.submitted.connect(said.append)
    return said


def keys(shown: BodyMap, text: str) -> None:
    QTest.keyClicks(shown, text)


def key(shown: BodyMap, *which: Qt.Key) -> None:
    for one in which:
        QTest.keyClick(shown, one)


@pytest.mark.parametrize(("typed", "value"), [("6", 6), ("10", 10), ("x", 10), ("0", 0), ("37", 7)])
def test_digits_and_enter_save_at_the_label_point(
    tiny_map: BodyMap, drafts: list[PainDraft], typed: str, value: int
) -> None:
    tiny_map.select(GLUTEUS)
    keys(tiny_map, typed)
    assert not drafts
    key(tiny_map, Qt.Key.Key_Return)
    assert [(d.place, d.intensity) for d in drafts] == [(GLUTEUS, value)]
    assert drafts[0].point == tiny_map.label_point(GLUTEUS)


def test_escape_takes_back_typed_digits(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    tiny_map.select(GLUTEUS)
    keys(tiny_map, "6")
    key(tiny_map, Qt.Key.Key_Escape)
    key(tiny_map, Qt.Key.Key_Return)
    assert not drafts
    assert tiny_map.strip is not None  # Enter without a number offers the strip


def test_digits_go_to_the_region_under_the_pointer_if_none_is_marked(
    tiny_map: BodyMap, drafts: list[PainDraft]
) -> None:
    tiny_map.point_out(GLUTEUS, QPointF(100, 100))
    keys(tiny_map, "4")
    key(tiny_map, Qt.Key.Key_Return)
    assert [(d.place, d.intensity) for d in drafts] == [(GLUTEUS, 4)]


def test_digits_without_a_region_do_nothing(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    keys(tiny_map, "6")
    key(tiny_map, Qt.Key.Key_Return)
    assert not drafts


def test_arrows_go_to_the_neighbour_in_that_direction(tiny_map: BodyMap) -> None:
    tiny_map.set_view(MapView.BACK)
    tiny_map.select(GLUTEUS)
    key(tiny_map, Qt.Key.Key_Down)
    assert tiny_map.selected == Place("rectus_femoris", Side.RIGHT)
    key(tiny_map, Qt.Key.Key_Left)
    assert tiny_map.selected == Place("rectus_femoris", Side.LEFT)
    key(tiny_map, Qt.Key.Key_Up)
    assert tiny_map.selected == Place("gluteus_maximus", Side.LEFT)
    key(tiny_map, Qt.Key.Key_Right)
    assert tiny_map.selected == Place("sacrum", Side.MIDLINE)


def test_an_arrow_at_the_edge_stays(tiny_map: BodyMap) -> None:
    tiny_map.set_view(MapView.BACK)
    tiny_map.select(Place("rectus_femoris", Side.RIGHT))
    key(tiny_map, Qt.Key.Key_Down)
    assert tiny_map.selected == Place("rectus_femoris", Side.RIGHT)


def test_tab_visits_every_region_once_and_then_leaves(qtbot: QtBot, tiny_map: BodyMap) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(tiny_map)
    after = QPushButton("after", window)
    column.addWidget(after)
    window.show()
    tiny_map.show()
    tiny_map.setFocus()
    every = stops(tiny_map.stage.layout, tiny_map.layer)
    seen: list[Any] = []
    for _ in every:
        QTest.keyClick(tiny_map, Qt.Key.Key_Tab)
        seen.append(tiny_map.selected)
    assert seen == [stop.place for stop in every]
    QTest.keyClick(tiny_map, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    tiny_map.setParent(None)
    window.close()


def test_after_escape_tab_leaves_at_once(tiny_map: BodyMap) -> None:
    key(tiny_map, Qt.Key.Key_Tab)
    assert tiny_map.selected is not None
    key(tiny_map, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert tiny_map.selected is None


def test_l_and_v_go_round(tiny_map: BodyMap) -> None:
    layers, views = [], []
    tiny_map.layer_changed.connect(layers.append)
    tiny_map.view_changed.connect(views.append)
    for _ in Layer:
        QTest.keyClick(tiny_map, Qt.Key.Key_L)
        key(tiny_map, Qt.Key.Key_Escape)
        tiny_map._keys._word = None  # as if time had passed
    assert layers == [Layer.LIFTED, Layer.DEEP, Layer.SKIN, Layer.SUPERFICIAL]
    QTest.keyClick(tiny_map, Qt.Key.Key_V)
    assert views == [MapView.FRONT]


def test_r_asks_for_a_release(tiny_map: BodyMap) -> None:
    asked: list[Any] = []
    tiny_map.release_requested.connect(lambda place, point: asked.append((place, point)))
    tiny_map.select(GLUTEUS)
    key(tiny_map, Qt.Key.Key_R)
    assert asked == [(GLUTEUS, tiny_map.label_point(GLUTEUS))]


def test_h_shows_one_hip_then_the_other(tiny_map: BodyMap) -> None:
    key(tiny_map, Qt.Key.Key_H)
    panel = tiny_map.stage.layout.panel_of(View.BACK)
    assert panel is not None and tiny_map.zoom.close
    assert tiny_map.stage.camera.visible().contains(panel.shift + 50, 490)
    tiny_map._keys._word = None  # as if time had passed
    key(tiny_map, Qt.Key.Key_H)
    assert tiny_map.stage.camera.visible().contains(panel.shift - 50, 490)
    assert not tiny_map.stage.camera.visible().contains(panel.shift + 100, 490)


def test_letters_go_to_the_finder(tiny_map: BodyMap) -> None:
    found: list[str] = []
    tiny_map.find_requested.connect(found.append)
    keys(tiny_map, "p")
    QTest.keyClick(tiny_map, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert found == ["p", ""]


def test_a_word_that_begins_with_a_command_letter_takes_the_command_back(tiny_map: BodyMap) -> None:
    found: list[str] = []
    tiny_map.find_requested.connect(found.append)
    keys(tiny_map, "kn")
    assert found == ["kn"]
    assert not tiny_map.zoom.zoomed
    keys(tiny_map, "la")
    assert found == ["kn", "la"]
    assert tiny_map.layer is Layer.SUPERFICIAL


def test_keys_that_lost_their_time_to_a_screen_reader_are_timed_by_the_clock(tiny_map: BodyMap) -> None:
    now = [0]
    hand = Keys(tiny_map, lambda: now[0])
    wanted: list[str] = []
    tiny_map.find_requested.connect(wanted.append)
    layer, view = tiny_map.layer, tiny_map.view
    for after, letter in ((0, "l"), (900, "v"), (1800, "k"), (1900, "n")):
        now[0] = after
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        assert event.timestamp() == 0 and hand.press(event)
    assert wanted == ["kn"] and tiny_map.layer is not layer and tiny_map.view is not view


def test_leaving_the_strip_stays_on_the_region(tiny_map: BodyMap) -> None:
    tiny_map.select(GLUTEUS)
    key(tiny_map, Qt.Key.Key_Return)
    assert tiny_map.strip is not None
    QTest.keyClick(tiny_map.strip, Qt.Key.Key_Escape)
    assert tiny_map.strip is None and tiny_map.hasFocus() and tiny_map.selected == GLUTEUS


def test_typed_pain_goes_where_it_can_be_seen(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    piriformis = Place("piriformis", Side.LEFT)
    tiny_map.submit_typed(piriformis, 6)
    assert tiny_map.layer is Layer.LIFTED and tiny_map.view is MapView.BOTH
    assert [(d.place, d.intensity, d.point) for d in drafts] == [(piriformis, 6, tiny_map.label_point(piriformis))]


def test_typed_pain_in_a_place_that_no_view_shows_has_no_point(tiny_map: BodyMap, drafts: list[PainDraft]) -> None:
    hidden = Place("popliteus", Side.LEFT)
    tiny_map.submit_typed(hidden, 3)
    assert [(d.place, d.intensity, d.point) for d in drafts] == [(hidden, 3, None)]
