"""Which place a few typed words mean, and whether a side is missing. A side is never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knotbook.domain.place import Place, Side
from knotbook.grammar.parsed import Names, Problem

FILLERS = frozenset(
    (
        *("a", "an", "and", "at", "by", "feels", "felt", "for", "had", "hurt", "hurting", "hurts", "in", "is", "my"),
        *("of", "on", "pain", "painful", "some", "the", "to", "was", "with", "&", "+", "-"),
    )
)
LONGEST = 8
"""A place is not told in more words than these."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some words mean: the places (both sides are two), the words left over, and what is missing."""

    places: tuple[Place, ...] = ()
    left: tuple[str, ...] = ()
    problem: Problem | None = None


class PlaceReader:
    """Asks the names, and remembers the answers for as long as one line is read."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._asked: dict[str, list[Place]] = {}
        self._sides = {word: key for key, words in names.side_words.items() for word in words}

    def find(self, words: Sequence[str]) -> list[Place]:
        """The places these words may mean, likeliest first."""
        text = " ".join(words)
        if text not in self._asked:
            self._asked[text] = self.names.find(text)
        return self._asked[text]

    def is_side(self, word: str) -> bool:
        """Whether `word` says right, left or both."""
        return word.casefold() in self._sides

    def sides(self, words: Sequence[str]) -> frozenset[Side]:
        """The sides that `words` name."""
        keys = {self._sides[word.casefold()] for word in words if self.is_side(word)}
        named = {Side(key) for key in keys if key != "both"}
        return frozenset(named | {Side.LEFT, Side.RIGHT} if "both" in keys else named)

    def read(self, words: Sequence[str]) -> Found:
        """The one structure that `words` mean: the longest stretch of them that finds a place."""
        start, end = self._stretch(words)
        if start == end:
            return Found(left=trimmed(words))
        inside = words[start:end]
        left = (*trimmed(words[:start]), *trimmed(words[end:]))
        return self._sided(inside, left)

    def read_many(self, words: Sequence[str]) -> tuple[list[Place], list[str], list[Problem]]:
        """Several structures told one after the other, "knee r and groin r": places, words left over, problems."""
        rest, places, left, problems = list(trimmed(words)), list[Place](), list[str](), list[Problem]()
        while rest:
            end = next((end for end in range(min(len(rest), LONGEST), 0, -1) if self._finds(rest[:end])), 0)
            if not end:
                left.append(rest[0])
                rest = list(trimmed(rest[1:]))
                continue
            found = self._sided(rest[:end], ())
            places += found.places
            problems += [found.problem] if found.problem else []
            rest = list(trimmed(rest[end:]))
        return places, left, problems

    def _stretch(self, words: Sequence[str]) -> tuple[int, int]:
        for size in range(min(len(words), LONGEST), 0, -1):
            for start in range(len(words) - size + 1):
                stretch = words[start : start + size]
                if tuple(trimmed(stretch)) == tuple(stretch) and self._finds(stretch):
                    return start, start + size
        return 0, 0

    def _finds(self, words: Sequence[str]) -> bool:
        """Whether `words` mean a place; asked word by word first, since one unknown word spoils every stretch."""
        names = [word for word in words if not self.is_side(word) and word.casefold() not in FILLERS]
        return bool(names) and all(self.find((word,)) for word in names) and bool(self.find(words))

    def _which(self, words: Sequence[str], found: Sequence[Place]) -> Problem:
        """Several places have such words in their names, or none has quite these: which is meant?"""
        typed = " ".join(word for word in words if not self.is_side(word))
        structures = dict.fromkeys(place.structure for place in found)
        likely = [next(place for place in found if place.structure == one) for one in structures][:3]
        names = ", ".join(self.names.spoken(p).removeprefix("right ").removeprefix("left ") for p in likely)
        return Problem(f"“{typed}” could be {names}. Type the beginning of its name.", typed=typed)

    def _sided(self, words: Sequence[str], left: tuple[str, ...]) -> Found:
        found = self.find(words)
        if not self.names.is_sure(" ".join(words)):
            return Found((), left, self._which(words, found))
        same = [place for place in found if place.structure == found[0].structure]
        named = self.sides(words)
        if len(same) == 1 or len(named) == 2:
            return Found(tuple(same), left)
        name = self.names.spoken(same[0]).removeprefix("right ").removeprefix("left ")
        asked = f"Right or left? Add r or l after “{' '.join(words)}” ({name})."
        return Found((), left, Problem(asked, unfinished=True))


def trimmed(words: Sequence[str]) -> tuple[str, ...]:
    """`words` without the small ones at both ends."""
    start, end = 0, len(words)
    while start < end and words[start].casefold() in FILLERS:
        start += 1
    while end > start and words[end - 1].casefold() in FILLERS:
        end -= 1
    return tuple(words[start:end])
