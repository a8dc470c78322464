"""Words printed on the picture: the view's name, and which side is the person's own left and right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.layout import Layout, Panel
from knotbook.domain.place import Side, View
from knotbook.resources.theme import Theme

_SIDE_Y = 96.0  # body units: level with the mouth, where there is room beside every head
_SIDE_X = 62.0  # body units from the midline to the near edge of the word
_LINE = 20.0


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


def paint_captions(painter: QPainter, layout: Layout, camera: Camera, theme: Theme, font: QFont) -> None:
    """Names over the figures; "your left" and "your right" beside each head, or at the top edge if that is unseen."""
    for panel in layout.panels:
        _paint_name(painter, panel, camera, theme, font)
        for left_of_picture in (True, False):
            side = side_of_picture(panel.view, left_of_picture=left_of_picture)
            if side is not None:
                _paint_side(painter, panel, camera, theme, font, side_words(side), left_of_picture)


def _paint_name(painter: QPainter, panel: Panel, camera: Camera, theme: Theme, font: QFont) -> None:
    top = camera.to_pixel(QPointF(panel.shift, panel.area.top()))
    if top.y() < _LINE:  # zoomed in: the name would lie on the body
        return
    bold = QFont(font)
    bold.setPixelSize(14)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(theme.ink))
    box = QRectF(top.x() - 80, max(4.0, top.y() - 28), 160, _LINE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, view_name(panel.view))


def _paint_side(
    painter: QPainter, panel: Panel, camera: Camera, theme: Theme, font: QFont, words: str, at_left: bool
) -> None:
    sign = -1.0 if at_left else 1.0
    near = camera.to_pixel(QPointF(panel.shift + sign * _SIDE_X, _SIDE_Y))
    far = camera.to_pixel(QPointF(panel.area.left() if at_left else panel.area.right(), _SIDE_Y))
    width = camera.size.width()
    if max(near.x(), far.x()) < 0 or min(near.x(), far.x()) > width:
        return
    small = QFont(font)
    small.setPixelSize(12)
    painter.setFont(small)
    text_width = painter.fontMetrics().horizontalAdvance(words)
    x = near.x() - text_width if at_left else near.x()
    x = max(10.0, min(width - text_width - 10.0, x))
    y = max(10.0, near.y() - _LINE / 2)
    painter.setPen(QColor(theme.ink_soft))
    painter.drawText(QRectF(x, y, text_width + 2, _LINE), Qt.AlignmentFlag.AlignVCenter, words)
