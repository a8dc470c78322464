"""The "+" beside the day: everything that can be logged besides pain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme
from knotbook.shell.main_window import MainWindow


class PlusMenu(QToolButton):
    """A small button with a menu; its keys work on every page of the window."""

    def __init__(
        self, window: MainWindow, theme: Theme, wishes: Sequence[tuple[str, str, Callable[[], None]]]
    ) -> None:
        """`wishes`: words, key and what to do, in the order of the menu."""
        super().__init__(window.ground)
        self.setProperty("role", "quiet")
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setToolTip(self.tr("Log something else: exercise, check-in, joint sign"))
        self.setAccessibleName(self.tr("Log something else"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        for words, key, do in wishes:
            action = QAction(words, window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, act=do: act())
            window.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        line = menu.addAction(self.tr("Type anything…") + "\tCtrl+K")  # the key itself belongs to the quick line
        line.triggered.connect(lambda _checked=False: window.quick.open())
        self.setMenu(menu)
        self.set_theme(theme)
        window.add_before_day(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the ink of `theme`."""
        self.setIcon(icon("plus", theme.ink))
