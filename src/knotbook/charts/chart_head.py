"""The head of a chart: whose curves these are, and the row of spans."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from knotbook.charts.legend import Legend
from knotbook.charts.span_bar import SpanBar

_SHORT_BELOW_PX = 640


class ChartHead(QWidget):
    """One line; two, with the names below, when they do not fit beside the spans."""

    def __init__(self, legend: Legend, bar: SpanBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._legend, self._bar = legend, bar
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._two_lines: bool | None = None
        self.arrange()

    def arrange(self) -> None:
        """Lay out for the present names and width."""
        self._bar.set_short(self.width() < _SHORT_BELOW_PX)
        room = self.width() - self._bar.sizeHint().width() - 16
        two_lines = self._legend.count > 1 and self._legend.sizeHint().width() > room
        if two_lines == self._two_lines:
            return
        self._two_lines = two_lines
        for part in (self._legend, self._bar):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._bar, 0, 1)
        if two_lines:
            self._grid.addWidget(self._legend, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._legend, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()
