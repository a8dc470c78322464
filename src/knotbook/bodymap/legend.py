"""What the colours mean: 0 to 10, and no data."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.bodymap.read_out import sized
from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

_CELL = 24
_HEIGHT = 24
_GAP = 12


class MapLegend(QWidget):
    """Eleven swatches, 0 set apart from the rest, then one for places without data."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours: 0 is no pain, 10 is the worst; a plain region has no data"))
        self.setToolTip(self.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The size that shows it well."""
        words = self.fontMetrics().horizontalAdvance(self.tr("no data"))
        return QSize(12 * _CELL + 2 * _GAP + 8 + words, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 12))
        x = 0.0
        for number, colour in enumerate(self._theme.pain):
            self._swatch(painter, x, QColor(colour), str(number))
            x += _CELL + (_GAP / 2 if number == 0 else 0)
        self._no_data(painter, x + _GAP)

    def _swatch(self, painter: QPainter, x: float, colour: QColor, words: str) -> None:
        box = QRectF(x + 0.5, 2.5, _CELL - 2, _HEIGHT - 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(ink_on(colour.name())))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _no_data(self, painter: QPainter, x: float) -> None:
        box = QRectF(x + 0.5, 2.5, _CELL - 2, _HEIGHT - 5)
        painter.setPen(QPen(QColor(self._theme.hatch), 1))
        painter.setBrush(QColor(self._theme.no_data))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(QBrush(QColor(self._theme.hatch), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.ink_soft))
        words = QRectF(box.right() + 6, 0, self.width() - box.right(), _HEIGHT)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tr("no data"))
