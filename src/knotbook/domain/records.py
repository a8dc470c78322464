"""What a diary holds. A *body* says what happened; an `Entry` is a body with its id and history.

Everything is frozen: a change is a new body under the same id. Bodies check their own numbers and raise ValueError.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Point

_PHOTO_FILE = re.compile(r"[0-9a-z-]{1,64}\.jpg")


class Kind(StrEnum):
    """The record types; the value is also the name of the table."""

    PAIN = "pain"
    JOINT_SIGN = "joint_sign"
    RELEASE = "release"
    RATING = "rating"
    EXERCISE = "exercise"
    DAY = "day"
    SPOT = "spot"
    PHOTO = "photo"
    ROUTINE = "routine"
    WORD = "word"


class Sign(StrEnum):
    """What a joint did, with or without pain."""

    CLICK = "click"
    POP = "pop"
    GRIND = "grind"
    CATCH = "catch"
    GIVING_WAY = "giving_way"


class Moment(StrEnum):
    """When a release was rated."""

    BEFORE = "before"
    AFTER = "after"
    HALF_HOUR = "half_hour"
    NEXT_MORNING = "next_morning"


class Effort(StrEnum):
    """What an exercise was for."""

    STRENGTHEN = "strengthen"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    CARDIO = "cardio"
    REST = "rest"


class WordUse(StrEnum):
    """What a chip's word says of a pain: what it is like, or what went with it."""

    QUALITY = "quality"
    CONTEXT = "context"


