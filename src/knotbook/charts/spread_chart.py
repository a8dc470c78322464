"""How often each level was rated: one small panel a place, two spans beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from knotbook.analysis.difference import Difference
from knotbook.analysis.spread import Spread
from knotbook.analysis.tabular import Cell, Table
from knotbook.charts.bars import AXIS_PX, bar_path, paint_axis, steps
from knotbook.charts.day_words import number_text
from knotbook.charts.figure import Figure, Sheet, Spot, centred
from knotbook.charts.words import points_text

_HEAD, _FOOT, _GAP, _LEGEND = 40.0, 20.0, 24.0, 32.0
_FEW = 2  # so many names fit into a title
_AXIS_STEPS_PX = 170.0  # no more numbers at the axis than fit into this


@dataclass(frozen=True, slots=True)
class Named:
    """A place's numbers with its name and its colour (`#rrggbb`). `difference`: of the means; None: not to be said."""

    spread: Spread
    name: str
    colour: str
    difference: Difference | None = None


class SpreadChart(Figure):
    """`spans`: the words for the later and the earlier span; the latter empty: there is nothing to compare with.

    `own_days`: the person chose the days, perhaps for what is in them, and a difference needs a word of caution.
    """

    def __init__(self, places: Sequence[Named], spans: tuple[str, str], *, own_days: bool = False) -> None:
        self._places, self._spans, self._own_days = tuple(places), spans, own_days
        self.about = ", ".join(one.name for one in self._places) if len(self._places) <= _FEW else ""
        if not any(one.spread.now.sum() + one.spread.then.sum() for one in self._places):
            self.notice = QCoreApplication.translate("SpreadChart", "No ratings in this time.")

    def sentence(self) -> str:
        """The middle rating of each place in both spans, and how far the means lie apart."""
        if self.notice:
            return self.notice
        return " ".join((*map(self._about, self._places), *self._caution()))

    def _caution(self) -> tuple[str, ...]:
        if not self._own_days or all(one.difference is None for one in self._places):
            return ()
        return (QCoreApplication.translate("SpreadChart", "You chose the days, so any difference can be chance."),)

    def _about(self, one: Named) -> str:
        parts = [self._median(one, which) for which in range(2) if self._spans[which]]
        if one.difference is not None:
            words = QCoreApplication.translate(
                "SpreadChart", "difference of means {points} (likely range {low} to {high})"
            )
            apart = one.difference
            low, high = points_text(apart.low), points_text(apart.high)
            parts.append(words.format(points=points_text(apart.points), low=low, high=high))
        return f"{one.name}: {'; '.join(parts)}."

    def _median(self, one: Named, which: int) -> str:
        median = one.spread.medians()[which]
        if median is None:
            return QCoreApplication.translate("SpreadChart", "{span} no ratings").format(span=self._spans[which])
        words = QCoreApplication.translate("SpreadChart", "{span} median {median} of {n}")
        n = int((one.spread.now, one.spread.then)[which].sum())
        return words.format(span=self._spans[which], median=number_text(median), n=n)

    def table(self) -> Table:
        """A row for each place and level."""
        head = (
            QCoreApplication.translate("SpreadChart", "Place"),
            QCoreApplication.translate("SpreadChart", "Pain"),
            *(QCoreApplication.translate("SpreadChart", "Ratings, {span}").format(span=s) for s in self._spans if s),
        )
        rows: list[tuple[Cell, ...]] = []
        for one in self._places:
            counts = [one.spread.now, *([one.spread.then] if self._spans[1] else [])]
            rows += [(one.name, level, *(int(column[level]) for column in counts)) for level in range(11)]
        return Table(head, tuple(rows))

    # --- where things are

    def _panels(self, sheet: Sheet) -> list[QRectF]:
        """The panels' insides: as many columns as give the best proportion."""
        count, wide, high = len(self._places), sheet.size.width(), sheet.size.height() - _LEGEND
        columns = min(range(1, count + 1), key=lambda c: abs((wide / c) / (high / -(-count // c)) - 2.0))
        rows = -(-count // columns)
        width, height = (wide - (columns - 1) * _GAP) / columns, high / rows
        return [
            QRectF(
                n % columns * (width + _GAP) + AXIS_PX,
                n // columns * height + _HEAD,
                width - AXIS_PX,
                height - _HEAD - _FOOT - 8,
            )
            for n in range(count)
        ]

    def _levels(self, panel: QRectF) -> list[float]:
        """The percentages at the axis, the last one at the full height: one for all panels, which can be compared."""
        most = max(float(shares.max()) for one in self._places for shares in one.spread.shares())
        return steps(100 * (most or 1.0), min(panel.height(), _AXIS_STEPS_PX))

    def spots(self, sheet: Sheet) -> list[Spot]:
        """Each level of each place, over the whole height of its panel."""
        found = []
        for one, panel in zip(self._places, self._panels(sheet), strict=True):
            pitch = panel.width() / 11
            for level in range(11):
                at = QRectF(panel.left() + level * pitch, panel.top(), pitch, panel.height() + _FOOT)
                title = QCoreApplication.translate("SpreadChart", "{name}: {level}").format(name=one.name, level=level)
                found.append(Spot(at, title, self._said(one, level), one.colour))
        return found

    def _said(self, one: Named, level: int) -> str:
        parts = []
        for span, counts in zip(self._spans, (one.spread.now, one.spread.then), strict=True):
            if span:
                words = QCoreApplication.translate("SpreadChart", "{span} {n} of {all}")
                parts.append(words.format(span=span, n=int(counts[level]), all=int(counts.sum())))
        return ", ".join(parts)

    # --- what they look like

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """One panel a place, and which bars are which."""
        panels = self._panels(sheet)
        levels = self._levels(panels[0])
        for one, panel in zip(self._places, panels, strict=True):
            self._paint_head(painter, sheet, one, panel)
            paint_axis(painter, sheet, panel, levels, QCoreApplication.translate("SpreadChart", " %"))
            self._paint_bars(painter, sheet, one, panel, levels[-1] / 100)
        self._paint_legend(painter, sheet)

    def _paint_head(self, painter: QPainter, sheet: Sheet, one: Named, panel: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(one.colour))
        top = panel.top() - _HEAD
        left = panel.left() - AXIS_PX
        painter.drawEllipse(QPointF(left + 4.5, top + 9), 4.5, 4.5)
        painter.setPen(QColor(sheet.theme.ink))
        painter.setFont(sheet.bold)
        room = panel.right() - left - 15
        name = QFontMetricsF(sheet.bold).elidedText(one.name, Qt.TextElideMode.ElideRight, room)
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left + 15, top, room + 1, 18), line, name)
        painter.setFont(sheet.font)

    def _paint_bars(self, painter: QPainter, sheet: Sheet, one: Named, panel: QRectF, top: float) -> None:
        pitch = panel.width() / 11
        now, then = one.spread.shares()
        both = bool(self._spans[1])
        for level in range(11):
            left, wide = panel.left() + level * pitch + pitch * 0.1, pitch * 0.8
            if both:
                wide /= 2
                self._paint_bar(painter, panel, left, wide, then[level] / top, QColor(one.colour), hollow=True)
                left += wide
            self._paint_bar(painter, panel, left, wide, now[level] / top, QColor(one.colour), hollow=False)
        painter.setPen(sheet.base)
        painter.drawLine(QLineF(panel.left(), panel.bottom(), panel.right(), panel.bottom()))
        painter.setPen(QColor(sheet.theme.ink_soft))
        for level in range(11):
            centred(painter, QRectF(panel.left() + level * pitch, panel.bottom() + 3, pitch, _FOOT - 4), str(level))

    def _paint_bar(
        self, painter: QPainter, panel: QRectF, left: float, wide: float, share: float, colour: QColor, *, hollow: bool
    ) -> None:
        if not share:
            return
        high = max(2.0, share * panel.height())
        bar = QRectF(left, panel.bottom() - high, wide - 1, high)
        painter.setPen(QPen(colour, 1.2) if hollow else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawPath(bar_path(bar.adjusted(0.6, 0.6, -0.6, 0) if hollow else bar))

    def _paint_legend(self, painter: QPainter, sheet: Sheet) -> None:
        x, y = 0.0, sheet.size.height() - 18
        ink = QColor(sheet.theme.ink_soft)
        for span, hollow in ((self._spans[1], True), (self._spans[0], False)):
            if span:
                painter.setPen(QPen(ink, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush if hollow else ink)
                painter.drawRoundedRect(QRectF(x + 1, y + 3, 11, 11), 2, 2)
                line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(QRectF(x + 18, y, 400, 18), line, span)
                x += 18 + sheet.metrics.horizontalAdvance(span) + 24
        words = QCoreApplication.translate("SpreadChart", "heights are shares of the ratings of each time")
        painter.setPen(QColor(sheet.theme.ink_faint))
        painter.drawText(QRectF(x, y, sheet.size.width() - x, 18), Qt.AlignmentFlag.AlignVCenter, words)
