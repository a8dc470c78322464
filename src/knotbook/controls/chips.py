"""Small round buttons in as many lines as they need; one stop for Tab, arrows move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from knotbook.controls.flowing import Flowing

GAP = 8
HEIGHT = 28
"""Least height of a chip in pixels: twice the radius that the style rounds it with."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipFlow(Flowing):
    """Buttons with the words given. `pressed(words)`: one was pressed."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, checkable: bool) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self.chips: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: Sequence[str], told: Sequence[str] = ()) -> None:
        """Show one chip for each of `words`; `told`: what assistive technology says instead."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(text) for text in words]
        for chip, name in zip(self.chips, told, strict=False):
            chip.setAccessibleName(name)
        self._one_stop(0)
        self._flow()
        self.setVisible(bool(words))

    def check(self, words: Sequence[str]) -> None:
        """Mark the chips whose words are among `words`."""
        for chip in self.chips:
            chip.setChecked(chip.text() in words)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need at `width`, in pixels."""
        return self._place(width, move=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move from chip to chip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.chips:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                here = max(0, min(len(self.chips) - 1, self.chips.index(watched) + step))
                self._one_stop(here)
                self.chips[here].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words, self)
        chip.setProperty("role", "chip")
        chip.setCheckable(self._checkable)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda _checked=False: self.pressed.emit(words))
        chip.installEventFilter(self)
        chip.show()
        return chip

    def _one_stop(self, here: int) -> None:
        for index, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == here else Qt.FocusPolicy.ClickFocus)

    def _flow(self) -> None:
        self.setFixedHeight(max(1, self._place(self.width(), move=True)))

    def _place(self, width: int, *, move: bool) -> int:
        """Lay the chips out in lines; returns the height in pixels."""
        at, line = QPoint(0, 0), 0
        for chip in self.chips:
            size = chip.sizeHint().expandedTo(QSize(0, HEIGHT))
            if at.x() and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + GAP), 0
            if move:
                chip.setGeometry(at.x(), at.y(), min(size.width(), width), size.height())
            at += QPoint(size.width() + GAP, 0)
            line = max(line, size.height())
        return at.y() + line
