"""Releases and exercise of each week above the pain of that week: three panels over the same weeks, and no claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from knotbook.analysis.dose import Dose
from knotbook.analysis.tabular import Table
from knotbook.charts.bars import AXIS_PX, bar_path, level_y, paint_axis, steps
from knotbook.charts.day_words import day_text, number_text
from knotbook.charts.figure import Figure, Sheet, Spot, centred

_HEAD, _FOOT, _GAP, _WIDEST = 24.0, 36.0, 12.0, 72.0
_PAIN_LEVELS = (0, 5, 10)


class DoseChart(Figure):
    """`colour`: of the pain's place; `done`: of what was done (both `#rrggbb`).

    Without a `name` only what was done is shown, and `prompt` where the pain would be.
    """

    def __init__(self, dose: Dose, name: str, colour: str, done: str, prompt: str = "") -> None:
        self._dose, self._name, self._colour, self._done, self._prompt = dose, name, colour, done, prompt
        self.about = name
        if dose.is_empty:
            self.notice = QCoreApplication.translate(
                "DoseChart", "No releases, exercises or ratings in these weeks yet."
            )

    def sentence(self) -> str:
        """Averages over the weeks, and a word of caution."""
        if self.notice:
            return self.notice
        dose = self._dose
        words = QCoreApplication.translate(
            "DoseChart", "{span}: {minutes} minutes of release and {sets} sets a week on average, all muscles together"
        )
        span = QCoreApplication.translate("DoseChart", "{n} weeks").format(n=len(dose))
        if len(dose) == 1:
            words = QCoreApplication.translate(
                "DoseChart", "This week: {minutes} minutes of release and {sets} sets, all muscles together"
            )
        minutes, sets = (number_text(round(float(column.mean()), 1)) for column in (dose.minutes, dose.sets))
        said = words.format(span=span, minutes=minutes, sets=sets)
        if not self._name:
            return f"{said}. {self._untimed()}{self._prompt}"
        said = f"{said}; {self._pain_said()}"
        caution = QCoreApplication.translate(
            "DoseChart", "What you do depends on what hurts, so this picture alone cannot say what helps."
        )
        return f"{said} {self._untimed()}{caution}"

    def _pain_said(self) -> str:
        """Of all weeks, and how the weeks lie about that."""
        rated = self._dose.pain[~np.isnan(self._dose.pain)]
        if not len(rated):
            return QCoreApplication.translate("DoseChart", "{name}: no ratings.").format(name=self._name)
        mean, low, high = (number_text(round(float(one), 1)) for one in (rated.mean(), rated.min(), rated.max()))
        if len(rated) == 1:
            return QCoreApplication.translate("DoseChart", "{name}: mean pain {mean} in one week.").format(
                name=self._name, mean=mean
            )
        words = QCoreApplication.translate("DoseChart", "{name}: mean pain {mean}, single weeks {low} to {high}.")
        return words.format(name=self._name, mean=mean, low=low, high=high)

    def _untimed(self) -> str:
        count = int(self._dose.untimed.sum())
        if not count:
            return ""
        words = QCoreApplication.translate("DoseChart", "Releases without a time, which add no minutes: {n}.")
        return f"{words.format(n=count)} "

    def table(self) -> Table:
        """A row a week."""
        head = (
            QCoreApplication.translate("DoseChart", "Week from"),
            QCoreApplication.translate("DoseChart", "Minutes of release"),
            QCoreApplication.translate("DoseChart", "Releases"),
            QCoreApplication.translate("DoseChart", "Sets"),
            QCoreApplication.translate("DoseChart", "Mean pain"),
            QCoreApplication.translate("DoseChart", "Days rated"),
        )
        dose = self._dose
        columns = (dose.minutes, dose.releases, dose.sets, dose.pain, dose.days)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return Table(head, tuple((dose.monday(week).isoformat(), *row) for week, row in enumerate(rows)))

    # --- where things are

    def _panels(self, sheet: Sheet) -> list[QRectF]:
        """Minutes, sets and pain, from above; the pain has a little more room."""
        high = sheet.size.height() - 3 * _HEAD - 2 * _GAP - _FOOT
        heights, y, panels = (high * 0.3, high * 0.3, high * 0.4), 0.0, []
        for one in heights:
            panels.append(QRectF(AXIS_PX, y + _HEAD, sheet.size.width() - AXIS_PX - 8, one))
            y += _HEAD + one + _GAP
        return panels

    def _pitch(self, panel: QRectF) -> float:
        return min(panel.width() / len(self._dose), _WIDEST)

    def spots(self, sheet: Sheet) -> list[Spot]:
        """The weeks, over all panels."""
        panels = self._panels(sheet)
        pitch = self._pitch(panels[0])
        high = panels[2].bottom() - panels[0].top()
        return [
            Spot(
                QRectF(panels[0].left() + week * pitch, panels[0].top(), pitch, high),
                QCoreApplication.translate("DoseChart", "Week of {day}").format(day=day_text(self._dose.monday(week))),
                self._said(week),
                self._colour,
            )
            for week in range(len(self._dose))
        ]

    def _said(self, week: int) -> str:
        dose = self._dose
        parts = [
            QCoreApplication.translate("DoseChart", "{n} min, releases: {r}").format(
                n=number_text(round(float(dose.minutes[week]))), r=int(dose.releases[week])
            ),
            QCoreApplication.translate("DoseChart", "sets: {n}").format(n=int(dose.sets[week])),
        ]
        if not self._name:
            return " · ".join(parts)
        if isnan(dose.pain[week]):
            parts.append(QCoreApplication.translate("DoseChart", "no ratings"))
        else:
            words = QCoreApplication.translate("DoseChart", "pain {mean}, days rated: {n}")
            mean = number_text(round(float(dose.pain[week]), 1))
            parts.append(words.format(mean=mean, n=int(dose.days[week])))
        return " · ".join(parts)

    # --- what they look like

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Bars, bars, a line, and the weeks below."""
        heads = (
            QCoreApplication.translate("DoseChart", "minutes of release a week, all muscles"),
            QCoreApplication.translate("DoseChart", "sets of exercise a week, all muscles"),
            QCoreApplication.translate("DoseChart", "mean pain of the week, {name}").format(name=self._name)
            if self._name
            else QCoreApplication.translate("DoseChart", "pain"),
        )
        panels = self._panels(sheet)
        for head, panel in zip(heads, panels, strict=True):
            painter.setPen(QColor(sheet.theme.ink_soft))
            painter.drawText(QRectF(0, panel.top() - _HEAD, sheet.size.width(), 18), Qt.AlignmentFlag.AlignLeft, head)
        self._paint_bars(painter, sheet, panels[0], self._dose.minutes.tolist())
        self._paint_bars(painter, sheet, panels[1], self._dose.sets.tolist())
        self._paint_pain(painter, sheet, panels[2])
        self._paint_weeks(painter, sheet, panels[2])

    def _paint_bars(self, painter: QPainter, sheet: Sheet, panel: QRectF, values: Sequence[float]) -> None:
        levels = steps(max(values), panel.height())
        paint_axis(painter, sheet, panel, levels if any(values) else [0])
        if not any(values):
            painter.setPen(QColor(sheet.theme.ink_faint))
            centred(painter, panel, QCoreApplication.translate("DoseChart", "none logged in these weeks"))
            return
        pitch = self._pitch(panel)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._done))
        for week, value in enumerate(values):
            if value:
                top = min(level_y(panel, value, levels[-1]), panel.bottom() - 1)
                left = panel.left() + week * pitch + pitch * 0.14
                painter.drawPath(bar_path(QRectF(left, top, max(1.0, pitch * 0.72), panel.bottom() - top)))

    def _paint_pain(self, painter: QPainter, sheet: Sheet, panel: QRectF) -> None:
        """Means joined from week to week; a week without a rating leaves a gap."""
        paint_axis(painter, sheet, panel, _PAIN_LEVELS if self._name else _PAIN_LEVELS[:1])
        if not self._name:
            painter.setPen(QColor(sheet.theme.ink_faint))
            centred(painter, panel, self._prompt)
            return
        pitch = self._pitch(panel)
        known = [
            (week, QPointF(panel.left() + (week + 0.5) * pitch, level_y(panel, level, 10)))
            for week, level in enumerate(self._dose.pain.tolist())
            if not isnan(level)
        ]
        painter.setPen(QPen(QColor(self._colour), 2))
        for (week, point), (then, later) in pairwise(known):
            if then == week + 1:
                painter.drawLine(point, later)
        radius = min(4.0, max(1.2, pitch / 4))
        painter.setPen(QPen(QColor(sheet.theme.surface), 1 if radius > 2 else 0))
        painter.setBrush(QColor(self._colour))
        for _week, point in known:
            painter.drawEllipse(point, radius, radius)

    def _paint_weeks(self, painter: QPainter, sheet: Sheet, panel: QRectF) -> None:
        """Dates of as many weeks as have room; the year where it begins."""
        pitch, wide = self._pitch(panel), sheet.metrics.horizontalAdvance("00 MMM") + 16
        every = max(1, -int(-wide // pitch))
        painter.setPen(QColor(sheet.theme.ink_soft))
        year = None
        for week in range(0, len(self._dose), every):
            day, middle = self._dose.monday(week), panel.left() + (week + 0.5) * pitch
            if middle + wide / 2 > sheet.size.width() + 8:
                break
            centred(painter, QRectF(middle - wide / 2, panel.bottom() + 4, wide, 16), day_text(day, "d MMM"))
            if day.year != year:
                centred(painter, QRectF(middle - wide / 2, panel.bottom() + 19, wide, 16), str(day.year))
                year = day.year
