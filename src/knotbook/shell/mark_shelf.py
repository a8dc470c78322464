"""The marks beside the pain, read from the newest back, a piece a turn, so that the window never waits."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.analysis.bins import DAY_MS
from knotbook.analysis.marks import MarkKind, Marks, marks_of, owned
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.storage.marks import MarkRow

KINDS = {
    MarkKind.RELEASE: Kind.RELEASE,
    MarkKind.EXERCISE: Kind.EXERCISE,
    MarkKind.NOTE: Kind.PAIN,
    MarkKind.DAY: Kind.DAY,
}
PIECE_MS = 120 * DAY_MS
_AHEAD_MS = 2 * DAY_MS  # today's check-in stands at noon, which may be ahead


class MarkShelf(QObject):
    """`read`: all marks are there, or there are more of them than before."""

    read = Signal()

    def __init__(self, diary: Diary, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._clock = diary, clock
        self._lanes: dict[MarkKind, Marks] = {}
        self._rows: dict[MarkKind, list[list[MarkRow]]] = {}
        self._until = self._begin = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._piece)

    def refresh(self) -> None:
        """Read everything anew, beginning with the latest."""
        if not self._diary.is_open:
            return
        begin = self._diary.reader.marks_begin()
        self._rows = {kind: [] for kind in KINDS}
        self._lanes = {}
        self._until = self._clock.now().utc_ms + _AHEAD_MS
        self._begin = self._until if begin is None else begin
        self._piece()

    def is_touched_by(self, changes: Changes) -> bool:
        """Whether a change may have made, changed or removed a mark."""
        return changes.everything or bool(changes.kinds & set(KINDS.values()))

    def lanes(self, places: Iterable[Place]) -> list[Marks]:
        """What has been read so far, with the releases at `places` as those of the chart."""
        own = frozenset(map(str, places))
        return [owned(lane, own) if kind is MarkKind.RELEASE else lane for kind, lane in self._lanes.items()]

    def _piece(self) -> None:
        since = self._until - PIECE_MS
        for kind, record in KINDS.items():
            self._rows[kind].insert(0, self._diary.reader.mark_rows(record, since, self._until))
        first = not self._lanes
        self._until = since
        done = since <= self._begin
        if first or done:  # the first piece is what a month's chart needs; the rest comes at once, at the end
            self._lanes = {
                kind: marks_of(kind, (row for piece in pieces for row in piece)) for kind, pieces in self._rows.items()
            }
            self.read.emit()
        if not done and self._diary.is_open:
            self._next.start()
