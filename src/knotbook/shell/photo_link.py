"""Ties a row of photos to the entry it stands beside: in the side panel, and in the journal's editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.controls.photo_row import PhotoRow, Thumb
from knotbook.controls.pictures import PictureError, load_picture
from knotbook.diary.photo_book import PhotoBook
from knotbook.domain.clock import Clock
from knotbook.domain.records import Changes, Entry, Kind
from knotbook.domain.trouble import Trouble
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.wording import label

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

ORIGIN = "photos"


class PhotoLink(QObject):
    """What is picked goes beside the diary, what is kept is shown. Lives as long as its row."""

    def __init__(self, row: PhotoRow, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(row)
        self._row = row
        self._diary = diary
        self._catalogue = catalogue
        self._book = PhotoBook(diary, clock)
        self._entry: Entry | None = None
        row.picked.connect(self.attach)
        row.remove_requested.connect(self._remove)
        diary.changed.connect(self._changed)

    def follow(self, entry: Entry | None) -> None:
        """Show the photos of `entry`; None hides the row."""
        self._entry = entry if self._diary.is_open else None
        self._row.setVisible(self._entry is not None)
        if self._entry is None:
            return
        try:
            kept = self._book.of(self._entry.id)
        except Trouble as trouble:
            self._diary.trouble.emit(trouble, ())
            kept = []
        self._row.show_photos([Thumb(photo.entry.id, photo.jpeg) for photo in kept])

    def attach(self, path: Path) -> None:
        """Attach the picture in a file; one that cannot be used is said at the row, and nothing is saved."""
        if self._entry is None:
            return
        try:
            picture = load_picture(path)
        except PictureError as problem:
            self._row.complain(str(problem))
            return
        words = self.tr("photo of {what}").format(what=label(self._entry.body, self._catalogue.spoken))
        self._book.add(self._entry.id, picture.jpeg, (picture.width, picture.height), label=words, origin=ORIGIN)
        if picture.is_cut_off:
            said = self.tr("{name} ends too early. What there is of it is kept; the rest is grey.")
            self._row.complain(said.format(name=path.name))

    def _remove(self, photo_id: str) -> None:
        if self._entry is not None:
            words = self.tr("removed photo of {what}").format(what=label(self._entry.body, self._catalogue.spoken))
            self._book.remove(photo_id, label=words, origin=ORIGIN)

    def _changed(self, changes: Changes) -> None:
        if Kind.PHOTO in changes.kinds:
            self.follow(self._entry)
