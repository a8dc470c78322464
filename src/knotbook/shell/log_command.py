"""`knotbook log "pir r 6 cramp woke me"`: the grammar of the quick line, from a terminal or a script."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from knotbook.domain.clock import Clock
from knotbook.domain.ids import new_id
from knotbook.domain.records import Body, Day, Entry, Exercise, Kind, Word
from knotbook.domain.trouble import Trouble
from knotbook.grammar.day import merged_day
from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Parsed
from knotbook.grammar.sentence import label_all
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import Words, load_words
from knotbook.shell.commands import DONE, NOT_UNDERSTOOD, missing, say
from knotbook.shell.plain_text import printable

if TYPE_CHECKING:
    from knotbook.storage import EntryReader, EntryStore

RECENT_EXERCISES = 200


def log(asked: argparse.Namespace, path: Path, clock: Clock, settings: Settings) -> int:
    """Save what is typed as one action that can be undone. Raises Trouble if the diary cannot be used."""
    text, catalogue, words = " ".join(asked.text), Catalogue.load(), load_words()
    if asked.dry_run:
        return _shown(parse(text, clock.now(), catalogue, words), "Would save:")
    if not path.exists():
        if not asked.new:
            return missing("log", path)
        if not asked.diary:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    from knotbook.storage import open_store

    store = open_store(path, clock=clock)
    try:
        words = own_words(store, words)
        parsed = parse(text, clock.now(), catalogue, words)
        if parsed.ready:
            _save(store, parsed, label_all(parsed.bodies, catalogue, words), clock, settings.device())
        code = _shown(parsed, "Saved.")
        _back_up(store)
        return code
    finally:
        store.close(back_up=False)


def own_words(store: EntryReader, words: Words) -> Words:
    """`words` with what this diary knows: exercises done lately, and words added to the chips."""
    done = (entry.body for entry in store.page(kinds=(Kind.EXERCISE,), limit=RECENT_EXERCISES))
    own = (entry.body for entry in store.entries(Kind.WORD))
    return words.with_done(body for body in done if isinstance(body, Exercise)).with_own(
        body for body in own if isinstance(body, Word)
    )


def _save(store: EntryStore, parsed: Parsed, label: str, clock: Clock, device: str) -> None:
    now = clock.now().utc_ms
    store.put([_entry(store, body, now, device) for body in parsed.bodies], label=label)


def _entry(store: EntryReader, body: Body, now: int, device: str) -> Entry:
    """A new entry, or the check-in that its date has already with what is said now; `DayBook` would load Qt."""
    days = store.days(body.day, body.day) if isinstance(body, Day) else []
    there = max(days, key=lambda entry: (entry.changed_ms, entry.id), default=None)
    if there is None or not isinstance(body, Day) or not isinstance(there.body, Day):
        return Entry(id=new_id(now), body=body, created_ms=now, changed_ms=now, device=device)
    return replace(there, body=merged_day(there.body, body), changed_ms=max(now, there.changed_ms + 1))


def _shown(parsed: Parsed, verb: str) -> int:
    if not parsed.ready:
        say(*(printable(problem.words) for problem in parsed.errors))
        say("Nothing was saved.")
        return NOT_UNDERSTOOD
    for words in parsed.words:
        print(f"{verb} {printable(words)}")
    return DONE


def _back_up(store: EntryStore) -> None:
    """Back up when it is time to; a failure is said, and does not take back what is saved."""
    try:
        store.backups.back_up_if_due()
    except Trouble as trouble:
        say(trouble.what, trouble.why)
