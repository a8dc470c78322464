"""A panel that lies over the right edge of a page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from knotbook.controls.nrs_strip import NrsStrip

WIDTH = 400
_MARGIN = 16
_TOP = 12


class Overlay(QWidget):
    """Keeps to the right edge of its parent, as high as the parent lets it.

    Escape closes it wherever on the page the keyboard stands, unless what has the keyboard needs the key first.
    """

    def __init__(self, page: QWidget, *, width: int = WIDTH) -> None:
        """`width`: the least it needs, in pixels."""
        super().__init__(page)
        self._page = page
        self._width = width
        self._covered: QWidget | None = None
        self._covered_least: int | None = None  # what it needed before it was made wider
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._away = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._away.setEnabled(False)
        self._away.activated.connect(self._escaped)
        self._away.activatedAmbiguously.connect(self._escaped)  # two of them are open: the one on top is meant
        page.installEventFilter(self)  # last: a kind of its own filters events only once it is made
        self.hide()

    def cover(self, panel: QWidget) -> None:
        """Lie over this one of the page, at least as wide as the overlay meanwhile, so that nothing else is covered."""
        self._covered = panel
        panel.installEventFilter(self)

    def escape(self) -> bool:
        """Escape was pressed beside it: close, if nothing is lost by it; whether it did."""
        return False

    def listen(self, wanted: bool) -> None:
        """Take notice of Escape, or not."""
        self._away.setEnabled(wanted)

    def appear(self) -> None:
        """Lie on top."""
        self._settle()
        self.show()
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Make room."""
        super().showEvent(event)
        self.listen(True)
        if self._covered is not None and self._covered.minimumWidth() < self._width:
            self._covered_least = self._covered.minimumWidth()
            self._covered.setMinimumWidth(self._width)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self.listen(not self.isHidden())
        if self._covered is not None and self._covered_least is not None and self.isHidden():
            if self._covered.minimumWidth() == self._width:  # else the page has settled it anew since
                self._covered.setMinimumWidth(self._covered_least)
            self._covered_least = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page and of the panel."""
        if watched in (self._page, self._covered) and event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _escaped(self) -> None:
        focused = QApplication.focusWidget()
        shown = [one for one in self._page.children() if isinstance(one, Overlay) and not one.isHidden()]
        if focused is not None and shown and (_needs_escape(focused, shown) or not shown[-1].escape()):
            _pass_on(focused, shown)

    def _settle(self) -> None:
        beside = self._covered.width() if self._covered is not None and self._covered.isVisible() else 0
        width = min(max(self._width, beside), self._page.width() - 2 * _MARGIN)
        left = self._page.width() - width - _MARGIN
        self.setGeometry(left, _TOP, width, self._page.height() - 2 * _TOP)


def _pass_on(focused: QWidget, shown: list[Overlay]) -> None:
    """Give the key to what has the keyboard, as if there were no panel."""
    for one in shown:
        one.listen(False)  # else Qt asks the shortcuts again
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(focused, key)
    for one in shown:
        one.listen(not one.isHidden())


def _needs_escape(focused: QWidget, shown: list[Overlay]) -> bool:
    """Whether the key is for what has the keyboard: a panel's own parts but its strips, a line, a strip, a drag."""
    if isinstance(focused, QLineEdit) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return True
    above: QWidget | None = focused
    in_strip = False
    while above is not None:
        if above in shown:
            return not in_strip
        in_strip = in_strip or isinstance(above, NrsStrip)
        above = above.parentWidget()
    return in_strip
