"""Kills writers and counts what was lost. Run as a program: it forks, which a test process with Qt in it must not.

python kill_rig.py writes|locks|upgrade TIMES FOLDER      prints one JSON object
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database, Migrations

from knotbook.domain.records import Kind
from knotbook.domain.trouble import Trouble
from knotbook.storage import EntryStore, newest_good, open_store, opening
from knotbook.storage.header import read_header
from knotbook.storage.migrations import MIGRATIONS, NEWEST, upgrade
from tests.fakes import FakeClock
from tests.storage.samples import entry, one_of_each, pain

CLOCK = FakeClock()
CHANCE = random.Random(7)


def forked(child: Callable[[int], None]) -> tuple[int, int]:
    """Run `child` with a pipe to write to in a process of its own; its pid and the other end."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(out)
        try:
            child(into)
        finally:
            os._exit(3)  # only reached if the child was not killed
    os.close(into)
    return pid, out


def killed(pid: int, out: int, after_lines: int) -> list[str]:
    """Kill the child at some point after that many lines; every line it had written."""
    lines = b""
    while lines.count(b"\n") < after_lines:
        lines += os.read(out, 4096)
    until = time.perf_counter() + CHANCE.random() * 0.004
    while time.perf_counter() < until:
        pass
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(out, 4096):
        lines += more
    os.close(out)
    return lines.decode().splitlines()


def writes(times: int, path: Path) -> dict[str, int]:
    """Kill while entries of two records are written; count the acknowledged ones that are gone, and the halves."""
    acknowledged: set[str] = set()
    lost = halves = interrupted = 0

    def child(into: int) -> None:
        store = open_store(path, clock=CLOCK)
        number = 0
        while True:
            number += 1
            pair = [entry(pain(number % 11, note="x" * CHANCE.randrange(6000))) for _ in range(2)]
            store.put([pair[0], replace(pair[1], id=pair[0].id + "-2")], label="two")
            if number % 5 == 0:
                store.undo()
                store.redo()
            os.write(into, f"{pair[0].id}\n".encode())

    for _ in range(times):
        acknowledged.update(killed(*forked(child), after_lines=CHANCE.randrange(1, 6)))
        interrupted += path.with_name(path.name + "-journal").exists()
        store = open_store(path, clock=CLOCK)
        found = {row[4] for row in store.pain_rows()}
        lost += len(acknowledged - found)
        halves += sum(
            one.removesuffix("-2") + "-2" not in found or one.removesuffix("-2") not in found for one in found
        )
        halves += len(store.backups.check())
        store.close(back_up=False)
    return {"acknowledged": len(acknowledged), "lost": lost, "halves": halves, "interrupted": interrupted}


def locks(times: int, path: Path) -> dict[str, int]:
    """Kill the window that holds the diary; count how often the next one was refused, and the wrong welcomes."""

    def child(into: int) -> None:
        store = open_store(path, clock=CLOCK)
        os.write(into, b"open\n")
        signal.pause()
        store.close()

    refused = welcome = unnamed = 0
    for _ in range(times):
        pid, out = forked(child)
        os.read(out, 10)
        try:
            open_store(path, clock=CLOCK).close(back_up=False)
            welcome += 1
        except Trouble as trouble:
            unnamed += f"process {pid} on {os.uname().nodename}" not in trouble.why
        killed(pid, out, 0)
        try:
            open_store(path, clock=CLOCK).close(back_up=False)
        except Trouble:
            refused += 1
    return {"stale": refused, "let in": welcome, "unnamed": unnamed}


LATER = Migrations(MIGRATIONS.name)
LATER._migrations.extend(MIGRATIONS._migrations)


@LATER(name="999_weather")
def _weather(db: Database) -> None:
    db.table("weather").create({"day": str, "hPa": float}, pk="day")
    db.table("pain").add_column("weather", str)
    db.execute("CREATE INDEX weather_of ON pain (weather)")


def upgrade_rig(_times: int, path: Path) -> dict[str, int]:
    """Kill an upgrade at each of its statements; count files that are neither old nor new, and missing backups."""
    store = open_store(path, clock=CLOCK)
    entries = one_of_each()
    store.put(entries, label="all")
    store.close(back_up=False)
    old = path.read_bytes()
    opening.upgrade = lambda db: upgrade(db, LATER, NEWEST + 1)
    neither = unsaved = statement = 0
    while True:
        statement += 1
        path.write_bytes(old)
        for backup in path.with_name(path.name + "-backups").glob("*"):
            backup.unlink()
        pid, out = forked(lambda into, at=statement: _die_at(path, at))
        status = os.waitpid(pid, 0)[1]
        os.close(out)
        upgraded = read_header(path).version == NEWEST + 1
        unsaved += upgraded and newest_good(path) is None
        opening.NEWEST = NEWEST + 1
        store = open_store(path, clock=CLOCK)
        neither += [e for e in entries if store.entry(e.id) != e] != []
        neither += "weather" not in store._db.table_names() or store._db.execute("PRAGMA user_version").fetchone() != (
            NEWEST + 1,
        )
        store.close(back_up=False)
        if not os.WIFSIGNALED(status):
            return {"statements": statement, "neither": neither, "without backup": unsaved, "exit": status >> 8}


def _die_at(path: Path, statement: int) -> None:
    seen = 0

    def count(_sql: str) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(db: Database) -> None:
        db.conn.set_trace_callback(count)
        upgrade(db, LATER, NEWEST + 1)
        db.conn.set_trace_callback(None)

    opening.NEWEST = NEWEST + 1
    opening.upgrade = traced
    store: EntryStore = open_store(path, clock=CLOCK)
    store.close(back_up=False)
    os._exit(0)


if __name__ == "__main__":
    assert sqlite3.threadsafety == 3
    assert Kind.PAIN in Kind
    rig = {"writes": writes, "locks": locks, "upgrade": upgrade_rig}[sys.argv[1]]
    print(json.dumps(rig(int(sys.argv[2]), Path(sys.argv[3]) / "d.knotbook")))
