"""What is to be written, in the order it was asked for, until the diary has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first paint does not wait for the wishes and the record types
    from datetime import date

    from knotbook.diary.writes import Write
    from knotbook.domain.records import Body, Entry


class WriteQueue:
    """Writes that are not in the file yet. Order is kept, so that an older edit never lands on a newer one.

    What cannot be written, though the disk would, is set aside, so that it neither holds up the others nor is lost.
    """

    def __init__(self) -> None:
        self._writes: list[Write] = []
        self._aside: list[Write] = []
        self._taken_back: list[Write] = []
        self._taken_below = 0  # actions of the file taken back after those

    def __len__(self) -> int:
        return len(self._writes)

    @property
    def aside(self) -> tuple[Write, ...]:
        """What was set aside, oldest first."""
        return tuple(self._aside)

    def push(self, write: Write) -> None:
        """Add the newest write; what was taken back before it cannot be done again."""
        self._writes.append(write)
        self._taken_back.clear()

    def first(self) -> Write:
        """The write that is next. Raises IndexError if there is none."""
        return self._writes[0]

    def newest(self) -> Write | None:
        """The write that was added last."""
        return self._writes[-1] if self._writes else None

    def drop(self, write: Write) -> None:
        """It is in the file."""
        for writes in (self._writes, self._aside):
            if write in writes:
                writes.remove(write)

    def set_aside(self, write: Write) -> None:
        """It cannot be written: keep it, and let the others pass."""
        self.drop(write)
        self._aside.append(write)

    def take_back(self) -> Write:
        """Remove the newest one, as an undo does. Raises IndexError if there is none."""
        self._taken_back.append(self._writes.pop())
        self._taken_below = 0
        return self._taken_back[-1]

    def turned_below(self, steps: int) -> None:
        """So many actions of the file were taken back (-1: one was done again)."""
        self._taken_below = max(0, self._taken_below + steps)

    def next_redo(self) -> Write | None:
        """What was taken back last, unless an action of the file was taken back after it."""
        return self._taken_back[-1] if self._taken_back and not self._taken_below else None

    def do_again(self) -> Write:
        """Put what was taken back last at the end again. Raises IndexError if there is none."""
        self._writes.append(self._taken_back.pop())
        return self._writes[-1]

    def clear(self) -> None:
        """Give up all of them."""
        for writes in (self._writes, self._aside, self._taken_back):
            writes.clear()

    def entry(self, entry_id: str, stored: Callable[[str], Entry | None]) -> Entry | None:
        """The entry of that id as the newest write would leave it; `stored`: asked if no write makes it."""
        made = [entry for write in (*self._aside, *self._writes) for entry in write.made if entry.id == entry_id]
        found = made[-1] if made else stored(entry_id)
        for write in self._writes if found is not None else ():
            found = write.after(found) if found is not None else None
        return found

    def day(self, stored: Entry | None, day: date) -> Entry | None:
        """The check-in of `day` as the newest write would leave it."""
        for write in self._writes:
            stored = write.day_after(stored, day)
        return stored

    def bodies(self) -> tuple[Body, ...]:
        """Everything that was to be recorded, oldest first."""
        return tuple(body for write in (*self._aside, *self._writes) for body in write.shown)
