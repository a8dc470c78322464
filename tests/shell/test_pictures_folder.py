"""The question for a file begins in a folder that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from knotbook.shell.pictures_folder import pictures_folder


def test_the_folder_of_pictures_or_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = QStandardPaths.StandardLocation
    found = {places.PicturesLocation: tmp_path / "Pictures", places.HomeLocation: tmp_path}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(found[place]))
    assert pictures_folder() == tmp_path
    (tmp_path / "Pictures").mkdir()
    assert pictures_folder() == tmp_path / "Pictures"
