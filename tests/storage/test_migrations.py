"""Every older diary opens, upgraded behind a verified backup; nothing ever changes in what was released."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from knotbook.domain.records import JOURNAL_KINDS, Kind
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import backups, newest_good, open_store, opening
from knotbook.storage.migrations import MIGRATIONS, NEWEST, upgrade
from tests.fakes import FakeClock
from tests.storage.kill_rig import LATER
from tests.storage.samples import entry, pain

OLD = sorted((Path(__file__).parent / "old").glob("*.sql"))


@pytest.fixture(params=OLD, ids=lambda script: script.stem)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    conn = sqlite3.connect(path)
    conn.executescript(request.param.read_text("utf-8"))
    conn.close()
    return path


def test_there_is_an_old_diary_of_every_schema() -> None:
    names = [migration.name for migration in MIGRATIONS._migrations]
    assert [script.stem for script in OLD] == names
    assert len(names) == NEWEST


def test_an_old_diary_opens_whole(old: Path, clock: FakeClock) -> None:
    store = open_store(old, clock=clock)
    everything = store.page() + store.spots()
    assert {e.kind for e in everything} >= {*JOURNAL_KINDS, Kind.SPOT}
    assert store.page(deleted=True) == []
    assert store.backups.check() == set()
    pains = store.entries(Kind.PAIN)
    assert [e.body.note for e in pains] == ["a\0b \ud800"]  # type: ignore[union-attr]  # pains have notes
    assert (store.undo_label(), store.redo_label()) == ("4 at right piriformis", "removed")
    store.undo()
    assert store.entries(Kind.PAIN)[0].body.intensity == 6  # type: ignore[union-attr]  # the same
    store.close()


def test_an_old_diary_has_the_tables_of_a_new_one(old: Path, tmp_path: Path, clock: FakeClock) -> None:
    schemas = []
    for path in (old, tmp_path / "new.knotbook"):
        store = open_store(path, clock=clock)
        schemas.append(sorted(store._db.execute("SELECT type, name, sql FROM sqlite_master").fetchall(), key=str))
        store.close(back_up=False)
    assert schemas[0] == schemas[1]


def _open_with_later_schema(path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "NEWEST", NEWEST + 1)
    monkeypatch.setattr(opening, "upgrade", lambda db: upgrade(db, LATER, NEWEST + 1))
    open_store(path, clock=clock).close(back_up=False)


def test_an_upgrade_stands_behind_a_verified_backup(
    old: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open_with_later_schema(old, clock, monkeypatch)
    backup = newest_good(old)
    assert backup is not None
    monkeypatch.undo()
    with pytest.raises(Trouble) as caught:
        open_store(old, clock=clock)
    assert caught.value.kind is TroubleKind.NEWER
    before = open_store(backup.path, clock=clock)
    assert before.count() > 0
    before.close(back_up=False)


def test_records_of_before_an_added_column_keep_their_checksums(
    old: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open_with_later_schema(old, clock, monkeypatch)
    store = open_store(old, clock=clock)
    assert store.backups.check() == set()
    assert store.undo() is not None
    store.put([entry(pain(1))], label="1")
    assert store.backups.check() == set()
    store.close(back_up=False)


def test_a_failed_upgrade_changes_nothing(old: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(db: Database) -> None:
        with db.atomic():
            db.table("weather").create({"day": str})
            error = sqlite3.OperationalError("disk full")
            error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
            raise error

    before = old.read_bytes()
    monkeypatch.setattr(opening, "NEWEST", NEWEST + 1)
    monkeypatch.setattr(opening, "upgrade", full)
    with pytest.raises(Trouble) as caught:
        open_store(old, clock=clock)
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert old.read_bytes() == before
    assert len(backups(old)) == 1


def test_a_newer_file_is_refused_to_the_byte_and_the_moment(old: Path, clock: FakeClock) -> None:
    conn = sqlite3.connect(old)
    conn.execute(f"PRAGMA user_version={NEWEST + 1}")
    conn.close()
    before = (old.read_bytes(), old.stat().st_mtime_ns, old.stat().st_mode)
    with pytest.raises(Trouble) as caught:
        open_store(old, clock=clock)
    assert caught.value.kind is TroubleKind.NEWER
    assert (old.read_bytes(), old.stat().st_mtime_ns, old.stat().st_mode) == before
    assert list(old.parent.iterdir()) == [old]
