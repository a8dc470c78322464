"""Pain before, right after, 30 minutes after and the morning after each release of one muscle."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from knotbook.analysis.responses import ENOUGH, MOMENTS, Responses
from knotbook.analysis.tabular import Table
from knotbook.charts.bars import AXIS_PX, level_y, paint_axis
from knotbook.charts.day_words import number_text
from knotbook.charts.figure import Figure, Sheet, Spot, centred
from knotbook.charts.shades import mixed

_HALF_AN_HOUR = 2  # which of the moments it is
_TOP, _BOTTOM = 28.0, 44.0
_LEVELS, _COARSE = (0, 2, 4, 6, 8, 10), (0, 5, 10)


def moment_names() -> tuple[str, ...]:
    """The four moments, in order."""
    return (
        QCoreApplication.translate("ResponseChart", "before"),
        QCoreApplication.translate("ResponseChart", "right after"),
        QCoreApplication.translate("ResponseChart", "30 minutes"),
        QCoreApplication.translate("ResponseChart", "next morning"),
    )


class ResponseChart(Figure):
    """Equal steps are one line, the thicker the more of them there are. `colour`: of the pain's place, `#rrggbb`."""

    def __init__(self, found: Responses, muscle: str, pain: str, colour: str) -> None:
        self._found, self._muscle, self._pain, self._colour = found, muscle, pain, colour
        self.about = QCoreApplication.translate("ResponseChart", "{muscle} for {pain}").format(muscle=muscle, pain=pain)
        if not len(found):
            words = QCoreApplication.translate(
                "ResponseChart",
                "No release of {muscle} has been rated for {pain} yet.\nIt takes one rating before and one after.",
            )
            self.notice = words.format(muscle=muscle, pain=pain)

    def sentence(self) -> str:
        """The medians, or how many ratings are still missing."""
        found = self._found
        if self.notice:
            return self.notice
        head = QCoreApplication.translate("ResponseChart", "{pain} around {n} rated releases of {muscle}.")
        said = head.format(pain=self._pain, n=len(found), muscle=self._muscle)
        if not found.enough:
            words = QCoreApplication.translate("ResponseChart", "Not enough yet for a middle: {n} more to rate.")
            return f"{said} {words.format(n=ENOUGH - len(found))}"
        words = QCoreApplication.translate("ResponseChart", "{moment} {median} ({n} rated)")
        rows = zip(moment_names(), found.medians, found.counts, strict=True)
        parts = [words.format(moment=m, median=number_text(v), n=n) for m, v, n in rows if v is not None]
        middle = QCoreApplication.translate("ResponseChart", "Median: {parts}.").format(parts=", ".join(parts))
        caution = QCoreApplication.translate(
            "ResponseChart", "You chose when to release, so something else may explain a change."
        )
        return f"{said} {middle} {self._mixed()}{caution}"

    def _mixed(self) -> str:
        """How many went which way within half an hour: a middle alone hides that some were worse."""
        lower, same, higher = self._found.against_before(_HALF_AN_HOUR)
        if lower + same + higher < ENOUGH:
            return ""
        words = QCoreApplication.translate(
            "ResponseChart", "After 30 minutes {lower} were lower than before, {same} the same and {higher} higher."
        )
        return f"{words.format(lower=lower, same=same, higher=higher)} "

    def table(self) -> Table:
        """A row for each release."""
        head = (QCoreApplication.translate("ResponseChart", "Release"), *moment_names())
        rows = zip(self._found.when, self._found.levels.tolist(), strict=True)
        return Table(
            head,
            tuple(
                (when.isoformat(" ", "minutes"), *(None if isnan(level) else int(level) for level in levels))
                for when, levels in rows
            ),
        )

    def _area(self, sheet: Sheet) -> QRectF:
        return sheet.area.adjusted(AXIS_PX, _TOP, -8, -_BOTTOM)

    def _x(self, area: QRectF, moment: int) -> float:
        return area.left() + (moment + 0.5) * area.width() / MOMENTS

    def _at(self, area: QRectF, moment: int, level: float) -> QPointF:
        return QPointF(self._x(area, moment), level_y(area, level, 10))

    def spots(self, sheet: Sheet) -> list[Spot]:
        """The four moments."""
        area = self._area(sheet)
        wide = area.width() / MOMENTS
        return [
            Spot(
                QRectF(area.left() + moment * wide + 4, area.top() - 4, wide - 8, area.height() + 8),
                f"{self._pain}, {name}",
                self._said(moment),
                self._colour,
            )
            for moment, name in enumerate(moment_names())
        ]

    def _said(self, moment: int) -> str:
        count, median = self._found.counts[moment], self._found.medians[moment]
        if not count:
            return QCoreApplication.translate("ResponseChart", "never rated")
        parts = []
        if median is not None:
            parts.append(QCoreApplication.translate("ResponseChart", "median {x}").format(x=number_text(median)))
        parts.append(QCoreApplication.translate("ResponseChart", "{n} rated").format(n=count))
        if moment:
            words = QCoreApplication.translate("ResponseChart", "{a} lower than before, {b} the same, {c} higher")
            lower, same, higher = self._found.against_before(moment)
            parts.append(words.format(a=lower, b=same, c=higher))
        return " · ".join(parts)

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """All steps, the median over them, and under each moment how many there are."""
        area = self._area(sheet)
        paint_axis(painter, sheet, area, _LEVELS if area.height() > 160 else _COARSE)
        painter.setPen(sheet.grid)
        for moment in range(MOMENTS):
            painter.drawLine(QLineF(self._x(area, moment), area.top(), self._x(area, moment), area.bottom()))
        self._paint_steps(painter, sheet, area)
        self._paint_median(painter, sheet, area)
        self._paint_names(painter, sheet, area)

    def _paint_steps(self, painter: QPainter, sheet: Sheet, area: QRectF) -> None:
        found = [self._found.steps(moment) for moment in range(MOMENTS - 1)]
        most = max((n for step in found for n in step.values()), default=1)
        lines = [(n, moment, pair) for moment, step in enumerate(found) for pair, n in step.items()]
        for n, moment, (level, then) in sorted(lines):
            share = 0.28 if self._found.enough else 0.7
            colour = mixed(sheet.theme.surface, self._colour, share + 0.22 * (n / most) * self._found.enough)
            painter.setPen(QPen(colour, 1 + 4 * (n - 1) / max(1, most - 1) if most > 1 else 1.2))
            painter.drawLine(self._at(area, moment, level), self._at(area, moment + 1, then))
        self._paint_ends(painter, sheet, area)

    def _paint_ends(self, painter: QPainter, sheet: Sheet, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(sheet.theme.surface, self._colour, 0.6))
        for moment in range(MOMENTS):
            for level in {float(one) for one in self._found.levels[:, moment] if not isnan(one)}:
                painter.drawEllipse(self._at(area, moment, level), 2.5, 2.5)

    def _paint_median(self, painter: QPainter, sheet: Sheet, area: QRectF) -> None:
        points = [
            (moment, self._at(area, moment, median), median)
            for moment, median in enumerate(self._found.medians)
            if median is not None
        ]
        painter.setPen(QPen(QColor(self._colour), 3))
        painter.drawPolyline([point for _moment, point, _median in points])
        painter.setFont(sheet.bold)
        for _moment, point, median in points:
            painter.setPen(QPen(QColor(sheet.theme.surface), 2))
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(point, 6, 6)
            self._paint_value(painter, sheet, point, number_text(median))
        painter.setFont(sheet.font)

    def _paint_value(self, painter: QPainter, sheet: Sheet, point: QPointF, text: str) -> None:
        """Right above its dot, on a ground of its own, so that the thin lines do not run through it."""
        wide = sheet.metrics.horizontalAdvance(text) + 12
        box = QRectF(point.x() + 10, point.y() - 26, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(sheet.theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(sheet.theme.ink))
        centred(painter, box, text)

    def _paint_names(self, painter: QPainter, sheet: Sheet, area: QRectF) -> None:
        wide = area.width() / MOMENTS
        for moment, (name, count) in enumerate(zip(moment_names(), self._found.counts, strict=True)):
            left = area.left() + moment * wide
            painter.setPen(QColor(sheet.theme.ink))
            centred(painter, QRectF(left, area.bottom() + 8, wide, 16), name)
            painter.setPen(QColor(sheet.theme.ink_faint))
            words = QCoreApplication.translate("ResponseChart", "{n} rated").format(n=count)
            centred(painter, QRectF(left, area.bottom() + 24, wide, 16), words)
        painter.setPen(QColor(sheet.theme.ink_soft))
        head = QCoreApplication.translate("ResponseChart", "pain, 0 to 10 · thin: releases, thicker where they agree")
        if self._found.enough:
            head += QCoreApplication.translate("ResponseChart", " · strong, with dots: the median")
        painter.drawText(QRectF(0, 0, sheet.size.width(), 20), Qt.AlignmentFlag.AlignLeft, head)
