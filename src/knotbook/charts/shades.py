"""Colours between two colours of a theme."""

from __future__ import annotations

from PySide6.QtGui import QColor

from knotbook.resources.theme import Theme

_GRID_SHARE = 0.3


def mixed(ground: str, colour: str, share: float) -> QColor:
    """`share` (0 to 1) of `colour` laid over `ground`, opaque; both as `#rrggbb`."""
    below, above = QColor(ground), QColor(colour)
    pairs = zip(_rgb(below), _rgb(above), strict=True)
    return QColor(*(round(under + (over - under) * share) for under, over in pairs))


def grid_colour(theme: Theme) -> QColor:
    """For the lines of a grid. High-contrast themes draw borders in full ink, which would shout down the curves."""
    return mixed(theme.surface, theme.line, _GRID_SHARE) if theme.name.startswith("contrast") else QColor(theme.line)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
