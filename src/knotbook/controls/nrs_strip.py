"""The 11-button strip: one press says how strong the pain is, 0 to 10."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from knotbook.resources.theme import Theme

CELL = 32
"""Width and height of one button in pixels: comfortably over the 24 px of a small target."""


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour` (`#rrggbb`), by WCAG relative luminance."""
    rgb = QColor(colour)
    channels = (rgb.redF(), rgb.greenF(), rgb.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else "#ffffff"


class NrsButton(QPushButton):
    """One number on its own pain colour."""

    def __init__(self, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(str(number), parent)
        self._number = number
        self._theme = theme
        self.setFixedSize(QSize(CELL, CELL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = {0: self.tr("0, no pain"), 10: self.tr("10, worst pain imaginable")}
        self.setAccessibleName(words.get(number, str(number)))
        self.setToolTip(words.get(number, ""))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number on its colour, ringed while it has the keyboard or the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        fill = self._theme.pain[self._number]
        marked = self.hasFocus() or self.underMouse() or self.isChecked()
        painter.setPen(QPen(QColor(self._theme.ink), 2) if marked else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 7, 7)
        painter.setPen(QColor(ink_on(fill)))
        font = painter.font()
        font.setBold(marked)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class NrsStrip(QWidget):
    """Eleven buttons from 0 to 10. Arrows move, digits jump, Enter chooses, Escape gives up."""

    chosen = Signal(int)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, value: int | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How strong is the pain here right now? 0 no pain, 10 worst imaginable"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons = [NrsButton(n, theme, self) for n in range(11)]
        for number, button in enumerate(self._buttons):
            row.addWidget(button)
            button.setCheckable(value is not None)
            button.clicked.connect(lambda _checked=False, n=number: self._choose(n))
            button.installEventFilter(self)
        self.set_value(value)

    @property
    def value(self) -> int | None:
        """The number that is marked as chosen, if any."""
        return next((n for n, b in enumerate(self._buttons) if b.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Mark `value` as chosen without saying so."""
        for number, button in enumerate(self._buttons):
            button.setCheckable(value is not None)
            button.setAutoExclusive(value is not None)  # told as one of several, not as a box to tick
            button.setChecked(number == value)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        for button in self._buttons:
            button.set_theme(theme)

    def focus_number(self, number: int) -> None:
        """Put the keyboard on one number."""
        self._buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys on any of the buttons drive the whole strip."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _choose(self, number: int) -> None:
        if self.value is not None:
            self.set_value(number)
        self.chosen.emit(number)

    def _key(self, event: QKeyEvent) -> bool:
        here = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), 0)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if event.key() in steps:
            self.focus_number(min(10, max(0, here + steps[Qt.Key(event.key())])))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.focus_number(0 if event.key() == Qt.Key.Key_Home else 10)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(here)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.text().isdecimal() and event.text() in "0123456789":
            self.focus_number(10 if event.text() == "0" and here == 1 else int(event.text()))
        elif event.text().lower() == "x":
            self.focus_number(10)
        else:
            return False
        return True
