"""What figures with a number axis on the left share: its steps, its lines, its labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from knotbook.charts.day_words import number_text
from knotbook.charts.figure import Sheet

AXIS_PX = 46.0  # "100 %" and a little room
_ROOM_PX = 28.0
_CORNER = 3.0


def steps(highest: float, height: float) -> list[float]:
    """Round numbers from 0 to at least `highest` (and at least 1), about one every 28 px, the last one on top."""
    wanted = max(1.0, highest)
    most = max(1, int(height / _ROOM_PX))
    power = 1.0
    while True:
        for step in (power, 2 * power, 5 * power):
            count = -int(-wanted // step)
            if count <= most:
                return [step * n for n in range(count + 1)]
        power *= 10


def paint_axis(painter: QPainter, sheet: Sheet, area: QRectF, levels: Sequence[float], unit: str = "") -> None:
    """Lines across `area` at `levels`, from the first at its bottom to the last at its top, their numbers and unit."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for number, level in enumerate(levels):
        y = round(level_y(area, level, levels[-1] or 1.0))
        painter.setPen(sheet.grid if number else sheet.base)
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(QColor(sheet.theme.ink_soft))
        painter.drawText(QRectF(area.left() - AXIS_PX, y - 10, AXIS_PX - 8, 20), right, number_text(level) + unit)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def level_y(area: QRectF, level: float, top: float) -> float:
    """Where a level lies in `area`, whose bottom is 0 and whose top is `top`."""
    return area.bottom() - level / top * area.height()


def bar_path(bar: QRectF) -> QPainterPath:
    """A bar with two rounded corners on top."""
    corner = min(_CORNER, bar.width() / 2, bar.height())
    path = QPainterPath(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + corner)
    path.quadTo(bar.topLeft(), bar.topLeft() + QRectF(0, 0, corner, 0).topRight())
    path.lineTo(bar.right() - corner, bar.top())
    path.quadTo(bar.topRight(), QRectF(bar.right(), bar.top() + corner, 0, 0).topLeft())
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path
