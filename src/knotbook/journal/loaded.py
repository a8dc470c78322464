"""The part of the journal that is in memory: rows from a newest one down, without gaps."""

from __future__ import annotations

from collections.abc import Sequence

from knotbook.controls.names import Names
from knotbook.domain.records import Entry
from knotbook.journal.order import Key, key_of, slot
from knotbook.journal.rows import Row


class Loaded:
    """Rows in the order of the journal. `top`: nothing newer than this is listed; `more`: older ones wait."""

    def __init__(self, names: Names, top: Key | None = None, *, more: bool = False) -> None:
        self.top = top
        self.more = more
        self.rows: list[Row] = []
        self._names = names
        self._keys: list[Key] = []  # descending, one a row

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def last(self) -> Key | None:
        """Where reading goes on."""
        return self._keys[-1] if self._keys else self.top

    def says_the_same(self, other: Loaded) -> bool:
        """Whether both hold the same entries, as they are now, and start at the same place."""
        mine, theirs = ([row.entry for row in one.rows] for one in (self, other))
        return self.top == other.top and mine == theirs and bool(mine)

    def append(self, entries: Sequence[Entry]) -> None:
        """Add older entries at the end."""
        self.rows += [Row(entry, self._names) for entry in entries]
        self._keys += [key_of(entry) for entry in entries]

    def insert(self, row: int, entry: Entry) -> None:
        """Put an entry in before a row."""
        self.rows.insert(row, Row(entry, self._names))
        self._keys.insert(row, key_of(entry))

    def remove(self, first: int, last: int) -> None:
        """Take rows out, `last` included."""
        del self.rows[first : last + 1], self._keys[first : last + 1]

    def replace(self, row: int, entry: Entry) -> None:
        """Show an entry as it is now."""
        self.rows[row] = Row(entry, self._names)

    def slot(self, key: Key) -> int:
        """The row at which an entry of that key is, or would go."""
        return slot(self._keys, key)

    def found(self, key: Key) -> int | None:
        """The row of an entry, None if it is not loaded."""
        row = slot(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def covers(self, key: Key) -> bool:
        """Whether an entry of that key would be among the loaded rows."""
        below_top = self.top is None or key < self.top
        return below_top and (not self.more or (bool(self._keys) and key >= self._keys[-1]))

    def is_above(self, key: Key) -> bool:
        """Whether an entry of that key is newer than all that is listed."""
        return self.top is not None and key > self.top
