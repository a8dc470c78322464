"""Check-ins: there is never a second one of a date, whoever writes it and however long it had to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from knotbook.diary.diary import Diary
    from knotbook.diary.writes import Telling
    from knotbook.domain.records import Body, Day, Entry

    Merging = Callable[[Day, Day], Day]
    """One check-in out of the one that is there and what is said now."""


class DayBook:
    """Finds the check-in of a date, what waits included, and writes into it, or a new one if there is none by then."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def of(self, day: date) -> Entry | None:
        """The check-in of `day`; None if there is none, or if the diary is not open yet. Raises Trouble."""
        return self._diary.current_day(day)

    def save(self, body: Day, *, label: str, origin: str = "") -> tuple[Entry, ...]:
        """Make `body` the whole check-in of its date."""
        return self._diary.perform(tell={body.day: lambda _there: body}, label=label, origin=origin)

    def file(
        self, bodies: Sequence[Body], merge: Merging, *, ids: Iterable[str], label: str, origin: str = ""
    ) -> tuple[Entry, ...]:
        """Write new bodies under `ids` as one action; what is said of a day joins its check-in as `merge` has it.

        Returns the entries, or nothing if the disk refused (`Diary.trouble` says why).
        """
        rest, days = parted(bodies, merge)
        return self._diary.perform(record=dict(zip(ids, rest, strict=False)), tell=days, label=label, origin=origin)


def parted(bodies: Sequence[Body], merge: Merging) -> tuple[list[Body], dict[date, Telling]]:
    """What is new for sure, and what is told of days, one check-in a date."""
    from knotbook.domain.records import Day

    rest: list[Body] = [body for body in bodies if not isinstance(body, Day)]
    days = {body.day: _telling(body, merge) for body in bodies if isinstance(body, Day)}
    return rest, days


def _telling(body: Day, merge: Merging) -> Telling:
    return lambda there: merge(there, body)
