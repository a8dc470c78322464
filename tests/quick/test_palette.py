"""The quick line alone: what it shows of a `Parsed`, whatever made it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from knotbook.domain.place import Place
from knotbook.domain.records import Pain
from knotbook.grammar.parsed import Completion, Parsed, Problem
from knotbook.quick.marks import SIZE, mark
from knotbook.quick.palette import FEW, QuickPalette
from knotbook.resources.theme import NAMES, Theme, load_theme
from tests.fakes import FakeClock

PAIN = Pain(when=FakeClock().now(), place=Place.parse("piriformis.right"), intensity=6)
READY = Parsed(bodies=(PAIN,), words=("6 at right piriformis – now",))
ROWS = tuple(Completion(f"line {n}", f"row {n}", "place", "what it is") for n in range(8))


@pytest.fixture
def palette(qtbot: QtBot, theme: Theme) -> QuickPalette:
    room = QWidget()
    room.resize(900, 700)
    qtbot.addWidget(room)
    made = QuickPalette(theme, room)
    room.show()
    made.open()
    return made


def entered(palette: QuickPalette, parsed: Parsed) -> list[str]:
    lines: list[str] = []
    palette.entered.connect(lines.append)
    palette.edit.setText("something")
    palette.show_parsed(parsed)
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    return lines


def test_enter_hands_on_only_a_line_that_is_ready(palette: QuickPalette) -> None:
    assert entered(palette, READY) == ["something"]


@pytest.mark.parametrize("errors", [(Problem("How strong?", unfinished=True),), (Problem("No."),)])
def test_enter_hands_on_nothing_else(palette: QuickPalette, errors: tuple[Problem, ...]) -> None:
    assert entered(palette, Parsed(READY.bodies, READY.words, errors)) == []
    assert entered(palette, Parsed()) == []


def test_enter_on_an_unfinished_line_makes_what_is_missing_as_loud_as_a_mistake(
    palette: QuickPalette, theme: Theme
) -> None:
    palette.edit.setText("pir r")
    palette.show_parsed(Parsed(errors=(Problem("How strong?", unfinished=True),)))
    label = palette.sayings._rows[0][1]
    assert theme.danger not in label.styleSheet()
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert theme.danger in label.styleSheet()


def test_a_ready_line_is_not_drowned_in_ways_to_go_on(palette: QuickPalette) -> None:
    palette.edit.setText("pir r 6")
    palette.show_parsed(Parsed(READY.bodies, READY.words, (), ROWS))
    assert palette.offers.count() == FEW
    palette.show_parsed(Parsed(completions=ROWS))
    assert palette.offers.count() == len(ROWS)


def test_fewer_rows_leave_nothing_behind_and_the_panel_fits_them(palette: QuickPalette) -> None:
    palette.edit.setText("x")
    palette.show_parsed(Parsed(READY.bodies * 6, READY.words * 6))
    tall = palette.panel.height()
    palette.show_parsed(READY)
    assert palette.sayings.words() == list(READY.words)
    assert palette.panel.height() < tall


def test_long_words_wrap_inside_the_panel(palette: QuickPalette) -> None:
    palette.edit.setText("x")
    palette.show_parsed(Parsed(errors=(Problem("word " * 80),)))
    label = palette.sayings._rows[0][1]
    assert label.height() >= label.heightForWidth(label.width()) > 2 * SIZE
    assert palette.rect().contains(palette.panel.geometry())


def test_text_is_never_read_as_markup(palette: QuickPalette) -> None:
    palette.edit.setText("x")
    palette.show_parsed(Parsed(READY.bodies, ("<b>6</b> at <img src=x>",)))
    assert palette.sayings.words() == ["<b>6</b> at <img src=x>"]
    assert palette.sayings._rows[0][1].textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("name", NAMES)
def test_the_mark_of_a_pain_wears_its_colour(qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    drawn = mark(PAIN, theme, 2.0).toImage()
    assert drawn.width() == 2 * SIZE
    assert drawn.pixelColor(8, SIZE).name() == theme.pain[6]
