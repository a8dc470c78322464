"""Entries to rows and back. The columns are described in docs/diary-file.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import (
    KIND_OF,
    Body,
    Day,
    Effort,
    Entry,
    Kind,
    Lasting,
    Moment,
    Sign,
    Step,
    WordUse,
)
from knotbook.storage.checksum import Value, checksum
from knotbook.storage.text import pack_text, unpack_text

Row = dict[str, Value]

_SEEN = 1024  # places and lists of words come again and again, and are immutable: they are read once
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a record type: how the body's attribute of that name is written and read."""

    name: str
    pack: Callable[[Any], Value]
    unpack: Callable[[Any], Any]


def _as_is(value: Any) -> Any:
    return value


def _optional_float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _optional_text(value: str | None) -> str | None:
    return None if value is None else pack_text(value)


def _unpack_optional_text(value: str | None) -> str | None:
    return None if value is None else unpack_text(value)


def _point_object(point: Point) -> dict[str, str | float]:
    return {"view": point.view.value, "x": float(point.x), "y": float(point.y)}


def _point_of(item: Mapping[str, Any]) -> Point:
    return Point(View(item["view"]), item["x"], item["y"])


def _text(name: str) -> _Field:
    return _Field(name, pack_text, unpack_text)


def _number(name: str) -> _Field:
    return _Field(name, _as_is, _as_is)


def _real(name: str) -> _Field:
    return _Field(name, _optional_float, _as_is)


def _flag(name: str) -> _Field:
    return _Field(name, int, bool)


def _link(name: str) -> _Field:
    return _Field(name, _optional_text, _unpack_optional_text)


@lru_cache(_SEEN)
def _unpack_texts(stored: str) -> tuple[str, ...]:
    return tuple(map(unpack_text, json.loads(stored)))


@lru_cache(_SEEN)
def _pack_texts(texts: tuple[str, ...]) -> str:
    return _json([pack_text(text) for text in texts])


def _texts(name: str) -> _Field:
    return _Field(name, _pack_texts, _unpack_texts)


@lru_cache(_SEEN)
def _unpack_places(stored: str) -> tuple[Place, ...]:
    return tuple(map(Place.parse, json.loads(stored)))


def _places(name: str) -> _Field:
    return _Field(name, lambda v: _json([str(p) for p in v]), _unpack_places)


_PLACE = _Field("place", str, lru_cache(_SEEN)(Place.parse))
_POINTS = _Field(
    "points", lambda v: _json([_point_object(p) for p in v]), lambda v: tuple(map(_point_of, json.loads(v)))
)
_POINT = _Field("point", lambda v: _json(_point_object(v)), lambda v: _point_of(json.loads(v)))
_DAY = _Field("day", date.isoformat, date.fromisoformat)



def _step_object(step: Step) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(step, name) for name in ("sets", "reps", "seconds")}
    row |= {"name": pack_text(step.name), "tool": pack_text(step.tool), "load_kg": _optional_float(step.load_kg)}
    return row | {"kind": step.kind and step.kind.value, "places": [str(place) for place in step.places]}


def _step_of(row: Mapping[str, Any]) -> Step:
    numbers = {name: row[name] for name in ("sets", "reps", "seconds", "load_kg")}
    kind = None if row["kind"] is None else Effort(row["kind"])
    places = tuple(map(Place.parse, row["places"]))
    return Step(name=unpack_text(row["name"]), kind=kind, places=places, tool=unpack_text(row["tool"]), **numbers)


_STEPS = _Field(
    "steps", lambda v: _json([_step_object(step) for step in v]), lambda v: tuple(map(_step_of, json.loads(v)))
)

