"""What is offered while a line is being typed."""

from __future__ import annotations

import pytest

from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Completion
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words
from tests.fakes import FakeClock

CATALOGUE, WORDS, NOW = Catalogue.load(), load_words(), FakeClock().now()


def offered(text: str) -> tuple[Completion, ...]:
    return parse(text, NOW, CATALOGUE, WORDS).completions


@pytest.mark.parametrize(
    ("text", "first", "whole"),
    [
        ("pir", "right piriformis", "right piriformis "),
        ("6 pir l", "left piriformis", "6 left piriformis "),
        ("knee r", "right knee joint", "right knee joint "),
        ("pir r 6 cr", "cramp", "pir r 6 cramp "),
        ("pir r 6 woke m", "woke me", "pir r 6 woke me "),
        ("pir r 6 on st", "on stairs", "pir r 6 on stairs "),
        ("rel", "release", "release "),
        ("release glm", "right gluteus maximus", "release right gluteus maximus "),
        ("release glmed l ba", "lacrosse ball", "release glmed l lacrosse ball "),
        ("release glmed l ball for pir", "right piriformis", "release glmed l ball for right piriformis "),
        ("nothing", "nothing hurt today", "nothing hurt today"),
        ("single", "Single-leg bridges", "Single-leg bridges "),
        ("pir r 6; glmed", "right gluteus medius", "pir r 6; right gluteus medius "),
        ("click hi", "right hip joint", "click right hip joint "),
    ],
)
def test_the_first_offer(text: str, first: str, whole: str) -> None:
    best = offered(text)[0]
    assert (best.shown, best.text) == (first, whole)


@pytest.mark.parametrize("text", ["", "pir ", "pir r 6", "note some wor", 'pir r 6 "like', "pir r 6 note cr", "xyzzyq"])
def test_nothing_is_offered_where_nothing_is_being_chosen(text: str) -> None:
    assert offered(text) == ()


def test_an_entry_with_its_place_is_not_offered_another() -> None:
    assert "place" not in {completion.kind for completion in offered("pir r 6 st")}


def test_at_most_eight_are_offered_each_once() -> None:
    texts = [completion.text for completion in offered("b")]
    assert len(texts) == len(set(texts)) <= 8


def test_taking_an_offer_is_understood() -> None:
    for text in ("pir", "kn", "glu", "ham"):
        for completion in offered(text):
            if completion.kind == "place":
                assert parse(f"{completion.text}4", NOW, CATALOGUE, WORDS).ready, completion.text
