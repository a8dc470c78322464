"""Days between flares, in order; the last gap is still open."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from knotbook.analysis.flares import ENOUGH, FROM, LOOK_BACK, RISE, Gaps
from knotbook.analysis.tabular import Table
from knotbook.charts.bars import AXIS_PX, bar_path, level_y, paint_axis, steps
from knotbook.charts.day_words import day_text, number_text
from knotbook.charts.figure import Figure, Sheet, Spot, centred

_TOP, _BOTTOM, _WIDEST = 28.0, 40.0, 64.0


def rule_words() -> str:
    """What counts as a flare."""
    words = QCoreApplication.translate(
        "GapChart",
        "A flare is a day at {low} or more, and at least {rise} above the middle of the {days} days before it.",
    )
    return words.format(low=FROM, rise=RISE, days=LOOK_BACK)


class GapChart(Figure):
    """`gaps` None: nothing is known of the place. `colour`: of the place, `#rrggbb`."""

    def __init__(self, gaps: Gaps | None, name: str, colour: str) -> None:
        self._gaps, self._name, self._colour = gaps, name, colour
        self.about = name
        self._days = () if gaps is None else gaps.days
        if gaps is None:
            words = QCoreApplication.translate("GapChart", "Nothing logged for this place yet.")
            self.notice = words
        elif not gaps.began:
            words = QCoreApplication.translate("GapChart", "{name}: no flare since {day}.\n{rule}")
            since = day_text(gaps.since, "d MMMM yyyy")
            self.notice = words.format(name=name, day=since, rule=rule_words())

    def sentence(self) -> str:
        """Counts, recent gaps, and whether they are getting longer."""
        gaps = self._gaps
        if gaps is None or not gaps.began:
            return self.notice
        parts = [self._counted(gaps)]
        if len(self._days) > 1:
            parts.append(self._recent())
        parts += [self._claim(gaps), rule_words()]
        return " ".join(parts)

    def _counted(self, gaps: Gaps) -> str:
        if len(gaps.began) == 1:
            words = QCoreApplication.translate("GapChart", "{name}: one flare, {days} days ago.")
            return words.format(name=self._name, days=self._days[-1])
        words = QCoreApplication.translate(
            "GapChart",
            "{name}: {count} flares, {first} in the first half of the time and {second} in the second; "
            "none for the last {days} days.",
        )
        first, second = gaps.halves
        return words.format(name=self._name, count=len(gaps.began), first=first, second=second, days=self._days[-1])

    def _recent(self) -> str:
        closed = self._days[:-1]
        recent = ", ".join(map(str, closed[-3:]))
        if len(closed) <= 3:
            return QCoreApplication.translate("GapChart", "Gaps: {recent} days.").format(recent=recent)
        words = QCoreApplication.translate("GapChart", "Recent gaps: {recent} days; earlier: {earlier}.")
        return words.format(recent=recent, earlier=", ".join(map(str, closed[:3])))

    def _claim(self, gaps: Gaps) -> str:
        if len(gaps.began) < ENOUGH:
            return QCoreApplication.translate("GapChart", "Too few flares to be sure.")
        if gaps.lengthen:
            return QCoreApplication.translate(
                "GapChart", "The gaps grow longer than shuffling them would usually give."
            )
        return QCoreApplication.translate("GapChart", "Shuffled gaps often look like this: no clear change.")

    def table(self) -> Table:
        """A row for each flare."""
        head = (
            QCoreApplication.translate("GapChart", "Flare began"),
            QCoreApplication.translate("GapChart", "Days to the next"),
            QCoreApplication.translate("GapChart", "Still open"),
        )
        began = () if self._gaps is None else self._gaps.began
        last = len(began) - 1
        yes = QCoreApplication.translate("GapChart", "yes")
        rows = zip(began, self._days, strict=True)
        return Table(head, tuple((day.isoformat(), n, yes if k == last else "") for k, (day, n) in enumerate(rows)))

    def _area(self, sheet: Sheet) -> QRectF:
        return sheet.area.adjusted(AXIS_PX, _TOP, -8, -_BOTTOM)

    def _bars(self, sheet: Sheet) -> tuple[list[QRectF], list[float]]:
        """One bar a gap, and the numbers of the axis."""
        area = self._area(sheet)
        levels = steps(max(self._days), area.height())
        pitch = min(area.width() / len(self._days), _WIDEST * 1.3)
        wide = max(1.0, pitch - max(1.0, pitch * 0.24))
        bars = []
        for number, days in enumerate(self._days):
            top = min(level_y(area, days, levels[-1]), area.bottom() - 1)
            bars.append(QRectF(area.left() + number * pitch + (pitch - wide) / 2, top, wide, area.bottom() - top))
        return bars, levels

    def spots(self, sheet: Sheet) -> list[Spot]:
        """The bars, over the whole height; a click opens the day on which the flare began."""
        assert self._gaps is not None
        area = self._area(sheet)
        bars, _levels = self._bars(sheet)
        rows = zip(bars, self._gaps.began, self._days, strict=True)
        last = len(bars) - 1
        return [
            Spot(
                QRectF(bar.left() - 1, bar.top(), bar.width() + 2, max(8.0, area.bottom() - bar.top())),
                QCoreApplication.translate("GapChart", "Flare of {day}").format(day=day_text(day)),
                self._said(days, day, number == last),
                self._colour,
                day,
            )
            for number, (bar, day, days) in enumerate(rows)
        ]

    def _said(self, days: int, began: date, is_open: bool) -> str:
        if is_open:
            return QCoreApplication.translate("GapChart", "{days} days ago, none since").format(days=days)
        words = QCoreApplication.translate("GapChart", "next after {days} days, on {day}")
        return words.format(days=days, day=day_text(began + timedelta(days=days), "d MMM yyyy"))

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Bars, their lengths, and when the flares began."""
        bars, levels = self._bars(sheet)
        area = self._area(sheet)
        painter.setPen(QColor(sheet.theme.ink_soft))
        head = QCoreApplication.translate("GapChart", "days to the next flare")
        painter.drawText(QRectF(0, 0, sheet.size.width(), 20), Qt.AlignmentFlag.AlignLeft, head)
        paint_axis(painter, sheet, area, levels)
        for number, bar in enumerate(bars):
            self._paint_bar(painter, bar, hollow=number == len(bars) - 1)
        self._paint_lengths(painter, sheet, bars)
        self._paint_dates(painter, sheet, bars, area)

    def _paint_bar(self, painter: QPainter, bar: QRectF, *, hollow: bool) -> None:
        if hollow:
            painter.setPen(QPen(QColor(self._colour), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(bar_path(bar.adjusted(0.75, 0.75, -0.75, 0)))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawPath(bar_path(bar))

    def _paint_lengths(self, painter: QPainter, sheet: Sheet, bars: list[QRectF]) -> None:
        if bars[0].width() < sheet.metrics.horizontalAdvance("000"):
            return
        painter.setFont(sheet.bold)
        painter.setPen(QColor(sheet.theme.ink))
        for bar, days in zip(bars, self._days, strict=True):
            centred(painter, QRectF(bar.center().x() - 24, bar.top() - 20, 48, 18), number_text(days))
        painter.setFont(sheet.font)

    def _paint_dates(self, painter: QPainter, sheet: Sheet, bars: list[QRectF], area: QRectF) -> None:
        """Of as many flares as have room, from the latest back; the year below where it is another one."""
        assert self._gaps is not None
        painter.setPen(QColor(sheet.theme.ink_soft))
        free_to, wide = sheet.size.width(), sheet.metrics.horizontalAdvance("00 MMM") + 12
        shown: list[int] = []
        for number in range(len(bars) - 1, -1, -1):
            left = bars[number].center().x() - wide / 2
            if left + wide <= free_to + 8 and left >= 0:
                shown.append(number)
                free_to = left
        year = None
        for number in reversed(shown):
            day, middle = self._gaps.began[number], bars[number].center().x()
            centred(painter, QRectF(middle - wide / 2, area.bottom() + 4, wide, 16), day_text(day, "d MMM"))
            if day.year != year:
                centred(painter, QRectF(middle - wide / 2, area.bottom() + 20, wide, 16), str(day.year))
                year = day.year
