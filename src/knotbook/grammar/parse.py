"""One typed line to bodies, sentences, problems and completions. Never raises, whatever is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knotbook.domain.clock import Instant
from knotbook.domain.records import Body
from knotbook.grammar.complete import completions
from knotbook.grammar.day import ASKS, Facts, merged, read_day, read_facts, read_nothing
from knotbook.grammar.exercise import is_exercise, read_exercise
from knotbook.grammar.line import Line, Segment, split
from knotbook.grammar.pain import read_pain
from knotbook.grammar.parsed import Completion, Names, Parsed, Problem
from knotbook.grammar.places import PlaceReader
from knotbook.grammar.reading import Bodies, Reading
from knotbook.grammar.release import is_release, read_release
from knotbook.grammar.sentence import words_of
from knotbook.grammar.times import read_when
from knotbook.resources.words import Words

LONGEST = 4000
"""Characters a line may have."""
MOST = 40
"""Entries a line may have."""


def parse(text: str, now: Instant, names: Names, words: Words) -> Parsed:
    """Understand a typed line at the moment `now`. `words`: the lists, with the exercises this person does.

    Entries that are understood are in `bodies` even while others are not; `ready` says whether all are.
    """
    if len(text) > LONGEST:
        return Parsed(errors=(Problem(f"That is too long: a line may have {LONGEST} characters."),))
    segments = split(text)
    if len(segments) > MOST:
        return Parsed(errors=(Problem(f"That is too much at once: a line may have {MOST} entries."),))
    places = PlaceReader(names)
    bodies: list[Body] = []
    errors: list[Problem] = []
    for segment in segments:
        found, problems = _entry(segment, now, places, words)
        bodies += () if problems else found
        errors += problems
    done = merged(tuple(bodies))
    more = completions(text, places, words)
    return Parsed(
        bodies=done,
        words=tuple(words_of(body, names, words, now) for body in done),
        errors=tuple(dict.fromkeys(_asked(error) for error in _softened(errors, text, more))),
        completions=more,
    )


def _softened(errors: list[Problem], text: str, more: Sequence[Completion]) -> list[Problem]:
    """A word that is still being typed, and can become one that is known, is not wrong yet.

    What it would be wrong for is not said either where it may become a word of the lists: it was no place then.
    """
    typing = text.split()[-1:]
    if not more or not typing:
        return errors
    listed = ", ".join(dict.fromkeys(one.shown for one in more if one.kind not in ("place", "side")))
    half = Problem(f"“{typing[0]}” could become: {listed}.", unfinished=True, typed=typing[0])
    return [
        (half if listed else replace(error, unfinished=True)) if error.typed.split()[-1:] == typing else error
        for error in errors
    ]


def _asked(error: Problem) -> Problem:
    """A word of the day without its number is understood, and its number asked for."""
    asks = ASKS.get(error.typed.casefold())
    return replace(error, words=asks, unfinished=True) if asks else error


def _entry(segment: Segment, now: Instant, places: PlaceReader, words: Words) -> tuple[Bodies, list[Problem]]:
    line = Line(segment.text)
    facts = read_facts(line)
    when, problems = read_when(line, now)
    reading = Reading(line, segment.note, when, now, places, words, problems)
    found = _bodies(reading, facts)
    if segment.missing:
        reading.say(segment.missing, unfinished=True)
    return found, reading.problems


def _bodies(reading: Reading, facts: Facts) -> Bodies:
    nothing = read_nothing(reading.line)
    if facts or nothing or (reading.note and not reading.line.runs()):
        return read_day(reading, Facts(facts.found, nothing, facts.head))
    if is_release(reading.line, reading.words):
        return read_release(reading)
    if is_exercise(reading):
        return read_exercise(reading)
    return read_pain(reading)
