"""The log of actions, in the diary itself: what Ctrl+Z takes back, after a restart too."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from knotbook.domain.records import Kind
from knotbook.domain.trouble import TroubleKind
from knotbook.storage.checksum import Value, checksum
from knotbook.storage.codec import Row
from knotbook.storage.rows import fetch
from knotbook.storage.sql import quoted, select, upsert
from knotbook.storage.text import pack_text, unpack_text
from knotbook.storage.troubles import Doing, trouble

KEPT_ACTIONS = 1_000  # at least; they are trimmed a hundred at a time
_TRIMMED_EVERY = 100
LOG_COLUMNS = ("seq", "utc", "label", "state", "changes", "checksum")
_UPSERT = upsert("action", LOG_COLUMNS, "seq")
_LAST = "SELECT coalesce(max(seq), 0), EXISTS (SELECT 1 FROM action WHERE state = 'undone') FROM action"
_NEEDS = ("id", "release", "entry")
_MAY_NAME = ("spot", "merged_into")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class State(StrEnum):
    """`DROPPED`: it was taken back and then something else was done, so it cannot be done again."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after an action, as rows; `before` None: the action made it."""

    kind: Kind
    before: Row | None
    after: Row


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person did: all of it was written at once and is taken back at once."""

    seq: int
    utc_ms: int
    label: str
    state: State
    changes: tuple[Change, ...]


class ActionLog:
    """Reads and writes the table `action`. Writes belong into the transaction of the action itself."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, utc_ms: int, label: str, changes: Sequence[Change]) -> None:
        """Log an action just done; what was taken back before it can no longer be done again."""
        last, taken_back = fetch(self._db, _LAST)[0]
        seq = int(last) + 1
        if taken_back:
            self._db.execute("UPDATE action SET state = 'dropped' WHERE state = 'undone'")
        row: Row = {"seq": seq, "utc": utc_ms, "label": pack_text(label), "state": State.DONE.value}
        row["changes"] = _json([_packed(change) for change in changes])
        self._write(row)
        if seq % _TRIMMED_EVERY == 0:
            self._db.execute("DELETE FROM action WHERE seq <= ?", (seq - KEPT_ACTIONS,))

    def last_seq(self) -> int:
        """The number of the newest action ever logged; 0 if none was. It never goes back."""
        return int(fetch(self._db, "SELECT coalesce(max(seq), 0) FROM action")[0][0])

    def next_undo(self) -> Action | None:
        """The action that an undo would take back. Raises Trouble (BAD_RECORD) if its record is damaged."""
        return self._one("state = 'done' ORDER BY seq DESC LIMIT 1")

    def next_redo(self) -> Action | None:
        """The action that a redo would do again. Raises Trouble (BAD_RECORD) if its record is damaged."""
        return self._one("state = 'undone' ORDER BY seq LIMIT 1")

    def undo_label(self) -> str | None:
        """The words of the next undo, or None."""
        return self._label("state = 'done' ORDER BY seq DESC LIMIT 1")

    def redo_label(self) -> str | None:
        """The words of the next redo, or None."""
        return self._label("state = 'undone' ORDER BY seq LIMIT 1")

    def mark(self, action: Action, state: State) -> None:
        """Note that `action` was taken back or done again."""
        self._db.execute("UPDATE action SET state = ? WHERE seq = ?", (state.value, action.seq))

    def forget(self, entry_ids: frozenset[str]) -> None:
        """Remove every trace of these entries, which are being removed for good, and every log row that is damaged."""
        for row in self._rows("1 ORDER BY seq"):
            if not is_action_whole(row):
                self._db.execute("DELETE FROM action WHERE seq = ?", (row["seq"],))
                continue
            changes = json.loads(str(row["changes"]))
            kept = [_without(change, entry_ids) for change in changes if not _is_trace(change, entry_ids)]
            if kept != changes:
                dropped: Row = {} if kept else {"state": State.DROPPED.value, "label": ""}
                self._write({**row, **dropped, "changes": _json(kept)})

    def _one(self, condition: str) -> Action | None:
        for row in self._rows(condition):
            if not is_action_whole(row):
                why = "The record of this step is damaged in the file."
                raise trouble(TroubleKind.BAD_RECORD, Doing.READ, why=why, detail=f"action {row['seq']}")
            return _unpacked(row)
        return None

    def _label(self, condition: str) -> str | None:
        rows = fetch(self._db, select("label", "action", f"WHERE {condition}"))
        return unpack_text(rows[0][0]) if rows else None

    def _rows(self, condition: str) -> list[Row]:
        found = fetch(self._db, select(quoted(LOG_COLUMNS), "action", f"WHERE {condition}"))
        return [dict(zip(LOG_COLUMNS, row, strict=True)) for row in found]

    def _write(self, row: Row) -> None:
        row["checksum"] = _sealed(row)
        self._db.execute(_UPSERT, [row[name] for name in LOG_COLUMNS])


def _is_trace(change: Mapping[str, Any], gone: frozenset[str]) -> bool:
    """Whether a change is one of an entry that is gone, or needs one: a rating its release, a photo its entry."""
    return any(row is not None and not gone.isdisjoint(row.get(name) for name in _NEEDS) for row in _sides(change))


def _without(change: dict[str, Any], gone: frozenset[str]) -> dict[str, Any]:
    """The change of an entry that outlives the spot it named: it names none any more."""
    if not any(row is not None and row.get(name) in gone for row in _sides(change) for name in _MAY_NAME):
        return change
    return {"kind": change["kind"], "before": _freed(change["before"], gone), "after": _freed(change["after"], gone)}


def _freed(row: Row | None, gone: frozenset[str]) -> Row | None:
    if row is None:
        return None
    freed: Row = {name: None if name in _MAY_NAME and value in gone else value for name, value in row.items()}
    return {**freed, "checksum": checksum(freed)}


def _sides(change: Mapping[str, Any]) -> tuple[Row | None, Row | None]:
    return change["before"], change["after"]


def is_action_whole(row: Mapping[str, object]) -> bool:
    """Whether a row of the log still is what was written. `state` is not sealed: it alone changes afterwards."""
    return row.get("checksum") == _sealed(row)


def _sealed(row: Mapping[str, object]) -> str:
    return checksum({name: value for name, value in row.items() if name != "state"})


def _packed(change: Change) -> dict[str, str | dict[str, Value] | None]:
    return {"kind": change.kind.value, "before": change.before, "after": change.after}


def _unpacked(row: Row) -> Action:
    changes = tuple(
        Change(Kind(item["kind"]), item["before"], item["after"]) for item in json.loads(str(row["changes"]))
    )
    seq, utc_ms = row["seq"], row["utc"]
    assert isinstance(seq, int) and isinstance(utc_ms, int), "a whole row holds numbers here"
    return Action(seq, utc_ms, unpack_text(str(row["label"])), State(str(row["state"])), changes)
