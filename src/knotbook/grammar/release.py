"""Releases: "release glmed l ball 90s for knee r", "ball pir r 2 min pressure 6"."""

from __future__ import annotations

from collections.abc import Sequence

from knotbook.domain.place import Place
from knotbook.domain.records import Release
from knotbook.grammar.line import BREAK, Line, pattern
from knotbook.grammar.numbers import DURATION, seconds
from knotbook.grammar.reading import Bodies, Reading
from knotbook.grammar.vocabulary import TOOL, Item, Vocabulary, chosen, plain
from knotbook.resources.words import Words

VERBS = frozenset(("release", "released", "releasing", "rel", "press", "pressed", "massage", "massaged", "rolled"))
LONGEST_S = 24 * 3600
_LONG = pattern(rf"(?:for\s+)?(?P<long>{DURATION})")
_PRESSURE = pattern(r"pressure\s+(?P<value>[-−]?\d+(?:[.,]\d+)?)(?:\s*/\s*10)?")


def is_release(line: Line, words: Words) -> bool:
    """Whether an entry begins like a release: with a verb for it, or with a tool."""
    items = [item for item in Vocabulary(words, (TOOL,)).items(line.tokens()) if item.kind != BREAK]
    if not items:
        return False
    return items[0].word.casefold() in VERBS if not items[0].kind else items[0].word != "other"


def read_release(reading: Reading) -> Bodies:
    """The release of one place (of both sides, if both were named), and the pains it was for."""
    long = _long(reading)
    pressed = reading.line.pull(_PRESSURE)
    pressure = reading.scale("Pressure", pressed["value"]) if pressed else None
    for number in reading.loose_numbers():
        reading.say(f"What is {number}? Write 90s for how long, pressure 6 for how hard.")
    items = Vocabulary(reading.words, (TOOL,)).items(reading.line.tokens())
    head, *parts = _clauses(items)
    found = reading.places.read([word for word in plain(head) if word.casefold() not in VERBS])
    if not reading.place(found) and found.problem is None:
        reading.say("Release where? Add a place, such as “glmed l”.", unfinished=True)
    reading.unknown(found.left)
    moment, tool = reading.instant(), _tool(reading, items)
    pain_for = _pain_for(reading, parts)
    return tuple(
        Release(
            when=moment, place=place, tool=tool, seconds=long, pressure=pressure, pain_for=pain_for, note=reading.note
        )
        for place in found.places
    )


def _long(reading: Reading) -> int | None:
    found = reading.line.pull(_LONG)
    if found is None:
        return None
    long = round(seconds(found["long"]))
    if long > LONGEST_S:
        reading.say(f"{found['long']} is longer than a day.")
    return long


def _tool(reading: Reading, items: Sequence[Item]) -> str:
    tools = chosen(items, TOOL)
    if len(tools) > 1:
        reading.say(f"Two tools in one release ({tools[0]} and {tools[1]}): put ; between them.")
    return tools[0] if tools else ""


def _clauses(items: Sequence[Item]) -> list[list[Item]]:
    """The items before the first "for", and after each."""
    clauses: list[list[Item]] = [[]]
    for item in items:
        if not item.kind and item.word.casefold() == "for":
            clauses.append([])
        else:
            clauses[-1].append(item)
    return clauses


def _pain_for(reading: Reading, parts: Sequence[Sequence[Item]]) -> tuple[Place, ...]:
    found: list[Place] = []
    for part in parts:
        places, left, problems = reading.places.read_many(plain(part))
        found += places
        reading.problems += problems
        reading.unknown(left)
        if not places and not left and not problems:
            reading.say("For which pain? Add a place after “for”.", unfinished=True)
    return tuple(dict.fromkeys(found))
