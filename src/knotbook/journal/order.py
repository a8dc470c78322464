"""Where an entry stands in the journal: newest first by (UTC, id), as the diary's pages come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from knotbook.domain.records import Body, Day, Entry, Lasting

Key = tuple[int, str]
"""(milliseconds since 1970 in UTC, id). A check-in stands at noon UTC of its day."""


def noon_ms(day: date) -> int:
    """Noon UTC of `day`, in milliseconds since 1970."""
    return round(datetime.combine(day, time(12), UTC).timestamp()) * 1000


def body_ms(body: Body, created_ms: int) -> int:
    """The moment a body stands at; one without a moment of its own stands where it was written."""
    if isinstance(body, Day):
        return noon_ms(body.day)
    return created_ms if isinstance(body, Lasting) else body.when.utc_ms


def key_of(entry: Entry) -> Key:
    """The place of an entry in the order of the journal."""
    return body_ms(entry.body, entry.created_ms), entry.id


def slot(keys: Sequence[Key], key: Key) -> int:
    """The first index of the descending `keys` whose key is not newer than `key`: where it is, or would go."""
    return bisect_left(range(len(keys)), True, key=lambda index: keys[index] <= key)
