"""Fields for words and for numbers that are typed."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from knotbook.controls.field import AnswerError, Field
from knotbook.grammar.numbers import DURATION, seconds, seconds_words
from knotbook.journal.words import number_words
from knotbook.resources.theme import Theme

MOST = 1_000_000
"""Numbers below this can be kept."""


class LineField(Field):
    """A line of text. `required`: what to say if it is left empty; empty: it may be."""

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None, *, required: str = "") -> None:
        super().__init__(label, theme, parent)
        self._required = required
        self.edit = QLineEdit(self)
        self._put(self.edit)
        self.edit.textEdited.connect(lambda _text: self.edited.emit())

    def _show(self, value: str) -> None:
        self.edit.setText(value)

    def _raw(self) -> str:
        return self.edit.text()

    def _parse(self) -> str:
        text = self.edit.text().strip()
        if self._required and not text:
            raise AnswerError(self._required)
        return text


class NoteField(Field):
    """Some lines of text. Tab leaves it."""

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * 2 + 24)
        self._put(self.edit)
        self.edit.textChanged.connect(self.edited)

    def _show(self, value: str) -> None:
        self.edit.setPlainText(value)

    def _raw(self) -> str:
        return self.edit.toPlainText()

    def _parse(self) -> str:
        return self.edit.toPlainText().strip()


class TypedField(Field):
    """A line whose text means something else than text."""

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(label, theme, parent)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(hint)
        self._put(self.edit)
        self.edit.textEdited.connect(lambda _text: self.edited.emit())

    def _raw(self) -> str:
        return self.edit.text().strip()


class NumberField(TypedField):
    """A number that may be left out. `most`: the largest that may be typed; `whole`: without decimals."""

    def __init__(
        self,
        label: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        most: int = MOST - 1,
        whole: bool = True,
    ) -> None:
        super().__init__(label, theme, parent)
        self._most = most
        self._whole = whole

    def _show(self, value: float | None) -> None:
        self.edit.setText("" if value is None else number_words(value))

    def _parse(self) -> float | None:
        text = self.edit.text().strip()
        if not text:
            return None
        if not re.fullmatch(r"[0-9]+" if self._whole else r"[0-9]*[.,]?[0-9]+", text):
            raise AnswerError(self._wanted())
        number = int(text) if self._whole else float(text.replace(",", "."))
        if number > self._most:
            raise AnswerError(self._wanted())
        return number

    def _wanted(self) -> str:
        if self._most < MOST - 1:
            return self.tr("A number from 0 to {most}, or nothing.").format(most=self._most)
        if self._whole:
            return self.tr("A whole number, such as 12, or nothing.")
        return self.tr("A number, such as 7.5, or nothing.")


class SecondsField(TypedField):
    """A length of time, typed as 90, 90 s, 1:30 or 20 min. May be left out."""

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent, hint=self.tr("90 s, 1:30, 20 min"))

    def _show(self, value: int | None) -> None:
        self.edit.setText("" if value is None else seconds_words(value))

    def _parse(self) -> int | None:
        text = self.edit.text().strip()
        if not text:
            return None
        if re.fullmatch(DURATION, text, re.IGNORECASE | re.ASCII) and seconds(text) < MOST:
            return round(seconds(text))
        found = re.fullmatch(r"(?:([0-9]{1,4}):)?([0-9]{1,6})", text)
        if not found or (found[1] and int(found[2]) > 59):
            raise AnswerError(self.tr("A length of time, such as 90 s, 1:30 or 20 min."))
        return int(found[1] or 0) * 60 + int(found[2])
