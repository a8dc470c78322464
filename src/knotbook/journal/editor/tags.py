"""The field for qualities and context: words between commas, the usual ones as chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from knotbook.controls.chips import ChipFlow
from knotbook.controls.field import Field
from knotbook.resources.theme import Theme


class TagField(Field):
    """The line holds the answer; a chip puts its words into the line or takes them out."""

    def __init__(self, label: str, usual: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips = ChipFlow(box, checkable=True)
        self.chips.setAccessibleName(self.tr("{what}, the usual words").format(what=label))
        self.chips.set_words(usual)
        self.edit = QLineEdit(box)
        self.edit.setPlaceholderText(self.tr("Press the words above, or type others with commas between them"))
        column.addWidget(self.chips)
        column.addWidget(self.edit)
        self._put(self.edit, name=self.tr("{what}, with commas between").format(what=label), shown=box)
        self.edit.textChanged.connect(lambda _text: self.chips.check(self._words()))
        self.edit.textEdited.connect(lambda _text: self.edited.emit())
        self.chips.pressed.connect(self._toggle)

    def _words(self) -> tuple[str, ...]:
        words = (" ".join(part.split()) for part in self.edit.text().split(","))
        return tuple(dict.fromkeys(word for word in words if word))

    def _toggle(self, word: str) -> None:
        words = self._words()
        left = tuple(one for one in words if one != word)
        self.edit.setText(", ".join(left if word in words else (*words, word)))
        self.edited.emit()

    def _show(self, value: tuple[str, ...]) -> None:
        self.edit.setText(", ".join(value))
        self.edit.setCursorPosition(0)

    def _raw(self) -> tuple[str, ...]:
        return self._words()

    def _parse(self) -> tuple[str, ...]:
        return self._words()
