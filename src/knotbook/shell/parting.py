"""Closing while something is not saved: it is tried once more, and then the person is asked, never passed over."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from knotbook.diary.diary import Diary, DiaryState
from knotbook.shell.main_window import MainWindow
from knotbook.shell.opening_link import OpeningLink

if TYPE_CHECKING:  # nobody waits for it at the start
    from PySide6.QtWidgets import QDialog

    from knotbook.domain.records import Body
    from knotbook.resources.catalogue import Catalogue


class Parting(QObject):
    """Says whether the window may close, and asks if something would be lost."""

    def __init__(self, window: MainWindow, diary: Diary, opening: OpeningLink, catalogue: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._diary = diary
        self._opening = opening
        self._catalogue = catalogue

    def may_close(self) -> bool:
        """Save what waits. If that fails the person is asked, and closing goes on from their answer.

        When the desktop is being left nobody can be asked, and the window goes.
        """
        if not self._diary.has_unsaved:
            return True
        was_opening = self._diary.state is DiaryState.OPENING
        if was_opening:
            self._open_now()
        if self._saved():
            return True
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            return True
        if was_opening and self._diary.state is DiaryState.REFUSED:
            return False  # the dialog about the diary has just come up, and offers more
        self._ask()
        return False

    def _open_now(self) -> None:
        """Wait for the worker and take over what it opened."""
        if self._opening.opener is None:
            self._opening.open()
        self._opening.wait()
        QCoreApplication.sendPostedEvents(self._opening)

    def _saved(self) -> bool:
        try:
            return self._diary.is_open and self._diary.retry()
        except Exception as mistake:  # what it spoilt is set aside, and is named in the question
            sys.excepthook(type(mistake), mistake, mistake.__traceback__)
            return False

    def _ask(self) -> None:
        from knotbook.shell.parting_dialog import PartingDialog

        lines = [self._line(body) for body in self._diary.unsaved]
        dialog = PartingDialog(lines, self._window)
        dialog.try_again.clicked.connect(lambda: self._go_on(dialog))
        dialog.close_anyway.clicked.connect(lambda: self._give_up(dialog))
        self._window.show()  # it may be in the tray
        dialog.open()

    def _go_on(self, dialog: QDialog) -> None:
        dialog.accept()
        self._window.leave()

    def _give_up(self, dialog: QDialog) -> None:
        self._diary.discard_unsaved()
        self._go_on(dialog)

    def _line(self, body: Body) -> str:
        """When, what and the note, as `knotbook list` prints it."""
        from knotbook.domain.records import Day
        from knotbook.grammar.sentence import label_of, note_words
        from knotbook.resources.words import load_words
        from knotbook.shell.plain_text import printable

        when = getattr(body, "when", None)
        stamp = f"{when.local():%Y-%m-%d %H:%M}" if when else str(body.day) if isinstance(body, Day) else ""
        what = label_of(body, self._catalogue, load_words())
        return "  ".join(filter(None, (stamp, printable(", ".join(filter(None, (what, note_words(body))))))))
