"""The dialog that changes one entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from knotbook.controls.field import AnswerError, Field
from knotbook.controls.names import Names
from knotbook.domain.clock import Clock
from knotbook.domain.records import KIND_OF, Body
from knotbook.journal.editor.forms import FormMaker
from knotbook.journal.editor.number import NrsField
from knotbook.journal.words import kind_words
from knotbook.resources.theme import Theme

WIDTH = 624
"""Width of the dialog in pixels."""


class EntryEditor(QDialog):
    """Shows a body, field by field. `submitted(body)`: the answers, once all of them can be saved.

    What is wrong is said at its field; everything typed stays and the dialog stays open. What the form does not ask
    for (points on the map, the release of a rating) is kept as it was. Escape gives up, Ctrl+Enter saves.
    """

    submitted = Signal(object)

    def __init__(
        self, body: Body, names: Names, theme: Theme, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """`clock`: tells what is still to come. Raises ValueError for a named point."""
        super().__init__(parent)
        self._body = body
        self.fields: dict[str, Field] = {}
        words = kind_words(KIND_OF[type(body)])
        self.setWindowTitle(self.tr("Edit: {what}").format(what=words))
        self.setModal(True)
        self.resize(WIDTH, WIDTH)
        self._lay_out(words, FormMaker(names, theme, clock))
        self._fill()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)

    def submit(self) -> bool:
        """Hand the answers over and close, or say what is wrong with them; whether they could be handed over."""
        answers, wrong = self._read()
        if wrong:
            self._grow()
            wrong[0].take_focus()
            self._scroll.ensureWidgetVisible(wrong[0])
            return False
        body = replace(self._body, **answers)
        self.submitted.emit(body)
        self.accept()
        return True

    def add_below(self, widget: QWidget) -> None:
        """Put something that belongs to the entry, such as its photos, under the form."""
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Grow to the height of the form, or to what the screen has."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        width = self._scroll.viewport().width()
        form = self._page.heightForWidth(width) if self._page.hasHeightForWidth() else self._page.sizeHint().height()
        most = round(self.screen().availableGeometry().height() * 0.9)
        self.resize(WIDTH, min(most, self.height() - self._scroll.height() + form))

    def _read(self) -> tuple[dict[str, Any], list[Field]]:
        answers: dict[str, Any] = {}
        wrong: list[Field] = []
        for name, field in self.fields.items():
            try:
                answers[name] = field.value()
            except AnswerError as problem:
                field.complain(str(problem))
                wrong.append(field)
        return answers, wrong

    def _fill(self) -> None:
        for name, field in self.fields.items():
            field.set_value(getattr(self._body, name))
            if isinstance(field, NrsField):
                field.cancelled.connect(self.reject)
        next(iter(self.fields.values())).take_focus()

    def _lay_out(self, words: str, maker: FormMaker) -> None:
        title = QLabel(words, self)
        title.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self._form(maker), 1)
        column.addLayout(self._buttons())

    def _form(self, maker: FormMaker) -> QScrollArea:
        self._page = QWidget(self)
        rows = self._rows = QVBoxLayout(self._page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for asked in maker.form(self._body):
            row = QHBoxLayout()
            row.setSpacing(16)
            for name, field in asked:
                self.fields[name] = field
                row.addWidget(field, 1)
            rows.addLayout(row)
        rows.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        return self._scroll

    def _buttons(self) -> QHBoxLayout:
        save = QPushButton(self.tr("Save"), self)
        save.setProperty("role", "primary")
        save.setDefault(True)
        save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        save.clicked.connect(lambda _checked=False: self.submit())
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(lambda _checked=False: self.reject())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row
