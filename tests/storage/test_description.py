"""docs/diary-file.md says what the file is; held against a real one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

from knotbook.storage import EntryStore
from knotbook.storage.migrations import NEWEST
from tests.storage.samples import entry, pain

TEXT = (Path(__file__).parents[2] / "docs" / "diary-file.md").read_text("utf-8")
_HEADING = re.compile(r"^### (\w+)$", re.MULTILINE)
_ROW = re.compile(r"^\| `(\w+)` \| (TEXT|INTEGER|REAL|) \|", re.MULTILINE)


def test_every_table_and_column_is_described(store: EntryStore) -> None:
    parts = _HEADING.split(TEXT)[1:]
    described = {name: _ROW.findall(body) for name, body in zip(parts[::2], parts[1::2], strict=True)}
    tables = [row[1] for row in store._db.execute("PRAGMA main.table_list") if row[2] in ("table", "virtual")]
    real = {
        name: [(column[1], column[2]) for column in store._db.execute(f'PRAGMA table_info("{name}")')]
        for name in tables
        if not name.startswith("sqlite_")
    }
    assert described == real


def test_every_index_is_described(store: EntryStore) -> None:
    real = store._db.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE '%sqlite%'")
    assert set(re.findall(r"`(\w+)`", TEXT.partition("## Indices")[2])) == {row[0] for row in real}


def test_header_and_settings(store: EntryStore) -> None:
    said = TEXT.partition("## Header and settings")[2].partition("##")[0]
    assert f"`application_id` is {_pragma(store, 'application_id')} " in said
    assert f"described here: {NEWEST}." in said
    assert _pragma(store, "user_version") == NEWEST
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "fullfsync": 1,
        "secure_delete": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "foreign_keys": 1,
        "temp_store": 2,
        "busy_timeout": 1000,
    }
    assert {name: _pragma(store, name) for name in wanted} == wanted
    assert store._db.conn.isolation_level is None


def test_the_checksum_can_be_computed_from_its_description(store: EntryStore) -> None:
    store.put([entry(pain(6, note="naïve 👣"))], label="6")
    row = next(store._db.query("SELECT * FROM pain"))
    said = row.pop("checksum")
    known = {name: value for name, value in row.items() if value is not None}
    canonical = json.dumps(known, sort_keys=True, separators=(",", ":"))
    assert blake2b(canonical.encode("utf-8"), digest_size=8).hexdigest() == said


def test_sqlite_utils_opens_the_file(store: EntryStore) -> None:
    store.put([entry(pain(6, note="naïve"))], label="6")
    said = _run("sqlite_utils", "rows", str(store.path), "pain", "-c", "intensity", "-c", "note")
    assert said == '[{"intensity": 6, "note": "naïve"}]\n'


def test_datasette_opens_the_file(store: EntryStore) -> None:
    store.put([entry(pain(6))], label="6")
    said = json.loads(_run("datasette", "--immutable", str(store.path), "--get", "/diary/pain.json?_shape=array"))
    assert [row["intensity"] for row in said] == [6]


def _run(module: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def _pragma(store: EntryStore, name: str) -> object:
    return store._db.execute(f"PRAGMA {name}").fetchone()[0]
