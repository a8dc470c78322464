"""The journal and the settings: pages that are built when they are first wanted, as is what the Trends page shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from knotbook.diary.diary import Diary
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow

if TYPE_CHECKING:  # see `fetch`
    from knotbook.domain.clock import Clock
    from knotbook.preferences.view import PreferencesView
    from knotbook.shell.journal_link import JournalLink

_MODULES = (
    "knotbook.shell.journal_link",
    "knotbook.preferences.view",
    "knotbook.shell.trend_link",
    "knotbook.shell.views_link",
    "knotbook.shell.chart_saver",
)


class LatePages(QObject):
    """Puts builders behind the places of the rail. `setting_changed(str)`: the key of a setting the person changed."""

    setting_changed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        settings: Settings,
        catalogue: Catalogue,
        clock: Clock,
        looks: Looks,
        path: Callable[[], Path],
    ) -> None:
        """`path`: says where the diary of this run lies."""
        super().__init__(window)
        self._window, self._diary, self._settings = window, diary, settings
        self._catalogue, self._clock, self._looks, self._path = catalogue, clock, looks, path
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._journal: JournalLink | None = None
        self._preferences: PreferencesView | None = None
        window.add_late_page("journal", lambda: self.journal.view)
        window.add_late_page("settings", lambda: self.preferences)

    @property
    def journal(self) -> JournalLink:
        """The journal, with what the diary holds; built at the first asking."""
        if self._journal is None:
            from knotbook.shell.journal_link import JournalLink

            theme = self._looks.theme
            self._journal = JournalLink(self._diary, self._catalogue, theme, self, clock=self._clock)
            self._journal.view.said.connect(self._window.undo_bar.say)
            self._window.add_page("journal", self._journal.view)
            self._journal.reload()
        return self._journal

    @property
    def preferences(self) -> PreferencesView:
        """The settings page; built at the first asking."""
        if self._preferences is None:
            from knotbook.preferences.view import PreferencesView

            self._preferences = PreferencesView(self._settings, self._looks.theme, diary_path=self._path())
            self._preferences.changed.connect(self.setting_changed)
            self._window.add_page("settings", self._preferences)
        return self._preferences

    def fetch(self) -> None:
        """Import what the pages need, in a worker, so that the first visit waits for the building only."""
        for name in _MODULES:
            self._pool.start(partial(_import, name))

    def end(self) -> None:
        """Wait for the worker."""
        self._pool.clear()
        self._pool.waitForDone()

    def reload(self) -> None:
        """Another diary is open: read it anew into what was built."""
        if self._journal is not None:
            self._journal.reload()

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme to what was built."""
        for built in (self._journal, self._preferences):
            if built is not None:
                built.set_theme(theme)


def _import(name: str) -> None:
    import_module(name)
