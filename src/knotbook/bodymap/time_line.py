"""A slider over days: months under it, releases as ticks on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from knotbook.bodymap.read_out import sized
from knotbook.resources.theme import Theme

_EDGE = 12
_GROOVE_Y = 14
_HANDLE = 8


class TimeLine(QSlider):
    """`valueChanged(int)` as of any slider; the value is the number of the day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._first = date.min
        self._marked: tuple[int, ...] = ()
        self.setPageStep(7)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Day"))
        self.setMouseTracking(True)

    def set_days(self, first: date, days: int, marked: Sequence[int]) -> None:
        """`days` days from `first`; those numbered in `marked` had releases."""
        self._first, self._marked = first, tuple(marked)
        self.setRange(0, max(0, days - 1))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The size that shows it well."""
        return QSize(480, 40)

    def minimumSizeHint(self) -> QSize:
        """The least size that can be used."""
        return QSize(160, 40)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go straight to where the person pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self.isSliderDown():
            self._scrub(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the view around it, where they mean the same from everywhere."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, here = self._theme, self._x(self.value())
        for colour, to in ((theme.line, self._x(self.maximum())), (theme.accent, here)):
            painter.setPen(QPen(QColor(colour), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(_EDGE, _GROOVE_Y), QPointF(to, _GROOVE_Y))
        painter.setPen(QPen(QColor(theme.ink_faint), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(self._x(day), _GROOVE_Y - 8) for day in self._marked])
        self._paint_months(painter)
        ring = theme.focus if self.hasFocus() else theme.accent
        painter.setPen(QPen(QColor(ring), 3 if self.hasFocus() else 2))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(QPointF(here, _GROOVE_Y), _HANDLE, _HANDLE)

    def _paint_months(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), 12))
        metrics = painter.fontMetrics()
        painter.setPen(QColor(self._theme.ink_soft))
        free_from = 0.0
        for number in range(self.maximum() + 1):
            day = self._first + timedelta(days=number)
            if day.day != 1:
                continue
            words = f"{day:%b} {day.year}" if day.month == 1 or not free_from else f"{day:%b}"
            width = metrics.horizontalAdvance(words)
            x = min(max(0.0, self._x(number) - width / 2), self.width() - width)
            if x >= free_from:
                painter.drawText(QRectF(x, _GROOVE_Y + 10, width + 2, 16), Qt.AlignmentFlag.AlignLeft, words)
                free_from = x + width + 12

    def _x(self, day: int) -> float:
        room = self.width() - 2 * _EDGE
        return _EDGE + room * day / max(1, self.maximum())

    def _scrub(self, event: QMouseEvent) -> None:
        room = max(1, self.width() - 2 * _EDGE)
        self.setValue(round((event.position().x() - _EDGE) * self.maximum() / room))
