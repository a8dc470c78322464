"""Lines of places and entries, each led by its number on the colour of the pain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

LINE_PX = 36
_KEY, _NUMBER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PlaceLine(NamedTuple):
    """One line of a list: a place or an entry, with its number. `key`: what comes back when it is chosen."""

    key: object
    words: str
    intensity: int | None


def badge(intensity: int | None, theme: Theme, ratio: float = 2.0) -> QIcon:
    """A 24 px disc with the number on its pain colour, empty for None."""
    picture = QPixmap(QSize(24, 24) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = theme.no_data if intensity is None else theme.pain[intensity]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(1, 1, 22, 22)
    painter.setPen(QColor(ink_on(fill)))
    font = painter.font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(0, 0, 24, 24, Qt.AlignmentFlag.AlignCenter, "" if intensity is None else str(intensity))
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # the colour is the number: a selection must not tint it
    return made


class LineList(QListWidget):
    """`line_chosen(key)`: a line was clicked, or Enter was pressed on it."""

    line_chosen = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("role", "plain")
        self.setIconSize(QSize(24, 24))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.line_chosen.emit(item.data(_KEY)))
        self.itemActivated.connect(lambda item: self.line_chosen.emit(item.data(_KEY)))

    def set_theme(self, theme: Theme) -> None:
        """Redraw the badges."""
        self._theme = theme
        for row in range(self.count()):
            item = self.item(row)
            item.setIcon(badge(item.data(_NUMBER), theme))

    def show_lines(self, lines: Sequence[PlaceLine]) -> None:
        """Show these instead."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(badge(line.intensity, self._theme), line.words)
            item.setToolTip(line.words)
            item.setData(_KEY, line.key)
            item.setData(_NUMBER, line.intensity)
            number = self.tr("no number") if line.intensity is None else str(line.intensity)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.words}, {number}")
            item.setSizeHint(QSize(0, LINE_PX))
            self.addItem(item)
