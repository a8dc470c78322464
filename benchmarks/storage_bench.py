"""Saving and asking, against bare sqlite3 with the same settings on a copy of the same file, measured in turn.

python -m benchmarks storage        prints one table a diary size: 0, 1 and 10 years of twenty pains a day
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from knotbook.diary import Diary
from knotbook.domain.clock import Instant
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place, Point, Side, View
from knotbook.domain.records import Entry, Kind, Pain
from knotbook.storage import EntryStore, open_store
from knotbook.storage.codec import COLUMNS, to_row
from knotbook.storage.connection import SETTINGS
from knotbook.storage.sql import insert, select, select_record

QUICK = bool(os.environ.get("KNOTBOOK_BENCH_QUICK"))
ROUNDS = 60 if QUICK else 400
START_MS = 1_456_000_000_000
DAY_MS = 86_400_000
MINUTE_MS = 60_000
REGIONS = [Place(f"region_{n}", side) for n in range(20) for side in (Side.LEFT, Side.RIGHT)]


@dataclass
class BenchClock:
    """Stands where it is put."""

    ms: int

    def now(self) -> Instant:
        """The moment it was put to, in UTC."""
        return Instant.of(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.ms), "UTC")


@dataclass(frozen=True)
class Pair:
    """Milliseconds of ours and of the bare way, step by step."""

    ours: list[float]
    bare: list[float]

    def row(self, name: str) -> str:
        """One line of the table: medians, 99th of a hundred, ratio of the medians."""
        ours, bare = statistics.median(self.ours), statistics.median(self.bare)
        tail = sorted(self.ours)[int(len(self.ours) * 0.99)]
        return f"{name:<28}{ours:9.3f}{tail:9.3f}{bare:9.3f}{ours / bare:8.2f}"


def pains(years: float) -> Iterator[Entry]:
    """Twenty pains a day, seeded."""
    chance = random.Random(5)
    for n in range(round(years * 365 * 20)):
        ms = START_MS + n * DAY_MS // 20
        yield _entry(_pain(ms, chance.choice(REGIONS), chance.randrange(11)), ms)


def _pain(ms: int, place: Place, intensity: int) -> Pain:
    return Pain(
        when=Instant(ms, "Europe/Berlin", 60),
        place=place,
        intensity=intensity,
        points=(Point(View.BACK, 41.0, 480.0),),
        qualities=("ache",),
    )


def _entry(body: Pain, ms: int) -> Entry:
    return Entry(id=new_id(ms), body=body, created_ms=ms, changed_ms=ms, device="bench")


def in_turn(ours: Callable[[int], object], bare: Callable[[int], object], rounds: int) -> Pair:
    """Time both, one after the other, `rounds` times; who goes first alternates."""
    pair = Pair([], [])
    for n in range(rounds):
        for way, times in ((ours, pair.ours), (bare, pair.bare))[:: 1 if n % 2 else -1]:
            began = time.perf_counter()
            way(n)
            times.append((time.perf_counter() - began) * 1000)
    return pair


def bare_connection(path: Path) -> sqlite3.Connection:
    """sqlite3 with nothing on top but the diary's settings."""
    conn = sqlite3.connect(path, isolation_level=None)
    for setting in (*SETTINGS, "foreign_keys=ON"):
        conn.execute(f"PRAGMA {setting}").close()
    return conn


def saving(diary: Diary, conn: sqlite3.Connection, last_ms: int) -> Pair:
    """One pain through `Diary.record`, against bare INSERTs of the same record and the same line of the log.

    They are a minute apart, as a person's are at the closest: the journal's index looks through those of a minute.
    """
    into_pain = insert("pain", COLUMNS[Kind.PAIN])
    into_log = insert("action", ("seq", "utc", "label", "state", "changes", "checksum"))
    first = conn.execute(select("coalesce(max(seq), 0)", "action")).fetchone()[0] + 1
    bodies = [_pain(last_ms + n * MINUTE_MS, REGIONS[n % 40], n % 11) for n in range(ROUNDS)]
    rows = [list(to_row(_entry(body, body.when.utc_ms)).values()) for body in bodies]
    logged = "x" * 480  # about what the log holds of one pain

    def bare(n: int) -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(into_pain, rows[n])
        conn.execute(into_log, (first + n, last_ms, "6 at somewhere", "done", logged, "0" * 16))
        conn.execute("COMMIT")

    def ours(n: int) -> None:
        diary.record(bodies[n], label="6 at somewhere")

    return in_turn(ours, bare, ROUNDS)


