"""What goes in comes out, whatever it is; what was changed on the disk is not shown as data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from knotbook.domain.records import Body, Kind
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import DamagedRecord, EntryStore, open_store
from knotbook.storage.text import pack_text, unpack_text
from tests.fakes import FakeClock
from tests.storage.samples import HOSTILE, bodies, entry, one_of_each, pain, texts

_shared = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(body=bodies)
@_shared
def test_any_body_comes_back_as_it_was(store: EntryStore, body: Body) -> None:
    written = entry(body)
    store.bulk_add([written])
    assert store.entry(written.id, written.kind) == written
    assert not store.damaged


def test_every_kind_comes_back_after_reopening(store: EntryStore, path: Path, clock: FakeClock) -> None:
    entries = one_of_each()
    assert {e.kind for e in entries} == set(Kind)
    store.put(entries, label="everything")
    store.close(back_up=False)
    again = open_store(path, clock=clock)
    assert [again.entry(e.id) for e in entries] == entries
    again.close(back_up=False)


@given(text=texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_packed_into_utf8_without_nul(text: str) -> None:
    packed = pack_text(text)
    assert "\0" not in packed
    packed.encode("utf-8")
    assert unpack_text(packed) == text


@pytest.mark.parametrize("text", ["plain", "naïve 👩🏽‍🦯", "\u202eשלום", "\\u0041", "'; DROP TABLE pain; --"])
def test_readable_text_is_written_as_it_is(text: str) -> None:
    assert pack_text(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_everywhere_it_can_be_typed(store: EntryStore, text: str) -> None:
    one = entry(replace(pain(note=text), qualities=(text,), context=(text, "b")))
    store.put([replace(one, device=text)], label=text, origin=text)
    assert store.page()[0] == replace(one, device=text)
    assert store.undo_label() == text
    assert store.undo() is not None
    assert store.redo_label() == text


def test_ten_megabytes_of_note(store: EntryStore) -> None:
    one = entry(pain(note="ä👣" * 2_000_000))
    store.put([one], label="long")
    assert store.entry(one.id) == one


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("intensity", 7),
        ("place", "piriformis.left"),
        ("note", "other"),
        ("utc", 5),
        ("intensity", "six"),
        ("note", b"note"),
    ],
)
def test_a_record_changed_behind_our_back_is_named_and_not_shown(store: EntryStore, column: str, value: object) -> None:
    good, bad = entry(pain(1)), entry(pain(6, note="note"))
    store.put([good, bad], label="two")
    store._db.execute(f'UPDATE pain SET "{column}" = ? WHERE id = ?', (value, bad.id))
    assert store.page() == [good]
    assert store.damaged == {DamagedRecord(Kind.PAIN, bad.id)}
    with pytest.raises(Trouble) as caught:
        store.entry(bad.id)
    assert caught.value.kind is TroubleKind.BAD_RECORD
    assert store.backups.check() == {DamagedRecord(Kind.PAIN, bad.id)}


def test_text_that_is_no_utf8_any_more_is_damage_not_a_crash(store: EntryStore) -> None:
    good, bad = entry(pain(1)), entry(pain(6, note="note"))
    store.put([good, bad], label="two")
    store._db.execute("UPDATE pain SET note = CAST(x'6eff74' AS TEXT) WHERE id = ?", (bad.id,))
    assert store.page() == [good]
    assert store.damaged == {DamagedRecord(Kind.PAIN, bad.id)}


def test_a_damaged_log_row_stops_undo_and_nothing_else(store: EntryStore) -> None:
    store.put([entry(pain(1))], label="one")
    store._db.execute("UPDATE action SET changes = replace(changes, 'piriformis', 'piriforms')")
    with pytest.raises(Trouble) as caught:
        store.undo()
    assert caught.value.kind is TroubleKind.BAD_RECORD
    store.put([entry(pain(2))], label="two")
    assert store.undo() is not None
    assert store.count() == 1


def test_emptying_the_bin_leaves_no_trace(store: EntryStore, path: Path) -> None:
    keep, drop = entry(pain(1, note="kept words")), entry(pain(2, note="secret words"))
    store.put([keep, drop], label="two")
    store.put([replace(drop, deleted_ms=5)], label="remove")
    assert store.empty_bin() == 1
    assert store.page() == [keep]
    assert store.page(deleted=True) == []
    assert b"secret" not in path.read_bytes()
    assert b"kept words" in path.read_bytes()
    assert store.undo_label() == "two"
    assert store.undo() is not None
    assert store.count() == 0


def test_a_release_with_ratings_stays_in_the_bin(store: EntryStore) -> None:
    entries = one_of_each()
    store.put(entries, label="all")
    release = next(e for e in entries if e.kind is Kind.RELEASE)
    store.put([replace(release, deleted_ms=5)], label="remove")
    assert store.empty_bin() == 0
    assert [e.id for e in store.page(deleted=True)] == [release.id]
    assert len(store.ratings(release.id)) == 1
