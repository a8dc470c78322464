"""The journal after ten and fifty years: what a step of scrolling and a typed letter cost, the table painted.

python -m benchmarks journal        prints median, worst and the share of steps within a frame of 16 ms

Twenty pains and twenty other entries a day, a fifth of the pains with a note. A step of scrolling is 240 px; a
typed letter is one question, its first page and the beginning of the count. All of it painted.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QApplication

from benchmarks.storage_bench import START_MS, BenchClock
from knotbook.demo.decade import ten_years
from knotbook.diary import Diary
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Kind, Pain
from knotbook.journal.view import JournalView
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import load_theme
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore, open_store

QUICK = bool(os.environ.get("KNOTBOOK_BENCH_QUICK"))
FRAME_MS = 16.0
DAY_MS = 86_400_000
NOTES = ("that deep one again, right under the back pocket", "cramped when I got up", "every step down", "better now")
TYPED = ("cramp", "ache deep", "every step", "pir r cramp", "knee", "bridges", "lacrosse ball", "xyzzy")


def entries(clock: BenchClock, years: float) -> Iterator[Entry]:
    """Forty entries a day, seeded."""
    chance = random.Random(5)
    for entry_id, body in ten_years(clock.now(), days=round(years * 365)):
        noted = isinstance(body, Pain) and chance.random() < 0.2
        said = replace(body, note=chance.choice(NOTES)) if noted and isinstance(body, Pain) else body
        yield Entry(id=entry_id, body=said, created_ms=clock.ms, changed_ms=clock.ms, device="bench")


def timed(step: Callable[[], object]) -> float:
    """Milliseconds of one step, everything painted that it changed."""
    began = time.perf_counter()
    step()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def row(name: str, times: list[float]) -> str:
    """One line of the table."""
    within = sum(ms <= FRAME_MS for ms in times) / len(times)
    return f"{name:<34}{statistics.median(times):9.2f}{max(times):9.2f}{len(times):7d}{within:9.0%}"


def scrolling(view: JournalView, steps: int) -> list[float]:
    """Wheel steps downwards, through every page that has to be read on the way."""
    bar = view.table.verticalScrollBar()
    return [timed(lambda: bar.setValue(bar.value() + 240)) for _ in range(steps)]


def typing(view: JournalView) -> Iterator[float]:
    """Every letter of the words typed, one after the other."""
    for words in TYPED:
        for end in range(1, len(words) + 1):
            yield timed(partial(view.filters.line.setText, words[:end]))
        view.filters.clear()


def narrowing(view: JournalView) -> Iterator[float]:
    """Filters set one after the other, each a question of its own."""
    filters = view.filters
    for number in (8, 9, 10):
        yield timed(partial(filters.numbers._choose, 0, number))
    for place in ("piriformis.right", "gluteus_medius.right"):
        yield timed(partial(filters.places.field._add, Place.parse(place)))
    yield timed(filters.noted.click)
    yield timed(filters.clear)


def measure(years: float, folder: Path) -> None:
    """Print the table of one diary size."""
    clock = BenchClock(START_MS + round(years * 365) * DAY_MS)
    store = open_store(folder / "d.knotbook", clock=clock)
    count = store.bulk_add(entries(clock, years))
    print(f"\n{years:g} years, {count} entries, {store.path.stat().st_size / 2**20:.0f} MiB")
    print(f"{'':<34}{'median':>9}{'worst':>9}{'steps':>7}{'<16 ms':>9}")
    _measure_open(store, clock)
    store.close(back_up=False)


def _measure_open(store: EntryStore, clock: BenchClock) -> None:
    diary = Diary(clock, "bench")
    diary.attach(store)
    owner = QObject()
    link = JournalLink(diary, Catalogue.load(), load_theme("light"), owner, clock=clock)
    link.reload()
    link.view.resize(1200, 800)
    link.view.show()
    QApplication.processEvents()
    print(row("a page of 30, from the file", [timed(lambda: store.page(limit=30)) for _ in range(40)]))
    print(row("a page of 30, into the list", [timed(lambda: link.model.fetchMore(QModelIndex())) for _ in range(40)]))
    link.reload()
    print(row("a step of scrolling", scrolling(link.view, 60 if QUICK else 300)))
    link.reload()
    print(row("a typed letter", list(typing(link.view))))
    print(row("a filter", list(narrowing(link.view))))
    link.view.filters.line.setText("cramp")
    print(row("a step of scrolling what was found", scrolling(link.view, 60 if QUICK else 300)))
    link.view.filters.kinds.clear()
    print(row("an entry saved while searching", _saves(diary, clock)))
    link.view.close()
    diary.changed.disconnect(link.model.apply)


def _saves(diary: Diary, clock: BenchClock) -> list[float]:
    newest = diary.reader.page((Kind.PAIN,), limit=1)[0].body
    assert isinstance(newest, Pain), "pains were asked for"
    return [timed(lambda: diary.record(replace(newest, when=clock.now()), label="again")) for _ in range(20)]


def main() -> None:
    """Measure one year, ten and fifty."""
    app = QApplication(sys.argv)
    for years in (1.0,) if QUICK else (1.0, 10.0, 50.0):
        with tempfile.TemporaryDirectory() as folder:
            measure(years, Path(folder))
    app.quit()


if __name__ == "__main__":
    main()
