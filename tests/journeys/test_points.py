"""Many points in one place, each with its own history: pressed, kept, named, moved, merged, removed, followed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.place import Layer, Place
from knotbook.domain.records import Pain
from knotbook.shell.points_list import PointsList
from knotbook.shell.session import Session
from tests.journeys.conftest import Opened, close, drag, spot

GLUTEUS = Place.parse("gluteus_maximus.right")
SKIN = Place.parse("buttock_central.right")
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


def spots(path: Path) -> list[tuple[object, ...]]:
    return ask(path, "SELECT name, merged_into IS NOT NULL FROM spot WHERE deleted IS NULL ORDER BY created")


def histories(path: Path) -> list[tuple[object, ...]]:
    """The name of the living point of each pain (None: none), and its intensity."""
    return ask(
        path,
        "SELECT spot.name, intensity FROM pain LEFT JOIN spot ON spot.id = pain.spot AND spot.deleted IS NULL"
        " WHERE pain.deleted IS NULL ORDER BY pain.utc, pain.id",
    )


def press(session: Session, at: QPoint, number: int) -> None:
    drag(session, at, round(number * STEP_PX))
    session._clock.advance(minutes=5)  # type: ignore[attr-defined]  # the tests' clock


def points(session: Session) -> PointsList:
    return session.window.body.panel.place.points


def names(session: Session) -> list[str]:
    rows = points(session).rows
    return [rows.topLevelItem(n).text(0) for n in range(1, rows.topLevelItemCount())]


def take(session: Session, row: int) -> None:
    """Choose a row of the list of points; row 0 is the whole place."""
    rows = points(session).rows
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(row, 0))


def type_name(session: Session, name: str) -> None:
    editor = points(session).rows.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.fixture
def two(start: Opened) -> tuple[Session, QPoint, QPoint]:
    """A diary with two points in one muscle: one pressed twice, one kept after a single press."""
    session = start()
    session.window.body.map.set_layer(Layer.SUPERFICIAL)
    here = spot(session, "gluteus_maximus.right")
    there = here + QPoint(0, 20)
    press(session, here, 4)
    press(session, here + QPoint(1, 1), 6)
    press(session, there, 2)
    points(session).keep_requested.emit()
    type_name(session, "the low one")
    return session, here, there


def test_a_second_press_on_the_same_spot_makes_it_a_point_in_one_action(start: Opened, path: Path) -> None:
    session = start()
    session.window.body.map.set_layer(Layer.SUPERFICIAL)
    at = spot(session, "gluteus_maximus.right")
    press(session, at, 4)
    assert names(session) == [] and spots(path) == []
    assert session.window.body.panel.place.ask.isHidden()  # a press on a muscle means that muscle
    press(session, at + QPoint(1, 1), 6)
    assert names(session) == ["Point 1"]
    assert histories(path) == [("", 4), ("", 6)]
    assert session.window.undo_bar.said() == "Saved. 6 at right gluteus maximus, a new point"
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert histories(path) == [(None, 4)] and names(session) == []


def test_two_points_of_one_place_have_their_own_line_chart_and_entries(
    two: tuple[Session, QPoint, QPoint], path: Path
) -> None:
    session, _, there = two
    assert names(session) == ["Point 1", "the low one"]
    press(session, there, 7)
    assert histories(path) == [("", 4), ("", 6), ("the low one", 2), ("the low one", 7)]
    panel = session.window.body.panel.card()
    assert panel is not None and panel.plain == "the low one"
    assert panel.name == "Point in right gluteus maximus"
    assert [line.intensity for line in panel.recent] == [7, 2]
    assert session.charts is not None
    session.charts.beside.describe()
    assert session.charts.beside.accessibleDescription().startswith("the low one: 2 ratings")
    take(session, 0)
    session.charts.beside.describe()
    assert session.charts.beside.accessibleDescription().startswith("Right gluteus maximus: 4 ratings")
    assert session.window.body.map.spots.chosen is None


def test_the_name_lights_up_before_the_press_is_saved(two: tuple[Session, QPoint, QPoint]) -> None:
    session, here, there = two
    body = session.window.body.map
    QTest.mouseMove(body, here)
    assert body.spots.meant(GLUTEUS, body.body_point(QPointF(here))).label == "Point 1"  # type: ignore[union-attr]
    assert body._meant is not None and body._meant.plain == "Point 1"
    QTest.mouseMove(body, there)
    assert body._meant is not None and body._meant.plain == "the low one"


def test_renamed_in_its_row_by_f2(two: tuple[Session, QPoint, QPoint], path: Path) -> None:
    session, _, _ = two
    take(session, 1)
    QTest.keyClick(points(session).rows, Qt.Key.Key_F2)
    type_name(session, "the one that shoots")
    assert spots(path) == [("the one that shoots", 0), ("the low one", 0)]
    assert session.diary.undo_label == "named a point “the one that shoots”"
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert names(session) == ["Point 1", "the low one"]


def test_a_name_that_is_being_typed_outlives_what_is_saved_meanwhile(
    two: tuple[Session, QPoint, QPoint], path: Path
) -> None:
    session, _here, _there = two
    take(session, 1)
    rows = points(session).rows
    QTest.keyClick(rows, Qt.Key.Key_F2)
    first = rows.viewport().findChild(QLineEdit)
    first.selectAll()
    QTest.keyClicks(first, "the one th")
    session.diary.record(Pain(when=session._clock.now(), place=Place.parse("piriformis.right"), intensity=3), label="3")
    line = next(line for line in rows.viewport().findChildren(QLineEdit) if line.isVisible())
    assert line.text() == "the one th" and line.hasFocus()
    QTest.keyClicks(line, "at shoots")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "the one that shoots" in names(session)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a popup, without a screen
def test_merged_from_the_menu_by_keys_and_taken_back_as_one(two: tuple[Session, QPoint, QPoint], path: Path) -> None:
    session, _, _ = two
    take(session, 1)
    QTest.keyClick(points(session).rows, Qt.Key.Key_F10)
    menu = points(session).findChild(QMenu)
    assert menu is not None and menu.isVisible()
    into = next(action.menu() for action in menu.actions() if action.menu())
    into.actions()[0].trigger()
    menu.close()
    assert names(session) == ["the low one"]
    assert [row[1] for row in histories(path) if row[0] == "the low one"] == [4, 6, 2]
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert names(session) == ["Point 1", "the low one"]
    assert histories(path) == [("", 4), ("", 6), ("the low one", 2)]


def test_removed_by_del_keeps_its_entries_and_comes_back_by_undo(
    two: tuple[Session, QPoint, QPoint], path: Path
) -> None:
    session, _, _ = two
    take(session, 2)
    QTest.keyClick(points(session).rows, Qt.Key.Key_Delete)
    assert names(session) == ["Point 1"]
    assert histories(path)[-1] == (None, 2)
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert names(session) == ["Point 1", "the low one"] and histories(path)[-1] == ("the low one", 2)


def test_moved_by_shift_and_drag_and_by_arrows(two: tuple[Session, QPoint, QPoint], path: Path) -> None:
    session, here, _ = two
    body = session.window.body.map

    def where() -> tuple[float, float]:
        first = json.loads(str(ask(path, "SELECT point FROM spot ORDER BY created LIMIT 1")[0][0]))
        return first["x"], first["y"]

    before = where()
    QTest.mousePress(body, Qt.MouseButton.LeftButton, SHIFT, here)
    QTest.mouseMove(body, here + QPoint(12, 0))
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, SHIFT, here + QPoint(12, 0))
    dragged = where()
    assert dragged[0] > before[0] and len(histories(path)) == 3
    take(session, 1)
    points(session).move_requested.emit(points(session).chosen() or "")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(body, key)
    assert where() == (pytest.approx(dragged[0]), pytest.approx(dragged[1] - 2))
    assert session.diary.undo_label == "moved Point 1"
    for _ in range(2):
        QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert where() == before


def test_typed_pain_goes_to_the_point_that_is_followed(two: tuple[Session, QPoint, QPoint], path: Path) -> None:
    session, _, _ = two
    take(session, 2)
    session.window.body.map.setFocus()
    QTest.keyClicks(session.window.body.map, "9")
    QTest.keyClick(session.window.body.map, Qt.Key.Key_Return)
    assert histories(path)[-1] == ("the low one", 9)
    assert ask(path, "SELECT points FROM pain WHERE intensity = 9") == [("[]",)]


def test_tab_goes_from_point_to_point_and_then_on(two: tuple[Session, QPoint, QPoint]) -> None:
    session, _, _ = two
    take(session, 0)
    seen = []
    for _ in range(2):
        QTest.keyClick(points(session).rows, Qt.Key.Key_Tab)
        seen.append(points(session).rows.currentIndex().row())
    QTest.keyClick(points(session).rows, Qt.Key.Key_Tab)
    assert seen == [1, 2] and not points(session).rows.hasFocus()


def test_points_are_there_after_a_restart(two: tuple[Session, QPoint, QPoint], start: Opened, path: Path) -> None:
    session, here, _ = two
    close(session)
    again = start()
    again.window.body.map.set_layer(Layer.SUPERFICIAL)
    press(again, here, 3)
    assert histories(path)[-1] == ("", 3)
    assert names(again) == ["Point 1", "the low one"]


def buttons(session: Session) -> dict[str, QPushButton]:
    return {b.text(): b for b in session.window.body.panel.place.ask.findChildren(QPushButton)}


def test_after_a_drag_on_the_skin_the_muscle_can_be_told_and_taken_back(start: Opened, path: Path) -> None:
    session = start()
    session.window.body.map.set_layer(Layer.SKIN)
    press(session, spot(session, str(SKIN)), 6)
    assert list(buttons(session))[:2] and "Gluteus maximus" in buttons(session) and "Piriformis" in buttons(session)
    QTest.mouseClick(buttons(session)["Piriformis"], Qt.MouseButton.LeftButton)
    assert ask(path, "SELECT place, intensity FROM pain") == [("piriformis.right", 6)]
    assert session.window.body.panel.place.ask.isHidden()
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert ask(path, "SELECT place, intensity FROM pain") == [(str(SKIN), 6)]


def test_not_sure_is_an_answer_and_undo_takes_the_question_with_it(start: Opened, path: Path) -> None:
    session = start()
    session.window.body.map.set_layer(Layer.SKIN)
    at = spot(session, str(SKIN))
    press(session, at, 6)
    QTest.mouseClick(buttons(session)["Not sure"], Qt.MouseButton.LeftButton)
    assert session.window.body.panel.place.ask.isHidden()
    press(session, at + QPoint(0, 12), 3)
    assert not session.window.body.panel.place.ask.isHidden()
    QTest.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    assert session.window.body.panel.place.ask.isHidden()
    assert ask(path, "SELECT place FROM pain WHERE deleted IS NULL") == [(str(SKIN),)]


def test_the_map_stays_where_it_is_when_another_place_is_chosen(start: Opened) -> None:
    session = start()
    body = session.window.body.map
    body.set_layer(Layer.SKIN)
    before = body.size()
    for place in ("hip_outer.right", "kneecap.left", "thigh_back_outer_upper.right"):
        body.reveal(Place.parse(place))
        QApplication.processEvents()
        assert body.size() == before
