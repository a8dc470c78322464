"""A panel that lies over the right edge of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

WIDTH = 400
_MARGIN = 16
_TOP = 12


class Overlay(QWidget):
    """Keeps to the right edge of its parent, as high as the parent lets it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Lie on top."""
        self._settle()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        width = min(WIDTH, self._page.width() - 2 * _MARGIN)
        left = self._page.width() - width - _MARGIN
        self.setGeometry(left, _TOP, width, self._page.height() - 2 * _TOP)