def check_nrs(value: int, name: str = "intensity") -> None:
    """Raise ValueError unless `value` is a whole number from 0 to 10 (the 11-point numeric rating scale)."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10:
        raise ValueError(f"{name} must be a whole number from 0 to 10, not {value!r}")


def _check_not_negative(**numbers: float | None) -> None:
    for name, value in numbers.items():
        if value is not None and not 0 <= value < 1e6:
            raise ValueError(f"{name} must be a number of 0 or more, not {value!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """How strong it was, where. `intensity`: NRS 0-10, where 0 is data. `spot`: id of the named point it belongs to."""

    when: Instant
    place: Place
    intensity: int
    points: tuple[Point, ...] = ()
    spot: str | None = None
    qualities: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    note: str = ""
    recalled: bool = False

    def __post_init__(self) -> None:
        check_nrs(self.intensity)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointSign:
    """A click, pop, grind, catch or giving way at a place, without needing pain."""

    when: Instant
    place: Place
    sign: Sign
    points: tuple[Point, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Pressing a tool into a muscle.

    `seconds` and `pressure` (0-10) may be unknown; `pain_for`: the pains it was for.
    """

    when: Instant
    place: Place
    points: tuple[Point, ...] = ()
    tool: str = ""
    seconds: int | None = None
    pressure: int | None = None
    pain_for: tuple[Place, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _check_not_negative(seconds=self.seconds)
        if self.pressure is not None:
            check_nrs(self.pressure, "pressure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Pain at `place` at one moment of the release whose id is `release`. `recalled`: filled in later."""

    release: str
    moment: Moment
    when: Instant
    place: Place
    intensity: int
    recalled: bool = False

    def __post_init__(self) -> None:
        check_nrs(self.intensity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One bout of exercise or rest. `load_kg` in kilograms; `effort` 0-10; `muscles`: what it works."""

    when: Instant
    name: str
    kind: Effort
    muscles: tuple[Place, ...] = ()
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    effort: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an exercise needs a name")
        _check_not_negative(sets=self.sets, reps=self.reps, seconds=self.seconds, load_kg=self.load_kg)
        if self.effort is not None:
            check_nrs(self.effort, "effort")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day's check-in. `no_pain`: looked, and nothing hurt (which is data). `stress` and `mood` 0-10."""

    day: date
    no_pain: bool = False
    sleep_hours: float | None = None
    nights_woken: int | None = None
    sitting_hours: float | None = None
    stress: int | None = None
    mood: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        _check_not_negative(
            sleep_hours=self.sleep_hours, nights_woken=self.nights_woken, sitting_hours=self.sitting_hours
        )
        for name in ("stress", "mood"):
            value = getattr(self, name)
            if value is not None:
                check_nrs(value, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point with a history of its own inside a place ("the one that shoots"). `merged_into`: the spot it became."""

    place: Place
    point: Point
    name: str = ""
    merged_into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture attached to the entry whose id is `entry`; it is in the bin with it.

    `file`: name in the photo folder beside the diary. `sha256`: 64 hex digits over its bytes. Size in pixels.
    """

    entry: str
    file: str
    sha256: str
    width: int
    height: int

    def __post_init__(self) -> None:
        if not _PHOTO_FILE.fullmatch(self.file):
            raise ValueError(f"not the name of a photo: {self.file!r}")
        _check_not_negative(width=self.width, height=self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a routine: an exercise, or a release where `kind` is None.

    `places`: what it works or where the tool presses. `seconds` of one set; `load_kg` in kilograms.
    """

    name: str
    kind: Effort | None = None
    places: tuple[Place, ...] = ()
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    tool: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a step needs a name")
        _check_not_negative(sets=self.sets, reps=self.reps, seconds=self.seconds, load_kg=self.load_kg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """Steps that are done one after the other, such as release, stretch, bridges."""

    name: str
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a routine needs a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word the person added to the chips, or one of the usual ones they do not want to see (`hidden`)."""

    word: str
    use: WordUse
    hidden: bool = False

    def __post_init__(self) -> None:
        if not self.word.strip():
            raise ValueError("a word cannot be empty")


Lasting = Spot | Photo | Routine | Word
"""What is kept rather than what happened: not in the journal, at no moment of a day."""

Body = Pain | JointSign | Release | Rating | Exercise | Day | Lasting

KIND_OF: dict[type[Body], Kind] = {
    Pain: Kind.PAIN,
    JointSign: Kind.JOINT_SIGN,
    Release: Kind.RELEASE,
    Rating: Kind.RATING,
    Exercise: Kind.EXERCISE,
    Day: Kind.DAY,
    Spot: Kind.SPOT,
    Photo: Kind.PHOTO,
    Routine: Kind.ROUTINE,
    Word: Kind.WORD,
}

LASTING_KINDS = frozenset({Kind.SPOT, Kind.PHOTO, Kind.ROUTINE, Kind.WORD})
JOURNAL_KINDS = tuple(kind for kind in Kind if kind not in LASTING_KINDS)
"""What the journal lists: everything that happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A body in the diary. Times in milliseconds since 1970, UTC; `deleted_ms` set means: in the bin."""

    id: str
    body: Body
    created_ms: int
    changed_ms: int
    deleted_ms: int | None = None
    device: str = ""

    @property
    def kind(self) -> Kind:
        """Which of the record types this is."""
        return KIND_OF[type(self.body)]

    def changed(self, body: Body, now_ms: int) -> Entry:
        """The entry with another body since `now_ms`; its time of change never goes back."""
        return replace(self, body=body, changed_ms=max(now_ms, self.changed_ms + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one action touched, as told by `Diary.changed`.

    `before` and `after` hold the entries as they were and are, by id (absent: not there, or in the bin). `origin`: who
    asked, so that a widget need not answer itself. `label`: plain words for the undo bar ("6 at right piriformis").
    """

    label: str
    before: dict[str, Entry] = field(default_factory=dict)
    after: dict[str, Entry] = field(default_factory=dict)
    origin: str = ""
    everything: bool = False

    @property
    def kinds(self) -> frozenset[Kind]:
        """The record types touched."""
        return frozenset(e.kind for e in (*self.before.values(), *self.after.values()))

    @property
    def places(self) -> frozenset[Place]:
        """The places touched."""
        bodies = (e.body for e in (*self.before.values(), *self.after.values()))
        return frozenset(b.place for b in bodies if isinstance(b, Pain | JointSign | Release | Rating | Spot))
