"""The disk is full or fails: a named trouble, nothing half saved, and it works again without a restart."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import EntryStore, open_store
from tests.fakes import FakeClock
from tests.storage.samples import entry, pain

ROOT = Path(__file__).parents[2]
needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="limits a process sets itself")


@contextmanager
def _files_end_at(size: int) -> Iterator[None]:
    """Every write beyond `size` bytes of a file fails, as on a broken or full drive."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_disk_full_while_saving(store: EntryStore) -> None:
    store.put([entry(pain(1))], label="before")
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count={pages + 1}")
    big = entry(pain(2, note="x" * 50_000))
    with pytest.raises(Trouble) as caught:
        store.put([entry(pain(3)), big], label="too much")
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert "x" not in caught.value.detail.lower().replace("sqlite", "")
    assert store.count() == 1
    assert store.undo_label() == "before"
    store._db.execute("PRAGMA max_page_count=1000000")
    store.put([big], label="now it fits")
    assert store.count() == 2


@needs_limits
def test_a_write_that_fails_at_any_byte(store: EntryStore, path: Path, clock: FakeClock) -> None:
    saved = entry(pain(1, note="y" * 9_000))
    store.put([saved], label="before")
    size = path.stat().st_size
    for limit in [0, 1, 511, 512, 600, 4096, 5000, 8800, 13_000, size - 4096, size - 1, size, size + 100]:
        with _files_end_at(limit), pytest.raises(Trouble) as caught:
            store.put([entry(pain(2, note="z" * 30_000))], label="cannot")
        assert caught.value.kind in {TroubleKind.INPUT_OUTPUT, TroubleKind.DISK_FULL}, limit
        assert "z" not in caught.value.detail
        assert store.page() == [saved]
        assert store.undo_label() == "before"
    after = entry(pain(3))
    store.put([after], label="after")
    assert {e.id for e in store.page()} == {saved.id, after.id}
    assert store.backups.check() == set()
    store.close(back_up=False)
    again = open_store(path, clock=clock)
    assert again.count() == 2
    again.close(back_up=False)


@needs_limits
def test_a_backup_that_fails_leaves_no_half_one(store: EntryStore, path: Path) -> None:
    store.put([entry(pain(1, note="y" * 9_000))], label="1")
    good = store.backups.back_up()
    store.put([entry(pain(2))], label="2")
    pending = store.backups.pending()
    for limit in (0, 4096, 50_000):
        with _files_end_at(limit), pytest.raises(Trouble) as caught:
            store.backups.back_up()
        assert caught.value.what == "The backup could not be made."
    assert [name.name for name in good.path.parent.iterdir()] == [good.path.name]
    assert store.backups.pending() == pending
    store.backups.back_up()
    assert store.backups.pending() == 0


@needs_limits
def test_a_diary_that_could_not_be_created_leaves_nothing(path: Path, clock: FakeClock) -> None:
    for limit in (0, 1, 4096, 40_000):
        with _files_end_at(limit), pytest.raises(Trouble):
            open_store(path, clock=clock)
        assert list(path.parent.iterdir()) == []
    open_store(path, clock=clock).close(back_up=False)


def test_the_file_is_gone_while_it_is_open(store: EntryStore, path: Path) -> None:
    store.put([entry(pain(1))], label="1")
    aside = path.rename(path.with_name("elsewhere"))
    with pytest.raises(Trouble) as caught:
        store.put([entry(pain(2))], label="2")
    assert caught.value.kind is TroubleKind.MISSING_FILE
    aside.rename(path)
    store.put([entry(pain(2))], label="2")
    assert store.count() == 2


def test_another_program_writes_at_the_same_time(store: EntryStore, path: Path) -> None:
    """sqlite-utils and Datasette do not know our lock; SQLite's own stops them and us."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Trouble) as caught:
        store.put([entry(pain(1))], label="1")
    assert caught.value.kind is TroubleKind.LOCKED
    other.execute("ROLLBACK")
    other.close()
    store.put([entry(pain(1))], label="1")


def test_saving_goes_on_while_a_backup_is_made(store: EntryStore) -> None:
    store.bulk_add(entry(pain(n % 11, note="x" * 500)) for n in range(3_000))
    made: list[object] = []
    worker = threading.Thread(target=lambda: made.append(store.backups.back_up()))
    worker.start()
    saved = 0
    while worker.is_alive() and saved < 40:
        store.put([entry(pain(1))], label="meanwhile")
        saved += 1
    worker.join()
    assert made
    assert saved > 0
    assert store.backups.check() == set()


def test_a_second_window_of_this_process_is_refused_too(store: EntryStore, path: Path, clock: FakeClock) -> None:
    with pytest.raises(Trouble) as caught:
        open_store(path, clock=clock)
    assert caught.value.kind is TroubleKind.LOCKED
    assert f"process {os.getpid()} on " in caught.value.why
    store.put([entry(pain(1))], label="the first goes on")
