"""What waits is the wish, not what the diary was when it was asked for: nothing is lost, doubled or undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.diary.day_book import DayBook
from knotbook.domain.clock import Instant
from knotbook.domain.ids import ids_from, new_id
from knotbook.domain.records import Body, Changes, Day, Entry, Kind, Pain
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.grammar.day import merged_day
from knotbook.storage import EntryStore, open_store
from tests.diary.test_diary import BIG, Listener, _fill_disk, _make_room, pain
from tests.fakes import START_MS, FakeClock

TODAY = Instant(START_MS, "Europe/Berlin", 60).day()
MADE = "0199aaaa-0000-7000-8000-000000000001"


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[EntryStore]:
    store = open_store(tmp_path / "d.knotbook", clock=clock)
    yield store
    store.close(back_up=False)


@pytest.fixture
def diary(qtbot: QtBot, clock: FakeClock) -> Diary:
    return Diary(clock, "this-computer")


def word(extra: str) -> Callable[[Body], Body]:
    def add(body: Body) -> Body:
        assert isinstance(body, Pain)
        return replace(body, qualities=(*body.qualities, extra))

    return add


def unreadable(store: EntryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that cannot be read for now."""

    def refuse(*_args: object, **_more: object) -> None:
        raise Trouble(TroubleKind.INPUT_OUTPUT, what="w", why="y")

    monkeypatch.setattr(store, "entry", refuse)
    monkeypatch.setattr(store, "put", refuse)


