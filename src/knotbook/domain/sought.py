"""What the journal is asked for: words, places, kinds, numbers, dates, all of which must hold."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.domain.place import Place
from knotbook.domain.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand what was typed: each word begins a word of the entry, and it happened at one of `places`.

    `words`: any text. `places` empty: anywhere.
    """

    words: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A selection of entries; the default is all that the journal lists.

    `readings`: at least one of them fits. `kinds`, `places` empty: any; an exercise is where it works. `lowest` and
    `highest`: NRS 0 to 10; unless both are None only entries with a number. Times in milliseconds UTC, from `since_ms`
    on and before `until_ms`. `noted`: only with a note. `photographed`: only with
    photos.
    """

    readings: tuple[Reading, ...] = ()
    kinds: tuple[Kind, ...] = ()
    places: tuple[Place, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    since_ms: int | None = None
    until_ms: int | None = None
    noted: bool = False
    photographed: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Sought()

    @property
    def numbers(self) -> range | None:
        """The numbers that are wanted; None: entries without one, too."""
        if self.lowest is None and self.highest is None:
            return None
        return range(self.lowest or 0, (10 if self.highest is None else self.highest) + 1)

    def spans(self, utc_ms: int) -> bool:
        """Whether a moment lies between the dates."""
        after = self.since_ms is None or utc_ms >= self.since_ms
        return after and (self.until_ms is None or utc_ms < self.until_ms)
