"""Knotbook in the tray: it tells of questions while the window is away, brings it back, and quits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from knotbook.controls.icons import app_icon

SHOWN_MS = 10_000


class Tray(QObject):
    """`opened`: bring the window; `answering`: and put the keyboard on the question; `quit_wished`."""

    opened = Signal()
    answering = Signal()
    quit_wished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setToolTip(self.tr("Knotbook"))
        self.menu = QMenu()
        self.menu.addAction(self.tr("Open Knotbook"), self.opened.emit)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Quit"), self.quit_wished.emit)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.answering)

    @staticmethod
    def available() -> bool:
        """Whether this desktop has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, shown: bool) -> None:
        """Put the icon into the tray, or take it out."""
        self._icon.setVisible(shown)

    def shown(self) -> bool:
        """Whether the icon is in the tray."""
        return self._icon.isVisible()

    def tell(self, words: str, why: str) -> None:
        """Show a notification that goes away by itself."""
        self._icon.showMessage(words, why, app_icon(), SHOWN_MS)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
