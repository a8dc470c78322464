"""Saves a chart where the person says, or copies it; says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from knotbook.charts.save_button import COPY
from knotbook.charts.saving import Picture, for_clipboard, save, written
from knotbook.domain.clock import Clock
from knotbook.domain.trouble import Trouble

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

    def save(self, picture: Picture, kind: str) -> None:
        """`kind`: what `SaveButton.chosen` gives."""
        if kind == COPY:
            QGuiApplication.clipboard().setMimeData(for_clipboard(picture))
            self.said.emit(self.tr("Copied: the picture and its numbers."))
            return
        path = self._ask(f"{picture.title} {self._clock.now().day().isoformat()}.{kind}", kind)
        if path is None:
            return
        try:
            save(path, written(picture, kind))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.said.emit(self.tr("Saved as {name}").format(name=path.name))

    def _ask_file(self, name: str, kind: str) -> Path | None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        if kind == "png":
            place = QStandardPaths.StandardLocation.PicturesLocation
        start = str(Path(QStandardPaths.writableLocation(place)) / name)
        kinds = {
            "png": self.tr("Picture (*.png)"),
            "svg": self.tr("Drawing (*.svg)"),
            "csv": self.tr("Table (*.csv)"),
        }
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the chart"), start, kinds[kind])
        return Path(chosen).with_suffix(f".{kind}") if chosen else None
