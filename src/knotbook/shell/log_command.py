"""`knotbook log "pir r 6 cramp woke me"`: the grammar of the quick line, from a terminal or a script."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from knotbook.domain.clock import Clock
from knotbook.domain.ids import ids_from, new_id
from knotbook.domain.records import Body, Day, Entry, Exercise, Kind, Word
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.grammar.day import merged_day
from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Parsed
from knotbook.grammar.sentence import label_all
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import Words, load_words
from knotbook.shell import handed
from knotbook.shell.commands import DONE, NOT_UNDERSTOOD, UNCONFIRMED, missing, say
from knotbook.shell.handed import Answer, Line
from knotbook.shell.plain_text import printable

if TYPE_CHECKING:
    from knotbook.storage import EntryReader, EntryStore

RECENT_EXERCISES = 200


def log(asked: argparse.Namespace, path: Path, clock: Clock, settings: Settings) -> int:
    """Save what is typed as one action that can be undone. Raises Trouble if the diary cannot be used."""
    text, catalogue = " ".join(asked.text), Catalogue.load()
    if asked.dry_run:
        return _shown(parse(text, clock.now(), catalogue, load_words()), "Would save:")
    if not path.exists():
        if not asked.new:
            return missing("log", path)
        if not asked.diary:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = Line(new_id(clock.now().utc_ms), text, clock.now())
    typed = _Typed(line, path, catalogue, clock, settings.device())
    try:
        store = typed.opened()
    except Trouble as trouble:
        if trouble.kind is not TroubleKind.LOCKED:
            raise
        return _by_the_window(typed, trouble)
    return typed.into(store)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line, and all that is needed to save it without a window."""

    line: Line
    path: Path
    catalogue: Catalogue
    clock: Clock
    device: str

    def opened(self) -> EntryStore:
        """The diary, open. Raises Trouble."""
        from knotbook.storage import Holder, open_store

        return open_store(self.path, clock=self.clock, holder=Holder.LOG)

    def into(self, store: EntryStore) -> int:
        """Save it, unless it is there already, and close the diary; the exit code."""
        try:
            words = own_words(store, load_words())
            parsed = parse(self.line.text, self.line.typed, self.catalogue, words)
            if parsed.ready and store.entry(self.line.id) is None:
                store.put(self._entries(store, parsed), label=label_all(parsed.bodies, self.catalogue, words))
            code = _shown(parsed, "Saved.")
            _back_up(store)
            return code
        finally:
            store.close(back_up=False)

    def _entries(self, store: EntryReader, parsed: Parsed) -> list[Entry]:
        ids, now = ids_from(self.line.id), self.clock.now().utc_ms
        return [self._entry(store, body, next(ids), now) for body in parsed.bodies]

    def _entry(self, store: EntryReader, body: Body, new: str, now: int) -> Entry:
        """A new entry, or the check-in that its date has already with what is said now; `DayBook` would load Qt."""
        there = store.check_in(body.day) if isinstance(body, Day) else None
        if there is not None and isinstance(body, Day) and isinstance(there.body, Day):
            return there.changed(merged_day(there.body, body), now)
        return Entry(id=new, body=body, created_ms=now, changed_ms=now, device=self.device)


def _by_the_window(typed: _Typed, locked: Trouble) -> int:
    """Hand the line to the window that has the diary open. Raises `locked` if that is of no use."""
    path, line = typed.path, typed.line
    try:
        handed.hand(path, line)
    except OSError:
        raise locked from None
    try:
        answer = handed.answer_to(path, line, patience_s=handed.PATIENCE_S)
    except BaseException:  # Ctrl+C while waiting
        handed.take_back(path, line)
        raise
    if answer is not None:
        return _told(answer)
    return _without_answer(typed, is_ours=handed.take_back(path, line))


def _without_answer(typed: _Typed, *, is_ours: bool) -> int:
    """The window may be gone, and then the diary is free; whether it has saved the line shows there."""
    try:
        store = typed.opened()
    except Trouble:
        if is_ours:
            raise
    else:
        handed.forget(typed.path, typed.line)
        return typed.into(store)
    answer = handed.answer_to(typed.path, typed.line, patience_s=1)
    if answer is not None:
        return _told(answer)
    say("The open window took the line but did not confirm it.", "Look there before you type it again.")
    return UNCONFIRMED


def _told(answer: Answer) -> int:
    if answer.code == DONE:
        for words in answer.words:
            print(f"Saved by the open window. {printable(words)}")
    else:
        say(*map(printable, answer.words))
    return answer.code


def own_words(store: EntryReader, words: Words) -> Words:
    """`words` with what this diary knows: exercises done lately, and words added to the chips."""
    done = (entry.body for entry in store.page(kinds=(Kind.EXERCISE,), limit=RECENT_EXERCISES))
    own = (entry.body for entry in store.entries(Kind.WORD))
    return words.with_done(body for body in done if isinstance(body, Exercise)).with_own(
        body for body in own if isinstance(body, Word)
    )


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
