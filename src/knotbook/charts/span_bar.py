"""The row of spans in a chart's head: 7 days, month, 3 months, year, all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from knotbook.resources.theme import Theme

SPAN_DAYS: tuple[int | None, ...] = (7, 30, 91, 365, None)
"""Days of each button; None is everything."""


class SpanBar(QWidget):
    """Five joined buttons of which at most one is down. `chosen` gives days, or None for everything."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number, name in enumerate(self._long_names()):
            row.addWidget(self._button(number, name))
        self._group.idClicked.connect(lambda number: self.chosen.emit(SPAN_DAYS[number]))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self._name_buttons()

    def _button(self, number: int, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # told as one of several, not as a box to tick
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Show {span}").format(span=name))
        button.setToolTip(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(button, number)
        return button

    def _long_names(self) -> tuple[str, ...]:
        return (self.tr("7 days"), self.tr("Month"), self.tr("3 months"), self.tr("Year"), self.tr("All"))

    def _short_names(self) -> tuple[str, ...]:
        return (self.tr("7 d"), self.tr("1 m"), self.tr("3 m"), self.tr("1 y"), self.tr("All"))

    def _name_buttons(self) -> None:
        for number, name in enumerate(self._short_names() if self._short else self._long_names()):
            self._group.button(number).setText(name)

    def set_short(self, short: bool) -> None:
        """Use the short words where there is little room."""
        if short != self._short:
            self._short = short
            self._name_buttons()

    def show_days(self, days: float | None, any_span: bool = False) -> None:
        """Press the button of this span; none if `any_span` is set or no button has it."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(not any_span and SPAN_DAYS[self._group.id(button)] == days)
        self._group.setExclusive(True)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        hover = theme.raised if theme.dark else theme.ground
        self.setStyleSheet(
            f"QPushButton {{ border: 0; border-radius: 8px; padding: 4px 8px; font-size: 12px; color: {theme.ink_soft};"
            f" background: transparent; }}"
            f"QPushButton:hover {{ background: {hover}; color: {theme.ink}; }}"
            f"QPushButton:checked {{ background: {theme.accent_soft}; color: {theme.ink}; }}"
            f"QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 2px 6px; }}"
        )
