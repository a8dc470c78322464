"""Whether Space is held, wherever in the window the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication


class SpaceKey(QObject):
    """Watches a window for Space, and takes nothing from who has the keyboard: a button there is still pressed by it.

    Until it is let go the whole application is watched: what Space opened, such as a menu, may get the key that ends
    it. A space in a text is only that. `changed(bool)`: it went down, or came up.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self.held = False

    def watch(self, window: QWindow | None) -> None:
        """Watch this window from now on, and no other."""
        if window is self._window:
            return
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._hold(False)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def took(self, event: QKeyEvent) -> bool:
        """Whether this key, going down or coming up, is Space."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self._hold(event.type() == QEvent.Type.KeyPress)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the key go down and up, and the window lose the keyboard: then it may come up in another program."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if self.held or not _is_written():
                self.took(event)
        elif event.type() == QEvent.Type.FocusOut and watched.isWindowType():
            self._hold(False)
        return False

    def _hold(self, held: bool) -> None:
        application = QCoreApplication.instance()
        if held == self.held or application is None:
            return
        self.held = held
        if held:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
        self.changed.emit(held)

    def _forget(self) -> None:
        self._window = None


def _is_written() -> bool:
    """Whether the keyboard is in a line or a text."""
    writing = QApplication.focusWidget()
    return writing is not None and writing.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
