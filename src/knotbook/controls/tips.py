"""Tips that leave what they explain, and what stands next to it, in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip, QWidget

GAP = 4
"""Pixels between a tip and what it belongs to."""
_QTS_OWN = "qtooltip_label"


class TipRight(QToolButton):
    """A button of a column: its tip stands to its right, off the buttons above and below."""

    def event(self, event: QEvent) -> bool:
        """The tip, where there is one."""
        if event.type() != QEvent.Type.ToolTip or not self.toolTip():
            return super().event(event)
        off = QPoint(self.width() + GAP, 0)
        _show(self, self.toolTip(), off, lambda tip: QPoint(self.width() + GAP, (self.height() - tip.height()) // 2))
        return True


def show_tip_above(widget: QWidget, words: str, x: int) -> None:
    """Show `words` above `widget`, in the middle over its pixel `x`; no words take the tip away."""
    _show(widget, words, QPoint(x, -widget.height()), lambda tip: QPoint(x - tip.width() // 2, -tip.height() - GAP))


def _show(widget: QWidget, words: str, off: QPoint, corner: Callable[[QSize], QPoint]) -> None:
    """Moved to its `corner` once its size is known. `off`: a point of the widget where it is off the pointer at once,
    which would end it by leaving the widget for the tip.
    """
    QToolTip.showText(widget.mapToGlobal(off), words, widget)
    tip = next((one for one in QApplication.topLevelWidgets() if one.objectName() == _QTS_OWN), None)
    if tip is None or not words:
        return
    at, screen = widget.mapToGlobal(corner(tip.size())), widget.screen().availableGeometry()
    right, bottom = screen.right() - GAP - tip.width(), screen.bottom() - GAP - tip.height()
    tip.move(max(screen.left(), min(at.x(), right)), max(screen.top(), min(at.y(), bottom)))
