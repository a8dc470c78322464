"""Ties the journal to the diary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from knotbook.controls.photo_row import PhotoRow
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Day, Entry, Kind, Lasting, Pain, Rating
from knotbook.domain.sought import Reading, Sought
from knotbook.domain.system_clock import SystemClock
from knotbook.domain.trouble import Trouble
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.model import JournalModel
from knotbook.journal.view import JournalView
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.moving import moved, renamed
from knotbook.shell.photo_link import PhotoLink
from knotbook.shell.wording import label, label_all

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

ORIGIN = "journal"

MOST_MERGED = 1_000_000
"""Entries that one merging of places may change: all of them."""


class JournalLink(QObject):
    """`JournalView`'s wishes to `Diary`, `Diary.changed` to `JournalModel`. Empty until `reload`."""

    def __init__(
        self, diary: Diary, catalogue: Catalogue, theme: Theme, parent: QObject, *, clock: Clock | None = None
    ) -> None:
        """`clock`: the computer's if it is not given."""
        super().__init__(parent)
        self._diary = diary
        self._catalogue = catalogue
        self._theme = theme
        self._clock = clock or SystemClock()
        self.model = JournalModel(catalogue, self._clock)
        self.view = JournalView(self.model, catalogue, theme, self._clock)
        self.model.setParent(self.view)  # so that the table goes before what it shows
        self.view.amend_requested.connect(self._amend)
        self.view.remove_requested.connect(self._remove)
        self.view.duplicate_requested.connect(self._duplicate)
        self.view.editor_opened.connect(self._add_photos)
        self.view.restore_requested.connect(self._restore)
        self.view.move_requested.connect(self._move)
        self.view.merge_requested.connect(self._merge)
        self.view.empty_requested.connect(lambda: diary.empty_bin())
        self.model.troubled.connect(lambda trouble: diary.trouble.emit(trouble, ()))
        diary.changed.connect(self.model.apply)

    def reload(self) -> None:
        """List the diary that is open now."""
        self.model.set_reader(self._diary.reader if self._diary.is_open else None)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.view.set_theme(theme)

    def _add_photos(self, entry_id: str, editor: EntryEditor) -> None:
        """The photos of an entry are attached and removed at once, like everything that is not a field."""
        row = PhotoRow(self._theme, editor)
        editor.add_below(row)
        PhotoLink(row, self._diary, self._catalogue, self._clock).follow(self._diary.reader.entry(entry_id))

    def _amend(self, entry_id: str, body: Body) -> None:
        words = self.tr("change to {what}").format(what=label(body, self._catalogue.spoken))
        self._diary.amend({entry_id: self._changing(entry_id, body)}, label=words, origin=ORIGIN)

    def _changing(self, entry_id: str, body: Body) -> Body | Callable[[Body], Body]:
        """What was changed in the entry that is shown, so that a change that still waits is not undone by this one."""
        try:
            seen = self._diary.reader.entry(entry_id)
        except Trouble:  # the diary keeps the whole of it until the entry can be read
            return body
        if seen is None or type(seen.body) is not type(body):
            return body
        old, new = ({field.name: getattr(one, field.name) for field in fields(body)} for one in (seen.body, body))
        changed = {name: value for name, value in new.items() if value != old[name]}
        return lambda current: replace(current, **changed)

    def _remove(self, ids: list[str]) -> None:
        bodies = [entry.body for entry in self._entries(ids)]
        if bodies:
            words = self.tr("removed {what}").format(what=label_all(bodies, self._catalogue.spoken))
            self._diary.remove(ids, label=words, origin=ORIGIN)

    def _restore(self, ids: list[str]) -> None:
        bodies = [entry.body for entry in self._entries(ids)]
        if bodies:
            words = self.tr("restored {what}").format(what=label_all(bodies, self._catalogue.spoken))
            self._diary.restore(ids, label=words, origin=ORIGIN)

    def _move(self, ids: list[str], place: Place) -> None:
        self._amend_all(self._entries(ids), lambda body: moved(body, place), place)

    def _merge(self, old: Place, new: Place) -> None:
        """All years at once: after a decade some ten thousand entries, which take seconds."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._amend_all(self._all_about(old), lambda body: renamed(body, old, new), new)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _all_about(self, place: Place) -> list[Entry]:
        """Everything that names a place: what happened, points and routines, in the bin too."""
        reader, sought = self._diary.reader, Sought(readings=(Reading(places=(place,)),))
        found: list[Entry] = []
        for deleted in (False, True):
            found += reader.found(sought, limit=MOST_MERGED, deleted=deleted)
            found += reader.page((Kind.SPOT,), places=(place,), limit=MOST_MERGED, deleted=deleted)
            found += reader.page((Kind.ROUTINE,), limit=MOST_MERGED, deleted=deleted)
        return found

    def _amend_all(self, entries: Sequence[Entry], change: Callable[[Body], Body], place: Place) -> None:
        edits = {entry.id: body for entry in entries if (body := change(entry.body)) != entry.body}
        if not edits:
            return
        words = self.tr("moved {what} to {place}") if len(edits) > 1 else self.tr("moved to {place}")
        what = label_all(list(edits.values()), self._catalogue.spoken)
        words = words.format(what=what, place=self._catalogue.spoken(place))
        self._diary.amend(dict.fromkeys(edits, change), label=words, origin=ORIGIN)

    def _duplicate(self, ids: list[str]) -> None:
        now = self._clock.now()
        moments = (replace(now, utc_ms=now.utc_ms - n) for n in count())  # a list of copies keeps its order
        copies = (happened_again(entry.body, when) for entry, when in zip(self._entries(ids), moments, strict=False))
        bodies = [body for body in copies if body is not None]
        if not bodies:
            return
        words = self.tr("{what}, again").format(what=label_all(bodies, self._catalogue.spoken))
        written = self._diary.record(*bodies, label=words, origin=ORIGIN)
        if written:
            self.view.show_entry(written[0].id)

    def _entries(self, ids: list[str]) -> list[Entry]:
        found = (self._diary.reader.entry(entry_id) for entry_id in ids)
        return [entry for entry in found if entry is not None]


def happened_again(body: Body, now: Instant) -> Body | None:
    """The same thing at another moment; None for what cannot simply happen again (ratings, check-ins, points)."""
    if isinstance(body, Rating | Day | Lasting):
        return None
    if isinstance(body, Pain):
        return replace(body, when=now, recalled=False)
    return replace(body, when=now)
