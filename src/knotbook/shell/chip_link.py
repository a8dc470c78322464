"""After a pain was logged: the row of words in the side panel, and its photos. Each press is one action."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.controls.photo_row import PhotoRow
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Changes, Entry, Kind, Pain, Word, WordUse
from knotbook.logbook.chip_row import ChipRow
from knotbook.logbook.chip_words import Chip, offered, toggled
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.resources.words import load_words
from knotbook.shell.body_page import BodyPage
from knotbook.shell.photo_link import PhotoLink
from knotbook.shell.wording import label

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

ORIGIN = "chips"
LOOK_BACK = 300
"""So many pains, the newest, say which words are used most."""


class ChipLink(QObject):
    """Follows the pain logged last, while its place is the one in the panel."""

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme) -> None:
        super().__init__(page)
        self._page = page
        self._diary = diary
        self._catalogue = catalogue
        self._entry: Entry | None = None
        self._order: list[Chip] = []
        words = load_words()
        self._usual = _woven(
            [Chip(w, WordUse.QUALITY) for w in words.qualities], [Chip(w, WordUse.CONTEXT) for w in words.context]
        )
        self.row = ChipRow(page)
        self.photos = PhotoRow(theme, page)
        self._photo_link = PhotoLink(self.photos, diary, catalogue, clock)
        self._photo_link.follow(None)
        page.panel.place.add_question(self.row)
        page.panel.place.add_question(self.photos)
        page.panel.place.card_changed.connect(self._follow)
        self.row.toggled.connect(self._toggle)
        self.row.hidden.connect(self._hide)
        self.row.brought_back.connect(self._bring_back)
        self.row.added.connect(self._add)
        diary.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self.photos.set_theme(theme)

    @property
    def entry(self) -> Entry | None:
        """The pain that is asked about."""
        return self._entry

    def _changed(self, changes: Changes) -> None:
        new = [e for e in changes.after.values() if e.id not in changes.before and isinstance(e.body, Pain)]
        if changes.everything:
            self._ask_about(None)
        elif len(new) == 1:
            self._ask_about(new[0])
        elif self._entry is not None and self._entry.id in {*changes.before, *changes.after}:
            self._ask_about(changes.after.get(self._entry.id), keep=True)
        elif Kind.WORD in changes.kinds:
            self._ask_about(self._entry)

    def _follow(self) -> None:
        """Another place came to the front: the pain that was asked about is not there."""
        card = self._page.panel.card()
        if self._entry is not None and (card is None or card.place != _place(self._entry)):
            self._ask_about(None)

    def _ask_about(self, entry: Entry | None, *, keep: bool = False) -> None:
        """Show the words for `entry`. `keep`: in the order they stand in now, so that nothing moves under the hand."""
        self._entry = entry if entry is not None and isinstance(entry.body, Pain) else None
        pain = self._entry.body if self._entry is not None and isinstance(self._entry.body, Pain) else None
        card = self._page.panel.card()
        if pain is None or card is None or card.place != pain.place or not self._diary.is_open:
            self._entry = None
            self.row.show_pain(None, "", (), ())
            self._photo_link.follow(None)
            return
        if not keep:
            self._order = offered(self._usual, self._own(), self._pains())
        away = [Chip(word.word, word.use) for word in self._own() if word.hidden]
        self.row.show_pain(pain, self._upper(label(pain, self._catalogue.spoken)), self._order, away)
        self._photo_link.follow(self._entry)

    def _toggle(self, chip: Chip) -> None:
        if self._entry is None or not isinstance(self._entry.body, Pain):
            return
        words = self.tr("{word}: {what}").format(word=chip.word, what=self._label(self._entry))
        self._diary.amend({self._entry.id: _toggling(chip)}, label=words, origin=ORIGIN)

    def _hide(self, chip: Chip) -> None:
        own = self._own_entry(chip)
        words = self.tr("word {word} hidden").format(word=chip.word)
        if own is not None:
            self._diary.amend({own.id: Word(word=chip.word, use=chip.use, hidden=True)}, label=words, origin=ORIGIN)
        else:
            self._diary.record(Word(word=chip.word, use=chip.use, hidden=True), label=words, origin=ORIGIN)

    def _bring_back(self, chip: Chip) -> None:
        self._own_word(chip, self.tr("word {word} back").format(word=chip.word))

    def _add(self, chip: Chip) -> None:
        if chip not in self._order:
            self._own_word(chip, self.tr("word {word} added").format(word=chip.word))

    def _own_word(self, chip: Chip, words: str) -> None:
        own = self._own_entry(chip)
        body = Word(word=chip.word, use=chip.use)
        if own is not None:
            self._diary.amend({own.id: body}, label=words, origin=ORIGIN)
        else:
            self._diary.record(body, label=words, origin=ORIGIN)

    def _own_entry(self, chip: Chip) -> Entry | None:
        for entry in self._diary.reader.words():
            if isinstance(entry.body, Word) and Chip(entry.body.word, entry.body.use) == chip:
                return entry
        return None

    def _own(self) -> list[Word]:
        return [entry.body for entry in self._diary.reader.words() if isinstance(entry.body, Word)]

    def _pains(self) -> list[Pain]:
        entries = self._diary.reader.page((Kind.PAIN,), limit=LOOK_BACK)
        return [entry.body for entry in entries if isinstance(entry.body, Pain)]

    def _label(self, entry: Entry) -> str:
        return label(entry.body, self._catalogue.spoken)

    @staticmethod
    def _upper(words: str) -> str:
        return words[:1].upper() + words[1:]


def _place(entry: Entry) -> Place | None:
    return entry.body.place if isinstance(entry.body, Pain) else None


def _toggling(chip: Chip) -> Callable[[Body], Body]:
    """The press of a chip, for the pain as it is when this is written: an earlier press may still be waiting."""
    return lambda body: toggled(body, chip) if isinstance(body, Pain) else body


def _woven(qualities: list[Chip], contexts: list[Chip]) -> list[Chip]:
    """The usual words before anything is known of the person: two of what it is like, one of what was going on."""
    rows: list[Chip] = []
    for n in range(max(len(qualities), len(contexts))):
        rows += [*qualities[2 * n : 2 * n + 2], *contexts[n : n + 1]]
    return rows
