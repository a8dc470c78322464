"""The time axis: local wall time in two rows, such as days above and the month they belong to below."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import pyqtgraph as pg
from PySide6.QtCore import QDate, QDateTime, QLineF, QLocale, QPointF, QTime
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from knotbook.charts.shades import grid_colour
from knotbook.charts.ticks import Step, Tick, Unit, step_for, ticks, unit_start
from knotbook.resources.theme import Theme

_ROW_PX = 16
_GAP_PX = 12
_WEEK_GAP_PX = 28  # rather the months than a crowd of Mondays
_INSET_PX = 4

_PRIMARY = {
    Unit.MINUTE: "HH:mm",
    Unit.HOUR: "HH:mm",
    Unit.DAY: "d",
    Unit.WEEK: "d",
    Unit.MONTH: "MMM",
    Unit.YEAR: "yyyy",
}
_UNDER = {Unit.DAY: ("ddd d MMMM yyyy", "ddd d MMM", "d"), Unit.MONTH: ("MMMM yyyy", "MMM"), Unit.YEAR: ("yyyy",)}
_WIDEST = {Unit.MINUTE: "00:00", Unit.HOUR: "00:00", Unit.DAY: "30", Unit.WEEK: "30", Unit.YEAR: "2000"}


def tick_text(tick: Tick, form: str) -> str:
    """The tick's wall time in the language of the application; `form` as QLocale takes it."""
    return _spelt(tick.local, form, QLocale().name())


@lru_cache(maxsize=1024)  # the same few labels are asked for at every step of a drag
def _spelt(wall: datetime, form: str, language: str) -> str:
    moment = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute))
    return QLocale(language).toString(moment, form)


class DateAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """A bottom axis over milliseconds since 1970 in UTC, with labels in the local time of one IANA zone.

    A label stands just right of the line at which its hour, day, month or year begins. Labels never overlap and never
    leave the plot.
    """

    def __init__(self, zone: ZoneInfo, theme: Theme, font: QFont) -> None:
        super().__init__("bottom")
        self._zone = zone
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._label_px = self._widths()
        self.enableAutoSIPrefix(False)
        self.setHeight(2 * _ROW_PX + 4)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._line, self._ink, self._ink_soft = grid_colour(theme), QColor(theme.ink_soft), QColor(theme.ink_faint)
        self.update()

    def set_zone(self, zone: ZoneInfo) -> None:
        """Label the local time of another zone."""
        self._zone = zone
        self.update()

    def _widths(self) -> dict[Unit, float]:
        months = [QLocale().standaloneMonthName(n, QLocale.FormatType.ShortFormat) for n in range(1, 13)]
        widest = {**{unit: self._metrics.horizontalAdvance(text) for unit, text in _WIDEST.items()}}
        widest[Unit.MONTH] = max(self._metrics.horizontalAdvance(name) for name in months)
        return {unit: width + (_WEEK_GAP_PX if unit is Unit.WEEK else _GAP_PX) for unit, width in widest.items()}

    def ticks(self) -> list[Tick]:
        """The ticks of the present range."""
        return self._ticks(self.current_step())

    def _ticks(self, step: Step) -> list[Tick]:
        return ticks(self.range[0], self.range[1], step, self._zone)

    def current_step(self) -> Step:
        """The step that fits the present range and width."""
        return step_for((self.range[1] - self.range[0]) / max(1.0, self.width()), self._label_px)

    def labels(self) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
        """Both rows as (pixels from the left end of the axis, text), without overlap; the second may be empty."""
        step = self.current_step()
        return self._primary(self._ticks(step), step.unit), self._under(self._under_ticks(step), step)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the ends of the plot's lines beside their labels, and the labels."""
        step = self.current_step()
        main, under = self._ticks(step), self._under_ticks(step)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._line, 1))
        self._paint_lines(painter, main, _ROW_PX)
        self._paint_lines(painter, under, 2 * _ROW_PX)
        painter.setFont(self._font)
        self._paint_row(painter, self._primary(main, step.unit), 0, self._ink_soft)
        self._paint_row(painter, self._under(under, step), 1, self._ink)

    def _paint_lines(self, painter: QPainter, found: list[Tick], bottom: int) -> None:
        xs = [self._x(tick.at) for tick in found]
        painter.drawLines([QLineF(x, 0, x, bottom) for x in xs])

    def _paint_row(self, painter: QPainter, labels: list[tuple[float, str]], row: int, colour: QColor) -> None:
        painter.setPen(colour)
        baseline = 2 + _ROW_PX * row + self._metrics.ascent()
        for x, text in labels:
            painter.drawText(QPointF(x, baseline), text)

    def _x(self, at: float) -> float:
        start, end = self.range
        return float((at - start) / (end - start) * self.width())

    def _primary(self, found: list[Tick], unit: Unit) -> list[tuple[float, str]]:
        """The labels that fit, from the left."""
        kept: list[tuple[float, str]] = []
        free_from = 0.0
        for tick in found:
            x, text = self._x(tick.at) + _INSET_PX, tick_text(tick, _PRIMARY[unit])
            end = x + self._metrics.horizontalAdvance(text)
            if x >= free_from and end <= self.width():
                kept.append((x, text))
                free_from = end + _INSET_PX
        return kept

    def _under_ticks(self, step: Step) -> list[Tick]:
        return [] if step.under is None else self._ticks(Step(step.under, 1, 0, None))

    def _under(self, begun: list[Tick], step: Step) -> list[tuple[float, str]]:
        """The second row: the unit that is going on at the left end is named there, the next ones where they begin."""
        if step.under is None:
            return []
        going_on = unit_start(self.range[0], step.under, self._zone)
        starts = [(0.0, going_on), *((self._x(t.at), t) for t in begun if t.at != going_on.at)]
        ends = [*(x for x, _tick in starts[1:]), self.width()]
        found = (self._fitting(tick, x, end, step.under) for (x, tick), end in zip(starts, ends, strict=True))
        return [label for label in found if label is not None]

    def _fitting(self, tick: Tick, x: float, end: float, unit: Unit) -> tuple[float, str] | None:
        for form in _UNDER[unit]:
            text = tick_text(tick, form)
            if x + _INSET_PX + self._metrics.horizontalAdvance(text) + _INSET_PX <= end:
                return x + _INSET_PX, text
        return None
