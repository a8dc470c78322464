"""The quick line tied to the grammar and to the diary: typed, understood, saved as one action."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from knotbook.diary.day_book import DayBook
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.ids import ids_from, new_id
from knotbook.domain.trouble import Trouble
from knotbook.grammar.day import merged_day
from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Parsed
from knotbook.grammar.sentence import label_all
from knotbook.quick.palette import QuickPalette
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.resources.words import Words, load_words
from knotbook.shell.log_command import own_words


class QuickEntry(QObject):
    """The palette over `window`, and what happens to the lines typed in it."""

    def __init__(self, window: QWidget, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme) -> None:
        super().__init__(window)
        self._diary = diary
        self._days = DayBook(diary)
        self._catalogue = catalogue
        self._clock = clock
        self._words = load_words()
        self.palette = QuickPalette(theme, window)
        self.palette.typed.connect(lambda text: self.palette.show_parsed(self._parse(text)))
        self.palette.entered.connect(self._entered)

    def open(self) -> None:
        """Show the line over whatever is there."""
        self._words = self._own_words()
        self.palette.open()

    def _own_words(self) -> Words:
        words = load_words()
        if not self._diary.is_open:
            return words
        try:
            return own_words(self._diary.reader, words)
        except Trouble:  # the usual words will do; saving will say what is wrong
            return words

    def _parse(self, text: str) -> Parsed:
        return parse(text, self._clock.now(), self._catalogue, self._words)

    def _entered(self, text: str) -> None:
        parsed = self._parse(text)  # once more: time went on since the last letter
        if parsed.ready:
            self.palette.clear()
            self.palette.dismiss()
            self._save(parsed, label_all(parsed.bodies, self._catalogue, self._words))

    def _save(self, parsed: Parsed, label: str) -> None:
        ids = ids_from(new_id(self._clock.now().utc_ms))
        self._days.file(parsed.bodies, merged_day, ids=ids, label=label, origin="quick")
