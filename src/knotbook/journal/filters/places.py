"""Filters by where it happened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from knotbook.controls.field import AnswerError
from knotbook.controls.names import Names
from knotbook.controls.place_field import PlacesField
from knotbook.domain.place import Place
from knotbook.journal.filters.button import FilterCard
from knotbook.resources.theme import Theme

WIDTH = 344
"""Width of the field in pixels."""


class PlaceCard(FilterCard):
    """The typed finder; several places may be added."""

    def __init__(self, name: str, names: Names, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._names = names
        self._places: tuple[Place, ...] = ()
        self.field = PlacesField(self.tr("Only what happened at"), names, theme, self)
        self.field.setFixedWidth(WIDTH)
        self.field.set_value(())
        self.field.edited.connect(self._read)
        self.column.addWidget(self.field)

    def places(self) -> tuple[Place, ...]:
        """The places that are wanted; empty: all."""
        return self._places

    def words(self) -> str:
        """The place by name, or how many."""
        if len(self._places) > 1:
            return self.tr("{n} places").format(n=len(self._places))
        return self._names.name(self._places[0]) if self._places else ""

    def clear(self) -> None:
        """All places."""
        self._places = ()
        self.field.set_value(())

    def take_focus(self) -> None:
        """The line to type in."""
        self.field.take_focus()

    def _read(self) -> None:
        """Take over what is clear; a name that is still being typed is not."""
        self.adjustSize()
        try:
            places = self.field.value() if not self.field.edit.text().strip() else self._places
        except AnswerError:
            return
        if places != self._places:
            self._places = places
            self.changed.emit()
