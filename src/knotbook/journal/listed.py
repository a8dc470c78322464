"""What the journal lists just now: the diary, what is sought in it, or the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knotbook.domain.records import JOURNAL_KINDS, Entry
from knotbook.domain.sought import Sought
from knotbook.journal.order import Key
from knotbook.journal.reader import Reader


@dataclass(frozen=True, slots=True)
class Listed:
    """Reads one selection of entries. `in_bin`: what is sought lies in the bin. Every read raises Trouble."""

    reader: Reader
    sought: Sought
    in_bin: bool

    @property
    def is_everything(self) -> bool:
        """Whether all of the diary is listed."""
        return self.sought.is_everything and not self.in_bin

    def page(self, before: Key | None, limit: int) -> list[Entry]:
        """Up to `limit` entries, newest first, older than the key `before`."""
        if self.sought.is_everything:
            return self.reader.page(before=before, limit=limit, deleted=self.in_bin)
        return self.reader.found(self.sought, before, limit, deleted=self.in_bin)

    def counting(self) -> Iterator[tuple[int, bool]]:
        """How many entries there are: (so many so far, whether that is all), step by step."""
        if self.in_bin and self.sought.is_everything:
            return iter([(self.reader.count(deleted=True), True)])
        return self.reader.counting(self.sought, deleted=self.in_bin)

    def has(self, entry: Entry) -> bool:
        """Whether an entry of the diary belongs to it."""
        if entry.kind not in JOURNAL_KINDS or (entry.deleted_ms is not None) is not self.in_bin:
            return False
        return self.sought.is_everything or self.reader.holds(self.sought, entry)

    def how_many_from(self, key: Key) -> int:
        """How many entries stand at the moment of `key` or later; some ten thousand stand for more."""
        if self.in_bin:
            return 0
        since = max(key[0], key[0] if self.sought.since_ms is None else self.sought.since_ms)
        return next(self.reader.counting(replace(self.sought, since_ms=since)))[0]
