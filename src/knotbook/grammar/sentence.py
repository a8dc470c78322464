"""Bodies in words. What is said here can be typed again and means the same, for whatever can be typed at all."""

from __future__ import annotations

from collections.abc import Sequence

from knotbook.domain.clock import Instant
from knotbook.domain.labels import label_for
from knotbook.domain.place import Place, Side
from knotbook.domain.records import (
    Body,
    Day,
    Exercise,
    JointSign,
    Lasting,
    Pain,
    Photo,
    Rating,
    Release,
    Routine,
    Spot,
    Word,
)
from knotbook.grammar.line import quoted
from knotbook.grammar.numbers import number_words, seconds_words
from knotbook.grammar.parsed import Names
from knotbook.grammar.times import day_words, when_words
from knotbook.resources.words import Words


def words_of(body: Body, names: Names, words: Words, now: Instant) -> str:
    """One sentence with everything: "6 at right piriformis, cramp, woke me – now"."""
    if isinstance(body, Lasting):
        return label_of(body, names, words)
    noted = [note] if (note := note_words(body)) else []
    if isinstance(body, Day):
        told = _day(body) or ([] if noted else ["check-in"])
        return f"{day_words(body.day, now.day())}: {', '.join((*told, *noted))}"
    said = ", ".join((label_of(body, names, words), *noted))
    memory = ", from memory" if getattr(body, "recalled", False) else ""
    return f"{said}{memory} – {when_words(body.when, now)}"


def note_words(body: Body) -> str:
    """The note of a body as it can be typed again; empty if it has none."""
    note = getattr(body, "note", "")
    return f"note {quoted(note)}" if note else ""


def label_of(body: Body, names: Names, words: Words) -> str:
    """What it is, without its note and its time: "6 at right piriformis, cramp, woke me"."""
    match body:
        case Pain():
            return ", ".join((f"{body.intensity} at {names.spoken(body.place)}", *body.qualities, *body.context))
        case JointSign():
            return f"{words.signs[body.sign]} at {names.spoken(body.place)}"
        case Release():
            return _release(body, names)
        case Exercise():
            return _exercise(body, words)
        case Day():
            return ", ".join(_day(body)) or ("" if body.note else "check-in")
        case Rating():
            return f"{body.intensity} at {names.spoken(body.place)}, {body.moment.value.replace('_', ' ')}"
        case Spot():
            return f"point {body.name} at {names.spoken(body.place)}".replace("  ", " ")
        case Photo():
            return "photo"
        case Routine():
            return f"routine {body.name}"
        case Word():
            return f"word {body.word}"


def label_all(bodies: Sequence[Body], names: Names, words: Words) -> str:
    """One label for what is saved together."""
    return label_for(bodies, lambda body: label_of(body, names, words) or "note of the day")


def _release(body: Release, names: Names) -> str:
    parts = [f"release of {names.spoken(body.place)}"]
    parts += [body.tool] if body.tool else []
    parts += [seconds_words(body.seconds)] if body.seconds is not None else []
    parts += [f"pressure {body.pressure}"] if body.pressure is not None else []
    parts += [" and ".join(f"for {names.spoken(place)}" for place in body.pain_for)] if body.pain_for else []
    return ", ".join(parts)


def _exercise(body: Exercise, words: Words) -> str:
    known = words.exercise_of.get(body.name.casefold())
    parts = [body.name if known else f"new exercise: {body.name}"]
    parts += _side(body.muscles, known.muscles if known else ())
    parts += _amount(body)
    parts += [f"{number_words(body.load_kg)} kg"] if body.load_kg is not None else []
    parts += [f"effort {body.effort}"] if body.effort is not None else []
    return ", ".join(parts)


def _side(done: Sequence[Place], all_of_it: Sequence[Place]) -> list[str]:
    """Which side, where only one of two was worked."""
    sides = {place.side for place in done}
    if len(sides) != 1 or {place.side for place in all_of_it} == sides:
        return []
    side = sides.pop()
    return [] if side is Side.MIDLINE else [side.value]


def _amount(body: Exercise) -> list[str]:
    long = [seconds_words(body.seconds)] if body.seconds is not None else []
    if body.sets is not None and body.reps is not None:
        return [f"{body.sets} × {body.reps}", *long]
    if body.sets is not None and long:
        return [f"{body.sets} × {long[0]}"]
    if body.sets is not None:
        return [f"{body.sets} sets"]
    return [f"{body.reps} reps", *long] if body.reps is not None else long


def _day(body: Day) -> list[str]:
    parts = ["nothing hurt"] if body.no_pain else []
    parts += [f"slept {number_words(body.sleep_hours)} h"] if body.sleep_hours is not None else []
    parts += [f"woke {body.nights_woken} times"] if body.nights_woken is not None else []
    parts += [f"sitting {number_words(body.sitting_hours)} h"] if body.sitting_hours is not None else []
    parts += [f"stress {body.stress}"] if body.stress is not None else []
    parts += [f"mood {body.mood}"] if body.mood is not None else []
    return parts
