"""Flipped, cut, zeroed and foreign files: never a crash, never silent wrong data, never written to."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knotbook.domain.records import LASTING_KINDS, Entry
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import EntryStore, open_store, restore_newest_good
from tests.fakes import FakeClock
from tests.storage.samples import KNEE, entry, one_of_each, pain

TIMES = 1_000 if os.environ.get("KNOTBOOK_FULL") else 25


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, Entry]]:
    """A diary file and the entries that are in it."""
    path = tmp_path_factory.mktemp("whole") / "d.knotbook"
    store = open_store(path, clock=FakeClock())
    entries = one_of_each() + [entry(pain(n % 11, KNEE, note=f"note {n} " * (n % 9))) for n in range(60)]
    store.put(entries, label="fill")
    store.close(back_up=False)
    return path.read_bytes(), {e.id: e for e in entries}


def _flipped(good: bytes, chance: random.Random) -> bytes:
    bad = bytearray(good)
    bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    return bytes(bad)


def _cut(good: bytes, chance: random.Random) -> bytes:
    return good[: chance.randrange(1, len(good))]


def _zeroed(good: bytes, chance: random.Random) -> bytes:
    size = chance.choice([16, 512, 4096])
    start = chance.randrange(len(good) - size)
    return good[:start] + bytes(size) + good[start + size :]


def _foreign(good: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return chance.randbytes(chance.randrange(1, 20_000))
    return good[:100] + chance.randbytes(len(good) - 100)


@pytest.mark.parametrize("harm", [_flipped, _cut, _zeroed, _foreign], ids=lambda harm: harm.__name__)
def test_damage_is_never_silent(
    whole: tuple[bytes, dict[str, Entry]],
    path: Path,
    clock: FakeClock,
    harm: Callable[[bytes, random.Random], bytes],
) -> None:
    good, entries = whole
    chance = random.Random(harm.__name__)
    refused = 0
    for _ in range(TIMES):
        bad = harm(good, chance)
        path.write_bytes(bad)
        try:
            store = open_store(path, clock=clock)
        except Trouble as trouble:
            assert trouble.kind in {TroubleKind.DAMAGED, TroubleKind.NOT_A_DIARY, TroubleKind.NEWER}
            assert path.read_bytes() == bad, "a refused file was written to"
            refused += 1
        else:
            try:
                _assert_told(store, entries)
            except Trouble as trouble:
                assert trouble.kind is TroubleKind.DAMAGED
            store.close(back_up=False)
        shutil.rmtree(path.with_name(path.name + "-backups"), ignore_errors=True)
    assert refused or harm is _flipped


def _assert_told(store: EntryStore, entries: dict[str, Entry]) -> None:
    """All that is shown is right, or the check of the whole file says that something is not. Raises Trouble."""
    lasting = [one for kind in sorted(LASTING_KINDS) for one in store.entries(kind)]
    shown = store.page(limit=1000) + store.page(limit=1000, deleted=True) + lasting
    assert all(entries[e.id] == e for e in shown if e.id in entries)
    numbers = {row[4]: row for row in store.pain_rows()}
    expected = {one: e for one, e in entries.items() if e.kind == "pain"}
    right = numbers.keys() == expected.keys() and all(
        numbers[one][:4] == (e.body.when.utc_ms, e.body.when.offset_min, str(e.body.place), e.body.intensity)  # type: ignore[union-attr]  # pains only
        for one, e in expected.items()
    )
    store.latest_pain()
    store.heat()
    _turn(store)
    if not right or {e.id for e in shown} != entries.keys():
        assert store.damaged | store.backups.check(), "wrong and silent"


def _turn(store: EntryStore) -> None:
    try:
        store.undo_label()
        store.redo_label()
    except Trouble as trouble:
        assert trouble.kind in {TroubleKind.BAD_RECORD, TroubleKind.DAMAGED}


def test_the_newest_good_backup_comes_back(path: Path, clock: FakeClock) -> None:
    store = open_store(path, clock=clock)
    kept = entry(pain(3))
    store.put([kept], label="kept")
    store.backups.back_up()
    store.put([entry(pain(4))], label="in a backup that rots")
    rotten = store.backups.back_up()
    store.close(back_up=False)
    rotten.path.write_bytes(rotten.path.read_bytes()[:5000])
    path.write_bytes(damaged := b"\0" * 3000)
    with pytest.raises(Trouble) as caught:
        open_store(path, clock=clock)
    assert caught.value.kind is TroubleKind.DAMAGED
    assert path.read_bytes() == damaged

    restored = restore_newest_good(path)

    assert restored.set_aside is not None
    assert restored.set_aside.name == "diary.knotbook.damaged-1"
    assert restored.set_aside.read_bytes() == damaged
    assert restored.backup.number == 1
    again = open_store(path, clock=clock)
    assert again.page() == [kept]
    again.put([entry(pain(5))], label="goes on")
    assert again.backups.back_up().number == 3
    again.close()


def test_a_backup_with_one_wrong_record_is_passed_over(path: Path, clock: FakeClock) -> None:
    store = open_store(path, clock=clock)
    store.put([entry(pain(3))], label="3")
    good = store.backups.back_up()
    store._db.execute("UPDATE pain SET intensity = 4")
    store.backups.back_up()
    store.close(back_up=False)
    assert restore_newest_good(path).backup == good


def test_no_good_backup_leaves_everything_in_its_place(path: Path) -> None:
    path.write_bytes(b"\0" * 3000)
    with pytest.raises(Trouble) as caught:
        restore_newest_good(path)
    assert "no good backup" in caught.value.why
    assert [name.name for name in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("left", [None, b""])
def test_a_diary_that_vanished_is_not_started_anew(path: Path, clock: FakeClock, left: bytes | None) -> None:
    open_store(path, clock=clock).close()
    store = open_store(path, clock=clock)
    store.put([entry(pain(3))], label="3")
    store.close()
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    with pytest.raises(Trouble) as caught:
        open_store(path, clock=clock)
    assert caught.value.kind is (TroubleKind.MISSING_FILE if left is None else TroubleKind.DAMAGED)
    assert path.exists() == (left is not None)
    if left is None:
        open_store(path, clock=clock, fresh=True).close()
        assert path.exists()


def test_an_interrupted_change_is_copied_aside_before_it_is_taken_back(path: Path, clock: FakeClock) -> None:
    store = open_store(path, clock=clock)
    store.put([entry(pain(3))], label="3")
    store._db.execute("BEGIN")
    store._db.execute("UPDATE pain SET intensity = 4")
    store._db.execute("PRAGMA cache_spill=1")
    store._db.execute("UPDATE action SET label = 'y'")
    store._db.conn.interrupt()
    journal = path.with_name(path.name + "-journal")
    asides = (path.read_bytes(), journal.read_bytes())
    store._db.execute("ROLLBACK")
    store.close(back_up=False)
    journal.write_bytes(asides[1])
    for _ in range(5):
        journal.write_bytes(asides[1])
        open_store(path, clock=clock).close(back_up=False)
    kept = sorted(name.name for name in path.with_name(path.name + "-backups").iterdir())
    assert kept == [f"interrupted-{n:06d}.knotbook{end}" for n in (3, 4, 5) for end in ("", "-journal")]
    assert (path.with_name(path.name + "-backups") / kept[-1]).read_bytes() == asides[1]
