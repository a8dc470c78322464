"""What lays its own parts out in as many lines as they need."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Flowing(QWidget):
    """Calls `_flow` whenever its width or the size of its text is another."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._flow()

    def event(self, event: QEvent) -> bool:
        """Follow the size of the text."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._flow()
        return done

    @abstractmethod
    def _flow(self) -> None:
        """Lay the parts out in lines."""
