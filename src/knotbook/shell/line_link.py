"""Lines that `knotbook log` hands over while this window has the diary open: saved here, and answered."""

from __future__ import annotations

from pathlib import Path

from knotbook.diary.day_book import DayBook
from knotbook.diary.diary import Diary
from knotbook.domain.ids import ids_from
from knotbook.domain.trouble import Trouble
from knotbook.grammar.day import merged_day
from knotbook.grammar.parse import parse
from knotbook.grammar.sentence import label_all
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words
from knotbook.shell import handed
from knotbook.shell.commands import DISK, DONE, NOT_UNDERSTOOD, UNCONFIRMED
from knotbook.shell.handed import Answer, Line
from knotbook.shell.log_command import own_words

_UNSURE = Answer(
    UNCONFIRMED, ("Something went wrong in the open window with this line.", "Look there before you type it again.")
)


class LineLink:
    """Reads a line as of the moment it was typed; what is saved is one action, which the undo bar shows."""

    def __init__(self, diary: Diary, catalogue: Catalogue) -> None:
        self._diary = diary
        self._days = DayBook(diary)
        self._catalogue = catalogue

    def take_in(self, path: Path) -> None:
        """Save what waits beside the diary at `path`, which is open, and say so to those who wait."""
        wrong: Exception | None = None
        for line in handed.claim(path):
            try:
                said = self._answer(line)
            except Exception as mistake:  # ours; raised below, once the other lines are saved, and never met again
                wrong, said = mistake, _UNSURE
            handed.answer(path, line, said)
        if wrong is not None:
            raise wrong

    def _answer(self, line: Line) -> Answer:
        try:
            return self._saved(line)
        except Trouble as trouble:
            return Answer(DISK, (trouble.what, trouble.why, "Nothing was saved."))

    def _saved(self, line: Line) -> Answer:
        words = own_words(self._diary.reader, load_words())
        parsed = parse(line.text, line.typed, self._catalogue, words)
        if not parsed.ready:
            return Answer(NOT_UNDERSTOOD, (*(problem.words for problem in parsed.errors), "Nothing was saved."))
        if self._diary.current(line.id) is None:
            said = label_all(parsed.bodies, self._catalogue, words)
            ids = ids_from(line.id)
            if not self._days.file(parsed.bodies, merged_day, ids=ids, label=said, origin="terminal"):
                return Answer(DISK, ("The window could not save it yet. It keeps it, says why, and tries again.",))
        return Answer(DONE, parsed.words)
