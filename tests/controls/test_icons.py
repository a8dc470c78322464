"""Icons take the colour they are asked for, at every scale, and stay inside their square."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from knotbook.controls.icons import app_icon, icon, pixmap

FOLDER = Path(__file__).parents[2] / "assets" / "icons"
LINES = sorted(p.stem for p in FOLDER.glob("*.svg") if p.stem != "knotbook" and not p.stem.startswith("mark-"))
SOLID = 250
"""Opacity from which a pixel must have the colour asked for, give or take `ROUNDED` a channel."""

ROUNDED = 1


def solid_pixels(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() >= SOLID]


def alike(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= ROUNDED for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


@pytest.mark.parametrize("name", LINES)
def test_every_line_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    solid = solid_pixels(pixmap(name, "#0f766e", 24, 3).toImage())
    assert solid and all(alike(pixel, QColor("#0f766e")) for pixel in solid)


@pytest.mark.parametrize("name", LINES)
def test_no_line_icon_touches_the_edge_of_its_square(qtbot: QtBot, name: str) -> None:
    image = pixmap(name, "#000000", 24, 3).toImage()
    last = image.width() - 1
    edge = [(x, y) for x in range(last + 1) for y in (0, last)] + [(x, y) for x in (0, last) for y in range(last + 1)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in edge)


@pytest.mark.parametrize("name", LINES)
def test_every_line_icon_has_the_same_grid_and_stroke(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text and 'stroke-width="1.75"' in text and 'stroke-linecap="round"' in text
    assert "#" not in text, "a colour of its own would not follow the theme"


def test_an_icon_is_sharp_on_a_dense_screen(qtbot: QtBot) -> None:
    dense = icon("undo", "#26231e", 20).pixmap(QSize(20, 20), 2)
    assert (dense.width(), dense.devicePixelRatio()) == (40, 2)


def test_a_disabled_icon_has_its_own_colour(qtbot: QtBot) -> None:
    drawn = icon("trash", "#26231e", 20, "#8b8477").pixmap(20, 20, QIcon.Mode.Disabled)
    solid = solid_pixels(drawn.toImage())
    assert solid and all(alike(pixel, QColor("#8b8477")) for pixel in solid)


def test_an_icon_that_is_not_there_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon("unicorn", "#000000")


def test_the_app_icon_comes_in_small_and_large_and_shows_its_spot(qtbot: QtBot) -> None:
    made = app_icon()
    for size in (16, 32, 256):
        image = made.pixmap(size, size).toImage()
        assert image.width() == size
        warm = [
            (x, y)
            for x in range(size)
            for y in range(size)
            if image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).blue() < 140
        ]
        assert warm, f"the spot is lost at {size} px"
