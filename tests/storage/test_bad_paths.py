"""Paths that are no place for a diary: refused by name, at once, with nothing created and nothing changed."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import open_store
from knotbook.storage.files import APPLICATION_ID
from knotbook.storage.migrations import NEWEST
from tests.fakes import FakeClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and links of a POSIX system")

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder an ordinary user owns; tests run by root become that user, whom permissions stop."""
    folder = Path(tempfile.mkdtemp(prefix="knotbook-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for name in [folder, *folder.rglob("*")]:
            if not name.is_symlink():
                name.chmod(0o700)
        shutil.rmtree(folder)


def _missing_folder(f: Path) -> Path:
    return f / "no" / "d.knotbook"


def _parent_is_a_file(f: Path) -> Path:
    (f / "file").write_text("x")
    return f / "file" / "d.knotbook"


def _folder_not_writable(f: Path) -> Path:
    (f / "shut").mkdir()
    (f / "shut").chmod(0o500)
    return f / "shut" / "d.knotbook"


def _diary_in_folder_not_writable(f: Path) -> Path:
    path = _diary(f / "shut")
    path.parent.chmod(0o500)
    return path


def _folder_not_searchable(f: Path) -> Path:
    (f / "shut").mkdir()
    (f / "shut").chmod(0o600)
    return f / "shut" / "d.knotbook"


def _dangling_link(f: Path) -> Path:
    (f / "link").symlink_to(f / "gone.knotbook")
    return f / "link"


def _link_to_itself(f: Path) -> Path:
    (f / "loop").symlink_to(f / "loop")
    return f / "loop"


def _link_to_a_folder(f: Path) -> Path:
    (f / "link").symlink_to(f)
    return f / "link"


def _read_only_file(f: Path) -> Path:
    path = _diary(f)
    path.chmod(0o400)
    return path


def _unreadable_file(f: Path) -> Path:
    path = _diary(f)
    path.chmod(0o000)
    return path


def _written(content: bytes) -> Callable[[Path], Path]:
    def make(f: Path) -> Path:
        (f / "d.knotbook").write_bytes(content)
        return f / "d.knotbook"

    return make


def _other_app(f: Path) -> Path:
    conn = sqlite3.connect(f / "d.knotbook")
    conn.executescript("PRAGMA application_id=77; CREATE TABLE pain (id TEXT)")
    conn.close()
    return f / "d.knotbook"


def _newer(f: Path) -> Path:
    path = _diary(f)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version=9999")
    conn.close()
    return path


def _wrong_tables(f: Path) -> Path:
    conn = sqlite3.connect(f / "d.knotbook")
    header = f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={NEWEST};"
    conn.executescript(f"{header} CREATE TABLE pain (id TEXT)")
    conn.close()
    return f / "d.knotbook"


def _fifo(f: Path) -> Path:
    os.mkfifo(f / "d.knotbook")
    return f / "d.knotbook"


def _socket(f: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(f / "d.knotbook"))
    return f / "d.knotbook"


def _lock_is_a_folder(f: Path) -> Path:
    (f / "d.knotbook.lock").mkdir()
    return f / "d.knotbook"


def _lock_is_a_link(f: Path) -> Path:
    (f / "precious").write_text("keep me")
    (f / "d.knotbook.lock").symlink_to(f / "precious")
    return f / "d.knotbook"


def _diary(f: Path) -> Path:
    f.mkdir(exist_ok=True)
    open_store(f / "d.knotbook", clock=FakeClock()).close(back_up=False)
    return f / "d.knotbook"


BAD: dict[str, tuple[Callable[[Path], Path], TroubleKind]] = {
    "missing folder": (_missing_folder, TroubleKind.MISSING_FOLDER),
    "parent is a file": (_parent_is_a_file, TroubleKind.MISSING_FOLDER),
    "folder not writable": (_folder_not_writable, TroubleKind.NO_PERMISSION),
    "diary in a folder not writable": (_diary_in_folder_not_writable, TroubleKind.NO_PERMISSION),
    "folder not searchable": (_folder_not_searchable, TroubleKind.NO_PERMISSION),
    "dangling link": (_dangling_link, TroubleKind.MISSING_FILE),
    "link to itself": (_link_to_itself, TroubleKind.NOT_A_FILE),
    "link to a folder": (_link_to_a_folder, TroubleKind.NOT_A_FILE),
    "folder": (lambda f: f, TroubleKind.NOT_A_FILE),
    "root": (lambda f: Path("/"), TroubleKind.NOT_A_FILE),
    "nothing": (lambda f: Path(), TroubleKind.NOT_A_FILE),
    "device": (lambda f: Path("/dev/null"), TroubleKind.NOT_A_FILE),
    "pipe": (_fifo, TroubleKind.NOT_A_FILE),
    "socket": (_socket, TroubleKind.NOT_A_FILE),
    "NUL in the name": (lambda f: f / "a\0b", TroubleKind.NOT_A_FILE),
    "name too long": (lambda f: f / ("n" * 250 + ".db"), TroubleKind.NOT_A_FILE),
    "read-only file": (_read_only_file, TroubleKind.NO_PERMISSION),
    "unreadable file": (_unreadable_file, TroubleKind.NO_PERMISSION),
    "empty file": (_written(b""), TroubleKind.NOT_A_DIARY),
    "text file": (_written(b"dear diary\n" * 50), TroubleKind.NOT_A_DIARY),
    "half a header": (_written(b"SQLite format 3\0" + b"\0" * 40), TroubleKind.NOT_A_DIARY),
    "other app's file": (_other_app, TroubleKind.NOT_A_DIARY),
    "newer version": (_newer, TroubleKind.NEWER),
    "other tables": (_wrong_tables, TroubleKind.DAMAGED),
    "lock is a folder": (_lock_is_a_folder, TroubleKind.NOT_A_FILE),
    "lock is a link": (_lock_is_a_link, TroubleKind.NOT_A_FILE),
}


@pytest.mark.parametrize("case", BAD)
def test_refused_with_nothing_created(folder: Path, clock: FakeClock, case: str) -> None:
    make, kind = BAD[case]
    path = make(folder)
    before = _picture(folder)
    began = time.perf_counter()
    with pytest.raises(Trouble) as caught:
        open_store(path, clock=clock).close(back_up=False)
    assert time.perf_counter() - began < 2
    assert caught.value.kind is kind, caught.value
    assert caught.value.what
    assert caught.value.why
    assert caught.value.can_do
    assert _picture(folder) == before


def _picture(folder: Path) -> dict[str, object]:
    """Names, modes, times and content of everything below `folder`; folders' own times pass with the lock."""
    seen: dict[str, object] = {}
    for name in sorted(folder.rglob("*")):
        status = name.lstat()
        readable = name.is_file() and not name.is_symlink() and status.st_mode & 0o400
        when = 0 if name.is_dir() else status.st_mtime_ns
        seen[name.name] = (status.st_mode, when, name.read_bytes() if readable else None)
    return seen


@pytest.mark.parametrize(
    "name", ["späße 👣.knotbook", "a?b#c%20d&mode=memory", os.fsdecode(b"\xff\xfe.knotbook"), "-x"]
)
def test_odd_names_are_fine(folder: Path, clock: FakeClock, name: str) -> None:
    store = open_store(folder / name, clock=clock)
    store.close(back_up=False)
    assert [entry.name for entry in folder.iterdir()] == [name]


def test_a_link_leads_to_the_diary_itself(folder: Path, clock: FakeClock) -> None:
    real = _diary(folder / "real")
    (folder / "link").symlink_to(real)
    first = open_store(folder / "link", clock=clock)
    assert first.path == real
    with pytest.raises(Trouble, match="has it open"):
        open_store(real, clock=clock)
    first.close(back_up=False)


def test_private_whatever_the_umask(folder: Path, clock: FakeClock) -> None:
    old = os.umask(0)
    try:
        store = open_store(folder / "d.knotbook", clock=clock)
        store.backups.back_up()
        modes = {name.name: name.stat().st_mode & 0o777 for name in folder.rglob("*")}
        store.close(back_up=False)
    finally:
        os.umask(old)
    assert modes.pop("d.knotbook-backups") == 0o700
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_a_diary_others_could_read_is_made_private(folder: Path, clock: FakeClock) -> None:
    path = _diary(folder)
    path.chmod(0o644)
    open_store(path, clock=clock).close(back_up=False)
    assert path.stat().st_mode & 0o777 == 0o600
