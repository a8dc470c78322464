"""Exercises: "bridges 3x12 20kg", "clams r 3x15", "hip flexor stretch 2x45s", "walk 30 min"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knotbook.domain.place import Side
from knotbook.domain.records import Effort, Exercise
from knotbook.grammar.line import Line, pattern
from knotbook.grammar.numbers import DURATION, NUMBER, number, seconds
from knotbook.grammar.places import trimmed
from knotbook.grammar.reading import Bodies, Reading
from knotbook.resources.words import Known

KG_OF_LB = 0.45359237
"""One pound in kilograms, exactly (international yard and pound agreement, 1959)."""

VERBS = frozenset(("did", "do", "done", "exercise", "exercises", "new"))
_BY = pattern(
    rf"(?P<sets>\d{{1,4}})\s*(?:x|×|\*|sets?\s+of)\s*(?:(?P<long>{DURATION})|(?P<reps>\d{{1,5}}))(?:\s*reps?)?"
)
_SETS = pattern(r"(?P<value>\d{1,4})\s*sets?")
_REPS = pattern(r"(?P<value>\d{1,5})\s*(?:reps?|times)")
_LOAD = pattern(rf"(?:with\s+|at\s+)?(?P<value>{NUMBER})\s*(?P<unit>kgs?|kilos?|lbs?|pounds?)")
_EFFORT = pattern(r"(?:effort|rpe)\s+(?P<value>[-−]?\d+(?:[.,]\d+)?)(?:\s*/\s*10)?")
_LONG = pattern(rf"(?:for\s+)?(?P<long>{DURATION})")


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much was done, as typed."""

    sets: int | None
    reps: int | None
    seconds: int | None
    load_kg: float | None
    effort: str | None

    @property
    def is_training(self) -> bool:
        """Whether only an exercise is told like this."""
        return any(value is not None for value in (self.sets, self.reps, self.load_kg, self.effort))

    @property
    def says_nothing(self) -> bool:
        """Whether no amount was typed."""
        return not self.is_training and self.seconds is None


def is_exercise(reading: Reading) -> bool:
    """Whether an entry is one: sets, repetitions, a load or an effort are told, or all of it is a known exercise."""
    line = reading.line.copy()
    first = next(iter(line.tokens()), "").casefold()
    if _amounts(line).is_training or (first in VERBS and first != "new"):
        return True
    _, words = _sides(reading, [word for run in line.runs() for word in run])
    return _known(reading, words) is not None


def read_exercise(reading: Reading) -> Bodies:
    """The exercise; one with a name nobody knows is new."""
    amounts = _amounts(reading.line)
    effort = None if amounts.effort is None else reading.scale("Effort", amounts.effort)
    for loose in reading.loose_numbers():
        reading.say(f"What is {loose}? Write 3x12 for sets and repetitions, 20kg, 30s or effort 6.")
    runs = [trimmed(run) for run in reading.line.runs()]
    typed, *others = [run for run in runs if run] or [()]
    reading.unknown(word for run in others for word in run if not reading.places.is_side(word))
    sides, words = _sides(reading, [*typed, *(w for run in others for w in run if reading.places.is_side(w))])
    known = _known(reading, words)
    name = known.name if known else _new_name(typed)
    if not name:
        reading.say("Which exercise? Add its name, such as “bridges”.", unfinished=True)
        return ()
    muscles = tuple(place for place in known.muscles if not sides or place.side in sides) if known else ()
    return (
        Exercise(
            when=reading.instant(),
            name=name,
            kind=known.kind if known else guessed_kind(name),
            muscles=muscles,
            sets=amounts.sets,
            reps=amounts.reps,
            seconds=amounts.seconds,
            load_kg=amounts.load_kg,
            effort=effort,
            note=reading.note,
        ),
    )


def guessed_kind(name: str) -> Effort:
    """What an exercise nobody knows is likely to be for, by the words of its name."""
    words = name.casefold()
    for kind, signs in _KIND_WORDS.items():
        if any(sign in words for sign in signs):
            return kind
    return Effort.STRENGTHEN


_KIND_WORDS = {
    Effort.STRETCH: ("stretch", "yoga"),
    Effort.MOBILITY: ("circle", "mobility", "swing"),
    Effort.CARDIO: ("walk", "run", "swim", "bike", "cycl", "row", "hike"),
    Effort.REST: ("rest",),
}


def amounts_in(text: str) -> tuple[str, Amounts]:
    """A typed name without its amounts, and those: "bridges 3x12" is "bridges" and 3 sets of 12."""
    line = Line(text)
    amounts = _amounts(line)
    return " ".join(word for run in line.runs() for word in run), amounts


def _amounts(line: Line) -> Amounts:
    """Take the amounts out of `line`."""
    by, load, effort = line.pull(_BY), line.pull(_LOAD), line.pull(_EFFORT)
    sets, reps = line.pull(_SETS), line.pull(_REPS)
    long = (by and by["long"]) or ((found := line.pull(_LONG)) and found["long"])
    return Amounts(
        sets=int(by["sets"]) if by else int(sets["value"]) if sets else None,
        reps=int(by["reps"]) if by and by["reps"] else int(reps["value"]) if reps else None,
        seconds=round(seconds(long)) if long else None,
        load_kg=_kilograms(load["value"], load["unit"]) if load else None,
        effort=effort["value"] if effort else None,
    )


def _kilograms(value: str, unit: str) -> float:
    return round(number(value) * KG_OF_LB, 2) if unit[0].lower() in "lp" else number(value)


def _sides(reading: Reading, words: Sequence[str]) -> tuple[frozenset[Side], tuple[str, ...]]:
    """The sides told, and the words without them and without "did"."""
    sides = reading.places.sides([word for word in words if reading.places.is_side(word)])
    names = [word for word in words if not reading.places.is_side(word)]
    while names and names[0].casefold() in VERBS:
        del names[0]
    return sides, trimmed(names)


def _known(reading: Reading, words: Sequence[str]) -> Known | None:
    return reading.words.exercise_of.get(" ".join(words).casefold())


def _new_name(typed: Sequence[str]) -> str:
    words = list(typed)
    while words and words[0].casefold() in VERBS:
        del words[0]
    name = " ".join(words)
    return name[:1].upper() + name[1:]
