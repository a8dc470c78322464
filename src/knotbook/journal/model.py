"""All entries as a table, newest first, read in pages as they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from knotbook.controls.names import Names
from knotbook.domain.clock import Clock
from knotbook.domain.records import LASTING_KINDS, Changes, Entry
from knotbook.domain.trouble import Trouble
from knotbook.journal.cells import Column, cell, head
from knotbook.journal.order import Key, key_of, slot
from knotbook.journal.reader import Reader
from knotbook.journal.rows import Row, row_of

PAGE = 100
"""Rows read at a time: about one frame's work."""

REACH = 2000
"""How many rows are read on the way to an older entry; farther than that the list starts anew beside it."""

ABOVE_MS = 2 * 86_400_000
"""How much newer than an entry the list starts when it starts beside it, in milliseconds."""

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which every cell gives its whole `Row`."""

_T = TypeVar("_T")
Index = QModelIndex | QPersistentModelIndex



class JournalModel(QAbstractTableModel):
    """Entries of all kinds but named points. Only what has been scrolled to is in memory.

    Empty until `set_reader`. `apply` takes every change of the diary in at its place, so that selection and scrolling
    stay. After `row_of` of an entry far down the list may start there (`starts_at_newest` is False): `reload` goes
    back.
    """

    counted = Signal(int)  # how many entries the diary holds, whenever that is read or changes
    troubled = Signal(object)  # Trouble: the file could not be read
    started = Signal(bool)  # whether the list starts at the newest entry, whenever it starts anew

    def __init__(self, names: Names, clock: Clock, parent: QObject | None = None) -> None:
        """`clock`: tells which day is called today."""
        super().__init__(parent)
        self._names = names
        self._clock = clock
        self._reader: Reader | None = None
        self._rows: list[Row] = []
        self._keys: list[Key] = []  # descending, one a row
        self._top: Key | None = None  # nothing newer than this is listed
        self._more = False
        self._total = 0
        self._today = clock.now().day()

    # -- what is listed

    @property
    def total(self) -> int:
        """How many entries the diary holds, listed yet or not."""
        return self._total

    @property
    def today(self) -> date:
        """The day that is called today."""
        return self._today

    @property
    def starts_at_newest(self) -> bool:
        """Whether the first row is the newest entry of the diary."""
        return self._top is None

    def row(self, number: int) -> Row:
        """The row of that number; raises IndexError if it is not loaded."""
        return self._rows[number]

    def starts_day(self, number: int) -> bool:
        """Whether a row is the first of its day."""
        return number == 0 or self._rows[number - 1].day != self._rows[number].day

    def set_reader(self, reader: Reader | None) -> None:
        """List the entries of another diary, or of none, from the newest on."""
        self._reader = reader
        self.reload()

    def reload(self) -> None:
        """Start anew at the newest entry."""
        self._start(None)

    def refresh_today(self) -> None:
        """Ask the clock again which day is today."""
        today = self._clock.now().day()
        if today != self._today:
            self._today = today
            self._tell(0, len(self._rows) - 1)

    def row_of(self, entry_id: str) -> int | None:
        """The row of an entry, read until it is there; None if it is not in the diary, in the bin, or a named point.

        An entry more than `REACH` rows below makes the list start anew, up to two days above it.
        """
        entry = self._asked(lambda reader: reader.entry(entry_id), None)
        if entry is None or entry.deleted_ms is not None or entry.kind in LASTING_KINDS:
            return None
        key = key_of(entry)
        if not self._covers(key):
            self._bring(key)
        row = slot(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    # -- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Five columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older entries wait in the diary."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page of older entries."""
        if not self.canFetchMore(parent):
            return
        entries = self._page()
        if entries:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(entries) - 1)
            self._append(entries)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for reading and for assistive technology; the whole `Row` under `ROW`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == ROW else cell(row, Column(index.column()), role, self._today)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(Column):
            return None
        return head(Column(section), role)

    # -- changes of the diary

    def apply(self, changes: Changes) -> None:
        """Show what one action changed. Entries outside the loaded part are counted and otherwise left alone."""
        if self._reader is None:
            return
        if changes.everything:
            self.reload()
            return
        before, after = _listed(changes.before), _listed(changes.after)
        self._take_out([before[i] for i in before if i not in after])
        for entry_id, entry in after.items():
            if entry_id in before:
                self._replace(before[entry_id], entry)
            else:
                self._put_in(entry)
        self._count(self._total + len(after) - len(before))

    def _take_out(self, entries: Sequence[Entry]) -> None:
        found = (self._found(key_of(entry)) for entry in entries)
        rows = sorted((row for row in found if row is not None), reverse=True)
        while rows:
            last = first = rows.pop(0)
            while rows and rows[0] == first - 1:
                first = rows.pop(0)
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1], self._keys[first : last + 1]
            self.endRemoveRows()
            self._tell(first, first)
        if not self._rows:
            self.fetchMore(QModelIndex())

    def _put_in(self, entry: Entry) -> None:
        key = key_of(entry)
        if not self._covers(key) or self._found(key) is not None:
            return
        row = slot(self._keys, key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, row_of(entry, self._names))
        self._keys.insert(row, key)
        self.endInsertRows()
        self._tell(row + 1, row + 1)

    def _replace(self, old: Entry, new: Entry) -> None:
        row = self._found(key_of(old))
        if row is None:
            self._put_in(new)
        elif key_of(new) == self._keys[row]:
            self._rows[row] = row_of(new, self._names)
            self._tell(row, row + 1)
        elif self._covers(key_of(new)):
            self._move(row, new)
        else:
            self._take_out([old])

    def _move(self, row: int, new: Entry) -> None:
        key = key_of(new)
        target = slot(self._keys, key)  # counted while the old row is still there, as Qt wants it
        if target not in (row, row + 1):
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
        del self._rows[row], self._keys[row]
        landed = target - (target > row)
        self._rows.insert(landed, row_of(new, self._names))
        self._keys.insert(landed, key)
        if target not in (row, row + 1):
            self.endMoveRows()
        self._tell(min(row, landed), max(row, landed) + 1)

    # -- reading

    def _start(self, top: Key | None) -> None:
        self.beginResetModel()
        self._rows, self._keys, self._top = [], [], top
        self._today = self._clock.now().day()
        self._more = self._reader is not None
        if self._reader is not None:
            self._append(self._page())
        self.endResetModel()
        self._count(self._asked(lambda reader: reader.count(), 0))
        self.started.emit(top is None)

    def _page(self) -> list[Entry]:
        """The next page; a file that cannot be read ends the list until it starts anew."""
        after = self._keys[-1] if self._keys else self._top
        entries = self._asked(lambda reader: reader.page(before=after, limit=PAGE), list[Entry]())
        self._more = len(entries) == PAGE or bool(entries and self._waits_below(key_of(entries[-1])))
        return entries

    def _waits_below(self, key: Key) -> bool:
        return bool(self._asked(lambda reader: reader.page(before=key, limit=1), list[Entry]()))

    def _asked(self, read: Callable[[Reader], _T], otherwise: _T) -> _T:
        """What the reader answers; `otherwise` if there is none, or if the file cannot be read, which is told."""
        if self._reader is None:
            return otherwise
        try:
            return read(self._reader)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return otherwise

    def _append(self, entries: Sequence[Entry]) -> None:
        self._rows += [row_of(entry, self._names) for entry in entries]
        self._keys += [key_of(entry) for entry in entries]

    def _bring(self, key: Key) -> None:
        """Load down to `key`, or start beside it if it is far."""
        newer = self._asked(lambda reader: reader.count(since_ms=key[0]), 0)
        if self._top is not None and key > self._top and newer <= REACH:
            self.reload()
        elif (self._top is not None and key > self._top) or newer > len(self._rows) + REACH:
            self._start((key[0] + ABOVE_MS, ""))
        while self._more and not self._covers(key):
            self.fetchMore(QModelIndex())

    def _covers(self, key: Key) -> bool:
        """Whether an entry of that key would be among the loaded rows."""
        below_top = self._top is None or key < self._top
        return below_top and (not self._more or (bool(self._keys) and key >= self._keys[-1]))

    def _found(self, key: Key) -> int | None:
        row = slot(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def _tell(self, first: int, last: int) -> None:
        last = min(last, len(self._rows) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _count(self, total: int) -> None:
        self._total = total
        self.counted.emit(total)


def _listed(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries that the journal lists: what happened, not what lasts."""
    return {entry_id: entry for entry_id, entry in entries.items() if entry.kind not in LASTING_KINDS}
