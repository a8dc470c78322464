"""What is to be written, as it was wished."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the first paint does not wait for the record types
    from datetime import date

    from knotbook.domain.records import Body, Day, Entry

    Reshape = Callable[[Body], Body]
    """Makes of a body, as it is when the wish is written, what it shall be."""

    Telling = Callable[[Day], Day]
    """What is said of a day, put into the check-in that is there by then, or into an empty one."""


class Reads(Protocol):
    """What a wish needs to know of the diary when it is written."""

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id."""

    def check_in(self, day: date) -> Entry | None:
        """The check-in of that date."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What shall become of one entry. `body` None: it stays; `binned` None: it stays where it is."""

    body: Body | Reshape | None = None
    binned: bool | None = None

    def applied(self, entry: Entry, now_ms: int) -> Entry:
        """The entry as it shall be. Raises ValueError for a body of another kind."""
        body = self.body(entry.body) if callable(self.body) else self.body or entry.body
        if type(body) is not type(entry.body):
            raise ValueError(f"a {entry.kind} cannot become a {type(body).__name__}")
        kept = {None: entry.deleted_ms, True: now_ms, False: None}
        return replace(entry.changed(body, now_ms), deleted_ms=kept[self.binned])


@dataclass(slots=True, eq=False)
class Write:
    """One action as it was wished: nothing in it depends on how the diary was when it was asked for.

    `days`: a fresh check-in each, used if its date has none yet, and what is to be told of the date. `shown`: the
    bodies as far as they are known before it is written; `done`: the entries, once it is.
    """

    label: str
    origin: str
    asked_ms: int
    made: tuple[Entry, ...] = ()
    edits: Mapping[str, Edit] = field(default_factory=dict)
    days: tuple[tuple[Entry, Telling], ...] = ()
    shown: tuple[Body, ...] = ()
    done: tuple[Entry, ...] | None = None

    def said(self) -> tuple[Body, ...]:
        """The bodies that are known without looking into the diary."""
        edited = (edit.body for edit in self.edits.values() if edit.body is not None and not callable(edit.body))
        return (*(entry.body for entry in (*self.made, *(fresh for fresh, _ in self.days))), *edited)

    def entries(self, reads: Reads) -> tuple[Entry, ...]:
        """The entries as they shall be. Raises KeyError for an unknown id, ValueError as `Edit`, and Trouble."""
        edited = [edit.applied(_found(reads, entry_id), self.asked_ms) for entry_id, edit in self.edits.items()]
        return (*self.made, *edited, *(self._told(reads, fresh, telling) for fresh, telling in self.days))

    def after(self, entry: Entry) -> Entry:
        """What this leaves of an entry that was there before it."""
        edit = self.edits.get(entry.id)
        return entry if edit is None else edit.applied(entry, self.asked_ms)

    def day_after(self, there: Entry | None, day: date) -> Entry | None:
        """What this leaves of the check-in of `day`."""
        there = None if there is None else self.after(there)
        for entry in self.made:
            there = entry if getattr(entry.body, "day", None) == day else there
        for fresh, telling in self.days:
            if getattr(fresh.body, "day", None) == day:
                there = fresh if there is None else self._merged(there, telling)
        return there

    def _told(self, reads: Reads, fresh: Entry, telling: Telling) -> Entry:
        day: date = fresh.body.day  # type: ignore[union-attr]  # only check-ins are made for `days`
        there = reads.check_in(day)
        return fresh if there is None else self._merged(there, telling)

    def _merged(self, there: Entry, telling: Telling) -> Entry:
        return Edit(telling).applied(there, self.asked_ms)  # type: ignore[arg-type]  # a check-in is there


def _found(reads: Reads, entry_id: str) -> Entry:
    entry = reads.entry(entry_id)
    if entry is None:
        raise KeyError(entry_id)
    return entry
