"""The face of the timer: the time in the middle of a ring that fills, and a full disc of colour when it is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.resources.theme import Theme

SIZE = 200
_RING = 10


class TimerFace(QWidget):
    """Shows seconds; `length` 0 has no ring to fill."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seconds = 0
        self._length = 0
        self._paused = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def rung(self) -> bool:
        """Whether the chosen length has been reached."""
        return 0 < self._length <= self._seconds

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIZE, SIZE)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_time(self, seconds: int, length: int, *, paused: bool) -> None:
        """`seconds` so far of `length` (0: open end)."""
        if (seconds, length, paused) != (self._seconds, self._length, self._paused):
            self._seconds, self._length, self._paused = seconds, length, paused
            self.setAccessibleName(self.tr("{time}, paused").format(time=clock_words(seconds)) if paused
                                   else clock_words(seconds))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, disc, time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent_soft), _RING))
        painter.setBrush(QColor(theme.accent) if self.rung else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self._length and not self.rung:
            pen = QPen(QColor(theme.accent), _RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * self._seconds / self._length))
        self._write(painter, box)

    def _write(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        font = painter.font()
        font.setPixelSize(44)
        font.setWeight(font.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_accent if self.rung else theme.ink_faint if self._paused else theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, clock_words(self._seconds))
        under = self.tr("paused") if self._paused else self.tr("of {time}").format(time=clock_words(self._length))
        if self._paused or self._length:
            font.setPixelSize(14)
            font.setWeight(font.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(theme.on_accent if self.rung else theme.ink_soft))
            painter.drawText(box.adjusted(0, 72, 0, 0), Qt.AlignmentFlag.AlignCenter, under)


def clock_words(seconds: int) -> str:
    """Minutes and seconds: 94 is "1:34"."""
    return f"{seconds // 60}:{seconds % 60:02d}"
