"""One quiet question across the window: a number, in a while, or not now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.release.enter_button import EnterButton
from knotbook.release.one_key_strip import OneKeyStrip
from knotbook.resources.theme import Theme

NARROW_PX = 960


class PromptBar(QWidget):
    """Hidden until `ask`. It never takes the keyboard by itself; `take_keyboard` gives it one key to answer with.

    `answered(int)`, `agreed` (to a check-in), `snoozed`, `ignored`; `left`: Escape, the keyboard may go elsewhere.
    """

    answered = Signal(int)
    agreed = Signal()
    snoozed = Signal()
    ignored = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "prompt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setObjectName("question")
        self._why = QLabel(self)
        self._why.setProperty("role", "caption")
        for label in (self._words, self._why):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.key = QLabel(self.tr("Ctrl+R"), self)
        self.key.setProperty("role", "caption")
        self.key.setToolTip(self.tr("Ctrl+R, then one key answers: 0–9, X for 10, S in 10 minutes, N not now"))
        self.strip = OneKeyStrip(theme, self)
        self.agree = self._button(self.tr("Check in"), self.tr("Enter"))
        self.agree.setProperty("role", "primary")
        self.later = self._button(self.tr("In 10 min"), "S")
        self.not_now = self._button(self.tr("Not now"), "N")
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw sign and strip in the colours of `theme`."""
        self._theme = theme
        self._sign.setPixmap(icon("rating", theme.accent).pixmap(24, 24))
        self.strip.set_theme(theme)

    def ask(self, words: str, why: str, *, number: bool, more: int = 0) -> None:
        """Show a question. `number`: it is answered by one; else by agreeing. `more`: how many come after it."""
        had = self.has_keyboard()
        self._words.setText(words)
        behind = self.tr("{n} more after this").format(n=more) if more else ""
        self._why.setText(" · ".join(part for part in (why, behind) if part))
        self.strip.setVisible(number)
        self.agree.setVisible(not number)
        self.strip.setAccessibleName(f"{words} {why}")
        self.setAccessibleName(f"{words} {why}")
        self.show()
        if had:
            self.take_keyboard()

    def words(self) -> str:
        """What is asked now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def why(self) -> str:
        """Why it is asked."""
        return self._why.text()

    def has_keyboard(self) -> bool:
        """Whether a key would be an answer."""
        focused = self.window().focusWidget()
        return not self.isHidden() and focused is not None and self.isAncestorOf(focused)

    def take_keyboard(self) -> None:
        """From now on one key answers."""
        if self.strip.isHidden():
            self.agree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.strip.take_keyboard(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S: in ten minutes. N: not now. Escape: the keyboard goes back."""
        letter = event.text().lower()
        if letter == "s":
            self.snoozed.emit()
        elif letter == "n":
            self.ignored.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, key: str) -> QPushButton:
        button = EnterButton(words, self)
        button.setToolTip(f"{words} ({key})")
        return button

    def _connect(self) -> None:
        self.strip.chosen.connect(self.answered)
        self.strip.cancelled.connect(self.left)
        self.agree.clicked.connect(self.agreed)
        self.later.clicked.connect(self.snoozed)
        self.not_now.clicked.connect(self.ignored)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._words)
        texts.addWidget(self._why)
        said, answers = QHBoxLayout(), QHBoxLayout()
        for row in (said, answers):
            row.setSpacing(12)
        said.addWidget(self._sign)
        said.addLayout(texts, 1)
        for widget in (self.key, self.strip, self.agree, self.later, self.not_now):
            answers.addWidget(widget)
        answers.addStretch(0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(16, 8, 16, 8)
        self._both.setSpacing(8)
        self._both.addLayout(said, 1)
        self._both.addLayout(answers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the answers stand under the question: beside it would leave a column of single words."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction.TopToBottom if self.width() < NARROW_PX else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(way)
