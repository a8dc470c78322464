"""Pain and joint signs: "pir r 6 cramp woke me", "click hip r", "hip r 4 click"."""

from __future__ import annotations

from collections.abc import Sequence

from knotbook.domain.records import JointSign, Pain
from knotbook.grammar.line import pattern
from knotbook.grammar.parsed import Problem
from knotbook.grammar.places import Found, PlaceReader, trimmed
from knotbook.grammar.reading import Bodies, Reading
from knotbook.grammar.times import RECALLED_MS
from knotbook.grammar.vocabulary import CONTEXT, QUALITY, SIGN, Item, Vocabulary, chosen, plain

_NONE = pattern(r"no\s+pain|pain[- ]free|nothing")
_MEMORY = pattern(r"from\s+memory")


def read_pain(reading: Reading) -> Bodies:
    """A pain, a joint sign, or both at one place (on both sides, if both were named)."""
    recalled = reading.line.pull(_MEMORY) is not None
    none = reading.line.pull(_NONE) is not None
    numbers = (["0"] if none else []) + reading.loose_numbers()
    items = Vocabulary(reading.words, (QUALITY, CONTEXT, SIGN)).items(reading.line.tokens())
    found, items = _place(items, reading.places)
    if not numbers and any(word.casefold() == "x" for word in found.left):
        left = trimmed([word for word in found.left if word.casefold() != "x"])
        numbers, found = ["10"], Found(found.places, left, found.problem)
    signs = chosen(items, SIGN)
    _check(reading, found, numbers, items)
    intensity = reading.scale("Pain", numbers[0]) if len(numbers) == 1 else None
    moment = reading.instant()
    recalled = recalled or reading.now.utc_ms - moment.utc_ms > RECALLED_MS
    bodies: list[Pain | JointSign] = []
    for place in found.places:
        if intensity is not None:
            bodies.append(
                Pain(
                    when=moment,
                    place=place,
                    intensity=intensity,
                    qualities=chosen(items, QUALITY),
                    context=chosen(items, CONTEXT),
                    note=reading.note,
                    recalled=recalled,
                )
            )
        note = "" if numbers else reading.note
        bodies += [JointSign(when=moment, place=place, sign=reading.words.sign_of[s], note=note) for s in signs]
    return tuple(bodies)


def _place(items: Sequence[Item], places: PlaceReader) -> tuple[Found, list[Item]]:
    """The place among the words of no list. "deep" belongs to it where that changes what is found: "deep buttock r"."""
    words = plain(items)
    for at, item in enumerate(items[:-1]):
        if item.kind == QUALITY and not items[at + 1].kind and len(item.typed) == 1:
            with_it = (*item.typed, *words)
            before, after = places.find(words), places.find(with_it)
            if after and (not before or before[0] != after[0]) and _named(item.word, places, with_it):
                return places.read(with_it), [*items[:at], *items[at + 1 :]]
            break
    return places.read(words), list(items)


def _named(word: str, places: PlaceReader, words: Sequence[str]) -> bool:
    best = places.find(words)[0]
    return word in f"{places.names.spoken(best)} {places.names.plain(best)}".casefold().replace(",", " ").split()


def _check(reading: Reading, found: Found, numbers: Sequence[str], items: Sequence[Item]) -> None:
    signs = chosen(items, SIGN)
    there = reading.place(found)
    if len(numbers) > 1:
        given = " and ".join(numbers[:2])
        reading.say(f"Two numbers in one entry ({given}): put ; between entries, or write a time as 9:00.")
        return
    if there and reading.places.find(found.left):
        left = " ".join(found.left)
        reading.problems.append(Problem(f"A second place in one entry: “{left}”. Put ; between entries.", typed=left))
    else:
        reading.unknown(found.left)
    if not there and found.problem is None and not found.left:
        reading.say("Where? Add a place, such as “pir r”.", unfinished=True)
    more = (*chosen(items, QUALITY), *chosen(items, CONTEXT))
    if there and not numbers and not signs:
        reading.say("How strong? Add 0 to 10.", unfinished=True)
    elif there and not numbers and more:
        reading.say(f"“{more[0]}” belongs to a pain: add 0 to 10, or put it behind “note”.", unfinished=True)
