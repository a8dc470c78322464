"""What the logbook shows of the diary; nothing while it is being opened."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.domain.records import Entry, Exercise, Kind, Pain
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.wording import label

if TYPE_CHECKING:  # the room is imported when it is first asked for: the first paint does not wait for it
    from knotbook.diary.diary import Diary
    from knotbook.logbook.known_exercises import LibraryRow

LOOK_BACK = 400
"""So many exercises, the newest, make the library: a year of a person who does one a day."""

_NEAR_MS = 27 * 3_600_000
"""Around noon UTC of a date: no place on earth has that date at a moment farther away."""


class LogbookReading(QObject):
    """Reads the exercises, routines, check-ins and the pain of a day."""

    def __init__(self, diary: Diary, catalogue: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._catalogue = catalogue

    def known_exercises(self) -> list[LibraryRow]:
        """The exercises this person does, then those they may start with."""
        from knotbook.logbook.known_exercises import library
        from knotbook.resources.words import load_words

        done = self._page(Kind.EXERCISE, LOOK_BACK)
        return library(load_words().exercises, (e.body for e in done if isinstance(e.body, Exercise)))

    def routines(self) -> list[Entry]:
        """The routines, oldest first."""
        return self._diary.reader.routines() if self._diary.is_open else []

    def _page(self, kind: Kind, limit: int) -> list[Entry]:
        return self._diary.reader.page(kinds=(kind,), limit=limit) if self._diary.is_open else []

    def hurt_words(self, day: date) -> str:
        """What hurt most on `day`; empty if nothing above 0 was logged."""
        if not self._diary.is_open:
            return ""
        noon = round(datetime.combine(day, time(12), UTC).timestamp() * 1000)
        entries = self._diary.reader.page((Kind.PAIN,), since_ms=noon - _NEAR_MS, until_ms=noon + _NEAR_MS, limit=1000)
        felt = [entry.body for entry in entries if isinstance(entry.body, Pain)]
        pains = [pain for pain in felt if pain.when.day() == day and pain.intensity > 0]
        if not pains:
            return ""
        worst = max(pains, key=lambda pain: pain.intensity)
        words = self.tr("Logged on this day: {what}.") if len(pains) == 1 else self.tr("Worst of this day: {what}.")
        return words.format(what=label(worst, self._catalogue.spoken))
