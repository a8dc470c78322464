"""The map as a picture to keep: what it shows in words, the body, and the legend, on one sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap

from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.names import Names
from knotbook.bodymap.picture import BodyPicture
from knotbook.bodymap.quiet_picture import QuietPicture
from knotbook.bodymap.read_out import sized
from knotbook.resources.theme import Theme

_MARGIN = 24
_HEAD = 56
_FOOT = 40


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """How big a sheet is in logical pixels, how many device pixels each has, and its look."""

    size: QSize
    ratio: float
    theme: Theme
    font: QFont

    @property
    def picture_size(self) -> QSizeF:
        """How much of it the body gets, in logical pixels."""
        return QSizeF(self.size.width() - 2.0 * _MARGIN, self.size.height() - 2.0 * _MARGIN - _HEAD - _FOOT)


def stand(picture: BodyPicture, like: BodyPicture, style: SheetStyle) -> None:
    """Make `picture` (never shown) look from where `like` looks, at the size of the sheet."""
    picture.set_view(like.view)
    picture.set_layer(like.layer)
    stage, seen = picture.stage, like.stage.camera
    picture.resize(style.picture_size.toSize())
    stage.arrange(style.picture_size, style.ratio)
    if like.zoom.zoomed:
        wider = style.picture_size.width() / max(1.0, seen.size.width())
        higher = style.picture_size.height() / max(1.0, seen.size.height())
        stage.look(type(seen)(seen.x, seen.y, seen.scale * min(wider, higher), style.picture_size))


def compose(style: SheetStyle, head: str, caption: str, body: QPixmap, legend: MapLegend) -> QImage:
    """One sheet, opaque. `body`: the still picture of a `stand`ing body."""
    image = QImage(style.size * style.ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(style.ratio)
    image.fill(QColor(style.theme.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = style.size.width() - 2.0 * _MARGIN
    for words, y, pixels, ink in ((head, 0, 18, style.theme.ink), (caption, 28, 12, style.theme.ink_soft)):
        painter.setFont(sized(style.font, pixels, bold=pixels > 12))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(_MARGIN, _MARGIN + y, width, 28), Qt.AlignmentFlag.AlignLeft, words)
    painter.drawPixmap(QPointF(_MARGIN, _MARGIN + _HEAD), body)
    painter.translate(_MARGIN, style.size.height() - _MARGIN - 24)
    legend.draw(painter)
    painter.end()
    return image


def picture_sheet(shown: BodyPicture, names: Names, legend: MapLegend, head: str, caption: str) -> QImage:
    """The map as it is `shown`, twice as fine as the screen, on a sheet of its own."""
    size = QSize(max(720, shown.width()), max(640, shown.height() + _HEAD + _FOOT + 2 * _MARGIN))
    style = SheetStyle(size, 2.0, shown.theme, shown.font())
    copy = QuietPicture(shown.stage.geometry, names, shown.theme)
    stand(copy, shown, style)
    copy.copy_from(shown)
    image = compose(style, head, caption, copy.still(), legend)
    copy.deleteLater()
    return image


def as_png(image: QImage) -> bytes:
    """The bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only bytes-named formats
    return bytes(buffer.data().data())
