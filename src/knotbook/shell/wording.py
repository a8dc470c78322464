"""Short, kind, exact words for what was done: undo labels and the marks of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from knotbook.controls.day_strip import DayMark, MarkKind
from knotbook.diary.spot_book import KnownSpot
from knotbook.domain.labels import label_for
from knotbook.domain.place import Place
from knotbook.domain.records import (
    Body,
    Day,
    Entry,
    Exercise,
    JointSign,
    Moment,
    Pain,
    Photo,
    Rating,
    Release,
    Routine,
    Spot,
    Word,
)

Namer = Callable[[Place], str]
"""Gives a place its name in running text, such as "right piriformis"."""


def label(body: Body, name: Namer) -> str:
    """What an entry is, in a few words: "6 at right piriformis"."""
    match body:
        case Pain() | Rating():
            return f"{body.intensity} at {name(body.place)}"
        case Release():
            return f"release of {name(body.place)}"
        case JointSign():
            return f"{body.sign.value.replace('_', ' ')} at {name(body.place)}"
        case Exercise():
            return body.name
        case Day():
            return f"check-in of {body.day:%d %B}"
        case Spot():
            return f"point at {name(body.place)}"
        case Photo():
            return "photo"
        case Routine():
            return f"routine {body.name}"
        case Word():
            return f"word {body.word}"


def spot_name(spot: KnownSpot) -> str:
    """What a point is called: its name, or its number among those of its place."""
    return spot.name or QCoreApplication.translate("wording", "Point {n}").format(n=spot.number)


def count_of_ratings(count: int) -> str:
    """How often something was rated: "12 ratings"."""
    if count == 1:
        return QCoreApplication.translate("wording", "1 rating")
    return QCoreApplication.translate("wording", "{n} ratings").format(n=count)


def moment_words(moment: Moment) -> str:
    """When a release was rated, in a few words."""
    tr = QCoreApplication.translate
    return {
        Moment.BEFORE: tr("wording", "before a release"),
        Moment.AFTER: tr("wording", "right after a release"),
        Moment.HALF_HOUR: tr("wording", "30 min after a release"),
        Moment.NEXT_MORNING: tr("wording", "the morning after a release"),
    }[moment]


def label_all(bodies: Sequence[Body], name: Namer) -> str:
    """One label for several entries."""
    return label_for(bodies, lambda body: label(body, name))


_MARKS = {Pain: MarkKind.PAIN, Release: MarkKind.RELEASE, Exercise: MarkKind.EXERCISE, JointSign: MarkKind.SIGN}


def day_mark(entry: Entry, name: Namer) -> DayMark | None:
    """The mark of an entry on the day strip; None for kinds that have no place on it."""
    body = entry.body
    if not isinstance(body, Pain | Release | Exercise | JointSign):
        return None
    wall = body.when.local()
    return DayMark(
        id=entry.id,
        minute=wall.hour * 60 + wall.minute,
        kind=_MARKS[type(body)],
        words=f"{wall:%H:%M}  {label(body, name)}",
        intensity=body.intensity if isinstance(body, Pain) else None,
    )
