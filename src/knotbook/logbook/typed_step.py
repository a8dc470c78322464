"""A step of a routine as it is typed: "bridges 3x12", "release glmed l ball 90s"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from knotbook.controls import names as controls
from knotbook.domain.records import Effort, Step
from knotbook.grammar import parsed
from knotbook.grammar.exercise import Amounts, amounts_in
from knotbook.grammar.places import PlaceReader
from knotbook.grammar.release import VERBS
from knotbook.grammar.vocabulary import TOOL, Vocabulary, chosen, plain
from knotbook.logbook.act_form import as_step
from knotbook.logbook.known_exercises import LibraryRow, matching, named
from knotbook.resources.words import Words

RELEASE_S = 90
"""How long a release takes in seconds, unless it is said."""


class Names(controls.Names, parsed.Names, Protocol):
    """Names for the fields and for what is typed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """`where`: words for the place of a release that could not be understood."""

    step: Step
    where: str = ""


def typed_step(text: str, rows: Sequence[LibraryRow], names: Names, words: Words, release: str) -> Typed:
    """An exercise as it was done last, a release, or something new; with the amounts that stand behind its name.

    `text`: not empty. `release`: what a release is called in a routine.
    """
    name, amounts = amounts_in(text)
    row = named(rows, name)
    if row is None and (found := _release(name, amounts, names, words, release)) is not None:
        return found
    likely = matching(rows, name) if row is None and name else []
    row = row or (likely[0] if len(likely) == 1 else None)
    return Typed(_with_amounts(_step(row, name or text), amounts))


def _step(row: LibraryRow | None, name: str) -> Step:
    if row is None:
        return Step(name=name, kind=Effort.STRENGTHEN)
    return as_step(row.last) if row.last else Step(name=row.name, kind=row.kind, places=row.muscles)


def _with_amounts(step: Step, amounts: Amounts) -> Step:
    """What was typed, and only that, in place of what was done last."""
    if amounts.says_nothing:
        return step
    return replace(step, sets=amounts.sets, reps=amounts.reps, seconds=amounts.seconds, load_kg=amounts.load_kg)


def _release(text: str, amounts: Amounts, names: Names, words: Words, release: str) -> Typed | None:
    """None: it does not begin with a verb for it; nor with a tool, as "ball glmed l" does."""
    items = Vocabulary(words, (TOOL,)).items(text.split())
    said = items[0].word.casefold() in VERBS | {release.casefold()} if items else False
    if not items or not (said or items[0].kind):
        return None
    told = [word for word in plain(items) if word.casefold() not in VERBS | {release.casefold()}]
    places, left, problems = PlaceReader(names).read_many(told)
    if not said and (not places or left):
        return None
    tool = next(iter(chosen(items, TOOL)), "")
    step = Step(name=release, places=tuple(dict.fromkeys(places)), seconds=amounts.seconds or RELEASE_S, tool=tool)
    return Typed(step, " ".join(left or (told if problems else ())))
