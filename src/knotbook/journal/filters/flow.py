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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Show these, the first one as wide as it can be."""
        self._held = tuple(widgets)
        for widget in self._held:
            widget.installEventFilter(self)
        self.settle()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(max(0, self._width(self._shown())), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them."""
        widest = max((self._size(one).width() for one in self._held), default=0)
        return QSize(widest, self.heightForWidth(self.maximumWidth()))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need at `width`, in pixels."""
        lines = self._lines(width)
        return sum(map(self._height, lines)) + GAP * (len(lines) - 1)

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
        self.updateGeometry()
        top = 0
        for line in self._lines(self.width()):
            self._place(line, top)
            top += self._height(line) + GAP

    def _shown(self) -> list[QWidget]:
        return [one for one in self._held if not one.isHidden()]

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = [[]]
        for widget in self._shown():
            if lines[-1] and self._width((*lines[-1], widget)) > width:
                lines.append([])
            lines[-1].append(widget)
        return lines

    def _place(self, line: Sequence[QWidget], top: int) -> None:
        height, left = self._height(line), 0
        spare = max(0, self.width() - self._width(line))
        for widget in line:
            width = self._size(widget).width() + (spare if widget is self._held[0] else 0)
            widget.setGeometry(left, top, min(width, self.width()), height)
            left += width + GAP

    def _height(self, line: Sequence[QWidget]) -> int:
        return max((self._size(one).height() for one in line), default=0)

    def _width(self, line: Sequence[QWidget]) -> int:
        return sum(self._size(one).width() for one in line) + GAP * (len(line) - 1)

    def _size(self, widget: QWidget) -> QSize:
        hint = widget.sizeHint()
        return QSize(widget.minimumWidth(), hint.height()) if widget is self._held[0] else hint
