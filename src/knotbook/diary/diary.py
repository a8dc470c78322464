"""The one writer of the diary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from knotbook.diary.writes import Write, WriteQueue
from knotbook.domain.clock import Clock
from knotbook.domain.ids import new_id
from knotbook.domain.records import Body, Changes, Entry
from knotbook.domain.trouble import Trouble, TroubleKind

if TYPE_CHECKING:  # importing storage costs a third of a second; the opener does it in a worker
    from knotbook.storage import EntryReader, EntryStore

_T = TypeVar("_T")


class DiaryState(StrEnum):
    """Whether there is a file behind the diary yet."""

    OPENING = "opening"
    OPEN = "open"
    REFUSED = "refused"
    CLOSED = "closed"


class Diary(QObject):
    """Records, amends, removes, takes back. Rooms read through `reader` and listen to `changed`.

    Until `attach` writes wait in a queue; a write the disk refuses stays in it (`unsaved`) and is tried again, in
    order, by `retry` and before every later write. No room ever sees an entry that is not on the disk.
    """

    changed = Signal(object)  # Changes; once an action, after it is on the disk
    state_changed = Signal(str)  # DiaryState
    trouble = Signal(object, object)  # Trouble, tuple[Body, ...]: what could not be done and the bodies kept

    def __init__(self, clock: Clock, device: str, parent: QObject | None = None) -> None:
        """`device`: the id of this computer, written into every entry."""
        super().__init__(parent)
        self._clock = clock
        self._device = device
        self._store: EntryStore | None = None
        self._state = DiaryState.OPENING
        self._queue = WriteQueue()

    # -- the file behind it

    @property
    def state(self) -> DiaryState:
        """Whether the diary is opening, open, refused or closed."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether `reader` may be used."""
        return self._store is not None

    @property
    def reader(self) -> EntryReader:
        """The read side of the open diary. Raises Trouble (NOT_OPEN) before that."""
        return self._opened()

    @property
    def unsaved(self) -> tuple[Body, ...]:
        """Bodies that are not on the disk yet: they wait for the opening, or the disk refused them."""
        return self._queue.bodies()

    def attach(self, store: EntryStore) -> None:
        """Use `store` from now on, and write what was waiting."""
        self.close()
        self._store = store
        self._enter(DiaryState.OPEN)
        self.retry()

    def refuse(self, trouble: Trouble) -> None:
        """There will be no file, for now; what waits goes on waiting for another `attach`."""
        self._enter(DiaryState.REFUSED)
        self.trouble.emit(trouble, self.unsaved)

    def close(self) -> None:
        """Back up and close the file; nothing happens if none is open."""
        if self._store is None:
            return
        store, self._store = self._store, None
        try:
            store.close()
        except Trouble as trouble:
            self.trouble.emit(trouble, ())
        self._enter(DiaryState.CLOSED)

    # -- writing

    def record(self, *bodies: Body, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Write new entries as one action; returns them, or nothing if the disk refused (`trouble` says why)."""
        now = self._clock.now().utc_ms
        return self._write(tuple(self._new_entry(body, now) for body in bodies), label, origin)

    def amend(self, edits: Mapping[str, Body], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Replace the bodies of entries by id, as one action. Raises KeyError for an unknown id.

        A body of another kind than the entry's raises ValueError. An entry in the bin stays there.
        """
        return self.perform(amend=edits, label=label, origin=origin)

    def remove(self, ids: Iterable[str], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Move entries to the bin, as one action. Raises KeyError for an unknown id."""
        return self.perform(remove=ids, label=label, origin=origin)

    def restore(self, ids: Iterable[str], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Take entries out of the bin, as one action. Raises KeyError for an unknown id."""
        return self._edit(ids, lambda entry: replace(entry, deleted_ms=None), label, origin)

    def perform(
        self,
        *,
        record: Mapping[str, Body] | None = None,
        amend: Mapping[str, Body] | None = None,
        remove: Iterable[str] = (),
        label: str,
        origin: str = "",
    ) -> tuple[Entry, ...]:
        """Do writes of several kinds as one action, which one undo takes back.

        `record`: new bodies under ids the caller made (`domain.ids.new_id`), so that they can name each other. `amend`
        and `remove`: as in the methods of these names; an id in both is changed and goes to the bin. Raises KeyError
        for an unknown id to amend or remove, and ValueError for a body of another kind than its entry's.
        """
        now = self._clock.now().utc_ms
        new, edits, gone = dict(record or {}), dict(amend or {}), dict.fromkeys(remove)
        made = tuple(self._new_entry(body, now, entry_id) for entry_id, body in new.items())

        def edited(entry: Entry) -> Entry:
            body = edits.get(entry.id, entry.body)
            if type(body) is not type(entry.body):
                raise ValueError(f"a {entry.kind} cannot become a {type(body).__name__}")
            return replace(entry, body=body, deleted_ms=now if entry.id in gone else entry.deleted_ms)

        ids = dict.fromkeys((*edits, *gone))
        return self._edit(ids, edited, label, origin, (*new.values(), *edits.values()), made)

    def empty_bin(self) -> int:
        """Remove for good what is in the bin; cannot be taken back. Returns how many records went."""
        removed = self._tried(lambda: self._opened().empty_bin()) or 0
        if removed:
            self.changed.emit(Changes(label="", everything=True))
        return removed

    def retry(self) -> bool:
        """Write what is unsaved, oldest first; whether all of it is on the disk now."""
        while len(self._queue):
            write = self._queue.first()
            try:
                changes = self._opened().put(write.entries, label=write.label, origin=write.origin)
            except Trouble as trouble:
                self.trouble.emit(trouble, self.unsaved)
                return False
            except BaseException:
                self._queue.drop_first()  # a mistake of ours must not hold up what comes after it
                raise
            self._queue.drop_first()
            self.changed.emit(changes)
        return True

    def discard_unsaved(self) -> None:
        """Give up what could not be saved; only ever because the person said so."""
        self._queue.clear()

    # -- taking back

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, in the words it was recorded with; None if there is nothing."""
        newest = self._queue.newest()
        if newest is not None:
            return newest.label
        return self._label(lambda store: store.undo_label())

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again; None if there is nothing."""
        return None if len(self._queue) else self._label(lambda store: store.redo_label())

    def undo(self, *, origin: str = "") -> str | None:
        """Take the newest action back, one from before a restart too; returns its label, None if there was none."""
        if len(self._queue):
            write = self._queue.take_back()
            before = {entry.id: entry for entry in write.entries}
            self.changed.emit(Changes(label=write.label, before=before, origin=origin))
            return write.label
        return self._turned(lambda: self._opened().undo(origin=origin))

    def redo(self, *, origin: str = "") -> str | None:
        """Do again what was taken back last; returns its label, None if there was nothing."""
        return None if len(self._queue) else self._turned(lambda: self._opened().redo(origin=origin))

    # -- inside

    def _new_entry(self, body: Body, now_ms: int, entry_id: str = "") -> Entry:
        own_id = entry_id or new_id(now_ms)
        return Entry(id=own_id, body=body, created_ms=now_ms, changed_ms=now_ms, device=self._device)

    def _edit(
        self,
        ids: Iterable[str],
        edited: Callable[[Entry], Entry],
        label: str,
        origin: str,
        bodies: tuple[Body, ...] = (),
        made: tuple[Entry, ...] = (),
    ) -> tuple[Entry, ...]:
        now = self._clock.now().utc_ms
        try:
            entries = [self._current(entry_id) for entry_id in ids]
        except Trouble as trouble:
            self.trouble.emit(trouble, bodies)
            return ()
        stamped = (replace(edited(entry), changed_ms=max(now, entry.changed_ms + 1)) for entry in entries)
        return self._write((*made, *stamped), label, origin)

    def _current(self, entry_id: str) -> Entry:
        entry = self._queue.entry(entry_id) or self._opened().entry(entry_id)
        if entry is None:
            raise KeyError(entry_id)
        return entry

    def _write(self, entries: tuple[Entry, ...], label: str, origin: str) -> tuple[Entry, ...]:
        self._queue.push(Write(entries, label, origin))
        if self._store is None:
            return entries
        return entries if self.retry() else ()

    def _turned(self, turn: Callable[[], Changes | None]) -> str | None:
        changes = self._tried(turn)
        if changes is None:
            return None
        self.changed.emit(changes)
        return changes.label

    def _label(self, read: Callable[[EntryStore], str | None]) -> str | None:
        if self._store is None:
            return None
        try:
            return read(self._store)
        except Trouble:  # a bar asks often; `undo` itself will say what is wrong
            return None

    def _tried(self, do: Callable[[], _T]) -> _T | None:
        try:
            return do()
        except Trouble as trouble:
            self.trouble.emit(trouble, ())
            return None

    def _opened(self) -> EntryStore:
        if self._store is None:
            raise Trouble(
                TroubleKind.NOT_OPEN,
                what="That needs an open diary.",
                why="The diary is not open yet.",
                can_do=("Wait until it is open, or open a diary.",),
            )
        return self._store

    def _enter(self, state: DiaryState) -> None:
        self._state = state
        self.state_changed.emit(state.value)
