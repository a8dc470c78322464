"""Whatever is typed, nothing is raised; whatever is said can be typed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Side
from knotbook.domain.records import Body, Day, Exercise, JointSign, Pain, Release, Sign
from knotbook.domain.wall_time import at_utc
from knotbook.grammar.parse import parse
from knotbook.grammar.sentence import words_of
from knotbook.grammar.times import RECALLED_MS
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words
from tests.fakes import FakeClock

CATALOGUE = Catalogue.load()
WORDS = load_words()
NOW = FakeClock().now()
PLACES = st.sampled_from(list(CATALOGUE.places()))
MINUTE = 60_000

PIECES = st.sampled_from(
    (
        *(
            "pir",
            "r",
            "l",
            "6",
            "11",
            "-3",
            "6.5",
            "x",
            "3x12",
            "20kg",
            "90s",
            "for",
            "at",
            "14:30",
            "25:99",
            "yesterday",
        ),
        *(
            "release",
            "ball",
            "note",
            '"',
            '""',
            "“",
            ";",
            "\n",
            "\0",
            "\ud800",
            "\x1f",
            "¦",
            "–",
            "2 days ago",
            "31 feb",
        ),
        *(
            "slept",
            "woke",
            "me",
            "stress",
            "mood",
            "click",
            "deep",
            "buttock",
            "utc+99",
            "2026-99-99",
            "İß",
            "٣",
            "²",
            "½",
        ),
        *(
            "knee",
            "both",
            "and",
            "no pain",
            "nothing hurt",
            "99999999999",
            "1/0",
            "'; DROP TABLE pain",
            "=1+1",
            "\u202e",
        ),
    )
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
    )
)
@settings(max_examples=400, deadline=None)
def test_no_text_raises_and_each_is_answered(text: str) -> None:
    parsed = parse(text, NOW, CATALOGUE, WORDS)
    assert len(parsed.words) == len(parsed.bodies)
    assert all(completion.text != text for completion in parsed.completions)
    if not parsed.bodies and not parsed.errors:
        assert not text.replace(";", "").strip()


@pytest.mark.parametrize(
    "text", ["a " * 2000, "r " * 2000, "6 " * 2000, '"' * 3999, ";" * 3999, "knee " * 800, "for " * 900]
)
def test_long_text_is_answered_in_time(text: str) -> None:
    """A hostile line must not hold up the window: the finder is asked at most once a word and stretch."""
    asked: list[str] = []

    class Counting(Catalogue):
        def find(self, text: str, limit: int = 8) -> list[Place]:
            asked.append(text)
            return super().find(text, limit)

    parse(text, NOW, Counting.load(), WORDS)
    assert len(asked) <= 40


WHEN = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: at_utc((NOW.utc_ms // MINUTE - minutes) * MINUTE, NOW))
NOTES = st.text(max_size=30).filter(lambda note: note == note.strip() and note)
SCALE = st.integers(0, 10)


def unique(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), max_size=3, unique=True).map(tuple)


def pains() -> st.SearchStrategy[Body]:
    made = st.builds(
        Pain,
        when=WHEN,
        place=PLACES,
        intensity=SCALE,
        qualities=unique(WORDS.qualities),
        context=unique(WORDS.context),
        note=st.just("") | NOTES,
    )
    return made.map(lambda pain: replace(pain, recalled=NOW.utc_ms - pain.when.utc_ms > RECALLED_MS))


def releases() -> st.SearchStrategy[Body]:
    return st.builds(
        Release,
        when=WHEN,
        place=PLACES,
        tool=st.sampled_from(("", *WORDS.tools)),
        seconds=st.none() | st.integers(0, 7200),
        pressure=st.none() | SCALE,
        pain_for=st.lists(PLACES, max_size=3, unique=True).map(tuple),
        note=st.just("") | NOTES,
    )


@st.composite
def exercises(draw: st.DrawFn) -> Body:
    known = draw(st.sampled_from(WORDS.exercises))
    side = draw(st.sampled_from((None, Side.RIGHT, Side.LEFT)))
    sets, reps, seconds = (draw(st.none() | st.integers(1, 200)) for _ in range(3))
    return Exercise(
        when=draw(WHEN),
        name=known.name,
        kind=known.kind,
        muscles=tuple(m for m in known.muscles if side in (None, m.side)),
        sets=sets,
        reps=reps,
        seconds=seconds,
        load_kg=draw(st.none() | st.integers(1, 800).map(lambda quarter: quarter / 4)),
        effort=draw(st.none() | SCALE),
        note=draw(st.just("") | NOTES),
    )


def days() -> st.SearchStrategy[Body]:
    hours = st.none() | st.integers(0, 96).map(lambda quarters: quarters / 4)
    return st.builds(
        Day,
        day=st.integers(0, 900).map(lambda back: NOW.day() - timedelta(days=back)),
        no_pain=st.booleans(),
        sleep_hours=hours,
        nights_woken=st.none() | st.integers(0, 20),
        sitting_hours=hours,
        stress=st.none() | SCALE,
        mood=st.none() | SCALE,
        note=st.just("") | NOTES,
    )


def signs() -> st.SearchStrategy[Body]:
    return st.builds(JointSign, when=WHEN, place=PLACES, sign=st.sampled_from(list(Sign)), note=st.just("") | NOTES)


@given(st.one_of(pains(), releases(), exercises(), days(), signs()))
@settings(max_examples=400, deadline=None)
def test_what_is_said_can_be_typed_and_means_the_same(body: Body) -> None:
    said = words_of(body, CATALOGUE, WORDS, NOW)
    parsed = parse(said, NOW, CATALOGUE, WORDS)
    assert [problem.words for problem in parsed.errors] == [], said
    assert parsed.bodies == (body,), said


def test_every_place_can_be_typed_by_its_spoken_name() -> None:
    for place in CATALOGUE.places():
        (body,) = parse(f"3 at {CATALOGUE.spoken(place)}", NOW, CATALOGUE, WORDS).bodies
        assert isinstance(body, Pain) and body.place == place


def test_the_present_moment_keeps_its_seconds() -> None:
    now = Instant(NOW.utc_ms + 12_345, NOW.zone, NOW.offset_min)
    (body,) = parse("pir r 6", now, CATALOGUE, WORDS).bodies
    assert isinstance(body, Pain) and body.when == now
