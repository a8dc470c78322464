"""Which ratings and check-ins are wanted when. Pure: the same diary, settings and time always give the same plan.

Nothing is scheduled anywhere: a plan is made anew from the stored releases whenever somebody asks, so it outlives a
restart, sleep, a clock that was set and a journey.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knotbook.analysis.waits import HALF_HOUR_MS
from knotbook.analysis.wall import HOUR_MS, MINUTE_MS, Quiet, is_quiet, next_wall_ms, wall_ms
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Moment, Pain, Rating, Release

PATIENCE_MS = HOUR_MS
"""So long a half-hour rating may come late and is still one; after that it is recalled."""
SLEPT_MS = 4 * HOUR_MS
"""A morning sooner than this after a release is not its next morning."""
MORNING_LASTS_MS = 4 * HOUR_MS
LOOK_BACK_MS = 72 * HOUR_MS
"""Ratings of releases older than this are not waited for any more: nobody recalls them."""
CHECKED_BEFORE_MS = 2 * HOUR_MS
"""A check-in this shortly before its time counts as done."""
SNOOZE_MS = 10 * MINUTE_MS
IGNORED = -1
"""Instead of a time to ask again: never by itself."""


class Ask(StrEnum):
    """What is asked, the most pressing first."""

    WAITED = "waited"
    HALF_HOUR = "half_hour"
    NEXT_MORNING = "next_morning"
    CHECK_IN = "check_in"


MOMENT_OF = {Ask.HALF_HOUR: Moment.HALF_HOUR, Ask.NEXT_MORNING: Moment.NEXT_MORNING}
_URGENCY = {ask: n for n, ask in enumerate(Ask)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What the person set. Times in wall-clock minutes since midnight; `quiet` None: no quiet hours."""

    half_hour: bool = True
    next_morning: bool = True
    morning: int = 8 * 60
    quiet: Quiet | None = (22 * 60, 7 * 60)
    check_ins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A release as far as follow-ups go: what is to be rated, and what was. Times in ms UTC."""

    id: str
    begun_ms: int
    ended_ms: int
    places: tuple[Place, ...]
    rated: frozenset[tuple[Moment, Place]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Half an hour without a release that has begun; `id`: its first pain."""

    id: str
    begun_ms: int
    place: Place


@dataclass(frozen=True, slots=True)
class Known:
    """What the diary holds of the last days. `checked_ms`: when today's check-in was last written, None if never."""

    pressed: tuple[Pressed, ...] = ()
    waits: tuple[Waiting, ...] = ()
    checked_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """One answer wanted, asked while due <= now < until. `source`: id of the release or wait, time of the check-in."""

    ask: Ask
    source: str
    place: Place | None
    due_ms: int
    until_ms: int

    @property
    def key(self) -> str:
        """A name for it that stays the same over restarts."""
        return f"{self.ask}:{self.source}:{self.place or ''}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with all the answers that one number gives. `dues`: never empty, oldest first."""

    ask: Ask
    place: Place | None
    dues: tuple[Due, ...]

    def recalled(self, now: Instant) -> tuple[bool, ...]:
        """For each of `dues`, whether an answer now comes too late to be more than a recollection."""
        return tuple(now.utc_ms >= due.until_ms for due in self.dues)


@dataclass(frozen=True, slots=True)
class Plan:
    """`question`: the one to show now. `behind`: those that come after it. `waiting`: every rating that is missing and
    can still be filled in, newest first. `wake_ms`: when to plan again if nothing happens before, ms UTC.
    """

    question: Question | None = None
    behind: tuple[Question, ...] = ()
    waiting: tuple[Question, ...] = ()
    wake_ms: int | None = None

    @property
    def missed(self) -> tuple[Question, ...]:
        """What is missing and not about to be asked."""
        asked = {due for question in (self.question, *self.behind) if question for due in question.dues}
        return tuple(question for question in self.waiting if not asked.issuperset(question.dues))


def pressed(entry: Entry, ratings: Iterable[Entry]) -> Pressed:
    """A stored release with its ratings. Raises TypeError for an entry of another kind."""
    body = entry.body
    if not isinstance(body, Release):
        raise TypeError(f"not a release: {entry.kind}")
    done = frozenset((r.body.moment, r.body.place) for r in ratings if isinstance(r.body, Rating))
    begun = body.when.utc_ms
    places = tuple(dict.fromkeys((body.place, *body.pain_for)))
    return Pressed(entry.id, begun, begun + (body.seconds or 0) * 1000, places, done)


def waiting(entry: Entry) -> Waiting:
    """A begun wait. Raises TypeError for an entry of another kind than pain."""
    if not isinstance(entry.body, Pain):
        raise TypeError(f"not a pain: {entry.kind}")
    return Waiting(entry.id, entry.body.when.utc_ms, entry.body.place)


