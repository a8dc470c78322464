"""The question for a file begins in a folder that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from knotbook.charts.saving import KINDS
from knotbook.shell.chart_saver import ChartSaver
from knotbook.shell.pictures_folder import pictures_folder
from tests.fakes import FakeClock


def test_the_folder_of_pictures_or_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = QStandardPaths.StandardLocation
    found = {places.PicturesLocation: tmp_path / "Pictures", places.HomeLocation: tmp_path}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(found[place]))
    assert pictures_folder() == tmp_path
    (tmp_path / "Pictures").mkdir()
    assert pictures_folder() == tmp_path / "Pictures"


def test_a_chart_is_saved_first_in_a_folder_that_is_there(
    qtbot: QtBot, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = QStandardPaths.StandardLocation
    found = {
        places.PicturesLocation: tmp_path / "Pictures",
        places.DocumentsLocation: tmp_path / "Documents",
        places.HomeLocation: tmp_path,
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(found[place]))
    window = QWidget()
    qtbot.addWidget(window)
    saver = ChartSaver(window, clock)
    assert [saver.dialog("a", kind).directory().path() for kind in KINDS] == [str(tmp_path)] * 3
    for name in ("Pictures", "Documents"):
        (tmp_path / name).mkdir()
    folders = [Path(saver.dialog("a", kind).directory().path()).name for kind in KINDS]
    assert dict(zip(KINDS, folders, strict=True)) == {"png": "Pictures", "svg": "Documents", "csv": "Documents"}
