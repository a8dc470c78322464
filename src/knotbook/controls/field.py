"""One question of a form: a label, a control, and what is wrong with the answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from knotbook.resources.theme import Theme


class AnswerError(ValueError):
    """An answer that cannot be saved; the message tells the person what to do."""


class Field(QWidget):
    """Holds the answer it was given until the person changes it, so that saving untouched changes nothing.

    A kind of field adds its control with `_put` and says how it shows (`_show`), what is in it (`_raw`) and what that
    means (`_parse`, which may raise `AnswerError`).
    """

    edited = Signal()

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._original: Any = None
        self._untouched: Any = None
        self._control: QWidget = self
        self._plain_style = ""
        self.label = QLabel(label, self)
        self.label.setProperty("role", "caption")
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.label)
        self._column.addWidget(self.error)
        self._column.addStretch(1)
        self.edited.connect(self.forgive)

    def set_value(self, value: Any) -> None:
        """Show an answer, and remember it as the untouched one."""
        self._original = value
        self._show(value)
        self._untouched = self._raw()
        self.forgive()

    def value(self) -> Any:
        """The answer; the very one that was set if nothing was changed. Raises `AnswerError`."""
        return self._original if self._raw() == self._untouched else self._parse()

    def complain(self, message: str) -> None:
        """Say at the field what is wrong, to the eye and to assistive technology."""
        self.forgive()
        self.error.setText(message)
        self.error.show()
        self._control.setAccessibleDescription(message)
        self._plain_style = self._control.styleSheet()
        red = f"{type(self._control).__name__} {{ border-color: {self._theme.danger}; }}"
        self._control.setStyleSheet(f"{self._plain_style}\n{red}")

    def forgive(self) -> None:
        """Take the complaint away."""
        if self.error.isHidden():
            return
        self.error.hide()
        self._control.setAccessibleDescription("")
        self._control.setStyleSheet(self._plain_style)

    def take_focus(self) -> None:
        """Put the keyboard into the control."""
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, control: QWidget, *, name: str = "", shown: QWidget | None = None) -> None:
        """Add the control; `shown`: what to put into the column if the control is only a part of it."""
        self._control = control
        self.setFocusProxy(control)
        self.label.setBuddy(control)
        control.setAccessibleName(name or self.label.text())
        self._column.insertWidget(1, shown or control)

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _raw(self) -> Any:
        raise NotImplementedError

    def _parse(self) -> Any:
        raise NotImplementedError
