"""The diary file of a run: opening it, what to do when it is refused, putting a backup in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from knotbook.diary.diary import Diary
from knotbook.domain.trouble import Trouble
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow
from knotbook.shell.qt_classes import QtClasses

if TYPE_CHECKING:  # behind the first paint
    from knotbook.diary.opening import Opener
    from knotbook.domain.clock import Clock
    from knotbook.shell.trouble_dialog import Way
    from knotbook.storage import EntryStore

ROOMS = (
    "knotbook.shell.chart_link",
    "knotbook.shell.heat_link",
    "knotbook.shell.reminders",
    "knotbook.shell.worked_link",
    "knotbook.shell.chip_link",
)
"""Modules of what is put into the window once the libraries are there. The worker imports them, so it only builds."""


class OpeningLink(QObject):
    """Opens the diary at `path` in a worker, as often as the person asks for it.

    Each `open` ends with `opened` or, before the person is asked what to do, `refused`; then `libraries_ready`.
    `moved`: another file was chosen. `path`: where the diary of this run lies. `fill`: as for `Opener`.
    """

    opened = Signal(object)  # EntryStore
    refused = Signal()
    libraries_ready = Signal()
    moved = Signal()

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        looks: Looks,
        clock: Clock,
        path: Path,
        fill: Callable[[EntryStore], object] | None,
    ) -> None:
        super().__init__(window)
        self.path = path
        self.opener: Opener | None = None
        self._openers: list[Opener] = []
        self._window = window
        self._diary = diary
        self._looks = looks
        self._clock = clock
        self._fill = fill
        self._classes = QtClasses(self)

    def open(self, *, fresh: bool = False) -> None:
        """Start opening; `fresh`: a new diary although there are backups of an older one."""
        import knotbook.diary.caretaker  # noqa: F401  (its class is made before the worker makes any)
        from knotbook.diary.opening import Opener

        self.opener = Opener(self.path, self._clock, fresh=fresh, fill=self._fill, rooms=ROOMS, parent=self)
        self._openers.append(self.opener)
        self.opener.opened.connect(self.opened)
        self.opener.refused.connect(self._refused)
        self.opener.libraries_ready.connect(self.libraries_ready)
        self._classes.named.connect(self.opener.go_on)
        self.opener.start()
        self._classes.name_all()

    def wait(self) -> None:
        """Until every worker is done, which import nothing more: one of an earlier try may still be at it."""
        for opener in self._openers:
            opener.give_up()
            opener.wait()

    def _refused(self, trouble: Trouble) -> None:
        from knotbook.shell.trouble_dialog import TroubleDialog

        self.refused.emit()
        self._diary.refuse(trouble)
        dialog = TroubleDialog(trouble, self._looks.theme, self._window, waiting=len(self._diary.unsaved))
        dialog.finished.connect(lambda _result: self._after_refusal(dialog.choice))
        dialog.open()

    def _after_refusal(self, way: Way) -> None:
        from knotbook.shell.trouble_dialog import Way

        if way is Way.LEAVE:
            self._window.close()
        elif way is Way.RETRY:
            self.open()
        elif way is Way.FRESH:
            self.open(fresh=True)
        elif way is Way.OTHER:
            self._open_other()
        else:
            self._restore()

    def _open_other(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a diary"), str(self.path.parent))
        if chosen:
            self.path = Path(chosen)
            self.moved.emit()
        self.open()

    def _restore(self) -> None:
        from knotbook.storage import restore_newest_good  # already imported by the opener's worker

        try:
            restored = restore_newest_good(self.path)
        except Trouble as trouble:
            self._refused(trouble)
            return
        self.open()
        words = self.tr("Put back the backup of {when}. The damaged file is kept as {name}.")
        aside = restored.set_aside.name if restored.set_aside else ""
        self._window.notice.show_notice(words.format(when=restored.backup.path.name, name=aside))
