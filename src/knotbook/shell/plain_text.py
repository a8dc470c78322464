"""Entries as lines of a terminal and as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Entry

_OTHER = {"kind": "exercise_kind"}  # an exercise has a kind of its own beside the kind of its entry


def printable(text: str) -> str:
    """`text` on one line, without anything that a terminal would obey instead of showing."""
    return "".join(_shown(sign) for sign in text)


def as_json(entry: Entry, name: Callable[[Place], str]) -> dict[str, Any]:
    """An entry for JSON: id, kind, created, changed, device, and the fields of its body under their own names.

    Times are ISO 8601: created and changed in UTC, `when` with the offset of where the person was, and `zone` beside
    it. Places are `structure.side`; `name` says that of the entry in words, and is the name of an exercise.
    """
    body = {_OTHER.get(field.name, field.name): _plain(getattr(entry.body, field.name)) for field in fields(entry.body)}
    when, place = getattr(entry.body, "when", None), getattr(entry.body, "place", None)
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        **body,
        **({"zone": when.zone} if when else {}),
        **({"name": name(place)} if place else {}),
        "created": _iso(entry.created_ms),
        "changed": _iso(entry.changed_ms),
        "device": entry.device,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Instant):
        return value.local().isoformat(timespec="milliseconds")
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _iso(utc_ms: int) -> str:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=utc_ms)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _shown(sign: str) -> str:
    if sign in "\n\t\r":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in ("Cc", "Cf", "Cs") else sign
