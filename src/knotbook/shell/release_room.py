"""Everything around a release in one place: the panel, what was tried before, the reminders, the tray."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.main_window import MainWindow
from knotbook.shell.release_link import ReleaseLink

if TYPE_CHECKING:  # what comes late is imported late: the first paint does not wait for it
    from knotbook.shell.reminders import Reminders
    from knotbook.shell.tray import Tray
    from knotbook.shell.worked_link import WorkedLink

REMINDING = frozenset(
    ("follow_half_hour", "follow_morning", "morning", "quiet", "quiet_from", "quiet_until", "check_in_times")
)


class ReleaseRoom(QObject):
    """The panel is there from the start; `furnish` brings the rest once the diary is open.

    `check_in_requested`: the person agreed to a check-in.
    """

    check_in_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        catalogue: Catalogue,
        clock: Clock,
        settings: Settings,
        theme: Theme,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._settings = settings
        self._theme = theme
        self.link = ReleaseLink(
            window.body, diary, catalogue, clock, settings, theme, monotonic, QApplication.beep
        )
        self.link.timed.connect(window.rail.show_time)
        self.worked: WorkedLink | None = None
        self.reminders: Reminders | None = None
        self.tray: Tray | None = None
        window.parting.connect(self.end)  # the diary is still open then
        window.stays_when_closed = self._stays

    def furnish(self) -> None:
        """Build what needs the diary; safe to call again."""
        from knotbook.shell.reminders import Reminders
        from knotbook.shell.worked_link import WorkedLink

        if self.reminders is None:
            self.worked = WorkedLink(self._window.body, self._diary, self._catalogue, self._theme)
            self.reminders = Reminders(
                self._window, self._diary, self._catalogue, self._clock, self._settings, self._theme
            )
            self.reminders.check_in_requested.connect(self.check_in_requested)
            self.reminders.asked.connect(self._tell)
        self._show_tray()

    def show_tray_only(self) -> bool:
        """Start without a window; False if there is no tray to come back from, or the person does not want it."""
        self._show_tray()
        return self._stays()

    def refresh(self) -> None:
        """Read everything that is shown again."""
        if self.worked is not None and self.reminders is not None:
            self.worked.refresh()
            self.reminders.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.link.set_theme(theme)
        if self.worked is not None and self.reminders is not None:
            self.worked.set_theme(theme)
            self.reminders.set_theme(theme)

    def setting_changed(self, key: str) -> None:
        """A setting that is ours takes effect at once."""
        if key == "tray":
            self._show_tray()
        elif key == "autostart":
            self._set_autostart()
        elif key in REMINDING and self.reminders is not None:
            self.reminders.refresh()

    def end(self) -> None:
        """Keep what a running release has, and ask nothing any more."""
        self.link.finish()
        if self.reminders is not None:
            self.reminders.stop()
        if self.tray is not None:
            self.tray.set_shown(False)

    def bring(self) -> None:
        """The window comes back to the front."""
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _stays(self) -> bool:
        return self.tray is not None and self.tray.shown() and self._settings.get("tray") == "on"

    def _show_tray(self) -> None:
        wanted = self._settings.get("tray") == "on"
        if not wanted and self.tray is None:
            return
        from knotbook.shell.tray import Tray

        if not Tray.available():
            words = self.tr("This desktop has no tray. Closing the window closes Knotbook, as before.")
            self._window.undo_bar.say(words)
            return
        if self.tray is None:
            self.tray = Tray(self)
            self.tray.opened.connect(self.bring)
            self.tray.answering.connect(self._answer)
            self.tray.quit_wished.connect(self._window.leave)
        self.tray.set_shown(wanted)
        QApplication.setQuitOnLastWindowClosed(not self._stays())

    def _tell(self, words: str, why: str) -> None:
        if self.tray is not None and self.tray.shown():
            self.tray.tell(words, why)
        else:
            QApplication.alert(self._window)

    def _answer(self) -> None:
        self.bring()
        if self.reminders is not None:
            self.reminders.take_keyboard()

    def _set_autostart(self) -> None:
        from knotbook.shell.autostart import Autostart, command

        try:
            Autostart(command(sys.argv[0])).set_on(self._settings.get("autostart") == "on")
        except OSError as error:
            words = self.tr("Starting with the session could not be set: {why}.")
            self._window.undo_bar.say(words.format(why=error.strerror or str(error)))
