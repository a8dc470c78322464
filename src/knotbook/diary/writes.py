"""What is to be written, in the order it was asked for, until the diary has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knotbook.domain.records import Body, Entry


@dataclass(frozen=True, slots=True)
class Write:
    """One action: entries as they shall be, the words for the undo bar, and who asked."""

    entries: tuple[Entry, ...]
    label: str
    origin: str

    @property
    def bodies(self) -> tuple[Body, ...]:
        """What was to be recorded."""
        return tuple(entry.body for entry in self.entries)


@dataclass(slots=True)
class WriteQueue:
    """Writes that are not in the file yet. Order is kept, so that an older edit never lands on a newer one."""

    _writes: list[Write] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self._writes)

    def __iter__(self) -> Iterator[Write]:
        return iter(self._writes)

    def push(self, write: Write) -> None:
        """Add the newest write."""
        self._writes.append(write)

    def first(self) -> Write:
        """The write that is next. Raises IndexError if there is none."""
        return self._writes[0]

    def newest(self) -> Write | None:
        """The write that was added last."""
        return self._writes[-1] if self._writes else None

    def drop_first(self) -> None:
        """The first one is in the file."""
        del self._writes[0]

    def take_back(self) -> Write:
        """Remove the newest one, as an undo does. Raises IndexError if there is none."""
        return self._writes.pop()

    def clear(self) -> None:
        """Give up all of them."""
        self._writes.clear()

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id as the newest write would leave it; None if no write holds it."""
        for write in reversed(self._writes):
            for entry in write.entries:
                if entry.id == entry_id:
                    return entry
        return None

    def bodies(self) -> tuple[Body, ...]:
        """Everything that was to be recorded, oldest first."""
        return tuple(body for write in self._writes for body in write.bodies)
