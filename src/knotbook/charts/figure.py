"""What every still view is: a picture of frozen numbers that can also be read as a sentence and as a table.

A figure paints itself at any size on any painter, so that the screen, a PNG and an SVG are the same picture.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from knotbook.analysis.tabular import Table
from knotbook.charts.shades import grid_colour
from knotbook.resources.theme import Theme


@dataclass(frozen=True)
class Sheet:
    """What a figure is painted on: its size in logical pixels, the colours, and the font of the small text."""

    size: QSizeF
    theme: Theme
    font: QFont

    @property
    def area(self) -> QRectF:
        """All of it."""
        return QRectF(QPointF(0, 0), self.size)

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """Of the small text."""
        return QFontMetricsF(self.font)

    @cached_property
    def bold(self) -> QFont:
        """The small text, stronger."""
        font = QFont(self.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sized(self, px: int) -> QFont:
        """The same font at another size."""
        font = QFont(self.font)
        font.setPixelSize(px)
        return font

    @property
    def grid(self) -> QPen:
        """For the lines behind the data."""
        return QPen(grid_colour(self.theme), 1)

    @property
    def base(self) -> QPen:
        """For the line at 0."""
        return QPen(QColor(self.theme.ink_faint), 1)

    def pain(self, level: float) -> QColor:
        """The colour of an NRS level, 0 to 10; anything above 0 is never shown as 0."""
        return QColor(self.theme.pain[round(level) or int(level > 0)])

    def ink_on(self, ground: QColor) -> QColor:
        """Text that can be read on a colour."""
        dark, light = sorted((QColor(self.theme.ink), QColor(self.theme.surface)), key=_luminance)
        return dark if _contrast(dark, ground) >= _contrast(light, ground) else light


@dataclass(frozen=True, slots=True)
class Spot:
    """Something in a figure that can be pointed at. `key`: what a click on it means, None if nothing."""

    area: QRectF
    title: str
    words: str
    colour: str
    key: object = None


class Figure(ABC):
    """Frozen numbers and how they look. `notice` is said in place of a picture that would be empty.

    `about`: whose numbers these are, for the title and the file name of what is saved.
    """

    notice: str = ""
    about: str = ""

    @abstractmethod
    def sentence(self) -> str:
        """What it shows, in plain words."""

    @abstractmethod
    def table(self) -> Table:
        """The numbers themselves."""

    @abstractmethod
    def spots(self, sheet: Sheet) -> list[Spot]:
        """What can be pointed at, in reading order."""

    @abstractmethod
    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw it on all of `sheet`, whose ground is already painted."""


class Nothing(Figure):
    """A figure without numbers yet: only its notice."""

    def __init__(self, notice: str) -> None:
        self.notice = notice

    def sentence(self) -> str:
        """The notice."""
        return self.notice

    def table(self) -> Table:
        """Empty."""
        return Table(())

    def spots(self, sheet: Sheet) -> list[Spot]:
        """None."""
        return []

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Nothing but its notice, which the canvas says."""


def centred(painter: QPainter, at: QRectF, text: str) -> None:
    """Write `text` in the middle of `at`."""
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, text)


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
