"""A joint that clicked, popped, ground, caught or gave way: one key, with or without pain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.field import AnswerError
from knotbook.controls.names import Names
from knotbook.controls.place_field import PlaceLine, both
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import JointSign, Sign
from knotbook.logbook.amounts import sign_words
from knotbook.resources.theme import Theme


class SignPage(QWidget):
    """`logged(JointSign)` at the place in the line. 1 to 5 choose when the line does not have the keyboard.

    `place_begun(str)`: the letter that opened the page and those typed since begin the name of a place ("j", "aw").
    """

    logged = Signal(object)
    place_begun = Signal(str)

    def __init__(self, names: Names, theme: Theme, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._theme = theme
        self._clock = clock
        where = QLabel(self.tr("Where"), self)
        where.setProperty("role", "caption")
        self.line = PlaceLine(names, self)
        self.line.setAccessibleName(self.tr("Which joint"))
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.line.textChanged.connect(lambda _text: self.error.hide())
        self.letter = ""
        self.line.textEdited.connect(self._look_for_a_name)
        self.buttons: list[QPushButton] = [self._button(number, sign) for number, sign in enumerate(Sign, 1)]
        self.line.picked.connect(lambda _place: self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (where, self.line, self.error):
            column.addWidget(widget)
        column.addSpacing(8)
        for button in self.buttons:
            column.addWidget(button)
        hint = QLabel(self.tr("1 to 5 log it at once, now. No pain needed; log pain on the map."), self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addStretch(1)

    def start(self, place: Place | None) -> None:
        """Ask what `place` did; None: ask for the place first."""
        self.letter = ""
        self.line.setText("" if place is None else both(place, self._names))
        self.line.setCursorPosition(0)
        first = self.line if place is None else self.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_other(self, text: str) -> None:
        """The first letters of another place than the one in the line."""
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(len(text))

    def _look_for_a_name(self, text: str) -> None:
        word = (self.letter + text).casefold()
        if self.letter and len(text) == 2 and text.isalpha():
            names = [self._names.plain(place).casefold() for place in self._names.find(word, 1)]
            if any(part.startswith(word) for name in names for part in name.split()):
                self.place_begun.emit(word)

    def choose(self, sign: Sign) -> None:
        """Log `sign` at the place in the line, or say that the place is missing."""
        try:
            place = self.line.resolve()
        except AnswerError as problem:
            self.error.setText(str(problem))
            self.error.show()
            self.line.setAccessibleDescription(str(problem))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.logged.emit(JointSign(when=self._clock.now(), place=place, sign=sign))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The number of a sign."""
        number = event.text()
        if number.isdecimal() and 1 <= int(number) <= len(self.buttons) and not event.modifiers():
            self.choose(list(Sign)[int(number) - 1])
        else:
            super().keyPressEvent(event)

    def _button(self, number: int, sign: Sign) -> QPushButton:
        button = QPushButton(f"{number}   {sign_words(sign)}", self)
        button.setAccessibleName(sign_words(sign))
        button.setMinimumHeight(48)
        button.setStyleSheet("text-align: left; padding-left: 16px;")
        button.clicked.connect(lambda _checked=False, chosen=sign: self.choose(chosen))
        return button
