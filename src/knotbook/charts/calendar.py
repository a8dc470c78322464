"""The calendar: every day in the colour of its worst pain, free of pain, checked in, without an entry; releases."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from knotbook.analysis.day_marks import DayMarks
from knotbook.analysis.tabular import Table
from knotbook.charts.day_words import day_text, month_name, weekday_name
from knotbook.charts.figure import Figure, Sheet, Spot, centred

_HEAD, _NAMES, _GAP_X, _GAP_Y, _LEGEND = 24.0, 16.0, 24.0, 12.0, 40.0
_SMALLEST, _LARGEST = 15.0, 96.0
_NUMBERS_FROM = 20.0
_MOST_DOTS = 3
_SWATCH = 18.0


@dataclass(frozen=True, slots=True)
class _Month:
    year: int
    month: int
    at: QPointF


class Calendar(Figure):
    """`name`: whose pain this is. As many of the last months of `marks` are drawn as can be read.

    `began`: the first day of the diary, None while it is empty. Days before it are no days without an entry.
    """

    def __init__(self, marks: DayMarks, name: str, today: date, began: date | None = None) -> None:
        self._marks, self._name, self._today = marks, name, today
        self.about = name
        self._since = max(marks.span.first, began or marks.span.first)
        self._monday = QLocale().firstDayOfWeek().value - 1  # the column order of the language
        if marks.first is None:
            self.notice = QCoreApplication.translate(
                "Calendar", "Nothing in these months yet. Each day you rate or check in gets its colour here."
            )

    def sentence(self) -> str:
        """Days known, free of pain, worst."""
        marks = self._marks
        if self.notice:
            return self.notice
        known = marks.worst[marks.worst >= 0]
        words = QCoreApplication.translate(
            "Calendar",
            "{name}, {first} to {last}: {known} of {days} days known, {calm} of them without pain, {bad} above 4. "
            "Check-ins: {checked}. Releases: {releases}.",
        )
        last = min(marks.span.last, self._today)
        return words.format(
            name=self._name,
            first=day_text(self._since, "d MMM yyyy"),
            last=day_text(last, "d MMM yyyy"),
            known=len(known),
            days=(last - self._since).days + 1,
            calm=int((known == 0).sum()),
            bad=int((known > 4).sum()),
            checked=int(marks.checked.sum()),
            releases=int(marks.releases.sum()),
        )

    def table(self) -> Table:
        """A row for each day on which something is known."""
        head = (
            QCoreApplication.translate("Calendar", "Day"),
            QCoreApplication.translate("Calendar", "Worst pain"),
            QCoreApplication.translate("Calendar", "Ratings"),
            QCoreApplication.translate("Calendar", "Releases"),
            QCoreApplication.translate("Calendar", "Checked in"),
        )
        marks, yes = self._marks, QCoreApplication.translate("Calendar", "yes")
        days = zip(marks.worst, marks.ratings, marks.releases, marks.checked, strict=True)
        rows = [
            (
                self._day(n).isoformat(),
                None if isnan(worst) else int(worst),
                int(ratings),
                int(releases),
                yes if checked else "",
            )
            for n, (worst, ratings, releases, checked) in enumerate(days)
            if not isnan(worst) or releases or checked
        ]
        return Table(head, tuple(rows))

    def spots(self, sheet: Sheet) -> list[Spot]:
        """Every day of the diary up to today."""
        months, cell = self._months(sheet)
        found = ((n, area) for month in months for n, area in self._cells(month, cell) if self._is_lived(n))
        return [self._spot(n, area, sheet) for n, area in found]

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Months, and what the colours mean."""
        months, cell = self._months(sheet)
        for month in months:
            self._paint_head(painter, sheet, month, cell)
            for n, area in self._cells(month, cell):
                self._paint_day(painter, sheet, n, area)
        rows = len({month.at.y() for month in months})
        self._paint_legend(painter, sheet, rows * (_HEAD + _NAMES + 6 * cell + _GAP_Y) + 12)

    # --- where things are

    def _day(self, number: int) -> date:
        return self._marks.span.first + timedelta(days=number)

    def _is_lived(self, number: int) -> bool:
        """Whether the day lies in the diary: neither before its first entry nor still to come."""
        return self._since <= self._day(number) <= self._today

    def _months(self, sheet: Sheet) -> tuple[list[_Month], float]:
        """The last months that can be read, in order, and the width of a day's cell in px."""
        span = self._marks.span
        count = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
        while True:
            columns, cell = self._grid(sheet, count)
            if cell >= _SMALLEST or count == 1:
                break
            count -= 1
        wide, high = 7 * cell + _GAP_X, _HEAD + _NAMES + 6 * cell + _GAP_Y
        months = []
        for place in range(count):
            index = span.last.year * 12 + span.last.month - count + place
            at = QPointF(place % columns * wide, place // columns * high)
            months.append(_Month(index // 12, index % 12 + 1, at))
        return months, cell

    def _grid(self, sheet: Sheet, count: int) -> tuple[int, float]:
        """In how many columns `count` months get the largest cells, and how large."""
        best = (0.0, 1)
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            wide = (sheet.size.width() - (columns - 1) * _GAP_X) / columns / 7
            high = ((sheet.size.height() - _LEGEND) / rows - _HEAD - _NAMES - _GAP_Y) / 6
            best = max(best, (min(wide, high, _LARGEST), columns))
        return best[1], float(int(best[0]))

    def _cells(self, month: _Month, cell: float) -> list[tuple[int, QRectF]]:
        """(number of the day in the span, its cell) of a month's days that are in the span."""
        first_weekday, length = monthrange(month.year, month.month)
        begins = (first_weekday - self._monday) % 7
        found = []
        for day in range(length):
            number = (date(month.year, month.month, day + 1) - self._marks.span.first).days
            row, column = divmod(begins + day, 7)
            if 0 <= number < self._marks.span.days:
                top = month.at.y() + _HEAD + _NAMES + row * cell
                found.append((number, QRectF(month.at.x() + column * cell, top, cell - 2, cell - 2)))
        return found

    # --- what they look like

    def _spot(self, n: int, area: QRectF, sheet: Sheet) -> Spot:
        marks = self._marks
        worst, ratings, releases = marks.worst[n], int(marks.ratings[n]), int(marks.releases[n])
        checked = bool(marks.checked[n])
        parts = [self._said(worst, ratings, checked)]
        if checked and ratings:
            parts.append(QCoreApplication.translate("Calendar", "checked in"))
        if releases == 1:
            parts.append(QCoreApplication.translate("Calendar", "one release"))
        elif releases:
            parts.append(QCoreApplication.translate("Calendar", "{n} releases").format(n=releases))
        colour = sheet.theme.no_data if isnan(worst) else sheet.pain(worst).name()
        day = self._day(n)
        opens = checked or releases or not isnan(worst)
        return Spot(area, day_text(day), ", ".join(parts), colour, day if opens else None)

    def _said(self, worst: float, ratings: int, checked: bool) -> str:
        if isnan(worst):
            if checked:
                return QCoreApplication.translate("Calendar", "checked in, no rating here")
            return QCoreApplication.translate("Calendar", "no entry")
        if not ratings:
            return QCoreApplication.translate("Calendar", "checked in, nothing hurt")
        if ratings == 1:
            return QCoreApplication.translate("Calendar", "{worst}, one rating").format(worst=int(worst))
        words = QCoreApplication.translate("Calendar", "worst {worst} of {count} ratings")
        return words.format(worst=int(worst), count=ratings)

    def _paint_head(self, painter: QPainter, sheet: Sheet, month: _Month, cell: float) -> None:
        painter.setFont(sheet.bold)
        painter.setPen(QColor(sheet.theme.ink))
        top = QRectF(month.at.x(), month.at.y(), 7 * cell, _HEAD)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, left, f"{month_name(month.month)} {month.year}")
        painter.setFont(sheet.sized(10))
        painter.setPen(QColor(sheet.theme.ink_faint))
        for column in range(7):
            name = weekday_name((self._monday + column) % 7, QLocale.FormatType.NarrowFormat)
            at = QRectF(month.at.x() + column * cell, month.at.y() + _HEAD, cell - 2, _NAMES)
            centred(painter, at, name)

    def _paint_day(self, painter: QPainter, sheet: Sheet, n: int, area: QRectF) -> None:
        worst, day = self._marks.worst[n], self._day(n)
        if isnan(worst):
            ground = QColor(sheet.theme.surface)
            self._paint_unknown(painter, sheet, area, lived=self._is_lived(n), checked=bool(self._marks.checked[n]))
        else:
            ground = sheet.pain(worst)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if day == self._today:
            painter.setPen(QPen(QColor(sheet.theme.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        ink = sheet.ink_on(ground)
        if area.width() >= _NUMBERS_FROM:
            self._paint_number(painter, sheet, area, day, QColor(sheet.theme.ink_faint) if isnan(worst) else ink)
        self._paint_releases(painter, area, int(self._marks.releases[n]), ink)

    def _paint_unknown(self, painter: QPainter, sheet: Sheet, area: QRectF, *, lived: bool, checked: bool) -> None:
        """A frame: dotted where the diary does not reach, hatched without an entry, plain and strong if checked in."""
        line = sheet.theme.ink_faint if checked else sheet.theme.line
        painter.setPen(QPen(QColor(line), 1, Qt.PenStyle.SolidLine if lived else Qt.PenStyle.DotLine))
        hatch = QBrush(QColor(sheet.theme.hatch), Qt.BrushStyle.BDiagPattern)
        painter.setBrush(hatch if lived and not checked else QBrush(Qt.BrushStyle.NoBrush))
        hatched = 0.8 if sheet.theme.dark else 0.4  # as faint on either ground
        painter.setOpacity(1.0 if checked else hatched if lived else 0.6)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setOpacity(1.0)

    def _paint_number(self, painter: QPainter, sheet: Sheet, area: QRectF, day: date, ink: QColor) -> None:
        painter.setFont(sheet.sized(10 if area.width() < 30 else 12 if area.width() < 64 else 16))
        painter.setPen(ink)
        centred(painter, area.adjusted(0, -1, 0, -area.height() * 0.16), str(day.day))

    def _paint_releases(self, painter: QPainter, area: QRectF, count: int, ink: QColor) -> None:
        """A dot for each of the first three; three stand for more."""
        dots = min(count, _MOST_DOTS)
        radius = max(1.1, area.width() / 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for dot in range(dots):
            x = area.center().x() + (dot - (dots - 1) / 2) * radius * 3.2
            painter.drawEllipse(QPointF(x, area.bottom() - radius * 2.4), radius, radius)

    def _paint_legend(self, painter: QPainter, sheet: Sheet, below: float) -> None:
        top = min(below, sheet.size.height() - 20)
        painter.setFont(sheet.sized(10))
        for level in range(11):
            at = QRectF(level * (_SWATCH + 2), top, _SWATCH, _SWATCH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(sheet.pain(level))
            painter.drawRoundedRect(at, 3, 3)
            painter.setPen(sheet.ink_on(sheet.pain(level)))
            centred(painter, at, str(level))
        painter.setFont(sheet.font)
        blank = QRectF(11 * (_SWATCH + 2) + 16, top, _SWATCH, _SWATCH)
        self._paint_unknown(painter, sheet, blank, lived=True, checked=False)
        x = self._say_beside(painter, sheet, blank, QCoreApplication.translate("Calendar", "no entry"))
        if (self._marks.checked & np.isnan(self._marks.worst)).any():
            ticked = QRectF(x, top, _SWATCH, _SWATCH)
            self._paint_unknown(painter, sheet, ticked, lived=True, checked=True)
            words = QCoreApplication.translate("Calendar", "checked in, no rating here")
            x = self._say_beside(painter, sheet, ticked, words)
        dots = QRectF(x, top, _SWATCH, _SWATCH)
        self._paint_releases(painter, dots.translated(0, -5), 2, QColor(sheet.theme.ink_soft))
        self._say_beside(painter, sheet, dots, QCoreApplication.translate("Calendar", "releases, 3 dots: 3 or more"))

    def _say_beside(self, painter: QPainter, sheet: Sheet, swatch: QRectF, words: str) -> float:
        """Write what a swatch means; returns where the next one may stand."""
        painter.setPen(QColor(sheet.theme.ink_soft))
        room = QRectF(swatch.right() + 6, swatch.top(), sheet.size.width(), swatch.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return room.left() + sheet.metrics.horizontalAdvance(words) + 20
