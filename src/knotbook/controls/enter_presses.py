"""Enter presses the button that has the keyboard, on pages as in dialogs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from knotbook.controls.nrs_strip import NrsButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Qt gives Enter to the buttons of dialogs alone; this gives it to those of `window` too.

    It watches only the button that has the keyboard: an Enter that a line has taken, and that then moved the keyboard
    to a button, must not press that button as well. The buttons of a strip of numbers know best when Enter is meant.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window has an application"
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is a click; held down it is only one."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not isinstance(watched, QPushButton | QToolButton):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        is_plain = isinstance(now, QPushButton | QToolButton) and not isinstance(now, NrsButton)
        if now is not None and is_plain and now.window() is self._window:
            now.installEventFilter(self)
