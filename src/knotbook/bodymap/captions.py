"""Words printed on the picture: the view's name, and which side is the person's own left and right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.layout import Layout, Panel
from knotbook.bodymap.read_out import sized
from knotbook.domain.place import Side, View
from knotbook.resources.theme import Theme

_SIDE_Y = 96.0  # body units: level with the mouth, where there is room beside every head
_SIDE_X = 62.0  # body units from the midline to the near edge of the word
_LINE = 20.0
_BETWEEN = 20.0  # body units of the gap between two figures that a word may use


def view_name(view: View) -> str:
    """The name of a view as printed over it."""
    return {
        View.FRONT: QCoreApplication.translate("Captions", "Front"),
        View.BACK: QCoreApplication.translate("Captions", "Back"),
        View.SIDE: QCoreApplication.translate("Captions", "Right side"),
        View.SIDE_LEFT: QCoreApplication.translate("Captions", "Left side"),
    }[view]


def side_of_picture(view: View, *, left_of_picture: bool) -> Side | None:
    """The person's own side that is drawn at the left (or right) of `view`; None where a side view shows but one."""
    if view is View.FRONT:
        return Side.RIGHT if left_of_picture else Side.LEFT
    if view is View.BACK:
        return Side.LEFT if left_of_picture else Side.RIGHT
    return None


def side_words(side: Side) -> str:
    """ "your left" or "your right"."""
    if side is Side.LEFT:
        return QCoreApplication.translate("Captions", "your left")
    return QCoreApplication.translate("Captions", "your right")


def _short(side: Side) -> str:
    if side is Side.LEFT:
        return QCoreApplication.translate("Captions", "left")
    return QCoreApplication.translate("Captions", "right")


def paint_captions(painter: QPainter, layout: Layout, camera: Camera, theme: Theme, font: QFont, area: QRectF) -> None:
    """Names over the figures; "your left" and "your right" beside each head, or at the top edge if that is unseen.

    Words wholly outside the pixels of `area` are left out.
    """
    name, side = sized(font, 14, bold=True), sized(font, 12)
    for panel in layout.panels:
        words = [(name, theme.ink, _name(panel, camera))]
        for at_left in (True, False):
            words.append((side, theme.ink_soft, _side(panel, camera, QFontMetricsF(side), at_left=at_left)))
        for which, colour, found in words:
            if found is not None and found[0].intersects(area):
                painter.setFont(which)
                painter.setPen(QColor(colour))
                painter.drawText(found[0], Qt.AlignmentFlag.AlignCenter, found[1])


def _name(panel: Panel, camera: Camera) -> tuple[QRectF, str] | None:
    """The view's name over the crown, unless it would lie on the body."""
    top = camera.to_pixel(QPointF(panel.shift, panel.area.top()))
    if top.y() < _LINE:
        return None
    return QRectF(top.x() - 80, max(4.0, top.y() - 28), 160, _LINE), view_name(panel.view)


def _side(panel: Panel, camera: Camera, metrics: QFontMetricsF, *, at_left: bool) -> tuple[QRectF, str] | None:
    """The person's own side, beside the head or as near to it as is in sight; None if that half of the body is not."""
    side = side_of_picture(panel.view, left_of_picture=at_left)
    if side is None:
        return None
    sign = -1.0 if at_left else 1.0
    near = camera.to_pixel(QPointF(panel.shift + sign * _SIDE_X, _SIDE_Y))
    far = camera.to_pixel(QPointF(panel.area.left() if at_left else panel.area.right(), _SIDE_Y))
    width, words = camera.size.width(), side_words(side)
    if max(near.x(), far.x()) < 0 or min(near.x(), far.x()) > width:
        return None
    room = abs(far.x() - near.x()) + _BETWEEN * camera.scale
    if metrics.horizontalAdvance(words) > room:
        words = _short(side)  # two figures stand close together on a small picture
    needed = metrics.horizontalAdvance(words) + 2
    x = max(10.0, min(width - needed - 10.0, near.x() - needed if at_left else near.x()))
    return QRectF(x, max(10.0, near.y() - _LINE / 2), needed, _LINE), words
