"""The ratings of places, points and groups, read once and kept until the diary changes there."""

from __future__ import annotations

from collections.abc import Iterable

from knotbook.analysis.series import NIGHT, RECALLED, PainRow, Series, amended, empty_series, one_series
from knotbook.analysis.subjects import GroupOf, SpotOf, Subject
from knotbook.diary.diary import Diary
from knotbook.diary.spot_book import SpotBook
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind, Pain
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.wording import spot_name

WOKE_ME = "woke me"
"""The context word of a pain that broke the night, as it is stored."""
MOST_AMENDED = 50
"""Entries changed at once up to which a series is amended; beyond, reading it anew is quicker."""


class SubjectShelf:
    """Gives the same `Series` object for as long as its ratings are the same, so that nothing is reckoned twice."""

    def __init__(self, diary: Diary, catalogue: Catalogue, spots: SpotBook) -> None:
        self._diary, self._catalogue, self._spots = diary, catalogue, spots
        self._kept: dict[Subject, Series] = {}
        self._spot_names: dict[str, str] = {}

    def series(self, subject: Subject) -> Series:
        """All ratings of it; empty while the diary is not open."""
        if not self._diary.is_open:
            return empty_series(subject)
        if subject not in self._kept:
            self._kept[subject] = self._read(subject)
        return self._kept[subject]

    def take(self, changes: Changes) -> None:
        """Put a change into what is kept, or drop what cannot be amended."""
        if changes.everything:
            self._kept.clear()
            return
        touched = changes.places
        pains = Kind.SPOT not in changes.kinds and len(changes.before) + len(changes.after) <= MOST_AMENDED
        for one in [one for one in self._kept if touched & self.places(one)]:
            if pains:
                self._kept[one] = self._amended(self._kept[one], changes)
            else:
                del self._kept[one]

    def _amended(self, series: Series, changes: Changes) -> Series:
        inside = self.places(series.place)
        gone = changes.before.keys() | changes.after.keys()
        rows = [
            (_row(entry.id, body), RECALLED * body.recalled | NIGHT * (WOKE_ME in body.context))
            for entry in changes.after.values()
            if isinstance(body := entry.body, Pain)
            and body.place in inside
            and (not isinstance(series.place, SpotOf) or body.spot == series.place.id)
        ]
        return amended(series, gone, rows)

    def places(self, subject: Subject) -> frozenset[Place]:
        """The places it is about."""
        if isinstance(subject, GroupOf):
            inside = (s for s in self._catalogue.structures.values() if s.group == subject.group)
            wanted = subject.side
            return frozenset(p for s in inside for p in s.places if wanted is None or p.side is wanted)
        return frozenset({subject.place if isinstance(subject, SpotOf) else subject})

    def learn_spots(self) -> list[SpotOf]:
        """The points there are, after taking in their names."""
        known = self._spots.known()
        self._spot_names = {spot.id: spot_name(spot) for spot in known}
        return [SpotOf(spot.id, spot.place) for spot in known]

    def name(self, subject: Subject) -> str:
        """What it is called: "Right piriformis", "the one that shoots", "Knee, left"."""
        if isinstance(subject, SpotOf):
            return self._spot_names.get(subject.id) or self._catalogue.name(subject.place)
        if isinstance(subject, GroupOf):
            name = self._catalogue.groups[subject.group].name
            return name if subject.side is None else f"{name}, {subject.side.value}"
        return self._catalogue.name(subject)

    def _read(self, subject: Subject) -> Series:
        reader = self._diary.reader
        places = tuple(self.places(subject))
        rows: Iterable[PainRow]
        rows = reader.pain_rows_at_spot(subject.id) if isinstance(subject, SpotOf) else reader.pain_rows(places)
        told = reader.told_apart(places, WOKE_ME)
        woken, recalled = {key for key, _r, woke in told if woke}, {key for key, r, _woke in told if r}
        return one_series(subject, list(rows), woken, recalled)


def _row(key: str, pain: Pain) -> PainRow:
    return pain.when.utc_ms, pain.when.offset_min, str(pain.place), pain.intensity, key
