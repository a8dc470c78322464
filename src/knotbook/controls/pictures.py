"""Pictures a person picked: made small, and rid of everything but what is seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from knotbook.controls.jpeg_end import is_cut_off

LONGEST_PX = 1600
MOST_BYTES = 50_000_000
_QUALITY = 85

tr = QCoreApplication.translate


class PictureError(ValueError):
    """A picture that cannot be used; the message says why to the person."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG as bytes, with its size in pixels. `is_cut_off`: the file it came from ends too early; a part is grey."""

    jpeg: bytes
    width: int
    height: int
    is_cut_off: bool = False


def load_picture(path: Path) -> Picture:
    """The picture in the file `path`, upright, at most 1,600 px long, encoded anew from its pixels alone.

    Place, time, camera and every other note in the file stay behind. Raises PictureError.
    """
    image = _read(path)
    drawn = QImage(image.size(), QImage.Format.Format_RGB32)  # a new image carries none of the old one's notes
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(drawn):
        raise PictureError(tr("pictures", "The picture could not be made smaller."))
    return Picture(bytes(buffer.data().data()), drawn.width(), drawn.height(), _ends_early(path))


def _read(path: Path) -> QImage:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise PictureError(tr("pictures", "{name} cannot be opened.").format(name=path.name)) from error
    if size > MOST_BYTES:
        raise PictureError(tr("pictures", "{name} is larger than 50 MB.").format(name=path.name))
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid() and max(whole.width(), whole.height()) > LONGEST_PX:
        reader.setScaledSize(_fitted(whole))
    image = reader.read()
    if image.isNull():
        words = tr("pictures", "{name} is not a picture Knotbook can read. JPEG and PNG always work.")
        raise PictureError(words.format(name=path.name))
    return image.scaled(_fitted(image.size()), mode=Qt.TransformationMode.SmoothTransformation)


def _ends_early(path: Path) -> bool:
    try:
        return is_cut_off(path.read_bytes())
    except OSError as error:
        raise PictureError(tr("pictures", "{name} cannot be opened.").format(name=path.name)) from error


def _fitted(size: QSize) -> QSize:
    """`size` within the longest side, never larger than it is."""
    box = QSize(LONGEST_PX, LONGEST_PX)
    fits = size.width() <= LONGEST_PX and size.height() <= LONGEST_PX
    return size if fits else size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
