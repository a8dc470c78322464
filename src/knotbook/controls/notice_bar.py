"""A bar across the window for what must not be missed: what went wrong, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme


class NoticeBar(QWidget):
    """Hidden until `show_notice`; stays until `clear`. It never closes by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._theme = theme
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setObjectName("notice")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._buttons: list[QPushButton] = []
        self.set_theme(theme)
        self.hide()

    def show_notice(self, words: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show `words` with a button for each (label, action)."""
        self._drop_buttons()
        self._words.setText(words)
        self.setAccessibleName(words)
        for label, action in actions:
            button = QPushButton(label, self)
            button.clicked.connect(lambda _checked=False, do=action: do())
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def words(self) -> str:
        """What is shown now; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def clear(self) -> None:
        """Take the notice away."""
        self._drop_buttons()
        self._words.clear()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the warning sign in the danger colour of `theme`."""
        self._theme = theme
        self._sign.setPixmap(icon("warning", theme.danger).pixmap(20, 20))

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
