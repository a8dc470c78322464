"""Ctrl+K: a line over the window. What it would save is said while it is typed; Enter saves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from knotbook.controls.veil import Veil
from knotbook.grammar.parsed import Completion, Parsed
from knotbook.quick.offers import Offers
from knotbook.quick.sayings import Sayings
from knotbook.resources.theme import Theme

TOP = 88
FEW = 4
"""Ways to go on that are shown for a line that is ready as it is."""


class QuickPalette(Veil):
    """Hands on what is typed and shows what came out of it; saves nothing itself.

    `typed(str)`: the line changed. `entered(str)`: Enter on a line that is ready.
    """

    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, width=680, top=TOP)
        self._parsed = Parsed()
        self._insisted = False
        self.panel.setAccessibleName(self.tr("Quick entry"))
        self.edit = QLineEdit(self.panel)
        self.edit.setObjectName("quick")
        self.edit.setPlaceholderText(self.tr("What happened?"))
        self.edit.setAccessibleName(self.tr("What happened? Enter saves it"))
        self.edit.setMaxLength(4000)
        self.panel.setFocusProxy(self.edit)
        self._heading = QLabel(self.panel)
        self._heading.setProperty("role", "caption")
        self._heading.setContentsMargins(12, 4, 12, 0)
        self.sayings = Sayings(self.panel)
        self.offers = Offers(theme, self.panel)
        self._going_on = QLabel(self.tr("Tab completes"), self.panel)
        self._going_on.setProperty("role", "caption")
        self._going_on.setContentsMargins(12, 8, 12, 0)
        self._foot = QLabel(self.tr("Enter saves · ; begins the next entry · Esc keeps the line for later"), self.panel)
        self._foot.setProperty("role", "caption")
        self._foot.setContentsMargins(12, 4, 12, 0)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(4)
        for widget in (self.edit, self._heading, self.sayings, self._going_on, self.offers, self._foot):
            column.addWidget(widget)
        self.edit.textChanged.connect(self._changed)
        self.edit.installEventFilter(self)
        self.offers.itemClicked.connect(self._clicked)
        self.set_theme(theme)

    def open(self) -> None:
        """Show the line; what was typed and not saved is still there, selected."""
        super().open()
        self.edit.selectAll()
        self.typed.emit(self.edit.text())

    def show_parsed(self, parsed: Parsed) -> None:
        """Show what the line means."""
        self._parsed = parsed
        self._fill()

    def clear(self) -> None:
        """Forget the line: it is saved."""
        self.edit.clear()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        super().set_theme(theme)
        self.edit.setStyleSheet("QLineEdit#quick { font-size: 18px; padding: 10px 12px; }")
        self.offers.set_theme(theme)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the line."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self._take(self.offers.chosen() or self.offers.first())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        chosen = self.offers.chosen()
        if chosen is not None:
            self._take(chosen)
        elif self._parsed.ready:
            self.entered.emit(self.edit.text())
        else:
            self._insisted = True
            self._fill()

    def _take(self, text: str | None) -> None:
        if text is not None:
            self.edit.setText(text)

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(str(item.data(Qt.ItemDataRole.UserRole)))

    def _changed(self, text: str) -> None:
        self._insisted = False
        self.typed.emit(text)

    def _fill(self) -> None:
        parsed, empty = self._parsed, not self.edit.text().strip()
        self.sayings.show_parsed(parsed, self.theme, insisted=self._insisted)
        self._heading.setText(self.tr("For example") if empty else self.tr("Will save") if parsed.bodies else "")
        self._heading.setVisible(bool(self._heading.text()))
        self.offers.show_rows(self._examples() if empty else parsed.completions[: FEW if parsed.ready else None])
        self._going_on.setVisible(not empty and bool(parsed.completions))
        self.edit.setAccessibleDescription(" ".join(self.sayings.words()))
        if self.isVisible():
            self.arrange()

    def _examples(self) -> tuple[Completion, ...]:
        rows = (
            ("pir r 6 cramp woke me", self.tr("where, 0 to 10, what it is like")),
            ("release glmed l ball 90s for knee r", self.tr("a release, and what it was for")),
            ("bridges 3x12 20kg", self.tr("an exercise")),
            ("click hip r at 14:30", self.tr("a joint sign, with a time")),
            ("slept 6.5h woke 2 sitting 8 stress 4 mood 6", self.tr("the day")),
            ("nothing hurt today", self.tr("which is worth a line, too")),
        )
        return tuple(Completion(text, text, "example", detail) for text, detail in rows)
