"""What is wrong with a typed answer, said in a small flag under the line while it is being typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from knotbook.controls.announce import announce

_NAME = "complaint"


def complain(line: QWidget, words: str) -> None:
    """Show `words` under `line`, over whatever is there, and tell them to assistive technology."""
    flag = _flag(line) or _made(line)
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


def _made(line: QWidget) -> QLabel:
    flag = QLabel(line.window())
    flag.setObjectName(_NAME)
    flag.setProperty("role", "complaint")
    flag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    line.destroyed.connect(flag.deleteLater)
    line.setProperty(_NAME, flag)
    return flag


def _flag(line: QWidget) -> QLabel | None:
    found = line.property(_NAME)
    return found if isinstance(found, QLabel) else None