def plan(now: Instant, known: Known, rules: Rules, put_off: Mapping[str, int] | None = None) -> Plan:
    """What to ask now, what is missing, and when to look again.

    `put_off`: from keys of dues to when to ask again (ms UTC), or `IGNORED`. A time further off than a snooze ever is
    was made by a clock that has been set back since, and does not hold.
    """
    off = put_off or {}
    wanted = [*_of_releases(now, known, rules), *_of_waits(now, known), *_check_in(now, known, rules)]
    awake = [due for due in wanted if due.due_ms <= now.utc_ms < due.until_ms and not _is_off(due, off, now)]
    quiet = is_quiet(now, rules.quiet)
    questions = [] if quiet else _questions(awake, by_time=False)
    missing = [due for due in wanted if due.ask is not Ask.CHECK_IN and due.due_ms <= now.utc_ms]
    late = sorted(_questions(missing, by_time=True), key=lambda q: -q.dues[0].due_ms)
    return Plan(
        question=questions[0] if questions else None,
        behind=tuple(questions[1:]),
        waiting=tuple(late),
        wake_ms=_wake(now, wanted, rules, off),
    )


def _of_releases(now: Instant, known: Known, rules: Rules) -> list[Due]:
    found: list[Due] = []
    for one in known.pressed:
        if one.ended_ms < now.utc_ms - LOOK_BACK_MS:
            continue
        if rules.half_hour:
            at = one.ended_ms + HALF_HOUR_MS
            found += _unrated(one, Ask.HALF_HOUR, at, at + PATIENCE_MS)
        if rules.next_morning:
            at = next_wall_ms(one.ended_ms + SLEPT_MS, rules.morning, now)
            found += _unrated(one, Ask.NEXT_MORNING, at, at + MORNING_LASTS_MS)
    return found


def _unrated(one: Pressed, ask: Ask, due_ms: int, until_ms: int) -> list[Due]:
    moment = MOMENT_OF[ask]
    return [Due(ask, one.id, place, due_ms, until_ms) for place in one.places if (moment, place) not in one.rated]


def _of_waits(now: Instant, known: Known) -> list[Due]:
    found = []
    for wait in known.waits:
        if wait.begun_ms < now.utc_ms - LOOK_BACK_MS:
            continue
        at = wait.begun_ms + HALF_HOUR_MS
        broken = any(wait.begun_ms <= one.begun_ms < at and wait.place in one.places for one in known.pressed)
        if not broken:
            found.append(Due(Ask.WAITED, wait.id, wait.place, at, at + PATIENCE_MS))
    return found


def _check_in(now: Instant, known: Known, rules: Rules) -> list[Due]:
    """Today's check-ins that are still to come, and the latest one that has come; earlier ones gave way to it."""
    today: date = now.day()
    times = sorted(wall_ms(today, minute, now) for minute in rules.check_ins)
    midnight = next_wall_ms(now.utc_ms + 1, 0, now)
    come = [ms for ms in times if ms <= now.utc_ms][-1:]
    open_now = [ms for ms in come if known.checked_ms is None or known.checked_ms < ms - CHECKED_BEFORE_MS]
    later = [ms for ms in times if ms > now.utc_ms]
    return [Due(Ask.CHECK_IN, f"{today.isoformat()}@{ms}", None, ms, midnight) for ms in (*open_now, *later)]


def _is_off(due: Due, put_off: Mapping[str, int], now: Instant) -> bool:
    until = put_off.get(due.key)
    return until is not None and (until == IGNORED or now.utc_ms < until <= now.utc_ms + SNOOZE_MS)


def _questions(dues: Iterable[Due], *, by_time: bool) -> list[Question]:
    """One question for each (what, where), or with `by_time` for each (what, where, when due); most pressing first."""
    groups: dict[tuple[object, ...], list[Due]] = {}
    for due in sorted(dues, key=lambda d: (_URGENCY[d.ask], d.due_ms, str(d.place), d.source)):
        groups.setdefault((due.ask, due.place, due.due_ms if by_time else 0), []).append(due)
    return [Question(group[0].ask, group[0].place, tuple(group)) for group in groups.values()]


def _wake(now: Instant, wanted: Sequence[Due], rules: Rules, put_off: Mapping[str, int]) -> int | None:
    times = [ms for due in wanted for ms in (due.due_ms, due.until_ms)]
    times += [put_off[due.key] for due in wanted if due.key in put_off]
    if wanted and rules.quiet is not None:
        times += [next_wall_ms(now.utc_ms + 1, minute, now) for minute in rules.quiet]
    if rules.check_ins:
        times.append(next_wall_ms(now.utc_ms + 1, min(rules.check_ins), now))
    return min((ms for ms in times if ms > now.utc_ms), default=None)
