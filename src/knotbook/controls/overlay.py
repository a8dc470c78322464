"""A panel that lies over the right edge of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

WIDTH = 400
_MARGIN = 16
_TOP = 12


class Overlay(QWidget):
    """Keeps to the right edge of its parent, as high as the parent lets it."""

    def __init__(self, page: QWidget, *, width: int = WIDTH) -> None:
        """`width`: the least it needs, in pixels."""
        super().__init__(page)
        self._page = page
        self._width = width
        self._covered: QWidget | None = None
        self._covered_least = 0
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self.hide()

    def cover(self, panel: QWidget) -> None:
        """Lie over this one of the page, at least as wide as the overlay meanwhile, so that nothing else is covered."""
        self._covered = panel
        self._covered_least = panel.minimumWidth()
        panel.installEventFilter(self)

    def appear(self) -> None:
        """Lie on top."""
        self._settle()
        self.show()
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Make room."""
        super().showEvent(event)
        if self._covered is not None:
            self._covered.setMinimumWidth(self._width)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        if self._covered is not None and self.isHidden():
            self._covered.setMinimumWidth(self._covered_least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page and of the panel."""
        if watched in (self._page, self._covered) and event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        beside = self._covered.width() if self._covered is not None and self._covered.isVisible() else 0
        width = min(max(self._width, beside), self._page.width() - 2 * _MARGIN)
        left = self._page.width() - width - _MARGIN
        self.setGeometry(left, _TOP, width, self._page.height() - 2 * _TOP)
