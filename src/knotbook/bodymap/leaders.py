"""Names beside a close-up, tied to their regions by thin lines: plain name first, anatomical one small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from knotbook.bodymap.close_ups import SIDE_VIEWS, at_left_of_picture, side_at
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.names import Names, without_side
from knotbook.bodymap.painter import panel_transform
from knotbook.bodymap.read_out import sized
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Place, Side
from knotbook.resources.theme import Theme

_EDGE = 12.0
_LEAST_PX = 11.0  # a region that shows less than this gets its name on hover only
_BAND = (34.0, 10.0)  # pixels kept free of labels at the top (side words) and the bottom
_MOST_WIDTH = 0.30  # of the widget, for a column of names
_ARM = frozenset(("radius", "ulna", "humerus", "hand", "forearm", "wrist"))  # hangs into the picture of a hip
_AROUND = ((0, 0), (6, 0), (-6, 0), (0, 6), (0, -6), (14, 0), (-14, 0), (0, 14), (0, -14))
_GRID = 8  # spots tried across a region to find one that can be seen
_VEIL = (0.44, 0.26)  # of the widget, from the edge: a column's ground begins to show, and is nearly opaque


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

    They stand in one column on the body's outer side; in a side view at the right.
    """
    panel = stage.layout.panel_at(stage.camera.x)
    side = side_at(panel.view, stage.camera.x - panel.shift)
    labels = _labels(stage, panel, names, (side, Side.MIDLINE))
    at_left = panel.view not in SIDE_VIEWS and at_left_of_picture(panel.view, side)
    _Column(stage, font, at_left=at_left).paint(painter, labels)


def _labels(stage: Stage, panel: Panel, names: Names, sides: tuple[Side, ...]) -> list[Label]:
    found: list[Label] = []
    room = QRectF(QPointF(), stage.size).adjusted(12, _BAND[0], -12, -_BAND[1])
    to_pixels = panel_transform(panel, stage.camera)
    for place, shape in panel.geometry.regions(stage.layer).items():
        if place.side not in sides or place.structure in _ARM:
            continue
        box = to_pixels.mapRect(shape.box)
        if min(box.width(), box.height()) >= _LEAST_PX and box.intersects(room):
            wanted = to_pixels.map(QPointF(*label)) if (label := shape.labels.get(stage.layer)) else box.center()
            at = _anchor(stage, place, wanted, box.intersected(room))
            if at is not None:
                found.append(
                    Label(place, at, without_side(names.plain(place), place), without_side(names.name(place), place))
                )
    return found


def _anchor(stage: Stage, place: Place, wanted: QPointF, box: QRectF) -> QPointF | None:
    """`wanted` if `place` is what one sees there and around, else the best-surrounded spot of it within `box`."""
    at = stage.ids().at

    def depth(spot: QPointF) -> int:
        if not box.contains(spot):
            return 0
        return sum(at(int(spot.x() + dx), int(spot.y() + dy)) == place for dx, dy in _AROUND)

    if depth(wanted) == len(_AROUND):
        return wanted
    steps = [number / _GRID for number in range(1, _GRID)]
    grid = (QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for y in steps for x in steps)
    best = max([wanted, *grid], key=depth)
    return best if depth(best) >= len(_AROUND) // 2 else None


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
        if not labels:
            return
        self._paint_veil(painter)
        labels.sort(key=lambda label: label.at.y())
        line = self._metrics.height()
        free = self._room.height() - sum(_BAND)
        two_lines = len(labels) * (2 * line + 3) <= free
        height = 2 * line + 3 if two_lines else line + 6
        labels = labels[: int(free // height)]
        placed = spread([label.at.y() for label in labels], height, _BAND[0], self._room.height() - _BAND[1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, y in zip(labels, placed, strict=True):
            label.y = y
        self._untangle(labels)
        for label in labels:
            self._paint_one(painter, label, two_lines=two_lines)

    def _untangle(self, labels: list[Label]) -> None:
        """Swap neighbours whose lines cross."""
        edge = 0.0 if self._at_left else self._room.width()
        for _ in labels:
            for upper, lower in pairwise(sorted(labels, key=lambda label: label.y)):
                near, far = (upper, lower) if abs(upper.at.x() - edge) < abs(lower.at.x() - edge) else (lower, upper)
                share = (near.at.x() - far.at.x()) / ((edge - far.at.x()) or 1.0)
                passes = far.at.y() + (far.y - far.at.y()) * share
                if (passes - near.at.y()) * (far.y - near.y) < 0:
                    upper.y, lower.y = lower.y, upper.y

    def _paint_veil(self, painter: QPainter) -> None:
        """Let the picture fade into the ground under the names, so that an arm does not run through them."""
        width = self._room.width()
        begin, end = (width * share if self._at_left else width * (1 - share) for share in _VEIL)
        ground, clear = QColor(self._theme.ground), QColor(self._theme.ground)
        ground.setAlphaF(0.93)
        clear.setAlphaF(0.0)
        gradient = QLinearGradient(begin, 0.0, end, 0.0)
        gradient.setColorAt(0.0, clear)
        gradient.setColorAt(1.0, ground)
        left = 0.0 if self._at_left else begin
        painter.fillRect(QRectF(left, 0.0, abs(width * (not self._at_left) - begin), self._room.height()), gradient)

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
        flag = Qt.AlignmentFlag.AlignLeft if self._at_left else Qt.AlignmentFlag.AlignRight
        painter.setFont(self._plain)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(box, flag | Qt.AlignmentFlag.AlignTop, plain)
        if small:
            painter.setFont(self._small)
            painter.setPen(QColor(self._theme.ink_soft))
            painter.drawText(box, flag | Qt.AlignmentFlag.AlignBottom, small)
