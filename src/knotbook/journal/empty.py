"""What the journal shows in place of the table while nothing is listed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.journal.words import tr
from knotbook.resources.theme import Theme

PICTURE = 48
"""Width and height of the picture in pixels."""


class EmptyPage(QWidget):
    """A picture, what is so, what to do. `pressed`: the button, if there is one."""

    pressed = Signal()

    def __init__(
        self, picture: str, head: str, words: str, theme: Theme, parent: QWidget | None = None, *, button: str = ""
    ) -> None:
        """`picture`: the name of an icon."""
        super().__init__(parent)
        self._icon = picture
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(self)
        heading = QLabel(head, self)
        heading.setProperty("role", "heading")
        caption = QLabel(words, self)
        caption.setProperty("role", "caption")
        self.button = QPushButton(button, self)
        self.button.setVisible(bool(button))
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._picture, heading, caption, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the picture in the colours of `theme`."""
        self._picture.setPixmap(icon(self._icon, theme.ink_faint, PICTURE).pixmap(PICTURE, PICTURE))


def empty_pages(theme: Theme, parent: QWidget) -> tuple[EmptyPage, EmptyPage, EmptyPage]:
    """For a journal without entries, for one in which nothing fits, and for an empty bin."""
    to_begin = tr("journal", "Tap the body where it hurts and drag to say how much. It will be listed here.")
    none_fits, clear = tr("journal", "No entry fits all that is asked for above."), tr("journal", "Clear all")
    lies_here = tr("journal", "What you remove lies here until you empty it.")
    return (
        EmptyPage("journal", tr("journal", "Nothing written yet"), to_begin, theme, parent),
        EmptyPage("search", tr("journal", "Nothing found"), none_fits, theme, parent, button=clear),
        EmptyPage("bin", tr("journal", "The bin is empty"), lies_here, theme, parent),
    )
