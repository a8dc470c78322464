"""UUIDv7 record ids: sortable by the time they were made (RFC 9562, section 5.7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count


def new_id(utc_ms: int) -> str:
    """A new UUIDv7 as 36 characters of text; `utc_ms` is milliseconds since 1970 and must fit in 48 bits."""
    import secrets  # here: the first paint does not wait for them
    import uuid

    if not 0 <= utc_ms < 1 << 48:
        raise ValueError(f"time out of range for a UUIDv7: {utc_ms}")
    tail = secrets.randbits(74)
    value = utc_ms << 80 | 0x7 << 76 | (tail >> 62) << 64 | 0b10 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def ids_from(first: str) -> Iterator[str]:
    """The id `first` and others of the same moment, always the same ones. Raises ValueError if it is no id."""
    import uuid

    start = uuid.UUID(first).int
    return (str(uuid.UUID(int=start ^ n)) for n in count())
