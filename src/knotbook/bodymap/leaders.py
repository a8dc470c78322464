"""Names beside a close-up, tied to their regions by thin lines: plain name first, anatomical one small."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from knotbook.bodymap.close_ups import at_left_of_picture, side_at
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.names import Names
from knotbook.bodymap.read_out import sized
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Place, Side, View
from knotbook.resources.theme import Theme

_EDGE = 12.0
_LEAST_PX = 11.0  # a region that shows less than this gets its name on hover only
_BAND = (34.0, 10.0)  # pixels kept free of labels at the top (side words) and the bottom
_MOST_WIDTH = 0.30  # of the widget, for a column of names
_LANDMARKS_ELSEWHERE = frozenset(("radius", "ulna", "humerus", "hand", "forearm"))  # an arm may hang into a hip's picture


@dataclass(slots=True)
class Label:
    """One name: `at` is the label point on the widget, `y` the middle of its line of text once it is placed."""

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


def paint_leaders(painter: QPainter, stage: Stage, names: Names, font: QFont) -> None:
    """Labels for the regions of the nearer half of the body that are in sight and big enough.

    Front and back: one column on the body's outer side. Side views: a column at each edge.
    """
    panel = stage.layout.panel_at(stage.camera.x)
    side = side_at(panel.view, stage.camera.x - panel.shift)
    labels = _labels(stage, panel, names, (side, Side.MIDLINE))
    if panel.view in (View.SIDE, View.SIDE_LEFT):
        middle = stage.size.width() / 2
        for at_left in (True, False):
            column = [label for label in labels if (label.at.x() < middle) == at_left]
            _Column(stage, font, at_left=at_left).paint(painter, column)
    else:
        _Column(stage, font, at_left=at_left_of_picture(panel.view, side)).paint(painter, labels)


def _labels(stage: Stage, panel: Panel, names: Names, sides: tuple[Side, ...]) -> list[Label]:
    found: list[Label] = []
    room = QRectF(QPointF(), stage.size).adjusted(8, 8, -8, -8)
    for place, shape in panel.geometry.regions(stage.layer).items():
        small = min(shape.box.width(), shape.box.height()) * stage.camera.scale < _LEAST_PX
        if shape.label is None or small or place.side not in sides or place.structure in _LANDMARKS_ELSEWHERE:
            continue
        at = stage.camera.to_pixel(QPointF(shape.label[0] + panel.shift, shape.label[1]))
        if room.contains(at):
            found.append(Label(place, at, _bare(names.plain(place), place), _bare(names.name(place), place)))
    return found


def _bare(name: str, place: Place) -> str:
    """The name without its side: in a close-up the side is printed once for all."""
    for word in (side.value for side in Side):
        if name.lower().startswith(word + " "):
            bare = name[len(word) + 1 :]
            return bare[:1].upper() + bare[1:]
    return name


class _Column:
    """The names at one edge."""

    def __init__(self, stage: Stage, font: QFont, *, at_left: bool) -> None:
        self._theme: Theme = stage.theme
        self._room = stage.size
        self._at_left = at_left
        self._plain, self._small = sized(font, 12, bold=True), sized(font, 12)
        self._metrics = QFontMetricsF(self._plain)
        self._small_metrics = QFontMetricsF(self._small)

    def paint(self, painter: QPainter, labels: list[Label]) -> None:
        """Two lines a name if there is room, one if not, and as many as fit."""
        labels.sort(key=lambda label: label.at.y())
        line = self._metrics.height()
        free = self._room.height() - sum(_BAND)
        two_lines = len(labels) * (2 * line + 6) <= free
        height = 2 * line + 6 if two_lines else line + 6
        labels = labels[: int(free // height)]
        placed = spread([label.at.y() for label in labels], height, _BAND[0], self._room.height() - _BAND[1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, y in zip(labels, placed, strict=True):
            label.y = y
            self._paint_one(painter, label, two_lines=two_lines)

    def _paint_one(self, painter: QPainter, label: Label, *, two_lines: bool) -> None:
        most = self._room.width() * _MOST_WIDTH
        plain = self._metrics.elidedText(label.plain, Qt.TextElideMode.ElideRight, most)
        same = label.anatomical.casefold() == label.plain.casefold()
        small = self._small_metrics.elidedText(label.anatomical, Qt.TextElideMode.ElideRight, most) if not same else ""
        if not two_lines:
            small = ""
        width = max(self._metrics.horizontalAdvance(plain), self._small_metrics.horizontalAdvance(small))
        height = self._metrics.height() * (2 if small else 1)
        x = _EDGE if self._at_left else self._room.width() - _EDGE - width
        box = QRectF(x, label.y - height / 2, width, height)
        self._paint_line(painter, box, label.at)
        self._paint_text(painter, box, plain, small)

    def _paint_line(self, painter: QPainter, box: QRectF, at: QPointF) -> None:
        start = QPointF(box.right() + 6 if self._at_left else box.left() - 6, box.center().y())
        elbow = QPointF(start.x() + (14 if self._at_left else -14), start.y())
        for colour, width in ((self._theme.ground, 3.0), (self._theme.ink_soft, 1.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPolyline([start, elbow, at])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink_soft))
        painter.drawEllipse(at, 2.5, 2.5)

    def _paint_text(self, painter: QPainter, box: QRectF, plain: str, small: str) -> None:
        ground = QColor(self._theme.ground)
        ground.setAlphaF(0.88)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(-5, -2, 5, 2), 4, 4)
        flag = Qt.AlignmentFlag.AlignLeft if self._at_left else Qt.AlignmentFlag.AlignRight
        painter.setFont(self._plain)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(box, flag | Qt.AlignmentFlag.AlignTop, plain)
        if small:
            painter.setFont(self._small)
            painter.setPen(QColor(self._theme.ink_soft))
            painter.drawText(box, flag | Qt.AlignmentFlag.AlignBottom, small)
