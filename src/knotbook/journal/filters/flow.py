"""Widgets side by side in as many lines as they need; the first one takes what its line leaves over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class FlowRow(QWidget):
    """Lays out what it is given with `hold`; hidden widgets take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Show these, the first one as wide as it can be."""
        self._held = tuple(widgets)
        for widget in self._held:
            widget.installEventFilter(self)
        self.settle()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them."""
        return QSize(max((self._size(one).width() for one in self._held), default=0), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow widgets that come, go, or want another size."""
        if watched in self._held and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.LayoutRequest,
            QEvent.Type.Polish,
        ):
            self.settle()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Lay out anew: words have changed, or something came or went."""
        lines: list[list[QWidget]] = [[]]
        for widget in (one for one in self._held if not one.isHidden()):
            if lines[-1] and self._width((*lines[-1], widget)) > self.width():
                lines.append([])
            lines[-1].append(widget)
        top = 0
        for line in lines:
            top = self._place(line, top) + GAP
        self.setFixedHeight(max(1, top - GAP))

    def _place(self, line: Sequence[QWidget], top: int) -> int:
        """Put one line in its place; returns where it ends."""
        height = max((self._size(one).height() for one in line), default=0)
        left, spare = 0, self.width() - self._width(line)
        for widget in line:
            width = self._size(widget).width() + (max(0, spare) if widget is self._held[0] else 0)
            widget.setGeometry(left, top, min(width, self.width()), height)
            left += width + GAP
        return top + height

    def _width(self, line: Sequence[QWidget]) -> int:
        return sum(self._size(one).width() for one in line) + GAP * (len(line) - 1)

    def _size(self, widget: QWidget) -> QSize:
        hint = widget.sizeHint()
        return QSize(widget.minimumWidth(), hint.height()) if widget is self._held[0] else hint
