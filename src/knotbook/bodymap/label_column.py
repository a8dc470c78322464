"""A column of names at one edge of a close-up, each tied to its spot by a line; no two lines cross."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from knotbook.bodymap.read_out import sized
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

BAND = (34.0, 10.0)  # pixels kept free of labels at the top (side words) and the bottom
_EDGE = 12.0
_AWAY = 6.0  # pixels between a name and its line
_STUB = 14.0  # pixels that every line runs straight before it turns, past the widest name
_WIDTH = 0.37  # of the widget, for a name on one line; a longer one takes two
_WIDTH_ALONE = 0.48  # of the widget, where there is no second line to go to
_LEAST, _LEAST_SHARE = 180.0, 0.5  # pixels that let every name stand on two lines, if that is not over half the widget
_TWO_LINES, _ONE_LINE = (3.0, 2.0, 1.0, 0.0), 6.0  # pixels between names: as much as there is room for
_VEIL = 0.10  # of the widget: how far the column's ground fades into the picture
_OPAQUE = 0.93
_ROUNDS = 40  # more than enough for a few dozen lines to stop crossing


@dataclass(slots=True)
class Label:
    """One name: `at` is the label point on the widget, `y` the middle of its rows of text once it is placed."""

    place: Place
    at: QPointF
    plain: str
    anatomical: str
    y: float = 0.0


def spread(wanted: list[float], height: float, top: float, bottom: float) -> list[float]:
    """Middles near `wanted` (ascending) so that rows of `height` do not overlap and stay between `top` and `bottom`.

    Neighbours that collide form a block that sits at its mean (pool adjacent violators). There must be room for all.
    """
    blocks: list[list[float]] = []  # sum of offsets, count
    for number, y in enumerate(wanted):
        blocks.append([y - number * height, 1.0])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += count
    starts = [total / count for total, count in blocks for _ in range(int(count))]
    last = len(wanted) - 1
    low, high = top + height / 2, bottom - height / 2
    return [max(low, min(high - last * height, start)) + number * height for number, start in enumerate(starts)]


def untangle(labels: list[Label], x: float) -> None:
    """Swap the heights of labels whose lines, all starting at `x`, cross. Each swap makes the lines shorter in sum."""
    for _ in range(_ROUNDS):
        crossing = [pair for pair in combinations(sorted(labels, key=lambda label: label.y), 2) if _cross(*pair, x)]
        if not crossing:
            return
        for one, other in crossing:
            if _cross(one, other, x):
                one.y, other.y = other.y, one.y


def _cross(one: Label, other: Label, x: float) -> bool:
    """Whether the lines from (`x`, y) to the spots cross: their order at the spot nearer to `x` is another there."""
    near, far = (one, other) if abs(one.at.x() - x) < abs(other.at.x() - x) else (other, one)
    share = (near.at.x() - x) / ((far.at.x() - x) or 1.0)
    passes = far.y + (far.at.y() - far.y) * share
    return (passes - near.at.y()) * (far.y - near.y) < 0


class LabelColumn:
    """The names at one edge of a widget of size `room`."""

    def __init__(self, room: QSizeF, theme: Theme, font: QFont, *, at_left: bool) -> None:
        self._theme, self._room, self._at_left = theme, room, at_left
        self._plain, self._small = sized(font, 12, bold=True), sized(font, 12)
        self._metrics, self._small_metrics = QFontMetricsF(self._plain), QFontMetricsF(self._small)

    def paint(self, painter: QPainter, labels: list[Label]) -> None:
        """Two lines a name if there is room, one if not, and as many as fit."""
        if not labels:
            return
        labels.sort(key=lambda label: label.at.y())
        height, two_lines = self._row(len(labels))
        free = self._room.height() - sum(BAND)
        labels = labels[: int(free // height)]
        rows = [self.rows(label, two_lines=two_lines) for label in labels]
        turn = _EDGE + max(self._width(row) for row in rows) + _AWAY + _STUB
        seen = [(label, row) for label, row in zip(labels, rows, strict=True) if not self._is_under(label, turn)]
        if not seen:
            return
        labels, rows = [label for label, _ in seen], [row for _, row in seen]
        placed = spread([label.at.y() for label in labels], height, BAND[0], self._room.height() - BAND[1])
        for label, y in zip(labels, placed, strict=True):
            label.y = y
        untangle(labels, turn if self._at_left else self._room.width() - turn)
        self._paint_veil(painter, turn - _STUB)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, row in zip(labels, rows, strict=True):
            box = self._box(row, label.y)
            self._paint_line(painter, box, turn, label.at)
            self._paint_text(painter, box, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink_soft))
        for label in labels:  # last: no other line passes over where one ends
            painter.drawEllipse(label.at, 2.5, 2.5)

    def rows(self, label: Label, *, two_lines: bool) -> list[tuple[str, bool]]:
        """What is written for `label`, and whether it is bold. Too long a plain name takes the row of the other."""
        most = self.most(two_lines=two_lines)
        same = label.anatomical.casefold() == label.plain.casefold()
        if not two_lines:
            return [(self._metrics.elidedText(label.plain, Qt.TextElideMode.ElideRight, most), True)]
        if self._metrics.horizontalAdvance(label.plain) > most:
            first = self._first_line(label.plain, most)
            rest = label.plain[len(first) :].strip()
            return [(first, True), (self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, most), True)]
        if same:
            return [(label.plain, True)]
        return [
            (label.plain, True),
            (self._small_metrics.elidedText(label.anatomical, Qt.TextElideMode.ElideRight, most), False),
        ]

    def most(self, *, two_lines: bool) -> float:
        """Pixels that a line may be wide."""
        width = self._room.width()
        return max(width * (_WIDTH if two_lines else _WIDTH_ALONE), min(_LEAST, width * _LEAST_SHARE))

    def _is_under(self, label: Label, turn: float) -> bool:
        """Whether the spot of `label` lies under the names themselves, where no line can lead to it."""
        return (label.at.x() if self._at_left else self._room.width() - label.at.x()) < turn

    def _first_line(self, words: str, most: float) -> str:
        """As many whole words as are not wider than `most`; at least one."""
        line, *others = words.split(" ")
        for word in others:
            if self._metrics.horizontalAdvance(f"{line} {word}") > most:
                break
            line = f"{line} {word}"
        return line

    def _row(self, count: int) -> tuple[float, bool]:
        """The height of a row for `count` names, and whether it has two lines."""
        line = self._metrics.height()
        free = self._room.height() - sum(BAND)
        for between in _TWO_LINES:
            if count * (2 * line + between) <= free:
                return 2 * line + between, True
        return line + _ONE_LINE, False

    def _width(self, rows: list[tuple[str, bool]]) -> float:
        return max((self._metrics if bold else self._small_metrics).horizontalAdvance(text) for text, bold in rows)

    def _box(self, rows: list[tuple[str, bool]], y: float) -> QRectF:
        width, height = self._width(rows), self._metrics.height() * len(rows)
        x = _EDGE if self._at_left else self._room.width() - _EDGE - width
        return QRectF(x, y - height / 2, width, height)

    def _paint_veil(self, painter: QPainter, reach: float) -> None:
        """Let the picture fade into the ground under the names, so that an arm does not run through them."""
        width = self._room.width()
        fade = width * _VEIL
        begin, end = (reach + fade, reach) if self._at_left else (width - reach - fade, width - reach)
        ground, clear = QColor(self._theme.ground), QColor(self._theme.ground)
        ground.setAlphaF(_OPAQUE)
        clear.setAlphaF(0.0)
        gradient = QLinearGradient(begin, 0.0, end, 0.0)
        gradient.setColorAt(0.0, clear)
        gradient.setColorAt(1.0, ground)
        left = 0.0 if self._at_left else begin
        painter.fillRect(QRectF(left, 0.0, reach + fade, self._room.height()), gradient)

    def _paint_line(self, painter: QPainter, box: QRectF, turn: float, at: QPointF) -> None:
        """Straight to where every line turns, then to the spot."""
        y = box.center().y()
        start = QPointF(box.right() + _AWAY if self._at_left else box.left() - _AWAY, y)
        elbow = QPointF(turn if self._at_left else self._room.width() - turn, y)
        for colour, width in ((self._theme.ground, 3.0), (self._theme.ink_soft, 1.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPolyline([start, elbow, at])

    def _paint_text(self, painter: QPainter, box: QRectF, rows: list[tuple[str, bool]]) -> None:
        side = Qt.AlignmentFlag.AlignLeft if self._at_left else Qt.AlignmentFlag.AlignRight
        line = self._metrics.height()
        for number, (text, bold) in enumerate(rows):
            painter.setFont(self._plain if bold else self._small)
            painter.setPen(QColor(self._theme.ink if bold else self._theme.ink_soft))
            row = QRectF(box.left(), box.top() + number * line, box.width(), line)
            painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, text)