_FIELDS: dict[Kind, tuple[_Field, ...]] = {
    Kind.PAIN: (
        _PLACE,
        _number("intensity"),
        _POINTS,
        _link("spot"),
        _texts("qualities"),
        _texts("context"),
        _text("note"),
        _flag("recalled"),
    ),
    Kind.JOINT_SIGN: (_PLACE, _Field("sign", str, Sign), _POINTS, _text("note")),
    Kind.RELEASE: (
        _PLACE,
        _POINTS,
        _text("tool"),
        _number("seconds"),
        _number("pressure"),
        _places("pain_for"),
        _text("note"),
    ),
    Kind.RATING: (_PLACE, _text("release"), _Field("moment", str, Moment), _number("intensity"), _flag("recalled")),
    Kind.EXERCISE: (
        _text("name"),
        _Field("kind", str, Effort),
        _places("muscles"),
        _number("sets"),
        _number("reps"),
        _number("seconds"),
        _real("load_kg"),
        _number("effort"),
        _text("note"),
    ),
    Kind.DAY: (
        _DAY,
        _flag("no_pain"),
        _real("sleep_hours"),
        _number("nights_woken"),
        _real("sitting_hours"),
        _number("stress"),
        _number("mood"),
        _text("note"),
    ),
    Kind.SPOT: (_PLACE, _POINT, _text("name"), _link("merged_into")),
    Kind.PHOTO: (_text("entry"), _text("file"), _text("sha256"), _number("width"), _number("height")),
    Kind.ROUTINE: (_text("name"), _STEPS),
    Kind.WORD: (_text("word"), _Field("use", str, WordUse), _flag("hidden")),
}

TYPE_OF: dict[Kind, type[Body]] = {kind: body for body, kind in KIND_OF.items()}
TIMED = frozenset({Kind.PAIN, Kind.JOINT_SIGN, Kind.RELEASE, Kind.RATING, Kind.EXERCISE})
PLACED = frozenset({Kind.PAIN, Kind.JOINT_SIGN, Kind.RELEASE, Kind.RATING, Kind.SPOT})
_HISTORY = ("created", "changed", "deleted", "device", "checksum")

COLUMNS: dict[Kind, tuple[str, ...]] = {
    kind: ("id", "utc", *(("zone", "offset") if kind in TIMED else ()), *(f.name for f in fields), *_HISTORY)
    for kind, fields in _FIELDS.items()
}


def noon_ms(day: date) -> int:
    """Where a day's check-in stands among the instants: its noon in UTC, in milliseconds."""
    return round(datetime.combine(day, time(12), UTC).timestamp() * 1000)


def utc_of(entry: Entry) -> int:
    """Where `entry` stands in time, in milliseconds UTC: a day at its noon, what lasts at its making."""
    body = entry.body
    if isinstance(body, Day):
        return noon_ms(body.day)
    return entry.created_ms if isinstance(body, Lasting) else body.when.utc_ms


def to_row(entry: Entry) -> Row:
    """The row of `entry`, checksum included, with its columns in the order of `COLUMNS`."""
    body = entry.body
    row: Row = {"id": entry.id, "utc": utc_of(entry)}
    if not isinstance(body, Day | Lasting):
        row.update(zone=pack_text(body.when.zone), offset=body.when.offset_min)
    for field in _FIELDS[entry.kind]:
        row[field.name] = field.pack(getattr(body, field.name))
    row.update(created=entry.created_ms, changed=entry.changed_ms, deleted=entry.deleted_ms)
    row["device"] = pack_text(entry.device)
    row["checksum"] = checksum(row)
    return row


def to_entry(kind: Kind, row: Mapping[str, Any]) -> Entry:
    """The entry of a whole row. Raises ValueError, KeyError or TypeError if the row is none of ours."""
    values = {field.name: field.unpack(row[field.name]) for field in _FIELDS[kind]}
    if kind in TIMED:
        values["when"] = Instant(row["utc"], unpack_text(row["zone"]), row["offset"])
    return Entry(
        id=row["id"],
        body=TYPE_OF[kind](**values),
        created_ms=row["created"],
        changed_ms=row["changed"],
        deleted_ms=row["deleted"],
        device=unpack_text(row["device"]),
    )
