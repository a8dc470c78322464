"""What a chart says in place of a curve: what to do, or where to look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from knotbook.analysis.series import Series
from knotbook.charts import words
from knotbook.charts.span import Span
from knotbook.resources.theme import Theme

_FONT_PX, _PAD_PX = 14, 8
_MIDDLE = 5  # of the scale


class Notice(QLabel):
    """A quiet sentence in the plot, off the one rating there may be; hidden while the curves speak for themselves.

    `prompt`: what to say while no place is chosen.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._area = QRect()
        self._height = 0.5
        self.prompt = self.tr("Choose a place on the map to see its pain over time.")
        font = QFont(self.font())
        font.setPixelSize(_FONT_PX)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self.setStyleSheet(f"color: {theme.ink_soft}; background: {theme.surface}; padding: 4px {_PAD_PX}px;")

    def show_state(self, series: Sequence[Series], span: Span, all_zero: bool, zone: ZoneInfo) -> None:
        """Find the sentence for what `series` hold within `span`; `all_zero`: no rating there is above 0."""
        text = self._sentence(series, span, all_zero, zone)
        is_only = sum(len(one) for one in series) == 1
        level = next(float(one.intensity[0]) for one in series if len(one)) if is_only else None
        height = 0.5 if level is None else 0.25 if level >= _MIDDLE else 0.75
        if (text, height) != (self.text(), self._height):
            self._height = height
            self.setText(text)
            self.centre_in(self._area)
        self.setVisible(bool(text))

    def centre_in(self, area: QRect) -> None:
        """Lie in the middle of `area`, no larger than the words need, so that the lines around stay whole.

        A single rating in the upper half has the words in the lower one, and the other way round.
        """
        self._area = area
        width = min(self.fontMetrics().size(0, self.text()).width() + 2 * _PAD_PX + 2, area.width() - 2 * _PAD_PX)
        self.resize(width, self.heightForWidth(width))
        middle = QPoint(area.center().x(), area.bottom() - round(area.height() * self._height))
        self.move(middle - self.rect().center())

    def _sentence(self, series: Sequence[Series], span: Span, all_zero: bool, zone: ZoneInfo) -> str:
        if not series:
            return self.prompt
        last = max((int(one.utc_ms[-1]) for one in series if len(one)), default=None)
        if last is None:
            return self.tr("Nothing logged for this place yet.\nPress on the map and drag up.")
        if sum(len(one) for one in series) == 1:
            return self.tr("One rating so far. It takes a few more for a line.")
        return self._about_span(series, span, all_zero, words.local_time(last, zone))

    def _about_span(self, series: Sequence[Series], span: Span, all_zero: bool, last: datetime) -> str:
        windows = [one.window(span.start, span.end) for one in series]
        count = sum(inside.stop - inside.start for inside in windows)
        if count == 0:
            return self.tr("No ratings in this time. The latest is from {moment}.").format(
                moment=words.moment_text(last, with_year=True)
            )
        if all_zero:
            if count == 1:
                return self.tr("One rating of 0: no pain in this time.")
            return self.tr("{count} ratings, all 0: no pain in this time.").format(count=count)
        return ""
