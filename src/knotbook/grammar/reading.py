"""What the readers of the kinds share while one entry is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from knotbook.domain.clock import Instant
from knotbook.domain.records import Body
from knotbook.grammar.line import Line, pattern
from knotbook.grammar.parsed import Problem
from knotbook.grammar.places import Found, PlaceReader, trimmed
from knotbook.grammar.times import When, instant_of
from knotbook.resources.words import Words

_LOOSE = pattern(r"(?:at\s+)?(?P<minus>[-−]\s?)?(?P<value>\d+(?:[.,]\d+)?)(?P<scale>\s*/\s*\d+)?(?![:\w])")


@dataclass
class Reading:
    """One entry on its way: the line left, the time and the note taken out of it, and what is wrong so far."""

    line: Line
    note: str
    when: When
    now: Instant
    places: PlaceReader
    words: Words
    problems: list[Problem] = field(default_factory=list)

    def say(self, words: str, *, unfinished: bool = False) -> None:
        """Note why this entry cannot be saved."""
        self.problems.append(Problem(words, unfinished))

    def instant(self) -> Instant:
        """The moment of the entry; says so if it is none, and then gives the present one."""
        moment = instant_of(self.when, self.now)
        if isinstance(moment, Problem):
            self.problems.append(moment)
            return self.now
        return moment

    def unknown(self, words: Iterable[str]) -> None:
        """Say which words were not understood, if there are any."""
        left = " ".join(trimmed(list(words)))
        if left:
            words = f"Not understood: “{_short(left)}”. Put free words behind “note”."
            self.problems.append(Problem(words, typed=left))

    def place(self, found: Found) -> bool:
        """Say what is missing of a place; whether it is all there."""
        if found.problem is not None:
            self.problems.append(found.problem)
        return bool(found.places)

    def loose_numbers(self) -> list[str]:
        """Take out the numbers that stand alone, as typed: "6", "-3", "6.5"; "6/10" is "6"."""
        found = self.line.pull_all(_LOOSE)
        return [("-" if match["minus"] else "") + match["value"] for match in found]

    def scale(self, name: str, text: str) -> int | None:
        """A typed number as a whole one from 0 to 10; says what is wrong with it otherwise."""
        value = text.replace(",", ".")
        if value.isdecimal() and int(value) <= 10:
            return int(value)
        self.say(f"{name} goes from 0 to 10 in whole numbers, so {_short(text)} cannot be kept.")
        return None


Bodies = tuple[Body, ...]


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
