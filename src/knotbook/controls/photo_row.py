"""Thumbnails of an entry's photos. A press makes one large; a photo whose file is gone says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

THUMB_PX = 56
_LARGEST_PX = 320


@dataclass(frozen=True, slots=True)
class Thumb:
    """One photo: its id, and its JPEG; None if the file is missing or was changed."""

    id: str
    jpeg: bytes | None


class PhotoRow(QWidget):
    """`picked(Path)`: a file to attach; `remove_requested(str)`: the id of a photo.

    Files come from the person's own picking, never from anywhere else.
    """

    picked = Signal(object)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbs: tuple[Thumb, ...] = ()
        self._open = ""
        self.buttons: list[QPushButton] = []
        self.add = QPushButton(self.tr("Add a photo…"), self)
        self.add.setProperty("role", "quiet")
        self.add.clicked.connect(self.ask)
        self.large = QLabel(self)
        self.large.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.large.setWordWrap(True)
        self.remove = QPushButton(self.tr("Remove this photo"), self)
        self.remove.setProperty("role", "quiet")
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self._open))
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        for widget in (self.error, self.large):
            column.addWidget(widget)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_theme(theme)
        self.show_photos(())

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.add.setIcon(icon("camera", theme.ink_soft))
        self.show_photos(self._thumbs)

    def show_photos(self, thumbs: Sequence[Thumb]) -> None:
        """Show these; the large one stays large if it is still there."""
        self._thumbs = tuple(thumbs)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(thumb, number) for number, thumb in enumerate(thumbs, 1)]
        for number, button in enumerate(self.buttons):
            self._row.insertWidget(number, button)
        self.error.hide()
        self._enlarge(self._open if self._open in {thumb.id for thumb in thumbs} else "")

    def complain(self, words: str) -> None:
        """Say why a picture was not taken."""
        self.error.setText(words)
        self.error.show()
        self.add.setAccessibleDescription(words)

    def ask(self) -> None:
        """Let the person pick a file."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Add a photo"), "", kinds)
        if chosen:
            self.picked.emit(Path(chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the large picture."""
        super().resizeEvent(event)
        if self._open and event.oldSize().width() != event.size().width():
            self._enlarge(self._open)

    def _button(self, thumb: Thumb, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "thumb")
        button.setAutoDefault(False)
        button.setFixedSize(THUMB_PX + 8, THUMB_PX + 8)
        button.setIconSize(QSize(THUMB_PX, THUMB_PX))
        picture = _pixmap(thumb)
        words = self.tr("Photo {n}").format(n=number)
        if picture is None:
            words = self.tr("Photo {n}, its file is missing").format(n=number)
        square = _square(picture, self.devicePixelRatio()) if picture else None
        button.setIcon(QIcon(square) if square else icon("warning", self._theme.danger))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda _checked=False, one=thumb.id: self._enlarge("" if self._open == one else one))
        return button

    def _enlarge(self, photo_id: str) -> None:
        self._open = photo_id
        thumb = next((one for one in self._thumbs if one.id == photo_id), None)
        self.large.setVisible(thumb is not None)
        self.remove.setVisible(thumb is not None)
        if thumb is None:
            return
        picture = _pixmap(thumb)
        if picture is None:
            words = self.tr("The file of this photo is missing from the photo folder, or was changed there.")
            self.large.setText(words)
            return
        ratio = self.devicePixelRatio()
        box = QSize(max(120, self.width()), _LARGEST_PX) * ratio
        fitted = picture.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.large.setPixmap(fitted)


def _pixmap(thumb: Thumb) -> QPixmap | None:
    picture = QPixmap()
    return picture if thumb.jpeg is not None and picture.loadFromData(thumb.jpeg) else None


def _square(picture: QPixmap, ratio: float) -> QPixmap:
    """The middle of `picture`, as large as a thumbnail."""
    side = round(THUMB_PX * ratio)
    filled = picture.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    cut = filled.copy((filled.width() - side) // 2, (filled.height() - side) // 2, side, side)
    cut.setDevicePixelRatio(ratio)
    return cut
