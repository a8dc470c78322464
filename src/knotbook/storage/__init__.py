"""The diary file: SQLite through sqlite-utils, one action one transaction, nothing lost. No Qt."""

from knotbook.storage.filters import Wanted
from knotbook.storage.lock import Holder
from knotbook.storage.looking import looking_at
from knotbook.storage.numbers import Heat, Latest
from knotbook.storage.opening import open_store
from knotbook.storage.reader import EntryReader, cursor_of
from knotbook.storage.recovery import Restored, backups, newest_good, restore_newest_good
from knotbook.storage.rotation import Backup
from knotbook.storage.rows import DamagedRecord
from knotbook.storage.store import EntryStore

__all__ = [
    "Backup",
    "DamagedRecord",
    "EntryReader",
    "EntryStore",
    "Heat",
    "Holder",
    "Latest",
    "Restored",
    "Wanted",
    "backups",
    "cursor_of",
    "looking_at",
    "newest_good",
    "open_store",
    "restore_newest_good",
]
