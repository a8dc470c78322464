"""Filters by kind of entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from knotbook.domain.records import JOURNAL_KINDS, Kind
from knotbook.journal.filters.button import FilterCard
from knotbook.journal.words import kind_words


class KindCard(FilterCard):
    """A box for each kind; none checked means all of them."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._boxes = {kind: QCheckBox(kind_words(kind), self) for kind in JOURNAL_KINDS}
        for box in self._boxes.values():
            self.column.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())

    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that are wanted; empty: all."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def words(self) -> str:
        """The kinds by name, or how many."""
        kinds = self.kinds()
        if len(kinds) > 2:
            return self.tr("{n} kinds").format(n=len(kinds))
        return ", ".join(kind_words(kind) for kind in kinds)

    def clear(self) -> None:
        """All kinds."""
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)

    def take_focus(self) -> None:
        """The first box."""
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)