def asking(store: EntryStore, conn: sqlite3.Connection, last_ms: int) -> Iterator[tuple[str, Pair]]:
    """What the screens ask, against the same SELECT on a bare connection."""
    place, year = REGIONS[3], last_ms - 365 * DAY_MS
    numbers = "utc, offset, place, intensity, id"
    alive = "WHERE deleted IS NULL AND intensity BETWEEN 0 AND 10"
    in_region = select(numbers, "pain", f"{alive} AND place = ? AND utc >= ? ORDER BY utc, id")
    all_rows = select(numbers, "pain", f"{alive} AND utc >= ? ORDER BY utc, id")
    heat = select("place, avg(intensity), max(intensity), count(*)", "pain", f"{alive} AND utc >= ? GROUP BY +place")
    page = select_record(Kind.PAIN, "WHERE deleted IS NULL ORDER BY utc DESC, id DESC LIMIT 50")
    rounds = 20 if QUICK else 60
    name = str(place)
    yield "last 50 pains, whole", _asked(lambda: store.page([Kind.PAIN], limit=50), conn, page, (), rounds)
    yield "one region, a year", _asked(lambda: store.pain_rows([place], year), conn, in_region, (name, year), rounds)
    yield "one region, ever", _asked(lambda: store.pain_rows([place]), conn, in_region, (name, 0), rounds)
    yield "every region, a year", _asked(lambda: store.pain_rows(None, year), conn, all_rows, (year,), rounds // 4)
    yield (
        "heat, 90 days",
        _asked(lambda: store.heat(last_ms - 90 * DAY_MS), conn, heat, (last_ms - 90 * DAY_MS,), rounds),
    )


def _asked(
    ours: Callable[[], object], conn: sqlite3.Connection, sql: str, values: tuple[object, ...], rounds: int
) -> Pair:
    return in_turn(lambda _n: ours(), lambda _n: conn.execute(sql, values).fetchall(), rounds)


def measure(years: float, folder: Path) -> None:
    """Print the table of one diary size."""
    path, copy = folder / "d.knotbook", folder / "bare.db"
    clock = BenchClock(START_MS + round(years * 365) * DAY_MS)
    filling = open_store(path, clock=clock)
    filling.bulk_add(pains(years))
    filling.close(back_up=False)
    shutil.copyfile(path, copy)
    began = time.perf_counter()
    store = open_store(path, clock=clock)
    opened = (time.perf_counter() - began) * 1000
    diary = Diary(clock, "bench")
    diary.attach(store)
    conn = bare_connection(copy)
    size = path.stat().st_size / 2**20
    print(f"\n{years:g} years, {store.count()} pains, {size:.1f} MiB; opened in {opened:.0f} ms")
    print(f"{'':<28}{'ours ms':>9}{'p99':>9}{'bare ms':>9}{'ratio':>8}")
    print(saving(diary, conn, clock.ms).row("one saved entry"))
    for name, pair in asking(store, conn, clock.ms):
        print(pair.row(name))
    _print_backup(store)
    conn.close()
    diary.close()


def _print_backup(store: EntryStore) -> None:
    steps = {"backup, verified": store.backups.back_up, "check of every record": store.backups.check}
    for name, step in steps.items():
        began = time.perf_counter()
        step()
        print(f"{name:<28}{(time.perf_counter() - began) * 1000:9.0f}")


def main() -> None:
    """Measure an empty diary, one year and ten years."""
    for years in (0, 1) if QUICK else (0, 1, 10):
        with tempfile.TemporaryDirectory() as folder:
            measure(years, Path(folder))


if __name__ == "__main__":
    main()
