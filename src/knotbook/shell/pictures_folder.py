"""Where a question for the file of a picture or of a document begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_Places = QStandardPaths.StandardLocation


def pictures_folder() -> Path:
    """The person's folder of pictures; their home where there is none, not wherever Knotbook was started."""
    return _folder(_Places.PicturesLocation)


def documents_folder() -> Path:
    """The person's folder of documents; their home where there is none."""
    return _folder(_Places.DocumentsLocation)


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path(QStandardPaths.writableLocation(_Places.HomeLocation))
