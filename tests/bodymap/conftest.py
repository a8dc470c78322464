from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry, load_geometry
from knotbook.domain.place import Layer, Point
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.files import read_bytes
from knotbook.resources.theme import Theme
from tests.bodymap.bodies import TinyNames, tiny_body

MakeMap = Callable[..., BodyMap]


@pytest.fixture(scope="session")
def body() -> Geometry:
    """The body that ships."""
    return load_geometry(read_bytes("bodymap/male.kbm"))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def tiny() -> Geometry:
    return load_geometry(tiny_body())


@pytest.fixture
def tiny_map(qtbot: QtBot, tiny: Geometry, theme: Theme) -> Iterator[BodyMap]:
    """A shown map of the tiny body, 900x700, still, in the muscle layer."""
    shown = BodyMap(tiny, TinyNames(), theme)
    qtbot.addWidget(shown)
    shown.set_reduced_motion(True)
    shown.set_layer(Layer.SUPERFICIAL)
    shown.resize(900, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.setFocus()
    yield shown
    shown.close()


@pytest.fixture
def real_map(qtbot: QtBot, body: Geometry, catalogue: Catalogue, theme: Theme) -> Iterator[BodyMap]:
    """A shown map of the body that ships, 900x700, still."""
    shown = BodyMap(body, catalogue, theme)
    qtbot.addWidget(shown)
    shown.set_reduced_motion(True)
    shown.set_view(MapView.BOTH)
    shown.resize(900, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def pixel(shown: BodyMap, point: Point) -> QPoint:
    """The widget pixel of a body point."""
    at = shown.pixel_of(point)
    assert at is not None
    return at.toPoint()


def drag(shown: BodyMap, start: QPoint, dx: int, dy: int, *, let_go: bool = True) -> None:
    """Press, move in small steps, and let go."""
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    steps = max(abs(dx), abs(dy)) // 4 + 1
    for step in range(1, steps + 1):
        QTest.mouseMove(shown, start + QPoint(dx * step // steps, dy * step // steps))
    if let_go:
        end = start + QPoint(dx, dy)
        QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
