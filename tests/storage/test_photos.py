"""Photos lie beside the diary, private and whole, and go for good only with the bin."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from knotbook.domain.records import Entry, Kind, Photo
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import EntryStore, open_store, photo_copies, restore_newest_good
from knotbook.storage.photo_copies import copies_folder, photos_named
from knotbook.storage.photos import PhotoFolder
from knotbook.storage.recovery import is_good
from knotbook.storage.rotation import list_backups
from tests.fakes import START_MS, FakeClock
from tests.storage.samples import entry, pain


def attached(store: EntryStore, to: Entry, data: bytes = b"jpeg") -> Entry:
    made = entry(Photo(entry=to.id, file="x.jpg", sha256=sha256(data).hexdigest(), width=1, height=1))
    assert isinstance(made.body, Photo)
    named = replace(made, body=replace(made.body, file=f"{made.id}.jpg"))
    store.photos.keep(f"{made.id}.jpg", data)
    store.put([named], label="photo")
    return named


def files(store: EntryStore) -> list[str]:
    return sorted(path.name for path in store.photos.path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_the_folder_and_its_files_are_the_owners_alone(store: EntryStore) -> None:
    attached(store, entry(pain(6)))
    assert store.photos.path.name == "diary.knotbook-photos"
    (file,) = store.photos.path.iterdir()
    assert stat.S_IMODE(store.photos.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_photo_goes_for_good_with_its_entry_when_the_bin_is_emptied(store: EntryStore) -> None:
    gone, kept = entry(pain(6)), entry(pain(3))
    store.put([gone, kept], label="two")
    first, second = attached(store, gone), attached(store, kept)
    store.put([replace(gone, deleted_ms=START_MS)], label="removed")
    assert len(files(store)) == 2, "the bin can still be taken back"
    assert store.empty_bin() == 2
    assert files(store) == [f"{second.id}.jpg"]
    assert store.entry(first.id, Kind.PHOTO) is None
    assert [one.id for one in store.photos_of(kept.id)] == [second.id]


def test_a_photo_alone_in_the_bin_goes_too(store: EntryStore) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photo = attached(store, one)
    store.put([replace(photo, deleted_ms=START_MS)], label="removed")
    assert store.photos_of(one.id) == []
    assert store.empty_bin() == 1
    assert files(store) == []


def test_a_missing_file_is_none_and_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    folder = PhotoFolder(tmp_path / "d.knotbook")
    assert folder.read("a.jpg") is None
    folder.path.write_text("in the way")
    with pytest.raises(Trouble):
        folder.keep("a.jpg", b"x")
    folder.path.unlink()
    folder.path.mkdir()
    (folder.path / "a.jpg").mkdir()
    with pytest.raises(Trouble):
        folder.keep("a.jpg", b"x")
    assert [path.name for path in folder.path.iterdir()] == ["a.jpg"], "no half a file"


@pytest.mark.parametrize("name", ["../a.jpg", "/etc/passwd", "a.png", "", "a/b.jpg", "A.jpg\n"])
def test_a_photo_names_nothing_but_a_file_in_its_folder(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a photo"):
        Photo(entry="e", file=name, sha256="", width=1, height=1)


def test_a_photo_that_cannot_be_deleted_does_not_stop_the_others(store: EntryStore) -> None:
    gone = entry(pain(6))
    store.put([gone], label="one")
    stuck, free = attached(store, gone), attached(store, gone)
    (store.photos.path / f"{stuck.id}.jpg").unlink()
    (store.photos.path / f"{stuck.id}.jpg" / "in the way").mkdir(parents=True)
    store.put([replace(gone, deleted_ms=START_MS)], label="removed")
    assert store.empty_bin() == 3
    assert files(store) == [f"{stuck.id}.jpg"] and free.id not in files(store)
    assert [trouble.what for trouble in store.undiscarded] == ["A photo could not be deleted."]


@pytest.mark.parametrize("name", ["../../mine.txt", b"a.jpg"])
def test_a_diary_from_elsewhere_reaches_no_other_file(tmp_path: Path, clock: FakeClock, name: str | bytes) -> None:
    (tmp_path / "received").mkdir()
    theirs, mine = tmp_path / "received" / "mine.txt", tmp_path / "mine.txt"
    theirs.write_text("theirs")
    mine.write_text("mine")
    store = open_store(tmp_path / "received" / "d.knotbook", clock=clock)
    one = entry(pain(6))
    store.put([one], label="one")
    attached(store, one)
    store.backups.back_up()
    said = (name, sha256(b"theirs").hexdigest())
    store._db.execute("UPDATE photo SET file = ?, sha256 = ?, deleted = 1", said)
    store.mend_photos()
    assert mine.read_text() == "mine"
    assert store.empty_bin() == 1 and mine.exists()
    store.close(back_up=False)


def test_where_photos_have_no_room_the_entries_are_backed_up_all_the_same(
    store: EntryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    attached(store, one)
    free = SimpleNamespace(free=photo_copies.ROOM)
    monkeypatch.setattr(photo_copies, "disk_usage", lambda _path: free)
    with pytest.raises(Trouble) as caught:
        store.backups.back_up()
    assert caught.value.kind is TroubleKind.DISK_FULL and "the photos are not" in caught.value.what
    (backup,) = list_backups(store.path)
    assert is_good(backup) and photos_named(backup.path) and store.backups.pending() == 0
    assert not copies_folder(store.path).exists()
    free.free += 1000
    store.backups.back_up()
    assert len(list(copies_folder(store.path).iterdir())) == 1


def test_photos_nobody_names_are_swept_once_they_are_an_hour_old(store: EntryStore, clock: FakeClock) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    kept = attached(store, one)
    lost, half, ours_not, young = "0199-lost.jpg", "0199-half.jpg.new", "My holiday.png", "0199-young.jpg"
    for name in (lost, half, ours_not, young):
        (store.photos.path / name).write_bytes(b"x")
    for path in store.photos.path.iterdir():
        minutes = 59 if path.name == young else 61
        os.utime(path, ns=(0, (clock.ms - minutes * 60_000) * 1_000_000))
    aside = store.path.with_name(store.path.name + ".damaged-1")
    aside.write_bytes(b"it may name them")
    assert store.sweep_photos() == () and len(files(store)) == 5
    aside.unlink()
    assert store.sweep_photos() == ()
    assert files(store) == sorted([f"{kept.id}.jpg", ours_not, young])


def copies(store: EntryStore) -> list[str]:
    folder = copies_folder(store.path)
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_restored_diary_has_its_photos_again(store: EntryStore, path: Path, clock: FakeClock) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    lost, whole = attached(store, one, b"lost"), attached(store, one, b"whole")
    store.close()
    shutil.rmtree(store.photos.path)
    path.write_bytes(b"damaged")
    restore_newest_good(path)
    again = open_store(path, clock=clock)
    kept = {photo.id: again.photos.read(f"{photo.id}.jpg") for photo in again.photos_of(one.id)}
    again.close(back_up=False)
    assert kept == {lost.id: b"lost", whole.id: b"whole"}


def test_the_photos_of_an_emptied_bin_come_back_with_the_backup_that_has_them(store: EntryStore, path: Path) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photo = attached(store, one)
    store.put([replace(one, deleted_ms=START_MS)], label="removed")
    store.empty_bin()
    assert files(store) == []
    store.close(back_up=False)  # as if killed: the newest backup is the one before the emptying
    restore_newest_good(path)
    assert files(store) == [f"{photo.id}.jpg"]


def test_a_copy_goes_with_the_last_backup_that_names_its_photo(store: EntryStore) -> None:
    one, two = entry(pain(6)), entry(pain(3))
    store.put([one, two], label="two")
    gone, stays = attached(store, one), attached(store, two)
    store.backups.back_up()
    assert len(copies(store)) == 2
    store.put([replace(one, deleted_ms=START_MS)], label="removed")
    store.empty_bin()
    for _ in range(5):
        store.backups.back_up()
        assert f"{gone.id}.jpg" in copies(store), "a backup names it still"
    for _ in range(3):
        store.backups.back_up()
    assert copies(store) == [f"{stays.id}.jpg"]


def test_while_a_backup_cannot_be_read_no_copy_goes(store: EntryStore) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photo = attached(store, one)
    broken = store.backups.back_up().path
    store.put([replace(one, deleted_ms=START_MS)], label="removed")
    store.empty_bin()
    broken.rename(broken.with_name("000099-000000001-2026-03-03.knotbook"))
    broken.with_name("000099-000000001-2026-03-03.knotbook").write_bytes(b"no diary at all" * 100)
    for _ in range(4):
        store.backups.back_up()
    assert copies(store) == [f"{photo.id}.jpg"]


def test_a_photo_that_is_gone_or_damaged_is_mended_and_its_good_copy_never_replaced(store: EntryStore) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    gone, damaged = attached(store, one, b"gone"), attached(store, one, b"damaged")
    store.backups.back_up()
    (store.photos.path / f"{gone.id}.jpg").unlink()
    (store.photos.path / f"{damaged.id}.jpg").write_bytes(b"other bytes")
    store.backups.back_up()
    store.mend_photos()
    assert store.photos.read(f"{gone.id}.jpg") == b"gone"
    assert store.photos.read(f"{damaged.id}.jpg") == b"damaged"


def test_damage_that_leaves_no_trace_is_mended_within_thirteen_days(store: EntryStore, clock: FakeClock) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photo = attached(store, one, b"as it was")
    store.backups.back_up()
    file = store.photos.path / f"{photo.id}.jpg"
    times = file.stat()
    file.write_bytes(b"as it wa5")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    days = 0
    while file.read_bytes() != b"as it was":
        days += 1
        assert days <= 13
        clock.advance(86_400_000)
        store.mend_photos()


def test_photos_nothing_speaks_against_are_not_read_at_each_start(
    store: EntryStore, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photos = [attached(store, one, f"photo {n}".encode()) for n in range(40)]
    store.backups.back_up()
    (store.photos.path / f"{photos[0].id}.jpg").unlink()
    store.mend_photos()
    read: list[Path] = []
    plain = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path), plain(path))[1])
    store.mend_photos()
    assert len(read) < 13, "a thirteenth of them, the one brought back only in its turn"
    for _ in range(12):
        clock.advance(86_400_000)
        store.mend_photos()
    assert {path.name for path in read} == {f"{photo.id}.jpg" for photo in photos}
    assert len(read) == 40


def test_a_damaged_photo_is_not_backed_up_and_does_not_stop_the_backup(store: EntryStore) -> None:
    one = entry(pain(6))
    store.put([one], label="one")
    photo = attached(store, one)
    (store.photos.path / f"{photo.id}.jpg").write_bytes(b"other bytes")
    assert store.backups.back_up().path.exists()
    assert copies(store) == []
