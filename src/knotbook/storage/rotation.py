"""Which backups there are, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knotbook.storage.files import backups_folder

_NAME = re.compile(r"(?P<number>\d{6,})-(?P<changes>\d{9,})-(?P<day>\d{4}-\d\d-\d\d)\.")
_NEWEST, _DAYS, _WEEKS, _MONTHS = 6, 14, 8, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy of the diary.

    `number` grows by one with each backup, whatever the clock says. `changes`: how many actions the diary had logged.
    `day`: the day it was made, by the clock of that moment.
    """

    path: Path
    number: int
    changes: int
    day: date

    @classmethod
    def named(cls, path: Path) -> Backup | None:
        """The backup a file's name tells of, or None if it is not a backup's name."""
        match = _NAME.match(path.name)
        if match is None:
            return None
        try:
            day = date.fromisoformat(match["day"])
        except ValueError:
            return None
        return cls(path, int(match["number"]), int(match["changes"]), day)


def list_backups(diary: Path) -> list[Backup]:
    """The backups of `diary` by name, newest (highest number) first. Raises OSError; no folder means none."""
    try:
        names = list(backups_folder(diary).iterdir())
    except FileNotFoundError:
        return []
    found = [backup for name in names if (backup := Backup.named(name)) is not None]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def kept(backups: Sequence[Backup]) -> set[Backup]:
    """Of `backups`, newest first: the 6 newest and the newest of 14 days, 8 weeks and 24 months.

    Order is by number alone. The clock only says which backups are of one day: set wrong, it can crowd out as many
    days as it invents, and never one of the 6 newest.
    """
    spans: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (_DAYS, lambda day: day),
        (_WEEKS, lambda day: day.isocalendar()[:2]),
        (_MONTHS, lambda day: (day.year, day.month)),
    )
    keep = set(backups[:_NEWEST])
    for limit, span in spans:
        newest: dict[Hashable, Backup] = {}
        for backup in backups:
            newest.setdefault(span(backup.day), backup)
        keep.update(list(newest.values())[:limit])
    return keep
