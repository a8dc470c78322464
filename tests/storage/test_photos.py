"""Photos lie beside the diary, private and whole, and go for good only with the bin."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from knotbook.domain.records import Entry, Kind, Photo
from knotbook.domain.trouble import Trouble
from knotbook.storage import EntryStore
from knotbook.storage.photos import PhotoFolder
from tests.fakes import START_MS
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
