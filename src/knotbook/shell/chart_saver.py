"""Saves a chart where the person says, or copies it; says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from knotbook.charts.save_button import COPY
from knotbook.charts.saving import Picture, for_clipboard, save, written
from knotbook.domain.clock import Clock
from knotbook.domain.trouble import Trouble
from knotbook.shell.pictures_folder import documents_folder, pictures_folder

_FORBIDDEN = '<>"/\\|?*'
_LONGEST = 120

Ask = Callable[[str, str], Path | None]
"""Given a file name and its ending, where to save; None if nowhere."""


class ChartSaver(QObject):
    """`said(str)`: a plain sentence once it is done. `failed(Trouble)`: the disk refused; nothing was written."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, clock: Clock, ask: Ask | None = None) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._ask = ask or self._ask_file
        self._folder = ""

    def save(self, picture: Picture, kind: str) -> None:
        """`kind`: what `SaveButton.chosen` gives."""
        if kind == COPY:
            QGuiApplication.clipboard().setMimeData(for_clipboard(picture))
            self.said.emit(self.tr("Copied: the picture and its numbers."))
            return
        path = self._ask(file_name(picture.title, self._clock.now().day(), kind), kind)
        if path is None:
            return
        try:
            save(path, written(picture, kind))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.said.emit(self.tr("Saved as {name}").format(name=path.name))

    def dialog(self, name: str, kind: str) -> QFileDialog:
        """The question where to save, with `name` already in it; it asks before it writes over anything."""
        kinds = {
            "png": self.tr("Picture (*.png)"),
            "svg": self.tr("Drawing (*.svg)"),
            "csv": self.tr("Table (*.csv)"),
        }
        folder = self._folder or str(pictures_folder() if kind == "png" else documents_folder())
        asked = QFileDialog(self._window, self.tr("Save the chart"), folder, kinds[kind])
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix(kind)
        asked.selectFile(name)
        return asked

    def _ask_file(self, name: str, kind: str) -> Path | None:
        asked = self.dialog(name, kind)
        try:
            if not asked.exec():
                return None
            chosen = with_ending(Path(asked.selectedFiles()[0]), kind)
        finally:
            asked.deleteLater()
        self._folder = str(chosen.parent)
        return chosen


def file_name(title: str, day: date, kind: str) -> str:
    """A name that every system takes, such as "Days between flares, right hip 2026-03-03.png"."""
    kept = "".join("," if one == ":" else "-" if one in _FORBIDDEN or ord(one) < 32 else one for one in title)
    return f"{kept[:_LONGEST].strip(' .')} {day.isoformat()}.{kind}"


def with_ending(path: Path, kind: str) -> Path:
    """The path with its ending; a name that gets one here, unasked, is a new one and never writes over another."""
    if path.suffix.lower() == f".{kind}":
        return path
    names = (path.with_name(f"{path.name}{more}.{kind}") for more in ("", *(f" ({n})" for n in range(2, 1000))))
    return next((name for name in names if not name.exists()), path.with_name(f"{path.name}.{kind}"))
