"""A part of a panel that wants its full height and scrolls where there is not enough of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_LEAST_PX = 96


class Yielding(QScrollArea):
    """Holds one widget; as high as it, if the layout has the room."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = held
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(held)
        held.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of what is held."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Enough to see that it scrolls."""
        whole = self._held.minimumSizeHint()
        return QSize(whole.width(), min(_LEAST_PX, whole.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is held."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
