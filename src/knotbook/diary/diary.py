"""The one writer of the diary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from knotbook.diary.outbox import Outbox, not_open
from knotbook.diary.write_queue import WriteQueue
from knotbook.domain.ids import new_id
from knotbook.domain.trouble import Trouble

if TYPE_CHECKING:  # the opener imports storage in a worker; the first paint does not wait for the records either
    from datetime import date

    from knotbook.diary.writes import Edit, Reshape, Telling
    from knotbook.domain.clock import Clock
    from knotbook.domain.records import Body, Changes, Entry
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
    order, by `retry` and before every later write. What waits is the wish: edits are applied to the entry as it is
    when they are written. What cannot be written for its own sake is set aside and tried last. No room ever sees an
    entry that is not on the disk.
    """

    changed = Signal(object)  # Changes; once an action, after it is on the disk
    state_changed = Signal(str)  # DiaryState
    trouble = Signal(object, object)  # Trouble, tuple[Body, ...]: what could not be done and the bodies kept

    def __init__(self, clock: Clock, device: str, parent: QObject | None = None) -> None:
        """`device`: the id of this computer, written into every entry."""
        super().__init__(parent)
        self._clock = clock
        self._device = device
        self._state = DiaryState.OPENING
        self._queue = WriteQueue()
        self._outbox = Outbox(self._queue, self.changed.emit, self.trouble.emit)

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

    @property
    def has_unsaved(self) -> bool:
        """Whether anything asked for is not on the disk yet, such as a removal, which has no body to show."""
        return bool(len(self._queue) or self._queue.aside)

    def current(self, entry_id: str) -> Entry | None:
        """An entry as it is wished to be: with what waits, which `reader` does not know. None if there is none.

        Raises Trouble if it has to be read and cannot be.
        """
        return self._outbox.entry(entry_id)

    def current_day(self, day: date) -> Entry | None:
        """The check-in of `day` with what waits. Until the diary is open only that is known. Raises Trouble."""
        return self._outbox.check_in(day)

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
        """Write what waits, back up and close the file; nothing happens if none is open."""
        if self._store is None:
            return
        try:
            self.retry()
        finally:
            self._let_go(self._store)

    def _let_go(self, store: EntryStore) -> None:
        self._store = None
        try:
            store.close()
        except Trouble as trouble:
            self.trouble.emit(trouble, ())
        self._enter(DiaryState.CLOSED)

    def record(self, *bodies: Body, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Write new entries as one action; returns them, or nothing if the disk refused (`trouble` says why)."""
        now = self._clock.now().utc_ms
        made = tuple(self._new_entry(body, now) for body in bodies)
        return self._write(label, origin, now, made)

    def amend(self, edits: Mapping[str, Body | Reshape], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Replace the bodies of entries by id, as one action. Raises KeyError for an unknown id.

        A function is given the body as it is when the action is written, so that it cannot undo what waits before it.
        A body of another kind than the entry's raises ValueError. An entry in the bin stays there.
        """
        return self.perform(amend=edits, label=label, origin=origin)

    def remove(self, ids: Iterable[str], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Move entries to the bin, as one action. Raises KeyError for an unknown id."""
        return self.perform(remove=ids, label=label, origin=origin)

    def restore(self, ids: Iterable[str], *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Take entries out of the bin, as one action. Raises KeyError for an unknown id.

        A pain whose point was merged into another meanwhile comes back into that one.
        """
        from knotbook.diary.writes import Edit

        edits = {entry_id: Edit(self._at_its_spot, binned=False) for entry_id in ids}
        return self._write(label, origin, self._clock.now().utc_ms, edits=edits)

    def perform(
        self,
        *,
        record: Mapping[str, Body] | None = None,
        amend: Mapping[str, Body | Reshape] | None = None,
        remove: Iterable[str] = (),
        tell: Mapping[date, Telling] | None = None,
        label: str,
        origin: str = "",
    ) -> tuple[Entry, ...]:
        """Do writes of several kinds as one action, which one undo takes back.

        `record`: new bodies under ids the caller made (`domain.ids.new_id`), so that they can name each other. `amend`
        and `remove`: as in the methods of these names; an id in both is changed and goes to the bin. `tell`: what is
        said of days, put into the check-in each has when this is written. Raises KeyError for an unknown id to amend
        or remove, and ValueError for a body of another kind than its entry's.
        """
        from knotbook.diary.writes import Edit

        now = self._clock.now().utc_ms
        changed, gone = dict(amend or {}), dict.fromkeys(remove)
        made = tuple(self._new_entry(body, now, entry_id) for entry_id, body in (record or {}).items())
        ids = dict.fromkeys((*changed, *gone))
        edits = {one: Edit(changed.get(one), binned=True if one in gone else None) for one in ids}
        days = tuple((self._new_day(day, telling, now), telling) for day, telling in (tell or {}).items())
        return self._write(label, origin, now, made, edits, days)

    def empty_bin(self) -> int:
        """Remove for good what is in the bin; cannot be taken back. Returns how many records went."""
        from knotbook.domain.records import Changes

        removed = self._tried(lambda: self._opened().empty_bin()) or 0
        for trouble in self._store.undiscarded if self._store is not None else ():
            self.trouble.emit(trouble, self.unsaved)
        self.changed.emit(Changes(label="", everything=True))
        return removed

    def retry(self) -> bool:
        """Write what is unsaved, oldest first, and last what was set aside; whether all of it is on the disk now."""
        return self._outbox.flush()

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
        again = self._queue.next_redo()
        if again is not None:
            return again.label
        return None if len(self._queue) else self._label(lambda store: store.redo_label())

    def undo(self, *, origin: str = "") -> str | None:
        """Take the newest action back, one from before a restart too; returns its label, None if there was none."""
        if not len(self._queue):
            label = self._turned(lambda: self._opened().undo(origin=origin))
            self._queue.turned_below(int(label is not None))
            return label
        from knotbook.domain.records import Changes

        write = self._queue.take_back()  # no room ever saw it, so that nothing changes for them
        self.changed.emit(Changes(label=write.label, origin=origin))
        return write.label

    def redo(self, *, origin: str = "") -> str | None:
        """Do again what was taken back last; returns its label, None if there was nothing."""
        if self._queue.next_redo() is not None:
            write = self._queue.do_again()
            if self._store is not None:
                self._outbox.flush_waiting()
            return write.label
        if len(self._queue):
            return None
        label = self._turned(lambda: self._opened().redo(origin=origin))
        self._queue.turned_below(-int(label is not None))
        return label

    def _write(
        self,
        label: str,
        origin: str,
        now_ms: int,
        made: tuple[Entry, ...] = (),
        edits: Mapping[str, Edit] | None = None,
        days: tuple[tuple[Entry, Telling], ...] = (),
    ) -> tuple[Entry, ...]:
        from knotbook.diary.writes import Write

        return self._outbox.write(Write(label, origin, now_ms, made, edits or {}, days))

    def _new_entry(self, body: Body, now_ms: int, entry_id: str = "") -> Entry:
        from knotbook.domain.records import Entry

        own_id = entry_id or new_id(now_ms)
        return Entry(id=own_id, body=body, created_ms=now_ms, changed_ms=now_ms, device=self._device)

    def _new_day(self, day: date, telling: Telling, now_ms: int) -> Entry:
        from knotbook.domain.records import Day

        return self._new_entry(telling(Day(day=day)), now_ms)

    def _at_its_spot(self, body: Body) -> Body:
        """A pain that comes back, in the point its own has become."""
        from knotbook.domain.records import Pain, Spot

        seen: set[str] = set()
        while isinstance(body, Pain) and body.spot is not None and body.spot not in seen:
            seen.add(body.spot)
            spot = self.current(body.spot)
            if spot is None or spot.deleted_ms is None or not isinstance(spot.body, Spot) or not spot.body.merged_into:
                break
            body = replace(body, spot=spot.body.merged_into)
        return body

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

    @property
    def _store(self) -> EntryStore | None:
        """The file behind it, which the outbox writes to."""
        return self._outbox.store

    @_store.setter
    def _store(self, store: EntryStore | None) -> None:
        self._outbox.store = store

    def _opened(self) -> EntryStore:
        if self._store is None:
            raise not_open()
        return self._store

    def _enter(self, state: DiaryState) -> None:
        self._state = state
        self.state_changed.emit(state.value)
