"""Fields for one of a few, and for yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from knotbook.controls.field import Field
from knotbook.resources.theme import Theme


class ChoiceField(Field):
    """One of a few. `choices`: values and the words for them."""

    def __init__(
        self, label: str, choices: Sequence[tuple[Any, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, theme, parent)
        self._values = [value for value, _words in choices]
        self.box = QComboBox(self)
        self.box.addItems([words for _value, words in choices])
        self._put(self.box)
        self.box.activated.connect(lambda _index: self.edited.emit())

    def _show(self, value: Any) -> None:
        self.box.setCurrentIndex(self._values.index(value))

    def _raw(self) -> Any:
        return self._values[self.box.currentIndex()]

    def _parse(self) -> Any:
        return self._raw()


class CheckField(Field):
    """Yes or no; the words stand beside the box."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", theme, parent)
        self.label.hide()
        self.box = QCheckBox(words, self)
        self._put(self.box, name=words)
        self.box.toggled.connect(lambda _on: self.edited.emit())

    def _show(self, value: bool) -> None:
        self.box.setChecked(value)

    def _raw(self) -> bool:
        return self.box.isChecked()

    def _parse(self) -> bool:
        return self.box.isChecked()
