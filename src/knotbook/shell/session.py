"""One run of the app: what happens after the first paint, on every change, when something fails, and on closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from knotbook.diary.diary import Diary
from knotbook.diary.opening import Opener
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Changes, Kind
from knotbook.domain.trouble import Trouble
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow
from knotbook.shell.map_link import since_ms
from knotbook.shell.trouble_dialog import TroubleDialog, Way
from knotbook.shell.wording import day_mark, label_all

MINUTE_MS = 60_000


class Session(QObject):
    """Opens the diary behind the first paint and keeps the window true to it."""

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        looks: Looks,
        settings: Settings,
        catalogue: Catalogue,
        clock: Clock,
        path: Path,
        *,
        demo: bool = False,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.diary = diary
        self.settings = settings
        self._looks = looks
        self._catalogue = catalogue
        self._clock = clock
        self._path = path
        self._demo = demo
        self._late: object | None = None
        self._opener = Opener(clock, self)
        self._opener.opened.connect(self._opened)
        self._opener.refused.connect(self._refused)
        self._opener.libraries_ready.connect(self._furnish)
        window.ground.first_painted.connect(self._open)
        window.closing.connect(self.end)
        looks.changed.connect(self._wear)
        diary.changed.connect(self._changed)
        diary.trouble.connect(self._trouble)
        diary.state_changed.connect(self._state_changed)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._show_title()

    def start(self) -> None:
        """Show the window; everything else follows its first paint."""
        self.window.show()
        self._minute.start()

    def end(self) -> None:
        """Back up, close the diary, let go of the lock. Safe to call twice."""
        self._minute.stop()
        self._opener.wait()
        self.diary.close()

    def _open(self) -> None:
        self._opener.open(self._path, demo=self._demo)

    def _opened(self, store: object) -> None:
        self.diary.attach(store)

    def _state_changed(self, state: str) -> None:
        if state == "open":
            self._show_journal()
            self.window.map_link.refresh()
            self._tick()
            self._show_undo()

    def _show_journal(self) -> None:
        from knotbook.shell.journal_link import JournalLink  # behind the first paint: not needed for the map

        self.journal = JournalLink(self.diary, self._catalogue, self._looks.theme, self)
        self.window.add_page("journal", self.journal.view)

    def _furnish(self) -> None:
        from knotbook.shell.chart_link import ChartLink  # brings pyqtgraph, which a worker has imported by now

        self.charts = ChartLink(
            self.window.body, self.window.trends, self.diary, self._catalogue, self._clock, self._looks.theme
        )
