"""The lists of words: complete, without doubles, and true to the catalogue."""

from __future__ import annotations

from collections import Counter

from knotbook.domain.records import Sign, Word, WordUse
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words

WORDS = load_words()


def test_the_lists_hold_what_the_measurement_notes_ask_for() -> None:
    assert {"ache", "dull", "deep", "tight", "cramp", "spasm", "sharp", "stabbing", "shooting"} <= set(WORDS.qualities)
    assert {"burning", "tingling", "numb", "pinching", "catching", "throbbing"} <= set(WORDS.qualities)
    assert {"heavy", "stiff", "sore to touch"} <= set(WORDS.qualities)
    assert {"woke me", "on stairs", "after sitting", "at rest", "walking", "driving", "lying on it"} <= set(
        WORDS.context
    )
    assert WORDS.tools == ("lacrosse ball", "foam roller", "massage gun", "hands", "other")
    assert set(WORDS.signs) == set(Sign)


def test_nothing_can_be_typed_that_means_two_things() -> None:
    typed = Counter(word for also in WORDS.also.values() for word in also)
    assert [word for word, count in typed.items() if count > 1] == []
    names = Counter(name.casefold() for known in WORDS.exercises for name in (known.name, *known.also))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_muscle_of_an_exercise_is_in_the_catalogue() -> None:
    catalogue = Catalogue.load()
    assert all(muscle in catalogue for known in WORDS.exercises for muscle in known.muscles)


def test_words_of_ones_own_are_added_and_hidden_ones_are_not_lost() -> None:
    own = [Word(word="zingy", use=WordUse.QUALITY), Word(word="ache", use=WordUse.QUALITY, hidden=True)]
    mine = WORDS.with_own([*own, Word(word="in the garden", use=WordUse.CONTEXT)])
    assert mine.qualities[-1] == "zingy" and mine.context[-1] == "in the garden"
    assert mine.also["qualities"]["zingy"] == "zingy" and mine.also["qualities"]["aching"] == "ache"
