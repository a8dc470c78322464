"""The strip of the day at the bottom, and what midnight changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from knotbook.diary.diary import Diary
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.main_window import MainWindow

if TYPE_CHECKING:  # the zone is looked up behind the first paint
    from datetime import date

    from knotbook.domain.clock import Clock

MINUTE_MS = 60_000


class DayLink(QObject):
    """Shows the entries of the day and where in it we are, anew every minute between `start` and `stop`."""

    def __init__(self, window: MainWindow, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._diary, self._catalogue, self._clock = window, diary, catalogue, clock
        self._today: tuple[date, str] | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.tick)

    def start(self) -> None:
        """Look at the clock every minute."""
        self._minute.start()

    def stop(self) -> None:
        """Look at it no more."""
        self._minute.stop()

    def show(self) -> None:
        """Read the day again; nothing happens while no diary is open."""
        from knotbook.shell.map_link import since_ms
        from knotbook.shell.wording import day_mark

        if not self._diary.is_open:
            return
        now = self._clock.now()
        self._today = self._today or (now.day(), now.zone)
        entries = self._diary.reader.page(since_ms=since_ms(now, 1), until_ms=now.utc_ms + 1, limit=500)
        marks = (day_mark(entry, self._catalogue.spoken) for entry in entries)
        wall = now.local()
        self._window.day.show_day([m for m in marks if m is not None], wall.hour * 60 + wall.minute)

    def tick(self) -> None:
        """A minute has passed: the map forgets what is too old for it, as "now" does all the time.

        On a new day, or in another zone, everything that ends today is shown anew.
        """
        from knotbook.analysis.measures import NOW

        now = self._clock.now()
        today = now.day(), now.zone
        new_day = self._today is not None and today != self._today
        if new_day or (self._window.furnished and self._window.body.heat_bar.choice.days == NOW):
            self._window.map_link.refresh()
        self._today = today
        self.show()