def test_a_wish_whose_entry_cannot_be_read_waits_with_all_that_belongs_to_it(
    diary: Diary, store: EntryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.attach(store)
    (old,) = diary.record(pain(1), label="1")
    heard = Listener(diary)
    with monkeypatch.context() as broken:
        unreadable(store, broken)
        assert diary.perform(record={MADE: pain(7)}, amend={old.id: pain(2)}, label="both") == ()
        assert heard.troubles[-1][1] == (pain(7), pain(2)) == diary.unsaved
        assert not diary.retry()
        diary.remove([old.id], label="gone")
        assert diary.has_unsaved
    assert diary.retry() and diary.unsaved == () and not diary.has_unsaved
    assert [entry.body for entry in store.page()] == [pain(7)]
    assert [changes.label for changes in heard.changes] == ["both", "gone"]


def test_an_edit_of_what_is_still_unread_waits_for_the_opening(diary: Diary, store: EntryStore) -> None:
    (one,) = store.put([replace(_entry(pain(1)), id=MADE)], label="before").after.values()
    heard = Listener(diary)
    diary.amend({one.id: pain(5)}, label="5")
    assert heard.troubles[-1][1] == (pain(5),) == diary.unsaved
    diary.attach(store)
    assert [entry.body for entry in store.page()] == [pain(5)]


def test_two_edits_by_function_both_count_however_long_they_wait(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    (one,) = diary.record(pain(1), label="1")
    _fill_disk(store)
    diary.record(pain(2, BIG), label="big")
    diary.amend({one.id: word("ache")}, label="ache")
    diary.amend({one.id: word("burn")}, label="burn")
    waiting = diary.current(one.id)
    assert waiting is not None and isinstance(waiting.body, Pain) and waiting.body.qualities == ("ache", "burn")
    assert store.entry(one.id) == one and diary.current("nobody") is None
    _make_room(store)
    assert diary.retry()
    after = store.entry(one.id)
    assert after is not None and isinstance(after.body, Pain) and after.body.qualities == ("ache", "burn")


def test_a_check_in_told_before_the_opening_joins_the_one_that_is_there(diary: Diary, store: EntryStore) -> None:
    store.put([_entry(Day(day=TODAY, stress=3, note="a"))], label="from another start")
    book = DayBook(diary)
    book.file([Day(day=TODAY, mood=6, note="b"), pain(4)], merged_day, ids=ids_from(new_id(START_MS)), label="typed")
    book.file([Day(day=TODAY, sleep_hours=7.5)], merged_day, ids=(), label="typed again")
    assert book.of(TODAY) is not None and len(diary.unsaved) == 3
    diary.attach(store)
    (day,) = store.days()
    assert day.body == Day(day=TODAY, stress=3, mood=6, sleep_hours=7.5, note="a\nb")
    assert store.count((Kind.PAIN,)) == 1


def test_a_check_in_that_waits_is_found_and_not_written_twice(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    book = DayBook(diary)
    _fill_disk(store)
    book.save(Day(day=TODAY, stress=4, note=BIG), label="1")
    waiting = book.of(TODAY)
    assert waiting is not None and waiting.body == Day(day=TODAY, stress=4, note=BIG) and store.days() == []
    book.save(Day(day=TODAY, stress=5, note=BIG), label="2")
    _make_room(store)
    assert diary.retry()
    assert [day.body for day in store.days()] == [Day(day=TODAY, stress=5, note=BIG)]


def test_taking_back_what_was_refused_changes_nothing_for_the_rooms_and_can_be_done_again(
    diary: Diary, store: EntryStore
) -> None:
    diary.attach(store)
    (one,) = diary.record(pain(1), label="1")
    _fill_disk(store)
    diary.amend({one.id: pain(2, BIG)}, label="2")
    diary.amend({one.id: pain(3, BIG)}, label="3")
    heard = Listener(diary)
    assert [diary.undo(), diary.undo()] == ["3", "2"]
    assert heard.changes == [Changes(label="3"), Changes(label="2")], "the entry is alive as it was"
    assert not diary.has_unsaved and diary.redo_label == "2"
    _make_room(store)
    assert diary.undo() == "1" and diary.redo_label == "1"
    assert [diary.redo(), diary.redo(), diary.redo_label] == ["1", "2", "3"]
    assert [entry.body for entry in store.page()] == [pain(2, BIG)]
    diary.record(pain(9), label="9")
    assert diary.redo_label is None and diary.redo() is None


def test_a_mistake_of_ours_loses_nothing_and_holds_nothing_up(
    diary: Diary, store: EntryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.attach(store)
    put = store.put

    def mistaken(entries: list[Entry], *, label: str, origin: str = "") -> Changes:
        if label == "odd":
            raise ZeroDivisionError("a mistake")
        return put(entries, label=label, origin=origin)

    with monkeypatch.context() as broken:
        broken.setattr(store, "put", mistaken)
        with pytest.raises(ZeroDivisionError):
            diary.record(pain(4), label="odd")
        assert diary.unsaved == (pain(4),) and diary.has_unsaved
        diary.record(pain(5), label="5")
        assert store.count() == 1
        with pytest.raises(ZeroDivisionError):
            diary.retry()
        assert diary.unsaved == (pain(4),)
    assert diary.retry() and diary.unsaved == ()
    assert store.count() == 2


def test_an_interruption_is_never_swallowed(diary: Diary, store: EntryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.attach(store)

    def interrupted(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(store, "put", interrupted)
        with pytest.raises(KeyboardInterrupt):
            diary.record(pain(4), label="4")
    assert diary.unsaved == (pain(4),) and diary.retry() and store.count() == 1


def test_a_damaged_entry_holds_up_nobody_else(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    store._db.execute("UPDATE pain SET intensity = 9")
    diary.amend({entry.id: pain(4)}, label="4")
    assert diary.record(pain(5), label="5") != ()
    assert diary.unsaved == (pain(4),)


def test_closing_writes_what_waits_if_it_can(diary: Diary, store: EntryStore, clock: FakeClock) -> None:
    diary.attach(store)
    _fill_disk(store)
    diary.record(pain(2, BIG), label="big")
    _make_room(store)
    diary.close()
    again = open_store(store.path, clock=clock)
    assert again.count() == 1 and diary.unsaved == ()
    again.close(back_up=False)


def _entry(body: Body) -> Entry:
    return Entry(id=MADE, body=body, created_ms=START_MS, changed_ms=START_MS)
