"""Searching the diary: equal to looking at every entry, whatever is typed, and never behind the records."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knotbook.demo.diary import demo_entries
from knotbook.domain.place import Place
from knotbook.domain.records import JOURNAL_KINDS, Day, Entry, Exercise, Kind, Pain, Photo, Rating, Release
from knotbook.domain.sought import Reading, Sought
from knotbook.storage import EntryStore, cursor_of, open_store
from knotbook.storage.codec import utc_of
from knotbook.storage.listing import SLOTS, floor_of
from tests.fakes import START_MS, FakeClock
from tests.storage.samples import HOSTILE, KNEE, PIRIFORMIS, at, bodies, entry, one_of_each, pain, places, texts

_WORD = re.compile(r"\w+")
DAY_MS = 86_400_000


def search(store: EntryStore, sought: Sought) -> list[str]:
    """All hits, read in small pages; the count must agree."""
    found: list[Entry] = []
    while page := store.found(sought, cursor_of(found[-1]) if found else None, 7):
        found += page
    *_, (count, exact) = store.counting(sought)
    assert (count, exact) == (len(found), True)
    assert all(store.holds(sought, one) for one in found[:20])
    return [one.id for one in found]


def words_of(entry: Entry) -> list[str]:
    """What the index should know of an entry, found out anew."""
    body = entry.body
    texts = [*getattr(body, "qualities", ()), *getattr(body, "context", ()), getattr(body, "note", "")]
    texts += [getattr(body, "tool", ""), getattr(body, "name", ""), getattr(body, "sign", "").replace("_", " ")]
    texts += [body.kind.value] if isinstance(body, Exercise) else []
    return [word for text in texts for word in folded(text)]


def folded(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _WORD.findall(plain)


def places_of(entry: Entry) -> set[Place]:
    body = entry.body
    return set(body.muscles) if isinstance(body, Exercise) else {p for p in (getattr(body, "place", None),) if p}


def number_of(entry: Entry) -> int | None:
    if isinstance(entry.body, Pain | Rating):
        return entry.body.intensity
    return 0 if isinstance(entry.body, Day) and entry.body.no_pain else None


def fits(entry: Entry, sought: Sought) -> bool:
    """Whether an entry is sought, decided without the index."""
    number = number_of(entry)
    return all((
        not sought.readings or any(reads(entry, reading) for reading in sought.readings),
        not sought.kinds or entry.kind in sought.kinds,
        not sought.places or places_of(entry) & set(sought.places),
        sought.numbers is None or number in sought.numbers,
        not sought.noted or getattr(entry.body, "note", "").strip(),
        sought.spans(utc_of(entry)),
    ))


def reads(entry: Entry, reading: Reading) -> bool:
    typed, known = folded(reading.words), words_of(entry)
    here = places_of(entry) | set(getattr(entry.body, "pain_for", ()))
    said = all(any(word.startswith(one) for word in known) for one in typed)
    return said and (not reading.places or bool(here & set(reading.places))) and bool(typed or reading.places)


def by_hand(entries: list[Entry], sought: Sought) -> list[str]:
    listed = [one for one in entries if one.kind in JOURNAL_KINDS and fits(one, sought)]
    return [one.id for one in sorted(listed, key=cursor_of, reverse=True)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EntryStore, list[Entry]]]:
    clock = FakeClock()
    store = open_store(tmp_path_factory.mktemp("demo") / "d.knotbook", clock=clock)
    entries = list(demo_entries(clock.now(), days=60))
    store.bulk_add(entries)
    yield store, entries
    store.close(back_up=False)


_SYNTAX = ('"', "*", "NEAR(", "AND", "OR", "-", "^", ":", "|k|pain", "\0", "x")
_DEMO_WORDS = ("cramp", "c", "ache", "deep", "that deep one", "rope", "ball lacr", "bridg", "Step", "zz", "n")
_demo_words = st.sampled_from(_DEMO_WORDS)
_demo_places = st.lists(st.sampled_from([PIRIFORMIS, Place.parse("gluteus_medius.right"), KNEE]), max_size=2).map(tuple)
_readings = st.lists(st.builds(Reading, words=_demo_words, places=_demo_places), max_size=2).map(tuple)
_moments = st.none() | st.integers(START_MS - 60 * DAY_MS, START_MS)
soughts = st.builds(
    Sought,
    readings=_readings,
    kinds=st.lists(st.sampled_from(JOURNAL_KINDS), max_size=3, unique=True).map(tuple),
    places=_demo_places,
    lowest=st.none() | st.integers(0, 10),
    highest=st.none() | st.integers(0, 10),
    since_ms=_moments,
    until_ms=_moments,
    noted=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(soughts)
def test_every_question_is_answered_as_by_hand(demo: tuple[EntryStore, list[Entry]], sought: Sought) -> None:
    store, entries = demo
    assert search(store, sought) == by_hand(entries, sought)


@pytest.mark.parametrize("words", ["cramp", "woke", "deep", "rope", "lacrosse", "bridges", "every step down"])
def test_the_words_of_the_demo_diary_are_found(demo: tuple[EntryStore, list[Entry]], words: str) -> None:
    store, entries = demo
    found = search(store, Sought(readings=(Reading(words=words),)))
    assert found
    assert found == by_hand(entries, Sought(readings=(Reading(words=words),)))


@settings(max_examples=300, deadline=None)
@given(texts | st.lists(st.sampled_from(_SYNTAX)).map("".join))
def test_any_text_may_be_typed(demo: tuple[EntryStore, list[Entry]], text: str) -> None:
    store, _entries = demo
    sought = Sought(readings=(Reading(words=text), Reading(words=text, places=(PIRIFORMIS,))), noted=True)
    store.found(sought, limit=5)
    assert [exact for _count, exact in store.counting(sought)][-1]


@pytest.mark.parametrize("text", ["|k|pain", "|w", "|p|piriformis|right", "k|pain"])
def test_facts_cannot_be_typed(demo: tuple[EntryStore, list[Entry]], text: str) -> None:
    store, entries = demo
    assert len(search(store, Sought(readings=(Reading(words=text),)))) < len(entries) / 2


def test_what_was_written_is_found_as_it_was_written(store: EntryStore) -> None:
    for text in ("Größe", "GROSSE", "naïve", "שלום", "боль", "👣", "a|k|day b", "\x1b[0m red", "half\0way", "x\ud800y"):
        one = entry(pain(note=text))
        store.put([one], label="n")
        assert one.id in [hit.id for hit in store.found(Sought(readings=(Reading(words=text),)))], text
    assert len(search(store, Sought(readings=(Reading(words="naive"),)))) == 1
    assert search(store, Sought(kinds=(Kind.DAY,))) == []


@pytest.mark.parametrize("text", ["", "   ", "!!!", '"', "*"])
def test_text_without_a_word_finds_nothing(demo: tuple[EntryStore, list[Entry]], text: str) -> None:
    assert demo[0].found(Sought(readings=(Reading(words=text),))) == []


def listed(store: EntryStore) -> list[tuple[str, str]]:
    """What the index holds, in its order; it must be whole and its rows in their steps."""
    store._db.execute("INSERT INTO listing(listing) VALUES ('integrity-check')")
    rows = store._db.execute("SELECT rowid, kind, id FROM listing ORDER BY rowid").fetchall()
    assert store._db.execute("SELECT count(*) FROM unlisted").fetchone() == (0,)
    for rowid, kind, entry_id in rows:
        found = store.entry(entry_id, Kind(kind))
        assert found is not None
        assert floor_of(utc_of(found)) <= rowid < floor_of(utc_of(found)) + SLOTS
    return [(kind, entry_id) for _rowid, kind, entry_id in rows]


def alive(store: EntryStore) -> set[tuple[str, str]]:
    return {(one.kind.value, one.id) for one in store.page(limit=10_000)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(bodies, st.sampled_from(["put", "bin", "move", "undo", "redo", "empty"])), max_size=12))
def test_the_index_never_disagrees_with_the_records(
    store: EntryStore, steps: list[tuple[object, str]]
) -> None:
    for body, step in steps:
        one = entry(body)  # type: ignore[arg-type]  # hypothesis does not know that these are bodies
        if step == "undo":
            store.undo()
        elif step == "redo":
            store.redo()
        elif step == "empty":
            store.empty_bin()
        else:
            store.put([one], label="put")
            if step == "bin":
                store.put([replace(one, deleted_ms=START_MS)], label="removed")
            elif step == "move" and not isinstance(one.body, Day) and hasattr(one.body, "when"):
                moved = replace(one.body, when=at(START_MS - 5 * DAY_MS))
                back = replace(moved, when=at(START_MS))
                store.put([replace(one, body=moved), replace(one, body=back)], label="moved")
        found = listed(store)
        assert len(found) == len(set(found))
        assert set(found) == alive(store)


def test_many_entries_of_one_moment_keep_their_order(store: EntryStore) -> None:
    many = [entry(pain(n % 11, note="same")) for n in range(30)]
    store.bulk_add(many)
    assert search(store, Sought(noted=True)) == sorted((one.id for one in many), reverse=True)


def test_times_of_any_year_can_be_searched(store: EntryStore) -> None:
    moments = [-62_135_596_800_000, -1, 0, 253_402_300_799_999]
    many = [entry(replace(pain(note="far"), when=replace(at(), utc_ms=ms))) for ms in moments]
    store.bulk_add(many)
    assert search(store, Sought(noted=True)) == [one.id for one in reversed(many)]
    assert search(store, Sought(noted=True, since_ms=-1, until_ms=1)) == [many[2].id, many[1].id]


def test_what_another_program_wrote_is_taken_in_at_the_next_opening(
    store: EntryStore, path: Path, clock: FakeClock
) -> None:
    entries = one_of_each()
    store.bulk_add(entries)
    store.close(back_up=False)
    conn = sqlite3.connect(path)
    conn.execute("DELETE FROM pain")
    conn.commit()
    conn.close()
    again = open_store(path, clock=clock)
    assert set(listed(again)) == alive(again)
    assert again.found(Sought(kinds=(Kind.PAIN,))) == []
    again.close(back_up=False)


def test_no_word_of_what_went_for_good_stays_in_the_file(store: EntryStore, path: Path) -> None:
    one = entry(pain(note="Xylophonist secretly"))
    store.put([one], label="6")
    store.put([entry(pain(note="another"))], label="6")
    store.put([replace(one, deleted_ms=START_MS)], label="removed")
    store.empty_bin()
    store.close(back_up=False)
    assert b"xylophon" not in path.read_bytes().lower()


def test_damage_in_a_record_does_not_stop_the_index(store: EntryStore, path: Path, clock: FakeClock) -> None:
    store.bulk_add(one_of_each())
    store._db.execute("UPDATE pain SET qualities = '[broken', note = char(27) || '\\uZZZZ', utc = 'soon'")
    store._db.execute("UPDATE \"release\" SET utc = 9000000000000000000, pain_for = '{', tool = x'ff00'")
    store.close(back_up=False)
    again = open_store(path, clock=clock)
    again.put([entry(pain(note="fine"))], label="6")
    assert len(again.found(Sought(noted=True))) == 1
    assert {damaged.kind for damaged in again.damaged} <= {Kind.PAIN, Kind.RELEASE}
    again.close(back_up=False)


@settings(max_examples=30, deadline=None)
@given(st.lists(places, max_size=3).map(tuple), st.sampled_from(HOSTILE))
def test_places_nobody_has_written_of_are_no_trouble(
    demo: tuple[EntryStore, list[Entry]], some: tuple[Place, ...], text: str
) -> None:
    demo[0].found(Sought(places=some, readings=(Reading(words=text, places=some),)))


def test_a_release_is_found_by_the_pain_it_was_for(store: EntryStore) -> None:
    store.bulk_add(one_of_each())
    by_text = store.found(Sought(readings=(Reading(places=(KNEE,)),), kinds=(Kind.RELEASE,)))
    assert [type(one.body) for one in by_text] == [Release]
    assert store.found(Sought(places=(KNEE,), kinds=(Kind.RELEASE,))) == []


def test_what_has_a_photo_is_found_and_no_more_once_the_photo_is_in_the_bin(store: EntryStore) -> None:
    plain, shown = entry(pain(3)), entry(pain(6))
    store.put([plain, shown], label="two")
    photo = entry(Photo(entry=shown.id, file="a.jpg", sha256="0" * 64, width=1, height=1))
    wanted = Sought(photographed=True)
    assert search(store, wanted) == []
    store.put([photo], label="photo")
    assert search(store, wanted) == [shown.id]
    store.put([replace(photo, deleted_ms=START_MS)], label="removed")
    assert search(store, wanted) == []
    store.undo()
    assert search(store, wanted) == [shown.id]


def test_the_bin_is_searched_apart_and_forgets_what_is_removed_for_good(store: EntryStore, path: Path) -> None:
    kept, gone = entry(pain(6, note="stairs")), entry(pain(6, note="stairs and secrets"))
    store.put([kept, gone], label="two")
    store.put([replace(gone, deleted_ms=START_MS)], label="removed")
    wanted = Sought(readings=(Reading(words="stai"),))
    assert search(store, wanted) == [kept.id]
    assert [one.id for one in store.found(wanted, deleted=True)] == [gone.id]
    assert list(store.counting(wanted, deleted=True))[-1] == (1, True)
    store.undo()
    assert store.found(wanted, deleted=True) == [] and len(search(store, wanted)) == 2
    store.put([replace(gone, deleted_ms=START_MS, changed_ms=START_MS + 9)], label="removed")
    store.empty_bin()
    assert store.found(wanted, deleted=True) == []
    assert b"secrets" not in path.read_bytes()
