"""The card beside what is pointed at: on the sheet, off the spot where it can be, and large enough for its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from knotbook.charts.figure import Sheet, Spot
from knotbook.charts.spot_card import card_rect, paint_card
from knotbook.resources.theme import Theme

SHORT = "6, one rating"
LONG = "median 4 · 46 rated · 30 lower than before, 10 the same, 6 higher, and then a few more words than fit"


def sheet_of(theme: Theme, width: float, height: float) -> Sheet:
    font = QFont()
    font.setPixelSize(12)
    return Sheet(QSizeF(width, height), theme, font)


def spot_at(x: float, y: float, words: str = SHORT) -> Spot:
    return Spot(QRectF(x, y, 20, 20), "Tue 3 Mar 2026", words, "#007872")


@pytest.mark.parametrize("words", [SHORT, LONG])
@pytest.mark.parametrize("size", [(240, 160), (800, 500)])
def test_it_never_leaves_the_sheet(qtbot: QtBot, theme: Theme, size: tuple[int, int], words: str) -> None:
    sheet = sheet_of(theme, *size)
    for x in (0, size[0] / 2, size[0] - 20):
        for y in (0, size[1] / 2, size[1] - 20):
            assert sheet.area.contains(card_rect(spot_at(x, y, words), sheet))


def test_it_stands_above_and_without_room_there_below(qtbot: QtBot, theme: Theme) -> None:
    sheet = sheet_of(theme, 800, 500)
    assert card_rect(spot_at(300, 200), sheet).bottom() < 200
    assert card_rect(spot_at(300, 5), sheet).top() > 25


def test_many_words_get_several_lines_and_none_is_cut(qtbot: QtBot, theme: Theme) -> None:
    sheet = sheet_of(theme, 800, 500)
    one, several = (card_rect(spot_at(300, 300, words), sheet) for words in (SHORT, LONG))
    assert several.height() >= one.height() + QFontMetricsF(sheet.bold).height() - 1
    assert several.width() <= 420 < QFontMetricsF(sheet.bold).horizontalAdvance(LONG)


def test_it_is_drawn_where_it_lies_with_the_colour_of_the_spot(qtbot: QtBot, theme: Theme) -> None:
    sheet = sheet_of(theme, 400, 300)
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    painter = QPainter(picture)
    spot = spot_at(200, 200)
    paint_card(painter, spot, sheet)
    painter.end()
    card = card_rect(spot, sheet)
    seen = {picture.pixelColor(x, y).name() for x in range(400) for y in range(300) if card.contains(x, y)}
    assert spot.colour in seen and theme.raised in seen
    outside = [picture.pixelColor(x, y).name() for x in range(0, 400, 7) for y in range(0, 300, 7)
               if not card.adjusted(-2, -2, 2, 2).contains(x, y)]
    assert set(outside) == {"#ff00ff"}
