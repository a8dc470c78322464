"""What the journal asks of the open diary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from knotbook.domain.records import Entry, Kind
from knotbook.journal.order import Key


class Reader(Protocol):
    """The read side of a diary. Every read raises Trouble if the file cannot be read."""

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, in the bin or not."""
        ...

    def page(self, kinds: Sequence[Kind] | None = None, before: Key | None = None, limit: int = 100) -> list[Entry]:
        """Up to `limit` entries, newest first, older than the key `before`."""
        ...

    def count(self, kinds: Sequence[Kind] | None = None, *, since_ms: int | None = None) -> int:
        """How many entries there are, at or after `since_ms` if that is given."""
        ...
