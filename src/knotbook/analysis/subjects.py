"""What a curve can be about: a place, one point of it, or a group of places."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.domain.place import Place, Side


@dataclass(frozen=True, slots=True, order=True)
class SpotOf:
    """The point with this id, in `place`."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class GroupOf:
    """The places of a group of the catalogue on one side, or on both and the midline (None)."""

    group: str
    side: Side | None = None


Subject = Place | SpotOf | GroupOf


def mirrored(subject: Subject) -> tuple[Subject, ...]:
    """What to draw for left against right: right first; what has no sides, such as a point, stands alone."""
    if isinstance(subject, GroupOf):
        return GroupOf(subject.group, Side.RIGHT), GroupOf(subject.group, Side.LEFT)
    if isinstance(subject, Place) and subject.side is not Side.MIDLINE:
        return Place(subject.structure, Side.RIGHT), Place(subject.structure, Side.LEFT)
    return (subject,)


def sides_of(subjects: list[Subject]) -> tuple[list[Subject], list[int]]:
    """All of `subjects` with their other sides, each once, and for each the row it shares with its mirror image."""
    found: dict[Subject, int] = {}
    pairs: dict[tuple[Subject, ...], int] = {}
    for subject in subjects:
        both = mirrored(subject)
        row = pairs.setdefault(both, len(pairs))
        for one in both:
            found.setdefault(one, row)
    return list(found), list(found.values())
