"""What is wrong with a typed answer, said in a small flag under the line while it is being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from knotbook.controls.announce import announce

_NAME = "complaint"


def complain(line: QWidget, words: str) -> None:
    """Show `words` under `line`, over whatever is there, and tell them to assistive technology."""
    flag = _flag(line) or _Flag(line)
    line.setProperty(_NAME, flag)
    flag.setText(words)
    flag.adjustSize()
    window = line.window()
    under = line.mapTo(window, QPoint(0, line.height() + 4))
    left = max(8, min(under.x(), window.width() - flag.width() - 8))
    above = line.mapTo(window, QPoint(0, -flag.height() - 4))
    fits = under.y() + flag.height() < window.height() - 8
    flag.move(left, under.y() if fits else above.y())
    flag.show()
    flag.raise_()
    line.setAccessibleDescription(words)
    announce(line, words)


def forgive(line: QWidget) -> None:
    """Take the flag away."""
    flag = _flag(line)
    if flag is not None:
        flag.hide()
        line.setAccessibleDescription("")


def complaint_of(line: QWidget) -> str:
    """What is said to be wrong; empty if nothing is."""
    flag = _flag(line)
    return flag.text() if flag is not None and not flag.isHidden() else ""


class _Flag(QLabel):
    """Goes with its line."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line.window())
        self.setProperty("role", "complaint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.installEventFilter(self)
        line.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line is hidden or left."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut):
            self.hide()
        return False


def _flag(line: QWidget) -> QLabel | None:
    found = line.property(_NAME)
    return found if isinstance(found, QLabel) else None
