"""Finds entries by their words and facts, through the index (see `listing`). Any text may be typed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from knotbook.domain.records import JOURNAL_KINDS, Entry
from knotbook.domain.sought import Reading, Sought
from knotbook.storage.codec import utc_of
from knotbook.storage.listing import (
    NOTED,
    PHOTOGRAPHED,
    SLOTS,
    floor_of,
    for_fact,
    kind_fact,
    number_fact,
    place_fact,
    step_floor,
)
from knotbook.storage.pages import Cursor, RawRecord, raw_records
from knotbook.storage.rows import fetch
from knotbook.storage.vocabulary import Vocabulary

COUNTED_AT_ONCE = 4_000
"""So many hits are counted in one step: a few milliseconds."""

_ALL = (-(1 << 62), 1 << 62)
_Hit = tuple[int, str, str]


class Search:
    """Asks the index. Raises Trouble if the file cannot be read, and never anything else, whatever was typed."""

    def __init__(self, db: Database, table: str = "listing") -> None:
        """`table`: one of `listing.TABLES`."""
        self._db = db
        self._vocabulary = Vocabulary(db, table)
        span = "MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC"
        self._listed = " ".join(("SELECT rowid, kind, id FROM", table, "WHERE", table, span))
        inside = " ".join(("SELECT rowid FROM", table, "WHERE", table, span, "LIMIT ?"))
        self._counted = " ".join(("SELECT count(*), min(rowid) FROM", f"({inside})"))
        self._asked: tuple[Sought, str] | None = None

    def refresh(self) -> None:
        """Something was written: what was found out about the index's words may not hold any more."""
        self._vocabulary.refresh()
        self._asked = None

    def records(self, sought: Sought, before: Cursor | None, limit: int) -> Iterator[list[RawRecord]]:
        """What is sought, newest first and older than `before`, about `limit` records at a time until all are given."""
        match = self._match(sought)
        bottom, top = _span(sought)
        if before is not None:
            top = min(top, floor_of(before[0]) + SLOTS)
        while match and (hits := self._hits(match, bottom, top, limit)):
            found = raw_records(self._db, [(kind, entry_id) for _rowid, kind, entry_id in hits])
            yield [
                record
                for record in found
                if (before is None or record[0] < before) and sought.spans(record[0][0])
            ]
            top = step_floor(hits[-1][0])

    def counting(self, sought: Sought) -> Iterator[tuple[int, bool]]:
        """How many entries are sought: (so many so far, whether that is all), in steps of a few milliseconds each."""
        match = self._match(sought)
        bottom, top = _span(sought)
        edges = {floor_of(ms) for ms in (sought.since_ms, sought.until_ms) if ms is not None}
        total = 0
        while match:
            found, last = fetch(self._db, self._counted, (match, bottom, top, COUNTED_AT_ONCE))[0]
            total += found
            if found < COUNTED_AT_ONCE:
                break
            top = last
            yield total, False
        yield total - sum(self._outside(match, sought, edge) for edge in edges), True

    def holds(self, sought: Sought, entry: Entry) -> bool:
        """Whether an entry is among what is sought in this index."""
        utc = utc_of(entry)
        match = self._match(sought)
        if not match or not sought.spans(utc):
            return False
        floor = floor_of(utc)
        return any(hit[2] == entry.id for hit in fetch(self._db, self._listed, (match, floor, floor + SLOTS)))

    def _hits(self, match: str, bottom: int, top: int, limit: int) -> list[_Hit]:
        """The newest hits, `limit` and what else lies in the same step as the last one."""
        hits: list[_Hit] = fetch(self._db, f"{self._listed} LIMIT ?", (match, bottom, top, limit))
        if len(hits) == limit:
            hits += fetch(self._db, self._listed, (match, max(bottom, step_floor(hits[-1][0])), hits[-1][0]))
        return hits

    def _outside(self, match: str, sought: Sought, edge: int) -> int:
        """How many hits of the step at `edge` were counted but lie before or after the dates."""
        bottom, top = _span(sought)
        hits = fetch(self._db, self._listed, (match, max(bottom, edge), min(top, edge + SLOTS))) if match else []
        found = raw_records(self._db, [(kind, entry_id) for _rowid, kind, entry_id in hits])
        return sum(not sought.spans(cursor[0]) for cursor, _kind, _row in found)

    def _match(self, sought: Sought) -> str:
        """The question in the language of FTS5, made of words that the index holds; empty: nothing can be found."""
        if self._asked is None or self._asked[0] != sought:
            self._asked = sought, self._put(sought)
        return self._asked[1]

    def _put(self, sought: Sought) -> str:
        read = [question for reading in sought.readings if (question := self._read(reading))]
        if sought.readings and not read:
            return ""
        numbers = sought.numbers
        parts = [
            _any(read),
            _any([_quoted(kind_fact(kind)) for kind in sought.kinds]),
            _any([_quoted(place_fact(str(place))) for place in sought.places]),
            "" if numbers is None else _any([_quoted(number_fact(n)) for n in numbers]) or _quoted(NOTED + NOTED),
            _quoted(NOTED) if sought.noted else "",
            _quoted(PHOTOGRAPHED) if sought.photographed else "",
        ]
        everything = _any([_quoted(kind_fact(kind)) for kind in JOURNAL_KINDS])
        return " AND ".join(filter(None, parts)) or everything

    def _read(self, reading: Reading) -> str:
        typed = self._vocabulary.typed(reading.words)
        words = [self._vocabulary.beginning_with(word) for word in typed]
        if not all(words) or not (words or reading.places):
            return ""
        places = [fact(str(place)) for place in reading.places for fact in (place_fact, for_fact)]
        known = [_quoted(fact) for fact in places if self._vocabulary.knows(fact)]
        if reading.places and not known:
            return ""
        return f"({' AND '.join(filter(None, (*words, _any(known))))})"


def _span(sought: Sought) -> tuple[int, int]:
    """The row ids between which everything sought lies: the first, and one after the last."""
    bottom, top = _ALL
    if sought.since_ms is not None:
        bottom = floor_of(sought.since_ms)
    if sought.until_ms is not None:
        top = floor_of(sought.until_ms) + SLOTS
    return bottom, top


def _quoted(fact: str) -> str:
    return '"' + fact.replace('"', '""') + '"'


def _any(questions: list[str]) -> str:
    return f"({' OR '.join(questions)})" if questions else ""
