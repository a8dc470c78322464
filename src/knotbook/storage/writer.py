"""Rows into the file: one action, one transaction, logged so that it can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlite_utils import Database

from knotbook.domain.records import Changes, Entry, Kind
from knotbook.storage.checksum import checksum
from knotbook.storage.codec import COLUMNS, Row, to_row
from knotbook.storage.log import Action, ActionLog, Change, State
from knotbook.storage.rows import DamagedRecord, decode_one, fetch
from knotbook.storage.sql import delete, insert, select, select_record, upsert

# What others point at comes first, so that foreign keys hold at every step.
_ORDER = {kind: n for n, kind in enumerate((Kind.SPOT, Kind.RELEASE))}


_INSERT = {kind: insert(kind, COLUMNS[kind], 'ON CONFLICT ("id") DO NOTHING') for kind in Kind}
_UPSERT = {kind: upsert(kind, COLUMNS[kind], "id") for kind in Kind}
_BY_ID = {kind: select_record(kind, "WHERE id = ?") for kind in Kind}
_UNUSED = {
    Kind.RELEASE: ' AND NOT EXISTS (SELECT 1 FROM rating WHERE rating."release" = "release".id)',
    Kind.SPOT: " AND NOT EXISTS (SELECT 1 FROM pain WHERE pain.spot = spot.id)",
}


class Writer:
    """Writes rows; the caller has opened the transaction. Raises sqlite3.Error."""

    def __init__(self, db: Database, log: ActionLog) -> None:
        self._db = db
        self._log = log

    def put(self, entries: Sequence[Entry], now_ms: int, label: str) -> list[Change]:
        """Write `entries` as they are and log it as one action."""
        ordered = sorted(entries, key=lambda entry: _ORDER.get(entry.kind, len(_ORDER)))
        changes = [self._write(entry.kind, to_row(entry)) for entry in ordered]
        self._log.append(now_ms, label, changes)
        return changes

    def put_unlogged(self, entries: Iterable[Entry]) -> int:
        """Write many entries at once, without a way to take it back; returns how many."""
        by_kind: dict[Kind, list[list[object]]] = {}
        for entry in entries:
            by_kind.setdefault(entry.kind, []).append(list(to_row(entry).values()))
        for kind in sorted(by_kind, key=lambda kind: _ORDER.get(kind, len(_ORDER))):
            self._db.conn.executemany(_UPSERT[kind], by_kind[kind])
        return sum(map(len, by_kind.values()))

    def take_back(self, action: Action, now_ms: int) -> list[Change]:
        """Write everything as it was before `action`; what it made goes into the bin."""
        changes = [self._turn(change.kind, _before(change, now_ms), now_ms) for change in reversed(action.changes)]
        self._log.mark(action, State.UNDONE)
        return changes

    def do_again(self, action: Action, now_ms: int) -> list[Change]:
        """Write everything as it was after `action`."""
        changes = [self._turn(change.kind, change.after, now_ms) for change in action.changes]
        self._log.mark(action, State.DONE)
        return changes

    def purge(self) -> frozenset[str]:
        """Remove what is in the bin for good, and its traces in the log; returns the ids of the records.

        A release or spot that an entry outside the bin still belongs to stays in the bin. Photos go with their entry.
        """
        gone: set[str] = set()
        for kind in sorted(Kind, key=lambda kind: _ORDER.get(kind, -1)):
            where = f"WHERE deleted IS NOT NULL{_UNUSED.get(kind, '')}"
            ids = [row[0] for row in fetch(self._db, select("id", kind, where))]
            gone.update(self._remove(kind, ids))
        photos = fetch(self._db, select("id, entry", Kind.PHOTO))
        gone.update(self._remove(Kind.PHOTO, [photo for photo, entry in photos if entry in gone]))
        self._log.forget(frozenset(gone))
        return frozenset(gone)

    def _remove(self, kind: Kind, ids: list[str]) -> list[str]:
        self._db.conn.executemany(delete(kind, "id = ?"), [(one,) for one in ids])
        return ids

    def _turn(self, kind: Kind, target: Row, now_ms: int) -> Change:
        """Write the content of `target` as a new change of its record: `changed` never goes back."""
        current = self._row(kind, str(target["id"]))
        row: Row = {name: target.get(name, (current or {}).get(name)) for name in COLUMNS[kind]}
        latest = (current or target)["changed"]
        row["changed"] = max(now_ms, latest + 1 if isinstance(latest, int) else 0)
        row["checksum"] = checksum(row)
        return self._write(kind, row)

    def _write(self, kind: Kind, row: Row) -> Change:
        values = list(row.values())
        if self._db.execute(_INSERT[kind], values).rowcount == 1:
            return Change(kind, None, row)
        before = self._row(kind, str(row["id"]))
        self._db.execute(_UPSERT[kind], values)
        return Change(kind, before, row)

    def _row(self, kind: Kind, entry_id: str) -> Row | None:
        rows = fetch(self._db, _BY_ID[kind], (entry_id,))
        return dict(zip(COLUMNS[kind], rows[0], strict=True)) if rows else None


def _before(change: Change, now_ms: int) -> Row:
    return change.before if change.before is not None else {**change.after, "deleted": now_ms}


def changes_of(
    changes: Iterable[Change], label: str, origin: str, damaged: set[DamagedRecord], known: Collection[Entry] = ()
) -> Changes:
    """What one action touched, for `Diary.changed`: entries outside the bin, before and after.

    `known`: the entries after it, if they need not be read back from their rows.
    """
    before: dict[str, Entry] = {}
    after = {entry.id: entry for entry in known if entry.deleted_ms is None}
    for change in changes:
        _note(before, change.kind, change.before, damaged)
        if not known:
            _note(after, change.kind, change.after, damaged)
    return Changes(label=label, before=before, after=after, origin=origin)


def _note(found: dict[str, Entry], kind: Kind, row: Row | None, damaged: set[DamagedRecord]) -> None:
    entry = None if row is None or row["deleted"] is not None else decode_one(kind, row, damaged)
    if entry is not None:
        found[entry.id] = entry
