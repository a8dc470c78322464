"""A chart leaves Knotbook: as a picture, as a drawing, as numbers. Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from knotbook.analysis.tabular import Table, csv_text, tsv_text
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.resources.theme import Theme

KINDS = ("png", "svg", "csv")
"""The endings of what can be saved."""
SCALE = 2.0
"""Pixels of a PNG for each logical pixel."""

_PAD, _TITLE, _BETWEEN = 24.0, 18, 12.0
_KINDS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), TroubleKind.DISK_FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), TroubleKind.NO_PERMISSION),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), TroubleKind.MISSING_FOLDER),
    **dict.fromkeys((errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG), TroubleKind.NOT_A_FILE),
}


@dataclass(frozen=True)
class Picture:
    """What is saved of a chart: its title, its picture of `size` logical pixels, its sentence and its numbers."""

    title: str
    sentence: str
    table: Table
    size: QSizeF
    paint: Callable[[QPainter], None]
    theme: Theme
    font: QFont


def written(picture: Picture, kind: str) -> bytes:
    """The bytes of a file of one of `KINDS`; raises ValueError for any other."""
    if kind == "png":
        return _png(image_of(picture))
    if kind == "svg":
        return _svg(picture)
    if kind == "csv":
        return csv_text(picture.table).encode("utf-8", "replace")
    raise ValueError(kind)


def for_clipboard(picture: Picture) -> QMimeData:
    """The picture, and its numbers with tabs between them: whoever pastes takes what they can use."""
    data = QMimeData()
    data.setText(tsv_text(picture.table))
    data.setImageData(image_of(picture))
    return data


def image_of(picture: Picture) -> QImage:
    """Title, chart and sentence, twice as fine as on the screen."""
    size = _whole_size(picture)
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    painter = QPainter(image)
    _paint(painter, picture, size)
    painter.end()
    return image


def save(path: Path, data: bytes) -> None:
    """Write a file; an older one of that name is replaced once the new one is whole.

    Raises Trouble if the disk refuses, and then leaves nothing behind.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise _trouble(error) from error


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # the folder itself is gone or closed: then there is nothing of ours in it
        return


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(picture: Picture) -> bytes:
    size, buffer = _whole_size(picture), QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # 1.2 Tiny knows no clipping
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(picture.title)
    generator.setDescription(picture.sentence)
    painter = QPainter(generator)
    _paint(painter, picture, size)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, picture: Picture, size: QSize) -> None:
    painter.fillRect(0, 0, size.width(), size.height(), QColor(picture.theme.surface))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide, y = size.width() - 2 * _PAD, _PAD
    painter.setFont(_title_font(picture.font))
    painter.setPen(QColor(picture.theme.ink))
    high = QFontMetricsF(painter.font()).height()
    painter.drawText(QRectF(_PAD, y, wide, high), Qt.AlignmentFlag.AlignLeft, picture.title)
    y += high + _BETWEEN
    painter.save()
    painter.translate(_PAD, y)
    picture.paint(painter)
    painter.restore()
    painter.setFont(picture.font)
    painter.setPen(QColor(picture.theme.ink_soft))
    y += picture.size.height() + _BETWEEN
    words = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(QRectF(_PAD, y, wide, size.height() - y), words, picture.sentence)


def _whole_size(picture: Picture) -> QSize:
    wide = picture.size.width()
    title = QFontMetricsF(_title_font(picture.font)).height()
    room = QRectF(0, 0, wide, 10_000)
    words = QFontMetricsF(picture.font).boundingRect(room, Qt.TextFlag.TextWordWrap, picture.sentence).height()
    high = _PAD + title + _BETWEEN + picture.size.height() + _BETWEEN + words + _PAD
    return QSize(round(wide + 2 * _PAD), round(high))


def _title_font(font: QFont) -> QFont:
    large = QFont(font)
    large.setPixelSize(_TITLE)
    large.setWeight(QFont.Weight.DemiBold)
    return large


def _trouble(error: OSError) -> Trouble:
    kind = _KINDS.get(error.errno or 0, TroubleKind.INPUT_OUTPUT)
    why, can_do = _words()[kind]
    what = QCoreApplication.translate("Saving", "The chart was not saved.")
    return Trouble(kind, what=what, why=why, can_do=(can_do,), detail=f"{type(error).__name__} {error.errno}")


def _words() -> dict[TroubleKind, tuple[str, str]]:
    return {
        TroubleKind.DISK_FULL: (
            QCoreApplication.translate("Saving", "The disk is full."),
            QCoreApplication.translate("Saving", "Make room on it, or choose another disk."),
        ),
        TroubleKind.NO_PERMISSION: (
            QCoreApplication.translate("Saving", "You may not write to that folder."),
            QCoreApplication.translate("Saving", "Choose another folder."),
        ),
        TroubleKind.MISSING_FOLDER: (
            QCoreApplication.translate("Saving", "That folder does not exist any more."),
            QCoreApplication.translate("Saving", "Choose another folder."),
        ),
        TroubleKind.NOT_A_FILE: (
            QCoreApplication.translate("Saving", "No file can have that name there."),
            QCoreApplication.translate("Saving", "Choose another name."),
        ),
        TroubleKind.INPUT_OUTPUT: (
            QCoreApplication.translate("Saving", "The disk or drive reported an error."),
            QCoreApplication.translate("Saving", "Check it, or choose another place."),
        ),
    }
