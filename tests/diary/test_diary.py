"""The diary writes once, tells once, and keeps what it could not write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary, DiaryState
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Changes, Day, Entry, Pain
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import EntryStore, open_store
from tests.fakes import START_MS, FakeClock


class Listener:
    """Everything a diary said."""

    def __init__(self, diary: Diary) -> None:
        self.changes: list[Changes] = []
        self.states: list[str] = []
        self.troubles: list[tuple[Trouble, tuple[Body, ...]]] = []
        diary.changed.connect(self.changes.append)
        diary.state_changed.connect(self.states.append)
        diary.trouble.connect(lambda trouble, bodies: self.troubles.append((trouble, bodies)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "d.knotbook"


@pytest.fixture
def store(path: Path, clock: FakeClock) -> Iterator[EntryStore]:
    store = open_store(path, clock=clock)
    yield store
    store.close(back_up=False)


@pytest.fixture
def diary(qtbot: QtBot, clock: FakeClock) -> Diary:
    return Diary(clock, "this-computer")


@pytest.fixture
def heard(diary: Diary) -> Listener:
    return Listener(diary)


def pain(intensity: int = 6, note: str = "") -> Pain:
    when = Instant(START_MS, "Europe/Berlin", 60)
    return Pain(when=when, place=Place.parse("piriformis.right"), intensity=intensity, note=note)


def _fill_disk(store: EntryStore) -> None:
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count={pages}")


def _make_room(store: EntryStore) -> None:
    store._db.execute("PRAGMA max_page_count=1000000")


BIG = "x" * 20_000


def test_recorded_is_on_the_disk_and_told_once(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(), label="6 at right piriformis", origin="map")
    assert diary.reader.entry(entry.id) == entry
    assert (entry.created_ms, entry.changed_ms, entry.device) == (START_MS, START_MS, "this-computer")
    assert heard.changes == [Changes(label="6 at right piriformis", after={entry.id: entry}, origin="map")]
    assert heard.states == ["open"]
    assert diary.undo_label == "6 at right piriformis"
    assert diary.redo_label is None


def test_several_bodies_are_one_action(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.attach(store)
    entries = diary.record(pain(1), Day(day=date(2026, 3, 3), no_pain=True), label="two")
    assert len(heard.changes) == 1
    assert set(heard.changes[0].after) == {e.id for e in entries}
    diary.undo()
    assert store.count() == 0


def test_what_was_recorded_before_the_diary_opened_is_not_lost(
    diary: Diary, store: EntryStore, heard: Listener
) -> None:
    assert diary.state is DiaryState.OPENING
    first = diary.record(pain(1), label="1")
    second = diary.record(pain(2), label="2")
    assert diary.unsaved == (pain(1), pain(2))
    assert diary.undo_label == "2"
    diary.amend({first[0].id: pain(5)}, label="5 instead")
    diary.attach(store)
    assert diary.unsaved == ()
    assert {e.id: e.body for e in store.page()} == {first[0].id: pain(5), second[0].id: pain(2)}
    assert [c.label for c in heard.changes] == ["1", "2", "5 instead"]


def test_undo_before_the_diary_opened(diary: Diary, store: EntryStore, heard: Listener) -> None:
    kept = diary.record(pain(1), label="1")
    diary.record(pain(2), label="2")
    assert diary.undo() == "2"
    assert heard.changes[0].after == {}
    diary.attach(store)
    assert store.page() == list(kept)


def test_refused_keeps_what_waits_for_another_diary(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.record(pain(1), label="1")
    diary.refuse(Trouble(TroubleKind.LOCKED, what="w", why="y"))
    assert heard.states == ["refused"]
    assert heard.troubles[0][1] == (pain(1),)
    diary.record(pain(2), label="2")
    with pytest.raises(Trouble):
        _ = diary.reader
    diary.attach(store)
    assert store.count() == 2


def test_full_disk_keeps_the_draft_and_retry_saves_it(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.attach(store)
    _fill_disk(store)
    assert diary.record(pain(6, BIG), label="big") == ()
    trouble, bodies = heard.troubles[0]
    assert trouble.kind is TroubleKind.DISK_FULL
    assert bodies == (pain(6, BIG),) == diary.unsaved
    assert heard.changes == []
    assert not diary.retry()
    _make_room(store)
    assert diary.retry()
    assert [e.body for e in store.page()] == [pain(6, BIG)]
    assert diary.unsaved == ()
    assert len(heard.changes) == 1


def test_later_writes_never_overtake_an_unsaved_one(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    _fill_disk(store)
    assert diary.amend({entry.id: pain(2, BIG)}, label="2") == ()
    assert diary.amend({entry.id: pain(3, BIG)}, label="3") == ()
    _make_room(store)
    assert diary.record(pain(9), label="9") != ()
    assert store.entry(entry.id).body == pain(3, BIG)  # type: ignore[union-attr]  # it is there
    assert store.count() == 2


def test_undo_takes_back_an_unsaved_write_first(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    diary.record(pain(1), label="1")
    _fill_disk(store)
    diary.record(pain(2, BIG), label="2")
    assert diary.undo_label == "2"
    assert diary.redo() is None
    assert diary.undo() == "2"
    assert diary.unsaved == ()
    _make_room(store)
    assert store.count() == 1


def test_discarding_is_only_ever_asked_for(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    _fill_disk(store)
    diary.record(pain(2, BIG), label="2")
    diary.discard_unsaved()
    _make_room(store)
    assert diary.retry()
    assert store.count() == 0


def test_amend_remove_restore_undo_redo(diary: Diary, store: EntryStore, clock: FakeClock, heard: Listener) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    clock.advance(1000)
    (edited,) = diary.amend({entry.id: pain(4)}, label="4")
    assert edited == replace(entry, body=pain(4), changed_ms=START_MS + 1000)
    assert heard.changes[-1] == Changes(label="4", before={entry.id: entry}, after={entry.id: edited})
    diary.remove([entry.id], label="removed")
    assert store.page() == []
    assert heard.changes[-1].after == {}
    diary.restore([entry.id], label="restored")
    assert [e.body for e in store.page()] == [pain(4)]
    assert [diary.undo(), diary.undo(), diary.undo()] == ["restored", "removed", "4"]
    assert [e.body for e in store.page()] == [pain(1)]
    assert diary.redo() == "4"
    assert diary.redo_label == "removed"
    assert [e.body for e in store.page()] == [pain(4)]


def test_undo_survives_a_restart(diary: Diary, store: EntryStore, path: Path, clock: FakeClock) -> None:
    diary.attach(store)
    diary.record(pain(1), label="1")
    diary.close()
    assert diary.state is DiaryState.CLOSED
    assert not diary.is_open
    diary.attach(open_store(path, clock=clock))
    assert diary.undo() == "1"
    assert diary.redo_label == "1"
    diary.close()


def test_emptying_the_bin_says_that_everything_may_have_changed(
    diary: Diary, store: EntryStore, heard: Listener
) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    assert diary.empty_bin() == 0
    diary.remove([entry.id], label="removed")
    assert diary.empty_bin() == 1
    assert heard.changes[-1].everything
    assert store.page(deleted=True) == []


def test_mistakes_of_ours_are_not_hidden_and_hold_nothing_up(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    with pytest.raises(KeyError):
        diary.remove(["no such id"], label="x")
    with pytest.raises(ValueError, match="cannot become"):
        diary.amend({entry.id: Day(day=date(2026, 3, 3))}, label="x")
    diary.record(pain(2), label="2")
    assert store.count() == 2


def test_what_a_listener_records_in_answer_is_written_in_order(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    answered: list[Entry] = []

    def answer(changes: Changes) -> None:
        if changes.label == "1":
            answered.extend(diary.record(pain(2), label="2"))

    diary.changed.connect(answer)
    diary.record(pain(1), label="1")
    assert len(answered) == 1
    assert store.count() == 2
    assert diary.undo_label == "2"


def test_a_damaged_entry_is_a_trouble_that_keeps_the_new_body(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.attach(store)
    (entry,) = diary.record(pain(1), label="1")
    store._db.execute("UPDATE pain SET intensity = 9")
    assert diary.amend({entry.id: pain(4)}, label="4") == ()
    trouble, bodies = heard.troubles[0]
    assert trouble.kind is TroubleKind.BAD_RECORD
    assert bodies == (pain(4),)


def test_several_kinds_of_writes_are_one_action(diary: Diary, store: EntryStore, heard: Listener) -> None:
    diary.attach(store)
    kept, gone = diary.record(pain(1), pain(2), label="two")
    diary.perform(
        record={"0199aaaa-0000-7000-8000-000000000001": pain(3)},
        amend={kept.id: pain(9), gone.id: pain(8)},
        remove=(gone.id,),
        label="all at once",
    )
    assert sorted(e.body.intensity for e in store.page() if isinstance(e.body, Pain)) == [3, 9]
    binned = store.entry(gone.id)
    assert binned is not None and binned.deleted_ms is not None and binned.body == pain(8)
    assert [changes.label for changes in heard.changes] == ["two", "all at once"]
    assert diary.undo() == "all at once"
    assert sorted(e.body.intensity for e in store.page() if isinstance(e.body, Pain)) == [1, 2]
    diary.redo()
    assert sorted(e.body.intensity for e in store.page() if isinstance(e.body, Pain)) == [3, 9]


def test_an_unknown_id_in_one_of_several_writes_stops_all_of_them(diary: Diary, store: EntryStore) -> None:
    diary.attach(store)
    with pytest.raises(KeyError):
        diary.perform(record={"0199aaaa-0000-7000-8000-000000000001": pain(3)}, remove=("nobody",), label="no")
    assert store.page() == [] and diary.unsaved == ()
