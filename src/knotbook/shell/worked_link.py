"""Shows, at the moment a pain is logged or a place is chosen, what was tried for it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.analysis.waits import BEGAN, ENDED, HALF_HOUR_MS, waited_pairs
from knotbook.analysis.worked import Outcome, outcome, worked_before
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Entry, Kind, Pain
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
        self.card.show_tried(pain, worked_before(self._diary.reader.trials(pain)), self._waited(pain))

    def _waited(self, pain: Place) -> Outcome:
        """How the half hours without a release went at `pain`."""
        reader = self._diary.reader
        pains = reader.pains_in_context(pain, (BEGAN, ENDED))
        bodies = [entry.body for entry in pains if isinstance(entry.body, Pain)]
        began = [body.when.utc_ms for body in bodies if BEGAN in body.context]
        releases = [one for ms in began for one in reader.releases(None, ms, ms + HALF_HOUR_MS)]
        return outcome((pair.before, pair.after) for pair in waited_pairs(pains, releases))

    def _changed(self, changes: Changes) -> None:
        waits = any(map(_of_a_wait, (*changes.before.values(), *changes.after.values())))
        if waits or changes.everything or changes.kinds & {Kind.RELEASE, Kind.RATING}:
            self.refresh()


def _of_a_wait(entry: Entry) -> bool:
    return isinstance(entry.body, Pain) and bool({BEGAN, ENDED} & set(entry.body.context))
