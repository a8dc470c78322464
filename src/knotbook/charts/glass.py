"""The pane over a plot: it takes the pointer, and the cross-hair and the read-out are drawn on it.

A pane of its own keeps the curves below untouched while the pointer moves: the plot lies below as a picture, of which
only what the pane uncovers is copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.charts.read_out import Card, Reading
from knotbook.resources.theme import Theme

_DOT_PX = 9.0
_CORNER = 8.0
_NOTCH = 120.0
_SWEPT = (0.14, 0.10)  # of the ink over a selected stretch, and over the one it is held against


class Sweep(IntEnum):
    """What a drag is for: to pan, or to mark a stretch of time, or the one to hold it against."""

    PAN = -1
    CHOSEN = 0
    OTHER = 1


class Glass(QWidget):
    """Reports what the pointer does over `area`; shows one `Reading` at a time.

    `moved` and `clicked` give pixels of this pane, `dragged` the pixels to the right since the last report, `turned`
    where the wheel was turned and by how many notches (up is positive), `pushed` sideways notches (right is positive).
    `swept` gives which stretch is being marked and the pixels of its two ends: with Shift held the stretch, with
    Ctrl (or Alt, where the desktop does not take it to move the window) the one to hold it against; while `selecting`,
    a plain drag marks the stretch too.
    """

    moved = Signal(QPointF)
    left = Signal()
    clicked = Signal(QPointF)
    dragged = Signal(float)
    turned = Signal(QPointF, float)
    pushed = Signal(float)
    swept = Signal(int, float, float)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.area = QRectF()
        self._theme = theme
        self._cards = Card(theme, font)
        self.selecting = False
        self._sweep = Sweep.PAN
        self._swept_from = 0.0
        self._stretches: tuple[QRectF | None, ...] = ()
        self._card = QRectF()
        self._reading: Reading | None = None
        self._ring = False
        self._pressed: QPointF | None = None
        self._dragging = False

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = self._cards.theme = theme
        self.update()

    def show_stretches(self, stretches: Sequence[QRectF | None]) -> None:
        """Shade the selected stretch and the one it is held against; None: there is none."""
        if tuple(stretches) != self._stretches:
            self._stretches = tuple(stretches)
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
        before = self._reach()
        self._reading = reading
        self._card = QRectF() if reading is None else self._cards.rect(reading, self.area)
        self.update(before.united(self._reach()).toAlignedRect())

    def _reach(self) -> QRectF:
        """All that the reading is drawn on. One rectangle: what lies below is copied faster into it than into many."""
        if self._reading is None:
            return QRectF()
        at = self._reading.at
        hair = QRectF(round(at.x()), self.area.top(), 1, self.area.height() + 1)
        return hair.united(QRectF(at.x() - 7, at.y() - 7, 14, 14)).united(self._card)

    @property
    def card(self) -> QRectF:
        """Where the card lies: beside the rating, always wholly inside the area; empty if there is none."""
        return self._card

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hair line, the dot and the card."""
        painter = QPainter(self)
        self._paint_stretches(painter)
        if self._ring:
            self._paint_ring(painter)
        if self._reading is not None:
            self._paint_cross(painter, self._reading)
            self._cards.paint(painter, self._reading, self._card)
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

    def _paint_stretches(self, painter: QPainter) -> None:
        """The selected one in the accent, between two lines; the other in quiet ink, between dashes."""
        inks = (QColor(self._theme.accent), QColor(self._theme.ink_faint))
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
        for stretch, ink, style, share in zip(self._stretches, inks, styles, _SWEPT, strict=False):
            if stretch is None:
                continue
            soft = QColor(ink)
            soft.setAlphaF(share)
            painter.fillRect(stretch, soft)
            painter.setPen(QPen(ink, 1, style))
            for x in (round(stretch.left()), round(stretch.right())):
                if self.area.left() < x < self.area.right():
                    painter.drawLine(x, round(stretch.top()), x, round(stretch.bottom()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag. The press goes on to the chart too, so that it gets the keyboard."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
            self._sweep, self._swept_from = self._meant(event), event.position().x()
        else:
            event.ignore()

    def _meant(self, event: QMouseEvent) -> Sweep:
        held = event.modifiers()
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return Sweep.OTHER
        return Sweep.CHOSEN if self.selecting or held & Qt.KeyboardModifier.ShiftModifier else Sweep.PAN

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while pressed, else follow the pointer."""
        if self._pressed is None:
            self.moved.emit(event.position())
            return
        across = event.position().x() - self._pressed.x()
        if self._dragging or abs(across) >= QApplication.startDragDistance():
            self._dragging = True
            self._pressed = event.position()
            if self._sweep is Sweep.PAN:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.dragged.emit(across)
            else:
                self.setCursor(Qt.CursorShape.SplitHCursor)
                self.swept.emit(int(self._sweep), self._swept_from, event.position().x())

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
