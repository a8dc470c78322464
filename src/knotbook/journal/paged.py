"""The journal as a table that is read in pages as it is scrolled: what is listed, and Qt's questions about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from knotbook.controls.names import Names
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Kind
from knotbook.domain.sought import Reading, Sought
from knotbook.domain.trouble import Trouble
from knotbook.journal.cells import Column, cell, head
from knotbook.journal.counter import Counter
from knotbook.journal.in_place import answer, changed
from knotbook.journal.listed import Listed
from knotbook.journal.loaded import Loaded
from knotbook.journal.order import Key, key_of
from knotbook.journal.reader import Reader
from knotbook.journal.rows import Row

PAGE = 30
"""Rows read at a time: what most windows show, in a few milliseconds."""

TYPING_MS = 100
"""What was found is counted once no letter has come for so long, in milliseconds."""

REACH = 2000
"""How many rows are read on the way to an older entry; farther than that the list starts anew beside it."""

ABOVE_MS = 2 * 86_400_000
"""How much newer than an entry the list starts when it starts beside it, in milliseconds."""

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which every cell gives its whole `Row`."""

_T = TypeVar("_T")
Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractTableModel):
    """Entries of all kinds that happen. Only what has been scrolled to is in memory.

    Empty until `set_reader`. `seek` and `show_bin` choose what is listed. After `row_of` of an entry far down the list
    may start there (`starts_at_newest` is False): `reload` goes back.
    """

    counted = Signal(int)  # how many entries are listed, loaded or not, whenever that is read or changes
    troubled = Signal(object)  # Trouble: the file could not be read
    started = Signal(bool)  # whether the list starts at the newest entry, whenever it starts anew
    amend_wished = Signal(str, object)  # id, Body: a cell was changed in place

    def __init__(self, names: Names, clock: Clock, parent: QObject | None = None) -> None:
        """`clock`: tells which day is called today."""
        super().__init__(parent)
        self._names = names
        self._clock = clock
        self._listed: Listed | None = None
        self._sought = Sought()
        self._in_bin = False
        self._loaded = Loaded(names)
        self._total = 0
        self._is_all_counted = True
        self._counter = Counter(self)
        self._counter.counted.connect(self._count)
        self._counter.troubled.connect(self.troubled)
        self._today = clock.now().day()

    # -- what is listed

    @property
    def total(self) -> int:
        """How many entries are listed, loaded or not, as far as they are counted."""
        return self._total

    @property
    def is_all_counted(self) -> bool:
        """Whether `total` is final; after decades of diary it takes a moment."""
        return self._is_all_counted

    @property
    def today(self) -> date:
        """The day that is called today."""
        return self._today

    @property
    def sought(self) -> Sought:
        """What is sought; everything unless `seek` said otherwise."""
        return self._sought

    @property
    def in_bin(self) -> bool:
        """Whether the bin is listed instead of the diary."""
        return self._in_bin

    @property
    def starts_at_newest(self) -> bool:
        """Whether the first row is the newest entry of what is listed."""
        return self._loaded.top is None

    def row(self, number: int) -> Row:
        """The row of that number; raises IndexError if it is not loaded."""
        return self._loaded.rows[number]

    def starts_day(self, number: int) -> bool:
        """Whether a row is the first of its day."""
        rows = self._loaded.rows
        return number == 0 or rows[number - 1].day != rows[number].day

    def set_reader(self, reader: Reader | None) -> None:
        """List the entries of another diary, or of none, from the newest on."""
        self._listed = None if reader is None else Listed(reader, self._sought, self._in_bin)
        self.reload()

    def seek(self, sought: Sought) -> None:
        """List only what is sought, from the newest on."""
        if sought != self._sought:
            self._sought = sought
            self.set_reader(None if self._listed is None else self._listed.reader)

    def show_bin(self, shown: bool, sought: Sought | None = None) -> None:
        """List the bin, or the diary again, and only what is `sought` there (None: everything)."""
        if shown != self._in_bin:
            self._in_bin, self._sought = shown, sought or Sought()
            self.set_reader(None if self._listed is None else self._listed.reader)

    def reload(self) -> None:
        """Start anew at the newest entry."""
        self._start(None)

    def refresh_today(self) -> None:
        """Ask the clock again which day is today."""
        today = self._clock.now().day()
        if today != self._today:
            self._today = today
            self._tell(0, len(self._loaded) - 1)

    def lists(self, entry_id: str) -> bool:
        """Whether an entry is among what is listed, loaded or not."""
        return self._entry_listed(entry_id) is not None

    def row_of(self, entry_id: str) -> int | None:
        """The row of an entry, read until it is there; None if it is not listed.

        An entry more than `REACH` rows below makes the list start anew, up to two days above it.
        """
        entry = self._entry_listed(entry_id)
        if entry is None:
            return None
        key = key_of(entry)
        if not self._loaded.covers(key):
            self._bring(key)
        return self._loaded.found(key)

    def about(self, place: Place) -> int:
        """How many entries of the diary have to do with a place: happened there, were for it, or work it."""
        wanted = Sought(readings=(Reading(places=(place,)),))
        return self._asked(lambda listed: [count for count, _all in listed.reader.counting(wanted)][-1], 0)

    def in_bin_by_kind(self) -> dict[Kind, int]:
        """How many records of each kind lie in the bin, those too that no journal lists."""
        none: dict[Kind, int] = {}
        return self._asked(lambda it: {kind: it.reader.count((kind,), deleted=True) for kind in Kind}, none)

    # -- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows are loaded."""
        return 0 if parent.isValid() else len(self._loaded)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Five columns."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older entries wait in the diary."""
        return not parent.isValid() and self._loaded.more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page of older entries."""
        if not self.canFetchMore(parent):
            return
        entries, self._loaded.more = self._page(self._loaded)
        if entries:
            self.beginInsertRows(QModelIndex(), len(self._loaded), len(self._loaded) + len(entries) - 1)
            self._loaded.append(entries)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Numbers and notes can be changed in place, but not in the bin."""
        flags = super().flags(index)
        may_be = index.column() in (Column.NUMBER, Column.DETAILS) and not self._in_bin
        if may_be and self.data(index, Qt.ItemDataRole.EditRole) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for reading and for assistive technology; the whole `Row` under `ROW`."""
        if not index.isValid():
            return None
        row = self._loaded.rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return answer(row.entry.body, Column(index.column()))
        return row if role == ROW else cell(row, Column(index.column()), role, self._today)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for a number or a note to be changed; the row changes when the diary says so."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        entry = self._loaded.rows[index.row()].entry
        body = changed(entry.body, Column(index.column()), str(value))
        if body is not None:
            self.amend_wished.emit(entry.id, body)
        return body is not None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(Column):
            return None
        return head(Column(section), role)

    # -- reading

    def _start(self, top: Key | None) -> None:
        fresh = Loaded(self._names, top, more=self._listed is not None)
        if self._listed is not None:
            entries, fresh.more = self._page(fresh)
            fresh.append(entries)
        today = self._clock.now().day()
        if today == self._today and self._loaded.says_the_same(fresh):
            self._loaded.more = fresh.more  # most letters of a word find what the letters before it found
        else:
            self.beginResetModel()
            self._loaded, self._today = fresh, today
            self.endResetModel()
        self._recount()
        self.started.emit(top is None)

    def _page(self, loaded: Loaded) -> tuple[list[Entry], bool]:
        """The next page, and whether more follows; a file that cannot be read ends the list until it starts anew."""
        entries = self._asked(lambda listed: listed.page(loaded.last, PAGE + 1), list[Entry]())
        return entries[:PAGE], len(entries) > PAGE

    def _asked(self, read: Callable[[Listed], _T], otherwise: _T) -> _T:
        """What is listed answers; `otherwise` if nothing is, or if the file cannot be read, which is told."""
        if self._listed is None:
            return otherwise
        try:
            return read(self._listed)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return otherwise

    def _is_listed(self, entry: Entry) -> bool:
        return self._asked(lambda listed: listed.has(entry), False)

    def _entry_listed(self, entry_id: str) -> Entry | None:
        entry = self._asked(lambda listed: listed.reader.entry(entry_id), None)
        return entry if entry is not None and self._is_listed(entry) else None

    def _bring(self, key: Key) -> None:
        """Load down to `key`, or start beside it if it is far."""
        newer = self._asked(lambda listed: listed.how_many_from(key), 0)
        if self._loaded.is_above(key) and newer <= REACH:
            self.reload()
        elif self._loaded.is_above(key) or newer > len(self._loaded) + REACH:
            self._start((key[0] + ABOVE_MS, ""))
        while self._loaded.more and not self._loaded.covers(key):
            self.fetchMore(QModelIndex())

    def _tell(self, first: int, last: int) -> None:
        last = min(last, len(self._loaded) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _recount(self) -> None:
        self._counter.stop()
        if self._listed is None or not (self._loaded.more or self._loaded.top):
            self._count(len(self._loaded), True)  # all of it is on show
            return
        rest = 0 if self._listed.is_everything else TYPING_MS
        if rest:
            self._count(len(self._loaded), False)
        self._counter.start(self._asked(lambda listed: listed.counting(), iter([(0, True)])), rest_ms=rest)

    def _count(self, total: int, is_all: bool) -> None:
        self._total, self._is_all_counted = total, is_all
        self.counted.emit(total)
