"""What the journal shows before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

PICTURE = 48
"""Width and height of the picture in pixels."""


class EmptyPage(QWidget):
    """Says that nothing is written yet, and how to write."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(self)
        head = QLabel(self.tr("Nothing written yet"), self)
        head.setProperty("role", "heading")
        words = QLabel(self.tr("Tap the body where it hurts and drag to say how much. It will be listed here."), self)
        words.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._picture, head, words):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the picture in the colours of `theme`."""
        self._picture.setPixmap(icon("journal", theme.ink_faint, PICTURE).pixmap(PICTURE, PICTURE))
