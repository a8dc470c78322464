"""What the journal asks of the open diary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from knotbook.domain.records import Entry, Kind
from knotbook.domain.sought import Sought
from knotbook.journal.order import Key


class Reader(Protocol):
    """The read side of a diary. Every read raises Trouble if the file cannot be read."""

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, in the bin or not."""
        ...

    def page(
        self,
        kinds: Sequence[Kind] | None = None,
        before: Key | None = None,
        limit: int = 100,
        *,
        deleted: bool = False,
    ) -> list[Entry]:
        """Up to `limit` entries, newest first, older than the key `before`; `deleted`: those in the bin."""
        ...

    def count(self, kinds: Sequence[Kind] | None = None, *, deleted: bool = False) -> int:
        """How many entries there are, or how many in the bin."""
        ...

    def found(
        self, sought: Sought, before: Key | None = None, limit: int = 100, *, deleted: bool = False
    ) -> list[Entry]:
        """Up to `limit` entries that are sought, newest first, older than the key `before`; `deleted`: in the bin."""
        ...

    def counting(self, sought: Sought, *, deleted: bool = False) -> Iterator[tuple[int, bool]]:
        """How many entries are sought: (so many so far, whether that is all), step by step."""
        ...

    def holds(self, sought: Sought, entry: Entry) -> bool:
        """Whether an entry is among what is sought, in the bin if it lies there."""
        ...
