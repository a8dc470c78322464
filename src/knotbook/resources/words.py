"""The words people choose from: what pain is like, what goes with it, tools, joint signs, exercises. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from knotbook.domain.place import Place
from knotbook.domain.records import Effort, Exercise, Sign, Word, WordUse
from knotbook.resources.files import read_json

FILE = "words.json"


@dataclass(frozen=True, slots=True)
class Known:
    """An exercise with a name: `also` are other ways to type it; `muscles`: what it works, both sides."""

    name: str
    kind: Effort
    also: tuple[str, ...] = ()
    muscles: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Words:
    """The lists, in the order they are offered. The maps lead from a word or another way to type it to the word."""

    qualities: tuple[str, ...]
    context: tuple[str, ...]
    tools: tuple[str, ...]
    signs: Mapping[Sign, str]
    exercises: tuple[Known, ...]
    also: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """From the parsed `words.json`. Raises KeyError or ValueError if a row lacks a field or has a wrong one."""
        lists = {name: tuple(row["word"] for row in data[name]) for name in ("qualities", "context", "tools")}
        return cls(
            **lists,
            signs={Sign(row["id"]): row["word"] for row in data["signs"]},
            exercises=tuple(_known(row) for row in data["exercises"]),
            also={name: _also(data[name]) for name in ("qualities", "context", "tools", "signs")},
        )

    def with_done(self, done: Iterable[Exercise]) -> Words:
        """These words with the exercises a person did, under the names they gave them; theirs come first."""
        have = {known.name.casefold() for known in self.exercises}
        new = {body.name.casefold(): Known(body.name, body.kind, (), body.muscles) for body in done}
        mine = tuple(known for name, known in new.items() if name not in have)
        return replace(self, exercises=(*mine, *self.exercises))

    def with_own(self, own: Iterable[Word]) -> Words:
        """These words with those a person added to the chips; a word they hid can still be typed."""
        added = [word for word in own if not word.hidden]
        qualities = tuple(word.word for word in added if word.use is WordUse.QUALITY)
        context = tuple(word.word for word in added if word.use is WordUse.CONTEXT)
        also = {
            **self.also,
            "qualities": {**dict(zip(qualities, qualities, strict=True)), **self.also["qualities"]},
            "context": {**dict(zip(context, context, strict=True)), **self.also["context"]},
        }
        return replace(
            self,
            qualities=tuple(dict.fromkeys((*self.qualities, *qualities))),
            context=tuple(dict.fromkeys((*self.context, *context))),
            also=also,
        )

    @cached_property
    def sign_of(self) -> Mapping[str, Sign]:
        """From every way to type a joint sign to the sign."""
        signs = {word: sign for sign, word in self.signs.items()}
        return {typed: signs[word] for typed, word in self.also["signs"].items()}

    @cached_property
    def exercise_of(self) -> Mapping[str, Known]:
        """From every way to type an exercise, small letters, to the exercise."""
        pairs = [(name.casefold(), known) for known in self.exercises for name in (known.name, *known.also)]
        return dict(reversed(pairs))  # where two share a name, the first one has it


def load_words() -> Words:
    """The words that come with Knotbook."""
    return Words.of(read_json(FILE))


def _known(row: Mapping[str, Any]) -> Known:
    muscles = tuple(Place.parse(text) for text in row["muscles"])
    return Known(row["name"], Effort(row["kind"]), tuple(row["also"]), muscles)


def _also(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {typed: row["word"] for row in rows for typed in (row["word"], *row["also"])}
