"""The app's icon in all the forms that desktops want, painted from the one drawing in assets/icons/knotbook.svg."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tools.packages.place import ROOT

DRAWING = ROOT / "assets/icons/knotbook.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]


def write(folder: Path) -> None:
    """`<size>.png`, `knotbook.ico` for Windows and `knotbook.icns` for macOS into `folder`."""
    app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(_png(size))
    large = Image.open(io.BytesIO(_png(1024)))
    large.save(folder / "knotbook.ico", sizes=ICO)
    large.save(folder / "knotbook.icns")
    del app


def _png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    return bytes(buffer.data().data())
