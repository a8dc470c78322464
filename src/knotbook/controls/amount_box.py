"""A box for a number that may be left out: typed, stepped by the arrows, or emptied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from knotbook.controls.complaint import complain, forgive


class AmountBox(QDoubleSpinBox):
    """Empty means: not said. 0 is a number. Stepping up from empty starts at `first`. `entered`: Enter was pressed."""

    entered = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        most: float,
        step: float = 1,
        first: float = 0,
        decimals: int = 0,
        unit: str = "",
    ) -> None:
        """`name` for assistive technology; `unit` is shown behind the number, such as " h"."""
        super().__init__(parent)
        self._first = first
        self._lowest = -step
        self.setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(self._lowest, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setMinimumWidth(68)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setSpecialValueText("–")
        self.set_amount(None)

    def amount(self) -> float | None:
        """The number; None: not said."""
        value = self.value()
        return None if value < 0 else value

    def whole(self) -> int | None:
        """The number, rounded to a whole one; None: not said."""
        value = self.amount()
        return None if value is None else round(value)

    def set_amount(self, value: float | None) -> None:
        """Show `value`, or nothing."""
        self.setValue(self._lowest if value is None else value)

    def stepBy(self, steps: int) -> None:
        """Up from empty goes to where such numbers usually start."""
        if self.amount() is None and steps > 0:
            self.set_amount(self._first)
        else:
            super().stepBy(steps)

    def textFromValue(self, value: float) -> str:
        """Without the zeros behind the point."""
        return f"{value:.{self.decimals()}f}".rstrip("0").rstrip(".") if self.decimals() else f"{value:.0f}"

    def valueFromText(self, text: str) -> float:
        """An empty box is no number; point and comma are both understood."""
        bare = self._bare(text)
        return self._lowest if bare in ("", "–") else float(bare)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Digits and one point, up to the most that may be typed; or nothing."""
        bare = self._bare(text)
        if bare in ("", "–", "."):
            state = QValidator.State.Intermediate if bare == "." else QValidator.State.Acceptable
            return state, text, position
        head, _point, tail = bare.partition(".")
        digits = f"{head}{tail}"
        fits = digits.isascii() and digits.isdecimal() and len(tail) <= self.decimals() and len(digits) < 8
        good = fits and ("." not in bare or self.decimals() > 0) and float(bare) <= self.maximum()
        return (QValidator.State.Acceptable if good else QValidator.State.Invalid), text, position

    def fixup(self, text: str) -> str:
        """What cannot be read is nothing."""
        return "–"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that would make a number out of range, or none at all, is not taken: say what is."""
        before = self.lineEdit().text(), self.lineEdit().hasSelectedText()
        super().keyPressEvent(event)
        typed = event.text().isprintable() and event.text().strip()
        if typed and (self.lineEdit().text(), False) == before:
            whole, any_number = self.tr("A whole number from 0 to {most}."), self.tr("A number from 0 to {most}.")
            words = any_number if self.decimals() else whole
            complain(self, words.format(most=self.textFromValue(self.maximum())))
        else:
            forgive(self)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere."""
        super().focusOutEvent(event)
        forgive(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what is there."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip().replace(",", ".")
