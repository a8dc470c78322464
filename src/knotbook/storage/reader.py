"""The read side of the diary: entries whole and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlite_utils import Database

from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Kind
from knotbook.domain.sought import Sought
from knotbook.domain.trouble import TroubleKind
from knotbook.storage.codec import noon_ms, utc_of
from knotbook.storage.filters import Wanted
from knotbook.storage.numbers import PainNumbers
from knotbook.storage.pages import Cursor, RawRecord, newest_keys, raw_records
from knotbook.storage.photos import PhotoFolder
from knotbook.storage.rows import DamagedRecord, decode, fetch
from knotbook.storage.search import Search
from knotbook.storage.sql import select, select_record
from knotbook.storage.tallies import Tallies
from knotbook.storage.trials import TrialRow, trial_rows
from knotbook.storage.troubles import Doing, trouble


def cursor_of(entry: Entry) -> Cursor:
    """Where `entry` stands in a page: (ms UTC, id). The next page comes `before` the cursor of its last entry."""
    return utc_of(entry), entry.id


class EntryReader(PainNumbers, Tallies):
    """Reads entries. A damaged record is left out and named in `damaged`; no read ever changes the file.

    Every read raises Trouble if the file cannot be read.
    """

    def __init__(self, db: Database, photos: PhotoFolder) -> None:
        super().__init__(db)
        self.photos = photos
        self.damaged: set[DamagedRecord] = set()
        self._search = Search(db)
        self._bin = Search(db, "binned")

    def entry(self, entry_id: str, kind: Kind | None = None) -> Entry | None:
        """The entry of that id, in the bin or not; None if there is none.

        `kind`, if known, spares looking in every table. Raises Trouble (BAD_RECORD) if the record is damaged.
        """
        for one in Kind if kind is None else (kind,):
            rows = fetch(self._db, select_record(one, "WHERE id = ?"), (entry_id,))
            if rows:
                found = decode(one, rows, self.damaged)
                if not found:
                    raise trouble(TroubleKind.BAD_RECORD, Doing.READ, detail=f"{one} {entry_id}")
                return found[0]
        return None

    def page(
        self,
        kinds: Sequence[Kind] | None = None,
        before: Cursor | None = None,
        limit: int = 100,
        *,
        places: Sequence[Place] | None = None,
        since_ms: int | None = None,
        until_ms: int | None = None,
        deleted: bool = False,
    ) -> list[Entry]:
        """Up to `limit` entries, newest first by (UTC, id), older than the cursor `before`.

        `kinds` None: all that the journal lists. `deleted`: the bin. A day's check-in stands at noon UTC of its date.
        The cursor of the next page is `cursor_of` the last entry.
        """
        wanted = Wanted(kinds=kinds, places=places, since_ms=since_ms, until_ms=until_ms, deleted=deleted)
        entries: list[Entry] = []
        while len(entries) < limit and (keys := newest_keys(self._db, wanted, before, limit - len(entries))):
            records = raw_records(self._db, keys)
            if not records:  # an index names what its table has no more: reading on would never end
                raise trouble(TroubleKind.DAMAGED, Doing.READ, detail=f"no record of {keys[0][1]}")
            before = records[-1][0]
            entries += self._whole(records)
        return entries

    def found(
        self, sought: Sought, before: Cursor | None = None, limit: int = 100, *, deleted: bool = False
    ) -> list[Entry]:
        """Up to `limit` entries that are sought, newest first, older than the cursor `before`.

        `deleted`: those in the bin.
        """
        entries: list[Entry] = []
        for records in (self._bin if deleted else self._search).records(sought, before, limit):
            entries += self._whole(records, limit - len(entries))
            if len(entries) >= limit:
                break
        return entries

    def counting(self, sought: Sought, *, deleted: bool = False) -> Iterator[tuple[int, bool]]:
        """How many entries are sought: (so many so far, whether that is all), in steps of a few milliseconds each."""
        return (self._bin if deleted else self._search).counting(sought)

    def holds(self, sought: Sought, entry: Entry) -> bool:
        """Whether an entry is among what is sought, in the bin if it lies there."""
        return (self._search if entry.deleted_ms is None else self._bin).holds(sought, entry)

    def _whole(self, records: Iterable[RawRecord], limit: int | None = None) -> list[Entry]:
        """The entries of raw records, at most `limit`; damaged ones are left out and named."""
        entries: list[Entry] = []
        for _cursor, kind, row in records:
            if limit is not None and len(entries) == limit:
                break
            entries += decode(kind, [row], self.damaged)
        return entries

    def count(
        self,
        kinds: Sequence[Kind] | None = None,
        *,
        places: Sequence[Place] | None = None,
        since_ms: int | None = None,
        until_ms: int | None = None,
        deleted: bool = False,
    ) -> int:
        """How many entries a `page` without a limit would hold."""
        wanted = Wanted(kinds=kinds, places=places, since_ms=since_ms, until_ms=until_ms, deleted=deleted)
        total = 0
        for kind in wanted.kinds_asked():
            where, values = wanted.where(kind)
            total += fetch(self._db, select("count(*)", kind, f"WHERE {where}"), values)[0][0]
        return total

    def entries(self, kind: Kind, wanted: Wanted | None = None) -> list[Entry]:
        """All entries of one kind that are `wanted`, oldest first by (UTC, id)."""
        where, values = (wanted or Wanted()).where(kind)
        return self._ascending(kind, where, values)

    def days(self, since: date | None = None, until: date | None = None) -> list[Entry]:
        """The check-ins from `since` to `until`, both included, oldest first."""
        first = None if since is None else noon_ms(since)
        last = None if until is None else noon_ms(until + timedelta(days=1))
        return self.entries(Kind.DAY, Wanted(since_ms=first, until_ms=last))

    def check_in(self, day: date) -> Entry | None:
        """The check-in of `day`; of several, which an older diary may have, the last changed one counts."""
        return max(self.days(day, day), key=lambda entry: (entry.changed_ms, entry.id), default=None)

    def releases(
        self, places: Sequence[Place] | None = None, since_ms: int | None = None, until_ms: int | None = None
    ) -> list[Entry]:
        """The releases at `places` (None: anywhere), oldest first."""
        return self.entries(Kind.RELEASE, Wanted(places=places, since_ms=since_ms, until_ms=until_ms))

    def exercises(
        self, places: Sequence[Place] | None = None, since_ms: int | None = None, until_ms: int | None = None
    ) -> list[Entry]:
        """The exercises that worked one of `places` (None: any), oldest first."""
        return self.entries(Kind.EXERCISE, Wanted(places=places, since_ms=since_ms, until_ms=until_ms))

    def spots(self, places: Sequence[Place] | None = None) -> list[Entry]:
        """The named points in `places` (None: anywhere), oldest first."""
        return self.entries(Kind.SPOT, Wanted(places=places))

    def ratings(self, release_id: str) -> list[Entry]:
        """The ratings of one release, oldest first."""
        return self._ascending(Kind.RATING, 'deleted IS NULL AND "release" = ?', [release_id])

    def trials(self, pain: Place) -> list[TrialRow]:
        """(place, before, half hour, next morning) of each release at or for `pain`, oldest first; None: not rated."""
        return trial_rows(self._db, pain)

    def pains_in_context(self, place: Place, words: Sequence[str]) -> list[Entry]:
        """The pains at `place` whose context has one of `words`, oldest first."""
        has = " OR ".join("instr(context, ?)" for _ in words)
        return self._ascending(Kind.PAIN, f"deleted IS NULL AND place = ? AND ({has})", [str(place), *words])

    def pains_at_spot(self, spot_id: str, *, binned: bool = False) -> list[Entry]:
        """The pains that belong to one named point, oldest first; `binned`: those in the bin too."""
        return self._ascending(Kind.PAIN, "spot = ?" if binned else "deleted IS NULL AND spot = ?", [spot_id])

    def photos_of(self, entry_id: str) -> list[Entry]:
        """The photos attached to one entry, oldest first."""
        return self._ascending(Kind.PHOTO, "deleted IS NULL AND entry = ?", [entry_id])

    def photo_files(self) -> dict[str, str]:
        """The file of every photo, those in the bin too, by id."""
        return dict(fetch(self._db, select("id, file", "photo")))

    def photo_hashes(self) -> dict[str, str]:
        """The SHA-256 (hex) of every photo, those in the bin too, by file name."""
        return dict(fetch(self._db, select("file, sha256", "photo")))

    def routines(self) -> list[Entry]:
        """The routines, oldest first."""
        return self.entries(Kind.ROUTINE)

    def words(self) -> list[Entry]:
        """What the person said about the words of the chips, oldest first."""
        return self.entries(Kind.WORD)

    def _ascending(self, kind: Kind, where: str, values: Sequence[str | int]) -> list[Entry]:
        sql = select_record(kind, f"WHERE {where} ORDER BY utc, id")
        return decode(kind, fetch(self._db, sql, values), self.damaged)
