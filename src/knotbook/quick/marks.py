"""The small sign in front of a sentence: the number of a pain on its colour, or the icon of what it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from knotbook.controls.icons import pixmap
from knotbook.controls.nrs_strip import ink_on
from knotbook.domain.records import Body, Day, Exercise, JointSign, Pain, Release
from knotbook.resources.theme import Theme

SIZE = 24
_ICONS: dict[type, str] = {Release: "release", Exercise: "exercise", Day: "day", JointSign: "joint"}


def mark(body: Body, theme: Theme, ratio: float) -> QPixmap:
    """The sign of `body`, 24 logical px, at `ratio` device px a logical px."""
    if not isinstance(body, Pain):
        return pixmap(_ICONS.get(type(body), "check"), theme.accent, SIZE, ratio)
    drawn = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.pain[body.intensity]))
    painter.drawEllipse(1, 1, SIZE - 2, SIZE - 2)
    font = painter.font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(ink_on(theme.pain[body.intensity])))
    painter.drawText(QRectF(0, 0, SIZE, SIZE), Qt.AlignmentFlag.AlignCenter, str(body.intensity))
    painter.end()
    return drawn
