"""Where a question for a picture's file begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def pictures_folder() -> Path:
    """The person's folder of pictures; their home where there is none, not wherever Knotbook was started."""
    places = QStandardPaths.StandardLocation
    pictures = Path(QStandardPaths.writableLocation(places.PicturesLocation))
    return pictures if pictures.is_dir() else Path(QStandardPaths.writableLocation(places.HomeLocation))
