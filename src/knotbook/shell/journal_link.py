"""Ties the journal to the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.domain.records import Body
from knotbook.journal.model import JournalModel
from knotbook.journal.view import JournalView
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.wording import label

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary


class JournalLink(QObject):
    """`JournalView`'s wishes to `Diary`, `Diary.changed` to `JournalModel`."""

    def __init__(self, diary: Diary, catalogue: Catalogue, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._catalogue = catalogue
        self.model = JournalModel(diary.reader, catalogue, parent=self)
        self.view = JournalView(self.model, catalogue, theme)
        self.view.amend_requested.connect(self._amend)
        self.view.remove_requested.connect(self._remove)
        diary.changed.connect(self.model.apply)

    def _amend(self, entry_id: str, body: Body) -> None:
        words = self.tr("change to {what}").format(what=label(body, self._catalogue.spoken))
        self._diary.amend({entry_id: body}, label=words, origin="journal")

    def _remove(self, ids: list[str]) -> None:
        entries = [self._diary.reader.entry(one) for one in ids]
        names = [label(e.body, self._catalogue.spoken) for e in entries if e is not None]
        what = names[0] if len(names) == 1 else self.tr("%n entries", "", len(names))
        self._diary.remove(ids, label=self.tr("removed {what}").format(what=what), origin="journal")
