"""`knotbook list`: what was logged, newest first, as text or as JSON.

No entry is written, and no diary created. A diary of an older version is brought up to date on opening, as a window
would do it, behind a backup. One that a window has open is only read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Day, Entry, Kind
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.domain.wall_time import zone_of
from knotbook.grammar.line import Line
from knotbook.grammar.parsed import Problem
from knotbook.grammar.sentence import label_of, note_words
from knotbook.grammar.times import day_of, read_when
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words
from knotbook.shell.commands import DONE, NOT_UNDERSTOOD, missing, say
from knotbook.shell.plain_text import as_json, printable

if TYPE_CHECKING:
    from knotbook.storage import EntryReader

_PAGE = 500


def show(asked: argparse.Namespace, path: Path, clock: Clock) -> int:
    """Print the entries that are asked for. Raises Trouble if the diary cannot be used."""
    catalogue = Catalogue.load()
    since = _since(asked.since, clock.now())
    places = _places(asked.place, catalogue)
    if isinstance(since, Problem) or isinstance(places, Problem):
        say(*(printable(problem.words) for problem in (since, places) if isinstance(problem, Problem)))
        return NOT_UNDERSTOOD
    if not path.exists():
        return missing("list", path)
    with _opened(path, clock) as store:
        kinds = [Kind(kind) for kind in asked.kind] if asked.kind else None
        entries = _entries(store, kinds, places, since, asked.limit)
        (_print_json if asked.json else _print_text)(entries, catalogue)
    return DONE


@contextmanager
def _opened(path: Path, clock: Clock) -> Iterator[EntryReader]:
    """The diary, or a look at it while a window has it open."""
    from knotbook.storage import Holder, looking_at, open_store

    try:
        store = open_store(path, clock=clock, holder=Holder.LIST)
    except Trouble as trouble:
        if trouble.kind is not TroubleKind.LOCKED:
            raise
    else:
        try:
            yield store
        finally:
            store.close(back_up=False)
        return
    with looking_at(path) as reader:
        yield reader


def _since(text: str | None, now: Instant) -> int | Problem | None:
    """From when, in ms UTC; a problem if `text` is no day."""
    if text is None:
        return None
    line = Line(text)
    when, problems = read_when(line, now)
    wrong = Problem(f"--since wants a day, such as 2026-03-01 or yesterday, not “{text}”.")
    if problems or line.runs() or (when.day is None and when.back_ms is None):
        return problems[0] if problems else wrong
    day = day_of(when, now)
    return day if isinstance(day, Problem) else _midnight(day, now)


def _midnight(day: date, now: Instant) -> int:
    return round(datetime.combine(day, datetime.min.time(), tzinfo=zone_of(now)).timestamp() * 1000)


def _places(text: str | None, catalogue: Catalogue) -> list[Place] | Problem | None:
    if text is None:
        return None
    found = catalogue.find(text)
    if not found:
        return Problem(f"No place is called “{text}”.")
    return [place for place in found if place.structure == found[0].structure]


def _entries(
    store: EntryReader, kinds: list[Kind] | None, places: list[Place] | None, since: int | None, limit: int
) -> Iterator[Entry]:
    from knotbook.storage import cursor_of

    before, left = None, limit or None
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = store.page(kinds, before, size, places=places, since_ms=since)
        yield from page
        if len(page) < size:
            return
        before, left = cursor_of(page[-1]), left if left is None else left - len(page)


def _print_text(entries: Iterator[Entry], catalogue: Catalogue) -> None:
    words = load_words()
    for entry in entries:
        body = entry.body
        when = getattr(body, "when", None)
        stamp = f"{when.local():%Y-%m-%d %H:%M}" if when else f"{body.day}      " if isinstance(body, Day) else ""
        said = ", ".join(filter(None, (label_of(body, catalogue, words), note_words(body))))
        print(f"{stamp:16}  {entry.kind.value.replace('_', ' '):10}  {printable(said)}")


def _print_json(entries: Iterator[Entry], catalogue: Catalogue) -> None:
    print(json.dumps([as_json(entry, catalogue.spoken) for entry in entries], indent=1))
