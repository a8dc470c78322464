"""The names of curves, right where the curves end."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget

_WIDEST_PX, _INSET_PX = 160.0, 8.0


def spread(wanted: Sequence[float], height: float, least: float, most: float) -> list[float]:
    """Positions as near to `wanted` as they can be while `height` apart, from `least` to `most`; same order as given.

    Pushes down from the top, then up from the bottom: enough for a handful of labels.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    floor = least
    for number in order:
        placed[number] = max(placed[number], floor)
        floor = placed[number] + height
    ceiling = most
    for number in reversed(order):
        placed[number] = min(placed[number], ceiling)
        ceiling = placed[number] - height
    return placed


class EndLabels(QGraphicsWidget):
    """A column beside the plot. Without names it takes no room."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font, self._metrics = font, QFontMetricsF(font)
        self._names: tuple[tuple[str, str], ...] = ()
        self._tops: list[float | None] = []
        self.show_names(())

    @property
    def is_used(self) -> bool:
        """True if there are names to show."""
        return bool(self._names)

    def show_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Show (name, colour) for each curve once `set_levels` has said where."""
        self._names = tuple(
            (self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_PX), colour) for name, colour in names
        )
        widest = max((self._metrics.horizontalAdvance(name) for name, _colour in self._names), default=-_INSET_PX)
        room = math.ceil(widest + _INSET_PX)  # whole, so that the plot beside it is as wide as its pixels
        self.setMinimumWidth(room)
        self.setMaximumWidth(room)
        self._tops = [None] * len(self._names)

    def set_levels(self, levels: Sequence[float | None], low: float, high: float) -> bool:
        """Put each name beside its NRS level (None: not shown) on a scale from `low` to `high`; True if one moved."""
        line = self._metrics.height()
        shown = [(i, level) for i, level in enumerate(levels) if level is not None]
        wanted = [(high - level) / (high - low) * self.size().height() - line / 2 for _i, level in shown]
        before, self._tops = self._tops, [None] * len(self._names)
        for (i, _level), top in zip(shown, spread(wanted, line, 0, self.size().height() - line), strict=True):
            self._tops[i] = round(top)
        return self._tops != before

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write each name in the colour of its curve."""
        painter.setFont(self._font)
        for (name, colour), top in zip(self._names, self._tops, strict=True):
            if top is not None:
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(_INSET_PX, top + self._metrics.ascent()), name)
