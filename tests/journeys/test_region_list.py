"""The list of all places is the equal of the picture: same regions, same values, one selection, and it logs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from knotbook.domain.place import Layer, Place
from knotbook.domain.records import Kind, Pain
from knotbook.shell.session import Session
from tests.journeys.conftest import Opened, drag, spot

GLUTEUS, PIRIFORMIS = Place.parse("gluteus_maximus.right"), Place.parse("piriformis.right")


@pytest.fixture
def session(start: Opened) -> Session:
    session = start()
    session.window.show()
    session.window.activateWindow()
    session.window.body.map.set_layer(Layer.SUPERFICIAL)
    QTest.keyClick(session.window.body.map, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return session


def pains(session: Session) -> list[tuple[str, int]]:
    entries = session.diary.reader.page(kinds=(Kind.PAIN,))
    bodies = [entry.body for entry in reversed(entries)]
    return [(str(body.place), body.intensity) for body in bodies if isinstance(body, Pain)]


def test_a_key_opens_it_in_its_search(session: Session) -> None:
    regions = session.window.body.panel.regions
    assert regions.isVisible() and regions.edit.hasFocus()
    shown = {regions.model.place(row) for row in range(regions.model.rowCount())}
    assert GLUTEUS in shown and PIRIFORMIS not in shown


def test_rows_mark_regions_and_regions_mark_rows(session: Session) -> None:
    body, regions = session.window.body.map, session.window.body.panel.regions
    QTest.keyClick(regions.edit, Qt.Key.Key_Down)
    QTest.keyClick(regions.view, Qt.Key.Key_Down)
    assert body.selected == regions.model.place(1) == regions.current
    assert regions.isVisible() and regions.view.hasFocus(), "the card does not push itself before the list"
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=spot(session, "gluteus_maximus.left"))
    assert regions.current == Place.parse("gluteus_maximus.left")


def test_a_search_finds_what_the_layer_hides_and_shows_it(session: Session) -> None:
    body, regions = session.window.body.map, session.window.body.panel.regions
    QTest.keyClicks(regions.edit, "pir r")
    QTest.keyClick(regions.edit, Qt.Key.Key_Return)
    assert regions.view.hasFocus() and body.selected == PIRIFORMIS
    assert body.layer is not Layer.SUPERFICIAL and body.label_point(PIRIFORMIS) is not None
    assert regions.current == PIRIFORMIS, "another layer does not lose the row"


def test_a_number_on_a_row_is_saved_and_told_by_the_row(session: Session) -> None:
    regions = session.window.body.panel.regions
    regions.show_place(GLUTEUS)
    regions.view.setFocus()
    QTest.keyClicks(regions.view, "10")
    QTest.keyClick(regions.view, Qt.Key.Key_Return)
    assert pains(session) == [("gluteus_maximus.right", 10)]
    row = regions.model.index(regions.model.row_of(GLUTEUS))
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Right gluteus maximus, 10 out of 10")
    assert regions.view.hasFocus() and regions.current == GLUTEUS


def test_a_line_in_the_search_is_saved(session: Session) -> None:
    regions = session.window.body.panel.regions
    QTest.keyClicks(regions.edit, "pir r 6")
    QTest.keyClick(regions.edit, Qt.Key.Key_Return)
    assert pains(session) == [("piriformis.right", 6)] and regions.edit.text() == ""


def test_what_the_picture_logs_is_in_the_list(session: Session) -> None:
    regions = session.window.body.panel.regions
    drag(session, spot(session, "gluteus_maximus.right"), up=96)
    row = regions.model.index(regions.model.row_of(GLUTEUS))
    assert "Right gluteus maximus, 6 out of 10" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_right_opens_the_card_and_escape_goes_to_the_map(session: Session) -> None:
    body, panel = session.window.body.map, session.window.body.panel
    QTest.keyClick(panel.regions.edit, Qt.Key.Key_Down)
    QTest.keyClick(panel.regions.view, Qt.Key.Key_Escape)
    assert body.hasFocus() and panel.regions.isVisible()
    panel.regions.view.setFocus()
    QTest.keyClick(panel.regions.view, Qt.Key.Key_Right)
    assert panel.place.isVisible() and not panel.regions.isVisible()


def test_enter_without_a_number_offers_eleven_on_the_picture(session: Session) -> None:
    body, regions = session.window.body.map, session.window.body.panel.regions
    regions.show_place(GLUTEUS)
    QTest.keyClick(regions.view, Qt.Key.Key_Return)
    assert body.strip is not None
    QTest.keyClick(body.strip, Qt.Key.Key_Escape)
    assert body.strip is None and pains(session) == []
