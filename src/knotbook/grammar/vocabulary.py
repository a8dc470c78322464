"""Finds the words of the lists in a typed line: the longest phrase first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from knotbook.grammar.line import BREAK
from knotbook.resources.words import Words

QUALITY, CONTEXT, TOOL, SIGN = "qualities", "context", "tools", "signs"


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of a line. `kind`: the list it is from, "" for a word of no list, BREAK between stretches."""

    kind: str
    word: str
    typed: tuple[str, ...]


class Vocabulary:
    """The phrases of some lists, by their first word."""

    def __init__(self, words: Words, kinds: Collection[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for kind in kinds:
            also: Mapping[str, str] = words.also[kind]
            for typed, word in also.items():
                phrase = tuple(typed.casefold().split())
                self._by_first.setdefault(phrase[0], []).append((phrase, kind, word))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))

    def items(self, tokens: Sequence[str]) -> list[Item]:
        """`tokens` as items, in order."""
        found: list[Item] = []
        folded = [token.casefold() for token in tokens]
        at = 0
        while at < len(tokens):
            item = self._at(tokens, folded, at)
            found.append(item)
            at += len(item.typed)
        return found

    def _at(self, tokens: Sequence[str], folded: Sequence[str], at: int) -> Item:
        for phrase, kind, word in self._by_first.get(folded[at], ()):
            if tuple(folded[at : at + len(phrase)]) == phrase:
                return Item(kind, word, tuple(tokens[at : at + len(phrase)]))
        return Item(BREAK if tokens[at] == BREAK else "", tokens[at], (tokens[at],))


def chosen(items: Sequence[Item], kind: str) -> tuple[str, ...]:
    """The words of one list, each once, in the order typed."""
    return tuple(dict.fromkeys(item.word for item in items if item.kind == kind))


def plain(items: Sequence[Item]) -> list[str]:
    """The words of no list."""
    return [token for item in items if not item.kind for token in item.typed]
