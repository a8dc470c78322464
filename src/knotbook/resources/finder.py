"""Finds places by typed names: prefixes, short forms, side words, any word order, small typing errors. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from knotbook.domain.place import Place
from knotbook.resources.structure import Structure

_WORD = re.compile(r"[^\W_]+")
_EXACT, _PREFIX, _CLOSE = 3.0, 2.0, 1.0
_CUTOFF = 0.75  # difflib ratio: one slip in a word of four letters passes, unrelated words do not
_SHORTEST_TYPO = 4
_FILLER = frozenset({"the", "of", "my", "in", "on", "at", "a", "and"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A structure as the finder sees it. `words`, `phrases`: weight of a word, of a whole name (words sorted).

    `heads`: the words that a person begins with who means just this: the first of each name, and every short form.
    """

    structure: Structure
    phrases: Mapping[tuple[str, ...], float]
    words: Mapping[str, float]
    bonus: float
    heads: frozenset[str]


class Finder:
    """An index over the names of the structures; made once, asked often."""

    def __init__(
        self, structures: Iterable[Structure], side_words: Mapping[str, Collection[str]], near: Collection[str]
    ) -> None:
        """`side_words`: words for right, left and both; `near`: groups that are ranked first."""
        self._sides = {word: key for key, words in side_words.items() for word in words}
        self._rows = [_row(s, position, near) for position, s in enumerate(structures)]
        self._by_initial: dict[str, list[str]] = {}
        self._vocabulary = sorted({word for row in self._rows for word in row.words})
        for word in self._vocabulary:
            self._by_initial.setdefault(word[0], []).append(word)

    def find(self, text: str, limit: int, *, typos: bool = True) -> list[Place]:
        """The places `text` means, likeliest first, at most `limit`; every word typed must match something.

        `typos`: whether a word that begins no name may stand for one that is written nearly alike.
        """
        words = _words(text)
        sides = {self._sides[word] for word in words if word in self._sides}
        names = [word for word in words if word not in self._sides and word not in _FILLER]
        if not names:
            return []
        places: list[Place] = []
        for row in self._ranked(names, typos=typos):
            places += _places(row.structure, sides)
            if len(places) >= limit:
                break
        return places[:limit]

    def is_sure(self, text: str) -> bool:
        """Whether the likeliest place is really named by `text`: some word begins one of its names.

        "head" is in the name of a hamstring too, and begins none: whoever saves by typed words has to ask then.
        """
        names = [word for word in _words(text) if word not in self._sides and word not in _FILLER]
        exact = self._ranked(names, typos=False) if names else []
        if not exact:
            return len(names) > 0 and len(self._ranked(names, typos=True)) == 1  # a slip that can mean only one
        return any(head.startswith(name) for name in names for head in exact[0].heads)

    def _ranked(self, names: list[str], *, typos: bool) -> list[_Row]:
        meanings = [self._meanings(name, typos=typos) for name in names]
        scored = ((self._score(row, names, meanings), row) for row in self._rows)
        found = [(score, row) for score, row in scored if score > 0]
        return [row for _, row in sorted(found, key=lambda pair: -pair[0])]

    def _meanings(self, name: str, *, typos: bool) -> dict[str, float]:
        """The vocabulary words that a typed word may stand for, and how well."""
        found = {word: _PREFIX + len(name) / len(word) / 2 for word in self._vocabulary if word.startswith(name)}
        if name in found:
            found[name] = _EXACT
        if typos and not found and len(name) >= _SHORTEST_TYPO:
            close = get_close_matches(name, self._by_initial.get(name[0], []), n=5, cutoff=_CUTOFF)
            close = close or get_close_matches(name, self._vocabulary, n=5, cutoff=_CUTOFF)
            found = dict.fromkeys(close, _CLOSE)
        return found

    @staticmethod
    def _score(row: _Row, names: list[str], meanings: list[dict[str, float]]) -> float:
        """0 if some word matches nothing; else the mean match, with a bonus for a whole name and for nearness."""
        total = 0.0
        for meaning in meanings:
            best = max((meaning[word] * weight for word, weight in row.words.items() if word in meaning), default=0.0)
            if not best:
                return 0.0
            total += best
        whole = row.phrases.get(tuple(sorted(names)), 0.0)
        return total / len(names) + whole + row.bonus


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _row(structure: Structure, position: int, near: Collection[str]) -> _Row:
    own, plain = (structure.name, structure.id.replace("_", " ")), (structure.plain,)
    words: dict[str, float] = {}
    phrases: dict[tuple[str, ...], float] = {}
    # from the weakest to the strongest: a later one overrules
    for texts, weight in (((structure.latin,), 0.8), (plain, 0.85), (structure.aliases, 0.9), (own, 1.0)):
        for phrase in map(_phrase, texts):
            words |= dict.fromkeys(phrase, weight)
            phrases[phrase] = 4 * weight
    named = (*own, *plain, structure.latin)
    heads = {first for text in named if (first := next((w for w in _words(text) if w not in _FILLER), ""))}
    heads |= {word for alias in structure.aliases for word in _phrase(alias)}
    bonus = (1.5 if structure.group in near else 0.0) - position / 10_000  # ties keep the catalogue's order
    return _Row(structure, phrases, words, bonus, frozenset(heads))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in _words(text) if word not in _FILLER))


def _places(structure: Structure, sides: set[str]) -> list[Place]:
    if not structure.sided or "both" in sides or not sides:
        return list(structure.places)
    return [place for place in structure.places if place.side.value in sides]
