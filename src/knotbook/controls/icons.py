"""Line icons from `assets/icons`, drawn in any colour of the theme."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from knotbook.resources.files import read_text

_INK = "currentColor"  # the one colour word in the drawings


def pixmap(name: str, colour: str, size: int = 20, scale: float = 1.0) -> QPixmap:
    """The icon `name` in `colour` (`#rrggbb`), `size` logical px square, at `scale` device px a logical px.

    Raises FileNotFoundError if there is no such icon. The app's own icon, `knotbook`, keeps its colours.
    """
    renderer = QSvgRenderer(QByteArray(read_text(f"icons/{name}.svg").replace(_INK, colour).encode()))
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int = 20, disabled: str = "") -> QIcon:
    """The icon `name` in `colour` at 1x, 2x and what the screens have; `disabled`: its colour while disabled.

    Without a colour for it, a disabled icon is faded.
    """
    made = QIcon()
    for scale in sorted({1, 2, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}):
        made.addPixmap(pixmap(name, colour, size, scale))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """The icon of the app itself, at the sizes that desktops ask for."""
    made = QIcon()
    for size in (16, 20, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("knotbook", _INK, size))
    return made
