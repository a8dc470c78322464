"""Shows, at the moment a pain is logged or a place is chosen, what was tried for it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.analysis.worked import worked_before
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.release.worked_card import WorkedCard
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary


class WorkedLink(QObject):
    """The card follows the chosen place and every change of a release or a rating."""

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__(page)
        self._diary = diary
        self.card = WorkedCard(catalogue, theme, page)
        self._page = page
        page.panel.place.add_card(self.card)
        page.panel.place.card_changed.connect(self.refresh)
        diary.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self.card.set_theme(theme)

    def refresh(self) -> None:
        """Count again for the place that is chosen."""
        card = self._page.panel.card()
        pain: Place | None = card.place if card is not None else None
        if pain is None or not self._diary.is_open:
            self.card.show_tried(None, ())
            return
        self.card.show_tried(pain, worked_before(self._diary.reader.trials(pain)))

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.kinds & {Kind.RELEASE, Kind.RATING}:
            self.refresh()
