"""The exercises a person does come first, under their own names and with the numbers of the last time."""

from __future__ import annotations

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Effort, Exercise
from knotbook.logbook.amounts import amount_words
from knotbook.logbook.known_exercises import library, matching, named
from knotbook.resources.words import Known

MAX = Place.parse("gluteus_maximus.right")
KNOWN = (
    Known("Bridges", Effort.STRENGTHEN, ("glute bridge",), (MAX,)),
    Known("Single-leg bridges", Effort.STRENGTHEN, (), (MAX,)),
    Known("Pigeon stretch", Effort.STRETCH, ("pigeon",)),
)


def did(name: str, ms: int, reps: int | None = None) -> Exercise:
    return Exercise(when=Instant(ms, "UTC", 0), name=name, kind=Effort.STRENGTHEN, sets=3, reps=reps)


def test_what_was_done_comes_first_and_the_most_often_done_on_top() -> None:
    rows = library(KNOWN, [did("Nordic curls", 3), did("Bridges", 2, 12), did("Bridges", 1, 8)])
    assert [row.name for row in rows] == ["Bridges", "Nordic curls", "Single-leg bridges", "Pigeon stretch"]
    assert rows[0].last == did("Bridges", 2, 12) and rows[0].times == 2
    assert rows[2].last is None


def test_another_name_for_a_known_exercise_is_the_same_one_under_the_persons_own_name() -> None:
    rows = library(KNOWN, [did("glute bridge", 2), did("BRIDGES", 1)])
    assert [row.name for row in rows] == ["glute bridge", "Single-leg bridges", "Pigeon stretch"]
    assert rows[0].muscles == (MAX,), "muscles come from the list where the entry has none"


def test_typed_words_find_by_the_beginnings_of_words() -> None:
    rows = library(KNOWN, [])
    assert [row.name for row in matching(rows, "leg bri")] == ["Single-leg bridges"]
    assert [row.name for row in matching(rows, "")] == [k.name for k in KNOWN]
    assert matching(rows, "ridges") == []
    assert named(rows, " PIGEON ") is rows[2]


def test_amounts_in_words() -> None:
    when = Instant(0, "UTC", 0)
    said = Exercise(
        when=when, name="x", kind=Effort.STRETCH, sets=2, reps=12, seconds=90, load_kg=2.5, effort=0
    )
    assert amount_words(said) == "2 × 12 · 1 min 30 s · 2.5 kg · effort 0"
    assert amount_words(Exercise(when=when, name="x", kind=Effort.REST)) == ""
    assert amount_words(Exercise(when=when, name="x", kind=Effort.CARDIO, seconds=4500)) == "1 h 15 min"
