from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from knotbook.bodymap.finder import RegionFinder, read_entry
from knotbook.bodymap.region_list import RegionList
from knotbook.bodymap.teller import Teller
from knotbook.domain.place import Place
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from tests.bodymap.bodies import TinyNames

RIGHT, LEFT = Place.parse("piriformis.right"), Place.parse("piriformis.left")
GLUTEUS = Place.parse("gluteus_maximus.left")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("pir r 6", ("pir r", 6)),
        ("pir r", ("pir r", None)),
        ("pir r 10", ("pir r", 10)),
        ("pir r x", ("pir r", 10)),
        ("  knee inner left: 3 ", ("knee inner left", 3)),
        ("pir r 11", ("pir r 11", None)),
        ("7", ("7", None)),
        ("", ("", None)),
    ],
)
def test_a_line_is_a_place_and_a_number(text: str, entry: tuple[str, int | None]) -> None:
    assert read_entry(text) == entry


def test_a_number_off_the_scale_is_said_and_nothing_typed_is_lost(finder: RegionFinder) -> None:
    said = heard(finder)
    QTest.keyClicks(finder.edit, "pir r 12")
    assert finder._hint.text() == "Not 12: a number from 0 to 10." and finder.current == RIGHT
    QTest.keyClick(finder.edit, Qt.Key.Key_Return)
    assert said == [] and finder.edit.text() == "pir r 12"


@pytest.fixture
def finder(qtbot: QtBot, theme: Theme) -> RegionFinder:
    made = RegionFinder(TinyNames(), theme)
    qtbot.addWidget(made)
    made.show()
    return made


def heard(finder: RegionFinder) -> list[Any]:
    said: list[Any] = []
    finder.pain_entered.connect(lambda place, value: said.append((place, value)))
    finder.place_chosen.connect(said.append)
    finder.closed.connect(lambda: said.append("closed"))
    return said


def test_typing_a_place_and_a_number_and_enter_saves(finder: RegionFinder) -> None:
    said = heard(finder)
    QTest.keyClicks(finder.edit, "pir r 6")
    QTest.keyClick(finder.edit, Qt.Key.Key_Return)
    assert said == ["closed", (RIGHT, 6)]
    assert finder.edit.text() == ""


def test_enter_without_a_number_shows_the_place(finder: RegionFinder) -> None:
    said = heard(finder)
    QTest.keyClicks(finder.edit, "pir l")
    QTest.keyClick(finder.edit, Qt.Key.Key_Return)
    assert said == ["closed", LEFT]


def test_down_takes_the_next_place_and_highlights_it(finder: RegionFinder) -> None:
    shown: list[Any] = []
    QTest.keyClicks(finder.edit, "pir")
    finder.place_highlighted.connect(shown.append)
    said = heard(finder)
    QTest.keyClick(finder.edit, Qt.Key.Key_Down)
    QTest.keyClicks(finder.edit, " 4")
    assert shown[0] == LEFT
    QTest.keyClick(finder.edit, Qt.Key.Key_Down)
    QTest.keyClick(finder.edit, Qt.Key.Key_Return)
    assert said == ["closed", (LEFT, 4)]


def test_nothing_found_saves_nothing(finder: RegionFinder) -> None:
    said = heard(finder)
    QTest.keyClicks(finder.edit, "zzz 6")
    QTest.keyClick(finder.edit, Qt.Key.Key_Return)
    assert said == [] and finder.current is None


def test_escape_closes(finder: RegionFinder) -> None:
    said = heard(finder)
    finder.open_with("pir")
    QTest.keyClick(finder.edit, Qt.Key.Key_Escape)
    assert said == ["closed"]


def test_the_real_catalogue_is_searched(qtbot: QtBot, theme: Theme, catalogue: Catalogue) -> None:
    finder = RegionFinder(catalogue, theme)
    qtbot.addWidget(finder)
    finder.open_with("pir r 6")
    assert finder.current == RIGHT


@pytest.fixture
def regions(qtbot: QtBot, theme: Theme) -> RegionList:
    teller = Teller(TinyNames())
    teller.learn_heat({RIGHT: 6}, "now")
    made = RegionList(teller, theme)
    qtbot.addWidget(made)
    made.model.set_places([GLUTEUS, RIGHT, LEFT, RIGHT])
    made.show()
    return made


def test_the_list_says_what_the_picture_shows(regions: RegionList) -> None:
    model = regions.model
    assert model.rowCount() == 3
    row = model.index(model.row_of(RIGHT))
    assert row.data() == "Right deep buttock\nRight piriformis · 6 now"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Right piriformis, 6 out of 10"


def test_the_model_keeps_qts_rules(regions: RegionList) -> None:
    tester = QAbstractItemModelTester(regions.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    regions.edit.setText("pir")
    regions.model.values_changed()
    regions.edit.setText("")
    regions.model.set_places([])
    assert regions.model.rowCount() == 0
    del tester


def test_searching_the_list_and_saving_from_it(regions: RegionList) -> None:
    said: list[Any] = []
    regions.place_chosen.connect(said.append)
    regions.pain_entered.connect(lambda place, value: said.append((place, value)))
    regions.strip_wanted.connect(lambda place: said.append(("strip", place)))
    regions.edit.setText("pir")
    assert [regions.model.index(i).data(Qt.ItemDataRole.UserRole) for i in range(2)] == [RIGHT, LEFT]
    regions.show_place(RIGHT)
    QTest.keyClick(regions.view, Qt.Key.Key_Down)
    QTest.keyClicks(regions.view, "10")
    QTest.keyClick(regions.view, Qt.Key.Key_Return)
    QTest.keyClick(regions.view, Qt.Key.Key_Return)
    assert said == [LEFT, (LEFT, 10), ("strip", LEFT)]
