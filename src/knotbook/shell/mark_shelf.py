"""The marks beside the pain, read from the newest back, a piece a turn, so that the window never waits."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.analysis.bins import DAY_MS
from knotbook.analysis.marks import MarkKind, Marks, amended, marks_of, owned
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Day, Entry, Exercise, Kind, Pain, Release
from knotbook.storage.codec import utc_of
from knotbook.storage.marks import MarkRow

KINDS = {
    MarkKind.RELEASE: Kind.RELEASE,
    MarkKind.EXERCISE: Kind.EXERCISE,
    MarkKind.NOTE: Kind.PAIN,
    MarkKind.DAY: Kind.DAY,
}
PIECE_MS = 120 * DAY_MS
MOST_AMENDED = 50
"""Entries changed at once up to which the lanes are amended; beyond, they are read anew."""
_AHEAD_MS = 2 * DAY_MS  # today's check-in stands at noon, which may be ahead


class MarkShelf(QObject):
    """`read`: all marks are there, or there are more of them than before."""

    read = Signal()

    def __init__(self, diary: Diary, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._clock = diary, clock
        self._lanes: dict[MarkKind, Marks] = {}
        self._rows: dict[MarkKind, list[list[MarkRow]]] = {}
        self._built: dict[MarkKind, Marks] = {}
        self._until = self._begin = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._turn)

    def refresh(self) -> None:
        """Read everything anew, beginning with the latest."""
        if not self._diary.is_open:
            return
        begin = self._diary.reader.marks_begin()
        self._rows = {kind: [] for kind in KINDS}
        self._lanes, self._built = {}, {}
        self._until = self._clock.now().utc_ms + _AHEAD_MS
        self._begin = self._until if begin is None else begin
        self._read_piece()
        for kind in KINDS:
            self._lanes[kind] = self._lane(kind)  # what a month's chart needs; the rest comes at once, at the end
        self.read.emit()
        self._next.start()

    def take(self, changes: Changes) -> None:
        """Put a change into what has been read; in the midst of reading, begin again."""
        if not changes.everything and not changes.kinds & set(KINDS.values()):
            return
        many = len(changes.before) + len(changes.after) > MOST_AMENDED
        if changes.everything or many or self._next.isActive() or not self._lanes:
            self.refresh()
            return
        gone = changes.before.keys() | changes.after.keys()
        for kind, record in KINDS.items():
            if record in changes.kinds:
                rows = [row for e in changes.after.values() if e.kind is record and (row := _row(e)) is not None]
                self._lanes[kind] = amended(self._lanes[kind], gone, rows)
        self.read.emit()

    def lanes(self, places: Iterable[Place]) -> list[Marks]:
        """What has been read so far, with the releases at `places` as those of the chart."""
        own = frozenset(map(str, places))
        return [owned(lane, own) if kind is MarkKind.RELEASE else lane for kind, lane in self._lanes.items()]

    def _turn(self) -> None:
        """Read a piece; once all are there, make a lane of one kind; once all are made, show them."""
        if not self._diary.is_open:
            return
        if self._until > self._begin:
            self._read_piece()
        elif len(self._built) < len(KINDS):
            kind = next(kind for kind in KINDS if kind not in self._built)
            self._built[kind] = self._lane(kind)
        else:
            self._lanes, self._built, self._rows = self._built, {}, {}
            self.read.emit()
            return
        self._next.start()

    def _read_piece(self) -> None:
        since = self._until - PIECE_MS
        for kind, record in KINDS.items():
            self._rows[kind].insert(0, self._diary.reader.mark_rows(record, since, self._until))
        self._until = since

    def _lane(self, kind: MarkKind) -> Marks:
        return marks_of(kind, (row for piece in self._rows[kind] for row in piece))


def _row(entry: Entry) -> MarkRow | None:
    """The mark of an entry; None if it makes none."""
    body = entry.body
    if isinstance(body, Release):
        said = str(body.place)
    elif isinstance(body, Exercise):
        said = body.name
    else:
        said = body.note if isinstance(body, Pain | Day) else ""
    return (utc_of(entry), entry.id, said) if said else None
