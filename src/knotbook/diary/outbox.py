"""Wishes on their way into the file: tried at once, kept while the disk refuses, written in the order of the asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from knotbook.domain.trouble import Trouble, TroubleKind

if TYPE_CHECKING:  # see diary.py
    from datetime import date

    from knotbook.diary.write_queue import WriteQueue
    from knotbook.diary.writes import Write
    from knotbook.domain.records import Body, Changes, Entry
    from knotbook.storage import EntryStore

Told = Callable[["Changes"], object]
Troubled = Callable[[Trouble, "tuple[Body, ...]"], object]


class Outbox:
    """Writes what the queue holds into `store`, None while no file is open; reads as if it were written already."""

    def __init__(self, queue: WriteQueue, changed: Told, troubled: Troubled) -> None:
        """`changed`: told of each action once it is on the disk. `troubled`: of a refusal, with the bodies kept."""
        self.store: EntryStore | None = None
        self._queue = queue
        self._changed = changed
        self._troubled = troubled

    def entry(self, entry_id: str) -> Entry | None:
        """An entry with what waits. Raises Trouble if it has to be read and cannot be."""
        return self._queue.entry(entry_id, lambda one: self._opened().entry(one))

    def check_in(self, day: date) -> Entry | None:
        """The check-in of a date with what waits; until a file is open only that is known. Raises Trouble."""
        return self._queue.day(self.store.check_in(day) if self.store is not None else None, day)

    def write(self, write: Write) -> tuple[Entry, ...]:
        """Queue a wish, and write it if a file is open; mistakes of the caller are found before."""
        refused: Trouble | None = None
        entries: tuple[Entry, ...] = ()
        try:
            entries = write.entries(self)
            write.shown = tuple(entry.body for entry in entries)
        except Trouble as trouble:
            refused, write.shown = trouble, write.said()
        if self.store is not None and not len(self._queue) and not self._queue.aside and refused is None:
            write.done = entries  # nothing comes between: there is no need to read them twice
        self._queue.push(write)
        if self.store is not None:
            self.flush_waiting()
            return write.done or ()
        if refused is not None:
            self._troubled(refused, self._queue.bodies())
        return entries

    def flush(self) -> bool:
        """Write what waits, oldest first, and last what was set aside; whether all of it is on the disk now."""
        return self.flush_waiting() and self._flush_aside()

    def flush_waiting(self) -> bool:
        """Write what waits, oldest first; whether all of it is on the disk now."""
        return self._put_all(lambda: self._queue.first() if len(self._queue) else None)

    def _flush_aside(self) -> bool:
        left = iter(self._queue.aside)
        return self._put_all(lambda: next(left, None))

    def _put_all(self, following: Callable[[], Write | None]) -> bool:
        """Write one after the other. What fails for its own sake is set aside; a refusal of the disk ends it."""
        spoilt: Exception | None = None
        while (write := following()) is not None:
            try:
                self._put(write)
            except Trouble as trouble:
                if trouble.kind is not TroubleKind.BAD_RECORD:
                    self._troubled(trouble, self._queue.bodies())
                    return False
                self._queue.set_aside(write)
                spoilt = spoilt or trouble
            except Exception as mistake:  # ours; raised below, once what comes after it is saved
                self._queue.set_aside(write)
                spoilt = mistake
        if isinstance(spoilt, Trouble):
            self._troubled(spoilt, self._queue.bodies())
        elif spoilt is not None:
            raise spoilt
        return spoilt is None

    def _put(self, write: Write) -> None:
        store = self._opened()
        write.done = write.done or write.entries(store)
        try:
            changes = store.put(write.done, label=write.label, origin=write.origin)
        except BaseException:
            write.done = None
            raise
        self._queue.drop(write)
        self._changed(changes)

    def _opened(self) -> EntryStore:
        if self.store is None:
            raise not_open()
        return self.store


def not_open() -> Trouble:
    """There is no file behind the diary."""
    return Trouble(
        TroubleKind.NOT_OPEN,
        what="That needs an open diary.",
        why="The diary is not open yet.",
        can_do=("Wait until it is open, or open a diary.",),
    )
