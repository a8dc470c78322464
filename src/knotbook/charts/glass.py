"""The pane over a plot: it takes the pointer, and the cross-hair and the read-out are drawn on it.

A pane of its own keeps the curves below untouched while the pointer moves: with a backdrop, a picture of what lies
below, it hides them altogether and they need not be painted again.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.resources.theme import Theme

_DOT_PX = 9.0
_PAD_X, _PAD_Y, _AWAY, _CORNER = 10.0, 7.0, 12.0, 8.0
_NOTCH = 120.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A rating to point at: where it is on the pane, its colour, and what the card says."""

    at: QPointF
    colour: str
    when: str
    name: str
    level: str


def _opaque(picture: QPixmap) -> QPixmap:
    """The same picture without transparency, which is copied faster."""
    return QPixmap.fromImage(picture.toImage().convertToFormat(QImage.Format.Format_RGB32))


class Glass(QWidget):
    """Reports what the pointer does over `area`; shows one `Reading` at a time.

    `moved` and `clicked` give pixels of this pane, `dragged` the pixels to the right since the last report, `turned`
    where the wheel was turned and by how many notches (up is positive), `pushed` sideways notches (right is positive).
    """

    moved = Signal(QPointF)
    left = Signal()
    clicked = Signal(QPointF)
    dragged = Signal(float)
    turned = Signal(QPointF, float)
    pushed = Signal(float)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.area = QRectF()
        self._theme = theme
        self._font, self._bold = font, QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._plain_metrics, self._bold_metrics = QFontMetricsF(self._font), QFontMetricsF(self._bold)
        self._card = QRectF()
        self._reading: Reading | None = None
        self._backdrop: QPixmap | None = None
        self._ring = False
        self._pressed: QPointF | None = None
        self._dragging = False

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self.update()

    @property
    def has_backdrop(self) -> bool:
        """True while a picture stands in for what lies below."""
        return self._backdrop is not None

    def set_backdrop(self, picture: QPixmap | None) -> None:
        """Paint on this picture of what lies below, or, as soon as it changes, on the real thing again."""
        if picture is None and self._backdrop is None:
            return
        self._backdrop = None if picture is None else _opaque(picture)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, picture is not None)
        if picture is None:
            self.update()

    def set_ring(self, ring: bool) -> None:
        """Frame the area while the keyboard acts on it."""
        self._ring = ring
        self.update()

    @property
    def reading(self) -> Reading | None:
        """What is pointed at."""
        return self._reading

    def show_reading(self, reading: Reading | None) -> None:
        """Point at another rating, or at none. Only what changes is painted."""
        if reading == self._reading:
            return
        self._update_reading()
        self._reading = reading
        self._card = QRectF() if reading is None else self._card_rect(reading)
        self._update_reading()

    def _update_reading(self) -> None:
        if self._reading is None:
            return
        at = self._reading.at
        self.update(round(at.x()), round(self.area.top()), 1, round(self.area.height()) + 1)
        self.update(QRectF(at.x() - 7, at.y() - 7, 14, 14).toAlignedRect())
        self.update(self._card.toAlignedRect())

    @property
    def card(self) -> QRectF:
        """Where the card lies: beside the rating, always wholly inside the area; empty if there is none."""
        return self._card

    def _card_rect(self, reading: Reading) -> QRectF:
        plain, bold = self._plain_metrics, self._bold_metrics
        second = _DOT_PX + 6 + plain.horizontalAdvance(reading.name) + 14 + bold.horizontalAdvance(reading.level)
        width = min(max(plain.horizontalAdvance(reading.when), second) + 2 * _PAD_X, self.area.width())
        height = 2 * plain.height() + 3 + 2 * _PAD_Y
        x = reading.at.x() + _AWAY
        if x + width > self.area.right():
            x = reading.at.x() - _AWAY - width
        x = min(max(x, self.area.left()), self.area.right() - width)
        y = reading.at.y() - height - _AWAY
        if y < self.area.top():
            y = min(reading.at.y() + _AWAY, self.area.bottom() - height)
        return QRectF(round(x), round(y), round(width), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hair line, the dot and the card."""
        painter = QPainter(self)
        if self._backdrop is not None:
            painter.drawPixmap(0, 0, self._backdrop)
        if self._ring:
            self._paint_ring(painter)
        if self._reading is not None:
            self._paint_cross(painter, self._reading)
            self._paint_card(painter, self._reading, self._card)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def _paint_cross(self, painter: QPainter, reading: Reading) -> None:
        hair = QColor(self._theme.ink_faint)
        hair.setAlphaF(0.7)
        top, bottom = round(self.area.top()), round(self.area.bottom())
        painter.fillRect(round(reading.at.x()), top, 1, bottom - top, hair)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.surface), 2))
        painter.setBrush(QColor(reading.colour))
        painter.drawEllipse(reading.at, _DOT_PX / 2 + 1, _DOT_PX / 2 + 1)

    def _paint_card(self, painter: QPainter, reading: Reading, card: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.ink_soft))
        painter.drawText(inside, top, reading.when)
        self._paint_row(painter, reading, inside, bottom)

    def _paint_row(self, painter: QPainter, reading: Reading, inside: QRectF, bottom: Qt.AlignmentFlag) -> None:
        plain, bold = self._plain_metrics, self._bold_metrics
        middle = inside.bottom() - plain.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(reading.colour))
        painter.drawEllipse(QPointF(inside.left() + _DOT_PX / 2, middle), _DOT_PX / 2, _DOT_PX / 2)
        painter.setPen(QColor(self._theme.ink))
        room = inside.width() - _DOT_PX - 20 - bold.horizontalAdvance(reading.level)
        name = plain.elidedText(reading.name, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(inside.adjusted(_DOT_PX + 6, 0, 0, 0), bottom, name)
        painter.setFont(self._bold)
        painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignRight, reading.level)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag. The press goes on to the chart too, so that it gets the keyboard."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while pressed, else follow the pointer."""
        if self._pressed is None:
            self.moved.emit(event.position())
            return
        across = event.position().x() - self._pressed.x()
        if self._dragging or abs(across) >= QApplication.startDragDistance():
            self._dragging = True
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(across)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or report a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        was_drag, self._pressed, self._dragging = self._dragging, None, False
        self.unsetCursor()
        if not was_drag:
            self.clicked.emit(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down zooms, sideways pans; Qt counts 120 to a notch."""
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()):
            self.pushed.emit(-turn.x() / _NOTCH)
        elif turn.y():
            self.turned.emit(event.position(), turn.y() / _NOTCH)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer went away."""
        self.left.emit()
        super().leaveEvent(event)
