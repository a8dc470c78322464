"""Photos of entries: the file first, then the record, so that no record ever names a file that was not written."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from knotbook.domain.clock import Clock
from knotbook.domain.ids import new_id
from knotbook.domain.records import Entry, Photo
from knotbook.domain.trouble import Trouble

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo of an entry. `jpeg` None: its file is missing, or is not the one that was kept."""

    entry: Entry
    jpeg: bytes | None


class PhotoBook:
    """Adds photos to entries of the open diary, finds them and takes them away, each as one action."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    def add(self, entry_id: str, jpeg: bytes, size: tuple[int, int], *, label: str, origin: str = "") -> bool:
        """Attach the picture `jpeg` (`size`: width and height in pixels). False: it was not saved, `trouble` says why.

        Raises Trouble (NOT_OPEN) if no diary is open.
        """
        folder = self._diary.reader.photos
        made = new_id(self._clock.now().utc_ms)
        photo = Photo(
            entry=entry_id, file=f"{made}.jpg", sha256=sha256(jpeg).hexdigest(), width=size[0], height=size[1]
        )
        try:
            folder.keep(photo.file, jpeg)
        except Trouble as trouble:
            self._diary.trouble.emit(trouble, ())
            return False
        written = self._diary.perform(record={made: photo}, label=label, origin=origin)
        if not written and photo not in self._diary.unsaved:  # nothing will ever name the file
            folder.discard([photo.file])
        return bool(written)

    def of(self, entry_id: str) -> list[KeptPhoto]:
        """The photos of an entry, oldest first. Raises Trouble."""
        return [KeptPhoto(entry, self._read(entry)) for entry in self._diary.reader.photos_of(entry_id)]

    def remove(self, photo_id: str, *, label: str, origin: str = "") -> None:
        """Put a photo into the bin; its file stays until the bin is emptied. Raises KeyError for an unknown id."""
        self._diary.remove((photo_id,), label=label, origin=origin)

    def _read(self, entry: Entry) -> bytes | None:
        assert isinstance(entry.body, Photo), "the reader gives photos"
        data = self._diary.reader.photos.read(entry.body.file)
        return data if data is not None and sha256(data).hexdigest() == entry.body.sha256 else None
