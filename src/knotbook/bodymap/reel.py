"""A replay ready to be shown: one frame a day, all values worked out before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from knotbook.bodymap.drafts import ReleaseMark
from knotbook.bodymap.scales import Scale
from knotbook.domain.place import Place


@dataclass(frozen=True, slots=True)
class Reel:
    """Frame i is the day `first` + i: `values[i]` on `scale`, no key is no data, and what was released that day.

    `words`: what a value is, such as "mean of 7 days". Raises ValueError if the two are not equally long.
    """

    first: date
    values: tuple[Mapping[Place, float], ...]
    marks: tuple[tuple[ReleaseMark, ...], ...]
    scale: Scale = Scale.NRS
    words: str = ""

    def __post_init__(self) -> None:
        if len(self.values) != len(self.marks):
            raise ValueError("a replay needs values and marks for each day")

    def __len__(self) -> int:
        return len(self.values)

    def day(self, frame: int) -> date:
        """The date of a frame."""
        return self.first + timedelta(days=frame)

    def marks_at(self, frame: int, linger: int = 1) -> tuple[ReleaseMark, ...]:
        """The releases of that day and the `linger` - 1 days before it, each point once."""
        days = self.marks[max(0, frame - linger + 1) : frame + 1]
        return tuple(dict.fromkeys(mark for day in days for mark in day))

    @property
    def places(self) -> frozenset[Place]:
        """Every place with data on any day."""
        return frozenset().union(*self.values)
