"""`knotbook list` while a window has the diary open: it reads and leaves everything as it is."""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from knotbook.domain.ids import new_id
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Pain
from knotbook.shell import commands, list_command
from knotbook.storage import EntryStore, looking_at, open_store
from knotbook.storage.lock import DiaryLock
from tests.fakes import FakeClock


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "mine.knotbook"


@pytest.fixture
def window(diary: Path, clock: FakeClock) -> Iterator[EntryStore]:
    store = open_store(diary, clock=clock)
    yield store
    store.close(back_up=False)


def save(window: EntryStore, clock: FakeClock, *numbers: int) -> None:
    now = clock.now()
    bodies = [Pain(when=now, place=Place.parse("piriformis.right"), intensity=number) for number in numbers]
    entries = [Entry(id=new_id(now.utc_ms), body=body, created_ms=0, changed_ms=0) for body in bodies]
    window.put(entries, label="pain")


def test_it_lists_and_leaves_the_file_and_its_folder_alone(window: EntryStore, diary: Path, clock: FakeClock) -> None:
    save(window, clock, 6)
    before, beside = diary.read_bytes(), sorted(diary.parent.iterdir())
    command = [sys.executable, "-m", "knotbook", "list", "--json", "--diary", str(diary)]
    env = os.environ | {"HOME": str(diary.parent.parent), "XDG_CONFIG_HOME": str(diary.parent.parent)}
    listed = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert [entry["intensity"] for entry in json.loads(listed.stdout)] == [6]
    assert diary.read_bytes() == before and sorted(diary.parent.iterdir()) == beside


def test_the_window_saves_between_two_pages(
    window: EntryStore, diary: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_command, "_PAGE", 1)
    save(window, clock, 1, 2, 3)
    with looking_at(diary) as reader:
        listed = list_command._entries(reader, None, None, None, 0)
        next(listed)
        save(window, clock, 7)
        assert len(list(listed)) >= 2


def test_a_look_cannot_write(window: EntryStore, diary: Path) -> None:
    with looking_at(diary) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._db.execute("DELETE FROM pain")


def test_older_tables_are_not_looked_into(diary: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(diary, clock=clock).close(back_up=False)
    with closing(sqlite3.connect(diary)) as db:
        db.execute("PRAGMA user_version=1")
    lock = DiaryLock.take(diary)
    try:
        asked = argparse.Namespace(command="list", diary=diary, json=False, since=None, kind=None, place=None, limit=0)
        assert commands.run(asked, clock) == commands.WINDOW_OPEN
    finally:
        lock.release()
    assert "An older Knotbook has it open." in capsys.readouterr().err
