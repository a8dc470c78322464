"""A panel over the window it belongs to, with a veil over the rest: never a second window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from knotbook.resources.theme import Theme

MARGIN = 24


class Veil(QWidget):
    """Covers `parent` and shows `panel` on it. The keyboard stays inside until Esc or a click beside it closes it.

    `closed()`: it was closed, and the keyboard is back where it was.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, width: int, top: int | None = None) -> None:
        """`width`: of the panel in px, if there is room. `top`: where it begins; None: as high as the window allows."""
        super().__init__(parent)
        self.theme = theme
        self._room = parent
        self._width = width
        self._top = top
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "panel")
        self.hide()
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show it and take the keyboard; the focus proxy of the panel gets it."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.arrange()
        self.show()
        self.raise_()
        (self.panel.focusProxy() or self.panel).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close it and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self.update()

    def arrange(self) -> None:
        """Cover the parent and put the panel in its place."""
        self.setGeometry(self._room.rect())
        width = min(self._width, self.width() - 2 * MARGIN)
        self.panel.setFixedWidth(width)
        top = MARGIN if self._top is None else self._top
        most = self.height() - top - MARGIN
        height = most if self._top is None else min(most, self._wanted_height(width))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _wanted_height(self, width: int) -> int:
        layout = self.panel.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.panel.sizeHint().height()
        layout.invalidate()
        return layout.totalHeightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent."""
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk round inside the panel instead of out of it."""
        inside = [w for w in self.panel.findChildren(QWidget) if w.isVisibleTo(self) and _takes_tab(w)]
        current = QApplication.focusWidget()
        at = inside.index(current) if current in inside else -1 if forward else 0
        if inside:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            inside[(at + (1 if forward else -1)) % len(inside)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key gets through to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page beneath, darker."""
        painter = QPainter(self)
        veil = QColor("#000000" if self.theme.dark else self.theme.ink)
        veil.setAlpha(150 if self.theme.dark else 90)
        painter.fillRect(self.rect(), veil)
        painter.end()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
