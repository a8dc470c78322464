"""When in the week it hurts: weekdays down, hours across, each cell in the colour of its mean."""

from __future__ import annotations

from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Qt, QTime
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from knotbook.analysis.tabular import Table
from knotbook.analysis.week_hours import FEWEST, WeekHours
from knotbook.charts.day_words import number_text, weekday_name
from knotbook.charts.figure import Figure, Sheet, Spot, centred

_LEFT, _TOP, _LEGEND = 44.0, 24.0, 40.0
_TALLEST = 144.0
_MEAN_FROM, _COUNT_FROM = 24.0, 38.0  # px of a cell


def hour_text(hour: int) -> str:
    """An hour of the day, such as 14:00."""
    return QLocale().toString(QTime(hour % 24, 0), QLocale.FormatType.ShortFormat)


class HourMap(Figure):
    """`name`: whose pain this is; `span_words`: over which time."""

    def __init__(self, hours: WeekHours, name: str, span_words: str) -> None:
        self._hours, self._name, self._span = hours, name, span_words
        self.about = name
        self._first = QLocale().firstDayOfWeek().value - 1
        if not hours.total:
            words = QCoreApplication.translate("HourMap", "{name}: no ratings in this time.")
            self.notice = words.format(name=name)

    def sentence(self) -> str:
        """Where the highest and the lowest mean lie."""
        if self.notice:
            return self.notice
        head = QCoreApplication.translate("HourMap", "{name}, {span}. Ratings: {n}.")
        said = head.format(name=self._name, span=self._span, n=QLocale().toString(self._hours.total))
        ends = self._hours.extremes()
        if ends is None:
            return f"{said} {self._no_ends()}"
        words = QCoreApplication.translate(
            "HourMap",
            "Highest: {high}, mean {a} of {n}; lowest: {low}, mean {b} of {m}. With few ratings an hour, that can be "
            "chance.",
        )
        high, low = ends
        told = words.format(
            high=_hour_of(*high),
            low=_hour_of(*low),
            a=self._mean(*high),
            b=self._mean(*low),
            n=int(self._hours.count[high]),
            m=int(self._hours.count[low]),
        )
        return f"{said} {told}"

    def _no_ends(self) -> str:
        """Why no hour stands out."""
        known = self._hours.mean[~np.isnan(self._hours.mean)]
        if len(known) < 2:
            return QCoreApplication.translate("HourMap", "Too few in any one hour of the week to compare hours.")
        words = QCoreApplication.translate("HourMap", "The mean is {mean} at every hour with enough of them.")
        return words.format(mean=number_text(round(float(known[0]), 1)))

    def _mean(self, day: int, hour: int) -> str:
        return QLocale().toString(float(self._hours.mean[day, hour]), "f", 1)

    def table(self) -> Table:
        """A row for each hour of the week that was rated."""
        head = (
            QCoreApplication.translate("HourMap", "Weekday"),
            QCoreApplication.translate("HourMap", "Hour"),
            QCoreApplication.translate("HourMap", "Mean pain"),
            QCoreApplication.translate("HourMap", "Ratings"),
        )
        rows = [
            (
                weekday_name(day, QLocale.FormatType.LongFormat),
                f"{hour:02}:00",
                float(self._hours.mean[day, hour]),
                int(self._hours.count[day, hour]),
            )
            for day in self._week()
            for hour in range(24)
            if self._hours.count[day, hour]
        ]
        return Table(head, tuple(rows))

    def _week(self) -> list[int]:
        """The weekdays (Monday is 0) in the order of the language."""
        return [(self._first + row) % 7 for row in range(7)]

    def _cell(self, sheet: Sheet, row: int, hour: int) -> QRectF:
        wide = (sheet.size.width() - _LEFT) / 24
        high = min((sheet.size.height() - _TOP - _LEGEND) / 7, _TALLEST, max(28.0, wide * 2.2))
        return QRectF(_LEFT + hour * wide, _TOP + row * high, wide - 2, high - 2)

    def spots(self, sheet: Sheet) -> list[Spot]:
        """Every hour of the week."""
        cells = [(row, day, hour) for row, day in enumerate(self._week()) for hour in range(24)]
        return [
            Spot(self._cell(sheet, row, hour), _hour_of(day, hour), self._said(day, hour), self._colour(sheet, at))
            for row, *at in cells
            for day, hour in (at,)
        ]

    def _colour(self, sheet: Sheet, at: list[int]) -> str:
        mean = self._hours.mean[at[0], at[1]]
        return sheet.theme.no_data if isnan(mean) else sheet.pain(mean).name()

    def _said(self, day: int, hour: int) -> str:
        count = int(self._hours.count[day, hour])
        if not count:
            return QCoreApplication.translate("HourMap", "no ratings")
        if count < FEWEST:
            return QCoreApplication.translate("HourMap", "too few for a mean: {n}").format(n=count)
        words = QCoreApplication.translate("HourMap", "mean {mean} of {n} ratings")
        return words.format(mean=self._mean(day, hour), n=count)

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Hours, weekdays, cells, and what the hatched ones mean."""
        painter.setPen(QColor(sheet.theme.ink_soft))
        every = 3 if self._cell(sheet, 0, 0).width() < 44 else 1
        for hour in range(0, 24, every):
            at = self._cell(sheet, 0, hour)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(at.left(), 0, 80, _TOP - 4), left, hour_text(hour))
        for row, day in enumerate(self._week()):
            at = self._cell(sheet, row, 0)
            painter.setPen(QColor(sheet.theme.ink_soft))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, at.top(), _LEFT - 8, at.height()), left, weekday_name(day))
            for hour in range(24):
                self._paint_cell(painter, sheet, self._cell(sheet, row, hour), day, hour)
        self._paint_legend(painter, sheet, self._cell(sheet, 6, 0).bottom() + 14)

    def _paint_cell(self, painter: QPainter, sheet: Sheet, at: QRectF, day: int, hour: int) -> None:
        mean, count = float(self._hours.mean[day, hour]), int(self._hours.count[day, hour])
        if isnan(mean):
            self._paint_unknown(painter, sheet, at, count)
            return
        ground = sheet.pain(mean)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(at, 3, 3)
        if at.width() < _MEAN_FROM:
            return
        painter.setPen(sheet.ink_on(ground))
        both = at.height() >= _COUNT_FROM
        painter.setFont(sheet.bold)
        centred(painter, at.adjusted(0, 0, 0, -at.height() * 0.36) if both else at, self._mean(day, hour))
        if both:
            painter.setFont(sheet.sized(10))
            centred(painter, at.adjusted(0, at.height() * 0.42, 0, 0), f"n {count}")
        painter.setFont(sheet.font)

    def _paint_unknown(self, painter: QPainter, sheet: Sheet, at: QRectF, count: int) -> None:
        """Hatched where there are too few ratings, an empty frame where there are none."""
        painter.setPen(QPen(QColor(sheet.theme.line), 1))
        hatch = QBrush(QColor(sheet.theme.hatch), Qt.BrushStyle.BDiagPattern)
        painter.setBrush(hatch if count else QBrush(Qt.BrushStyle.NoBrush))
        painter.setOpacity(1.0 if count else 0.5)
        painter.drawRoundedRect(at.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setOpacity(1.0)

    def _paint_legend(self, painter: QPainter, sheet: Sheet, top: float) -> None:
        at = QRectF(_LEFT, min(top, sheet.size.height() - 18), 18, 18)
        self._paint_unknown(painter, sheet, at, 1)
        painter.setPen(QColor(sheet.theme.ink_soft))
        words = QCoreApplication.translate("HourMap", "fewer than {n} ratings: too few for a mean")
        room = QRectF(at.right() + 6, at.top(), sheet.size.width(), 18)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.format(n=FEWEST))


def _hour_of(day: int, hour: int) -> str:
    """Such as "Monday 14:00"."""
    return f"{weekday_name(day, QLocale.FormatType.LongFormat)} {hour_text(hour)}"
