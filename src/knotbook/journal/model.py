"""The journal as a table that follows the diary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal

from knotbook.domain.records import LASTING_KINDS, Changes, Entry, Kind
from knotbook.journal.order import key_of
from knotbook.journal.paged import PAGE, ROW, PagedModel

__all__ = ["PAGE", "ROW", "JournalModel"]

MOST_ONE_BY_ONE = 2000
"""Changes of more entries than this start the list anew."""


class JournalModel(PagedModel):
    """Takes every change of the diary in at its place, so that selection and scrolling stay."""

    came_back = Signal(list)  # ids of entries that are listed again after they were gone

    def apply(self, changes: Changes) -> None:
        """Show what one action changed. Entries outside the loaded part are counted and otherwise left alone."""
        self._apply(changes)
        back = [one for one in self._newly_there(changes) if self._loaded.found(key_of(one)) is not None]
        if back:
            self.came_back.emit([entry.id for entry in back])

    def _newly_there(self, changes: Changes) -> list[Entry]:
        """What an undo has brought back: it is older than the action. In the bin: what lies there again."""
        if self._in_bin or changes.everything or len(changes.after) > MOST_ONE_BY_ONE:
            return []
        after = _shown(changes.after)
        return [e for one, e in after.items() if one not in changes.before and e.changed_ms > e.created_ms]

    def _apply(self, changes: Changes) -> None:
        if self._listed is None:
            return
        many = len(changes.before) + len(changes.after) > MOST_ONE_BY_ONE
        if changes.everything or many or (self._sought.photographed and Kind.PHOTO in changes.kinds):
            self.reload()  # a photo says by itself whose it is, and the entry that it makes sought is not changed
            return
        before, after = _shown(changes.before), _shown(changes.after)
        if self._in_bin:
            before, after = after, self._gone_to_bin(before, after)
        else:
            after = {entry_id: entry for entry_id, entry in after.items() if self._is_listed(entry)}
        self._show(before, after)
        if self._listed.is_everything and self._is_all_counted:
            self._count(self._total + len(after) - len(before), True)
        else:
            self._recount()

    def _show(self, before: dict[str, Entry], after: dict[str, Entry]) -> None:
        self._take_out([before[i] for i in before if i not in after])
        for entry_id, entry in after.items():
            if entry_id in before:
                self._replace(before[entry_id], entry)
            else:
                self._put_in(entry)

    def _gone_to_bin(self, before: dict[str, Entry], after: dict[str, Entry]) -> dict[str, Entry]:
        """What lies in the bin since the change, as it lies there."""
        read = (self._entry_listed(entry_id) for entry_id in before if entry_id not in after)
        return {entry.id: entry for entry in read if entry is not None}

    def _take_out(self, entries: Sequence[Entry]) -> None:
        found = (self._loaded.found(key_of(entry)) for entry in entries)
        rows = sorted((row for row in found if row is not None), reverse=True)
        while rows:
            last = first = rows.pop(0)
            while rows and rows[0] == first - 1:
                first = rows.pop(0)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._loaded.remove(first, last)
            self.endRemoveRows()
            self._tell(first, first)
        if not len(self._loaded):
            self.fetchMore(QModelIndex())

    def _put_in(self, entry: Entry) -> None:
        key = key_of(entry)
        if not self._loaded.covers(key) or self._loaded.found(key) is not None:
            return
        row = self._loaded.slot(key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._loaded.insert(row, entry)
        self.endInsertRows()
        self._tell(row + 1, row + 1)

    def _replace(self, old: Entry, new: Entry) -> None:
        row = self._loaded.found(key_of(old))
        if row is None:
            self._put_in(new)
        elif key_of(new) == key_of(old):
            self._loaded.replace(row, new)
            self._tell(row, row + 1)
        elif self._loaded.covers(key_of(new)):
            self._move(row, new)
        else:
            self._take_out([old])

    def _move(self, row: int, new: Entry) -> None:
        target = self._loaded.slot(key_of(new))  # counted while the old row is still there, as Qt wants it
        if target not in (row, row + 1):
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
        landed = target - (target > row)
        self._loaded.remove(row, row)
        self._loaded.insert(landed, new)
        if target not in (row, row + 1):
            self.endMoveRows()
        self._tell(min(row, landed), max(row, landed) + 1)


def _shown(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries that a journal lists: nothing that lasts, such as named points."""
    return {entry_id: entry for entry_id, entry in entries.items() if entry.kind not in LASTING_KINDS}
