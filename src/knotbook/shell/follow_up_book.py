"""What the diary holds for follow-ups, and the entries that answer them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knotbook.analysis.follow_ups import LOOK_BACK_MS, MOMENT_OF, Ask, Due, Known, Question, pressed, waiting
from knotbook.analysis.waits import ENDED, open_waits
from knotbook.analysis.wall import HOUR_MS
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Entry, Kind, Pain, Rating, Release

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

_LONGEST_RELEASE_MS = 6 * HOUR_MS  # a follow-up counts from the end of a release, the diary from its beginning
_MOST_PAINS = 2000


class FollowUpBook:
    """Reads the open diary. Answers that the disk has refused so far are answers all the same."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    def known(self) -> Known:
        """Everything of the last days that may want a rating or a check-in."""
        reader, now = self._diary.reader, self._clock.now()
        since = now.utc_ms - LOOK_BACK_MS - _LONGEST_RELEASE_MS
        pains = list(reversed(reader.page((Kind.PAIN,), since_ms=since, limit=_MOST_PAINS)))
        kept = self._diary.unsaved
        rated = [(r.release, (r.moment, r.place)) for r in kept if isinstance(r, Rating)]
        ended = {p.place for p in kept if isinstance(p, Pain) and ENDED in p.context}
        known = [pressed(entry, reader.ratings(entry.id)) for entry in reader.releases(since_ms=since)]
        today = reader.days(now.day(), now.day())
        return Known(
            pressed=tuple(replace(p, rated=p.rated | {what for own, what in rated if own == p.id}) for p in known),
            waits=tuple(wait for wait in map(waiting, open_waits(pains)) if wait.place not in ended),
            checked_ms=max((entry.changed_ms for entry in today), default=None),
        )

    def answers(self, question: Question, number: int) -> list[Body]:
        """What `number` means for each rating `question` stands for; none for what is in the bin or rated already."""
        late = question.recalled(self._clock.now())
        bodies = (self._answer(due, number, recalled) for due, recalled in zip(question.dues, late, strict=True))
        return [body for body in bodies if body is not None]

    def released(self, question: Question) -> tuple[Place, ...]:
        """Where the releases were that `question` is about; nothing for waits and check-ins."""
        found = (self._source(due) for due in question.dues if due.ask in MOMENT_OF)
        return tuple(e.body.place for e in found if e is not None and isinstance(e.body, Release))

    def _source(self, due: Due) -> Entry | None:
        """The release or the wait that a rating belongs to; None if it is in the bin."""
        kind = Kind.PAIN if due.ask is Ask.WAITED else Kind.RELEASE
        entry = self._diary.reader.entry(due.source, kind)
        return entry if entry is not None and entry.deleted_ms is None else None

    def _answer(self, due: Due, number: int, recalled: bool) -> Body | None:
        if due.place is None or self._source(due) is None or self._is_rated(due):
            return None
        now = self._clock.now()
        if due.ask is Ask.WAITED:
            return Pain(when=now, place=due.place, intensity=number, context=(ENDED,), recalled=recalled)
        moment = MOMENT_OF[due.ask]
        return Rating(
            release=due.source, moment=moment, when=now, place=due.place, intensity=number, recalled=recalled
        )

    def _is_rated(self, due: Due) -> bool:
        if due.ask is Ask.WAITED:
            return all(wait.id != due.source for wait in self.known().waits)
        same = (due.source, MOMENT_OF[due.ask], due.place)
        stored = (entry.body for entry in self._diary.reader.ratings(due.source))
        bodies = (*stored, *self._diary.unsaved)
        return any(isinstance(r, Rating) and (r.release, r.moment, r.place) == same for r in bodies)
