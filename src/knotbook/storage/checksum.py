"""The checksum that every record carries; it finds the damage that SQLite's own check does not see."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

Value = str | int | float | None

_dump = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=repr).encode


def checksum(row: Mapping[str, object]) -> str:
    """16 hex digits over every column of `row` that is not NULL, except `checksum` itself.

    The canonical form is ASCII JSON with sorted keys, hashed by BLAKE2b to 8 bytes. NULLs are left out so that a
    later version may add a column without rewriting old records. Values no diary holds (damage) hash by their repr.
    """
    known = {name: value for name, value in row.items() if value is not None and name != "checksum"}
    return blake2b(_dump(known).encode("ascii"), digest_size=8).hexdigest()


def is_whole(row: Mapping[str, object]) -> bool:
    """Whether `row` still is what was written."""
    return row.get("checksum") == checksum(row)
