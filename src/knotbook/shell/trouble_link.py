"""What the person is told when something fails while the diary is open, and what they can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.diary.diary import Diary
from knotbook.domain.trouble import Trouble
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.main_window import MainWindow

if TYPE_CHECKING:  # behind the first paint
    from knotbook.diary.caretaker import Caretaker
    from knotbook.domain.records import Body


class TroubleLink(QObject):
    """Puts troubles into the notice across the window. Nothing that was entered is given up here."""

    def __init__(self, window: MainWindow, diary: Diary, catalogue: Catalogue) -> None:
        super().__init__(window)
        self._unsaved = False
        self._window, self._diary, self._catalogue = window, diary, catalogue

    def listen(self) -> None:
        """From now on there is a notice to say it in."""
        self._diary.trouble.connect(self._trouble)
        self._diary.changed.connect(self._changed)

    def listen_to(self, caretaker: Caretaker) -> None:
        """Tell of what goes wrong while the file is looked after, too."""
        caretaker.trouble.connect(lambda trouble: self._window.notice.show_notice(_told(trouble)))
        caretaker.damage_found.connect(self._damage_found)

    def tell_of_mistake(self, place: str) -> None:
        """Say that Knotbook itself went wrong at `place` (type, file and line)."""
        if not self._window.furnished:
            return  # there is no bar to say it in yet; the log has it
        words = self.tr("Knotbook made a mistake ({place}). What was saved is safe; the last step may not have worked.")
        self._tell(words.format(place=place))

    def tell_of_trouble(self, trouble: Trouble) -> None:
        """Say what could not be read or written; what was on show stays."""
        if self._window.furnished:
            self._tell(_told(trouble))

    def _trouble(self, trouble: Trouble, kept: tuple[Body, ...]) -> None:
        from knotbook.shell.wording import label_all

        if not self._diary.is_open:
            return
        if not self._diary.has_unsaved:
            self._tell(_told(trouble))
            return
        words = self.tr("Not saved yet: {what}. {why}").format(
            what=label_all(list(kept), self._catalogue.spoken), why=_told(trouble)
        )
        self._window.notice.show_notice(words, [(self.tr("Try again"), self._diary.retry)])
        self._unsaved = True

    def _changed(self) -> None:
        """Saved, given up or taken back: what was not saved is not spoken of any longer."""
        if self._unsaved and not self._diary.has_unsaved:
            self._unsaved = False
            self._window.notice.clear()

    def _damage_found(self, damaged: frozenset[object]) -> None:
        one = self.tr("1 entry of this diary is damaged and is not shown. Nothing was changed.")
        many = self.tr("{n} entries of this diary are damaged and are not shown. Nothing was changed.")
        self._tell(one if len(damaged) == 1 else many.format(n=len(damaged)))

    def _tell(self, words: str) -> None:
        self._unsaved = False
        self._window.notice.show_notice(words, [(self.tr("Close"), self._window.notice.clear)])


def _told(trouble: Trouble) -> str:
    return " ".join((trouble.what, trouble.why, *trouble.can_do))
