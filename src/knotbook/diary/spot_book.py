"""Points with a history of their own: what a wish about one writes, each wish as one action of the diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knotbook.domain.clock import Clock
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place, Point
from knotbook.domain.records import Body, Entry, Kind, Pain, Spot
from knotbook.domain.spots import middle, nearest

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

LOOKS_BACK = 60
"""So many of the newest pains of a place are looked through for one that a new press lands on."""
MOST_BINNED = 500
"""Points in the bin that still count when the others are numbered, so that "point 2" stays point 2."""


@dataclass(frozen=True, slots=True)
class KnownSpot:
    """A point that is not in the bin. `number`: the how-manieth point of its place it is, for one without a name."""

    id: str
    place: Place
    point: Point
    name: str
    number: int


class SpotBook:
    """Asks and writes only while the diary is open; a pain recorded before that stands for itself.

    Moving a point leaves its pains where they were pressed, and taking one away leaves them as loose presses of the
    place: a point gathers entries, it does not own them.
    """

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    def known(self, places: Sequence[Place] | None = None) -> list[KnownSpot]:
        """The points at `places` (None: anywhere), oldest first; none while the diary is not open."""
        if not self._diary.is_open:
            return []
        reader = self._diary.reader
        binned = reader.page(kinds=(Kind.SPOT,), places=places, deleted=True, limit=MOST_BINNED)
        found: list[KnownSpot] = []
        numbers: Counter[Place] = Counter()
        for entry in sorted((*reader.spots(places), *binned), key=lambda entry: (entry.created_ms, entry.id)):
            body = entry.body
            assert isinstance(body, Spot), "spots were asked for"
            numbers[body.place] += 1
            if entry.deleted_ms is None:
                found.append(KnownSpot(entry.id, body.place, body.point, body.name, numbers[body.place]))
        return found

    def meant(self, place: Place, points: Sequence[Point], reach: float) -> KnownSpot | None:
        """The point of `place` that a press at `points` means."""
        known = [(spot, spot.point) for spot in self.known((place,))]
        return next((spot for at in points if (spot := nearest(at, known, reach)) is not None), None)

    def loose_near(self, place: Place, at: Point | None, reach: float) -> list[Entry]:
        """Pains of `place` pressed within reach of `at` that have never belonged to a point, newest first."""
        if at is None or not self._diary.is_open:
            return []
        recent = self._diary.reader.page(kinds=(Kind.PAIN,), places=(place,), limit=LOOKS_BACK)
        return [e for e in recent if isinstance(e.body, Pain) and e.body.spot is None and _close(e.body, at, reach)]

    def record(self, pain: Pain, *, spot: str | None, loose: Sequence[Entry], label: str, origin: str) -> Entry | None:
        """Write a pain: into `spot`, or into a new point together with the `loose` pains it landed on, or alone.

        Gives its entry, or None if the disk refused it.
        """
        if spot is not None or not loose or not pain.points:
            wrote = self._diary.record(replace(pain, spot=spot), label=label, origin=origin)
            return wrote[0] if wrote else None
        made = self._id()
        points = [p for p in (*pain.points, *_points(loose)) if p.view is pain.points[0].view]
        new: dict[str, Body] = {made: Spot(place=pain.place, point=middle(points))}
        pain_id = self._id()
        new[pain_id] = replace(pain, spot=made)
        wrote = self._diary.perform(record=new, amend=_belonging(loose, made), label=label, origin=origin)
        return next((entry for entry in wrote if entry.id == pain_id), None)

    def make(self, place: Place, at: Point, loose: Sequence[Entry], *, label: str, origin: str) -> str:
        """Keep a point at `at`, with the `loose` pains as its history; gives its id."""
        made = self._id()
        self._diary.perform(
            record={made: Spot(place=place, point=at)}, amend=_belonging(loose, made), label=label, origin=origin
        )
        return made

    def rename(self, spot_id: str, name: str, *, label: str, origin: str) -> None:
        """Call it `name`; empty takes the name away."""
        self._diary.amend({spot_id: replace(self._spot(spot_id), name=name.strip())}, label=label, origin=origin)

    def move(self, spot_id: str, to: Point, *, label: str, origin: str) -> None:
        """It lies at `to` from now on."""
        self._diary.amend({spot_id: replace(self._spot(spot_id), point=to)}, label=label, origin=origin)

    def merge(self, spot_id: str, into: str, *, label: str, origin: str) -> None:
        """Its history, pains in the bin too, joins that of `into`, and it goes to the bin knowing what it became."""
        pains = self._diary.reader.pains_at_spot(spot_id, binned=True)
        edits = _belonging(pains, into)
        edits[spot_id] = replace(self._spot(spot_id), merged_into=into)
        self._diary.perform(amend=edits, remove=(spot_id,), label=label, origin=origin)

    def remove(self, spot_id: str, *, label: str, origin: str) -> None:
        """Put it into the bin; its entries stay in the diary."""
        self._diary.remove((spot_id,), label=label, origin=origin)

    def rehome(self, entry: Entry, place: Place, reach: float, *, label: str, origin: str) -> None:
        """A pain recorded on the skin was in `place` beneath it: move it there, and into the point it landed on."""
        pain = entry.body
        assert isinstance(pain, Pain), "only a pain is asked about"
        spot = self.meant(place, pain.points, reach)
        body = replace(pain, place=place, spot=spot.id if spot else None)
        self._diary.amend({entry.id: body}, label=label, origin=origin)

    def _spot(self, spot_id: str) -> Spot:
        entry = self._diary.reader.entry(spot_id, Kind.SPOT)
        if entry is None or not isinstance(entry.body, Spot):
            raise KeyError(spot_id)
        return entry.body

    def _id(self) -> str:
        return new_id(self._clock.now().utc_ms)


def _close(pain: Pain, at: Point, reach: float) -> bool:
    return nearest(at, ((True, point) for point in pain.points), reach) is not None


def _points(entries: Sequence[Entry]) -> list[Point]:
    return [point for entry in entries if isinstance(entry.body, Pain) for point in entry.body.points]


def _belonging(entries: Sequence[Entry], spot_id: str) -> dict[str, Body]:
    """The pains among `entries` as they belong to a point, by their ids."""
    return {entry.id: replace(entry.body, spot=spot_id) for entry in entries if isinstance(entry.body, Pain)}
