"""What floats at the pointer: the name of the region under it, or the number being dragged."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from knotbook.bodymap.colours import mix, pain_colour
from knotbook.bodymap.gesture import Gesture, Phase
from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

_PAD = 10.0
_AWAY = 18.0
_EDGE = 4.0
_BUBBLE = 46.0
_CHIP = 20.0
_RULER_AWAY = 40.0
_REACH = _RULER_AWAY + _CHIP / 2 + 14 + _BUBBLE  # from the point to the far edge of the number


def sized(font: QFont, pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """`font` at one of the four sizes of the house."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setItalic(italic)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


class Words(NamedTuple):
    """The plain name first, the anatomical one smaller, then what the diary says. Empty lines are left out."""

    plain: str
    anatomical: str = ""
    value: str = ""


class NameTag:
    """A small label near the pointer, always inside the widget."""

    def __init__(self, theme: Theme, font: QFont, words: Words) -> None:
        self._theme = theme
        lines = [
            (words.plain, sized(font, 14, bold=True), theme.ink),
            (words.anatomical, sized(font, 12), theme.ink_soft),
            (words.value, sized(font, 12, bold=True), theme.ink),
        ]
        self._lines = [(text, f, QColor(c), QFontMetricsF(f)) for text, f, c in lines if text]
        width = max(m.horizontalAdvance(text) for text, _, _, m in self._lines)
        height = sum(m.height() for _, _, _, m in self._lines)
        self.size = QSizeF(width + 2 * _PAD, height + 1.4 * _PAD)

    def box(self, at: QPointF, room: QSizeF) -> QRectF:
        """Where the label lies for a pointer at `at` in a widget of size `room`: below and right if there is room."""
        x = at.x() + _AWAY
        if x + self.size.width() > room.width() - _EDGE:
            x = at.x() - _AWAY - self.size.width()
        y = at.y() + _AWAY
        if y + self.size.height() > room.height() - _EDGE:
            y = at.y() - _AWAY - self.size.height()
        x = max(_EDGE, min(room.width() - self.size.width() - _EDGE, x))
        return QRectF(QPointF(x, max(_EDGE, y)), self.size)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it."""
        _plate(painter, box, self._theme)
        y = box.top() + 0.7 * _PAD
        for text, font, colour, metrics in self._lines:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(box.left() + _PAD, y + metrics.ascent()), text)
            y += metrics.height()


class Pending:
    """A number typed at a place, not saved yet: large, with what saves it."""

    def __init__(self, theme: Theme, font: QFont, number: int, words: Words) -> None:
        self._theme, self._font, self._number = theme, font, number
        self._tag = NameTag(theme, font, words)

    def box(self, at: QPointF, room: QSizeF) -> QRectF:
        """All the pixels it touches for a place at `at`."""
        return self._bubble(at, room).united(self._tag_box(at, room)).adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, at: QPointF, room: QSizeF) -> None:
        """Draw it."""
        self._tag.paint(painter, self._tag_box(at, room))
        paint_number(painter, self._bubble(at, room).center(), self._number, self._theme, self._font)

    def _bubble(self, at: QPointF, room: QSizeF) -> QRectF:
        x = max(_EDGE, min(room.width() - _BUBBLE - _EDGE, at.x() - _BUBBLE / 2))
        y = max(_EDGE, min(room.height() - _BUBBLE - _EDGE, at.y() - _BUBBLE - 10))
        return QRectF(x, y, _BUBBLE, _BUBBLE)

    def _tag_box(self, at: QPointF, room: QSizeF) -> QRectF:
        return self._tag.box(self._bubble(at, room).center(), room)


class Ruler:
    """The scale beside the pointer while dragging: its steps lie exactly where the pointer has to go."""

    def __init__(self, theme: Theme, font: QFont, words: Words, never_mind: str) -> None:
        self._theme, self._font = theme, font
        self._tag = NameTag(theme, font, Words(words.plain, words.anatomical))
        self._never_mind = NameTag(theme, font, Words(never_mind))

    def box(self, gesture: Gesture, room: QSizeF) -> QRect:
        """All the pixels that it may touch."""
        side = self._side(gesture, room)
        scale = QRectF(gesture.x, gesture.y - 10.5 * gesture.step - _BUBBLE, side * _REACH, 11 * gesture.step)
        scale = scale.normalized().adjusted(-10, -10, 10, _BUBBLE + 30)
        low = self._tag_box(gesture, room, self._tag).united(self._tag_box(gesture, room, self._never_mind))
        whole = QRectF(QPointF(), room).toAlignedRect()
        return scale.united(low).toAlignedRect().adjusted(-2, -2, 2, 2).intersected(whole)

    def paint(self, painter: QPainter, gesture: Gesture, room: QSizeF) -> None:
        """The scale, the number with its colour, and the name of the place."""
        side = self._side(gesture, room)
        leaving = gesture.phase is Phase.LEAVING
        painter.setOpacity(0.35 if leaving else 1.0)
        self._paint_scale(painter, gesture, gesture.x + side * _RULER_AWAY)
        painter.setOpacity(1.0)
        if not leaving:
            y = max(_BUBBLE / 2 + _EDGE, gesture.y - gesture.value * gesture.step)
            middle = QPointF(gesture.x + side * (_REACH - _BUBBLE / 2), y)
            paint_number(painter, middle, gesture.value, self._theme, self._font)
        tag = self._never_mind if leaving else self._tag
        tag.paint(painter, self._tag_box(gesture, room, tag))

    @staticmethod
    def _side(gesture: Gesture, room: QSizeF) -> float:
        return -1.0 if gesture.x + _REACH + _EDGE > room.width() else 1.0

    @staticmethod
    def _tag_box(gesture: Gesture, room: QSizeF, tag: NameTag) -> QRectF:
        """Under the point; at the bottom edge beside the scale."""
        x = max(_EDGE, min(room.width() - tag.size.width() - _EDGE, gesture.x - tag.size.width() / 2))
        y = min(gesture.y + _AWAY, room.height() - tag.size.height() - _EDGE)
        return QRectF(QPointF(x, y), tag.size)

    def _paint_scale(self, painter: QPainter, gesture: Gesture, x: float) -> None:
        step = gesture.step
        plate = QRectF(x - _CHIP / 2 - 4, gesture.y - 10.5 * step - 4, _CHIP + 8, 11 * step + 8)
        _plate(painter, plate, self._theme)
        painter.setFont(sized(self._font, 12 if step >= 14 else 9))
        for number in range(11):
            y = gesture.y - number * step
            chip = QRectF(x - _CHIP / 2, y - step / 2 + 0.75, _CHIP, step - 1.5)
            fill = pain_colour(self._theme, number)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(chip, 3, 3)
            painter.setPen(QColor(ink_on(fill.name())))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(number))
            if number == gesture.value:
                painter.setPen(QPen(QColor(self._theme.ink), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(chip.adjusted(-2, -1, 2, 1), 4, 4)


def _plate(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def paint_number(painter: QPainter, middle: QPointF, number: int, theme: Theme, font: QFont) -> None:
    """The number being set, large, on its own colour."""
    fill = pain_colour(theme, number)
    painter.setPen(QPen(QColor(theme.surface), 3))
    painter.setBrush(fill)
    painter.drawEllipse(middle, _BUBBLE / 2, _BUBBLE / 2)
    painter.setPen(QPen(mix(fill, QColor(theme.ink), 0.45), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, _BUBBLE / 2 - 0.5, _BUBBLE / 2 - 0.5)
    painter.setFont(sized(font, 24, bold=True))
    painter.setPen(QColor(ink_on(fill.name())))
    box = QRectF(middle.x() - _BUBBLE / 2, middle.y() - _BUBBLE / 2, _BUBBLE, _BUBBLE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
