"""A button that says what it filters by and opens a small card to change it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

LONGEST = 24
"""Characters of a button's words; longer ones are cut."""


class FilterCard(QFrame):
    """The card under a filter button. `changed`: the filter is another one now."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # outside the round corners of the panel
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a press on its button closes it and no more
        self.setAccessibleName(name)
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self.column = QVBoxLayout(panel)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)

    def words(self) -> str:
        """What is filtered by, in a few words; empty if nothing is."""
        raise NotImplementedError

    def clear(self) -> None:
        """Filter by nothing, without saying so."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where a choice begins."""
        raise NotImplementedError


class FilterButton(QPushButton):
    """Marked while its card filters by something. Press it, or Space, to open the card; Escape closes it."""

    def __init__(self, name: str, card: FilterCard, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.card = card
        self.setCheckable(True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.clicked.connect(lambda _checked=False: self._open())
        card.changed.connect(self.refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in the colours of `theme`."""
        self.setIcon(icon("chevron-down", theme.ink_soft, 16))
        self.refresh()

    def refresh(self) -> None:
        """Say what is filtered by now."""
        words = self.card.words()
        self.setChecked(bool(words))
        self.setText((words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…") or self._name)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setToolTip(words if len(words) > LONGEST else "")

    def _open(self) -> None:
        self.refresh()  # Qt has turned the mark round
        self.card.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        room = self.screen().availableGeometry()
        self.card.move(max(room.left(), min(corner.x(), room.right() - self.card.width())), corner.y())
        self.card.show()
        self.card.take_focus()
