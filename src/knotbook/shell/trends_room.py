"""What the Trends page shows, made while nobody waits for it, a piece a turn; or at once, if it is asked for before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.shell.chart_link import ChartLink
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow

if TYPE_CHECKING:  # brought by a worker, see `LatePages.fetch`
    from knotbook.diary.diary import Diary
    from knotbook.domain.clock import Clock
    from knotbook.resources.theme import Theme
    from knotbook.shell.furnishing import Furnishing
    from knotbook.shell.views_link import ViewsLink

QUIET_MS = 2000
"""So long after the start nobody minds a tenth of a second in all, taken in pieces."""


class TrendsRoom(QObject):
    """Widgets only are made ahead: nothing is read, drawn or kept up to date before the page is seen.

    `entry_clicked(str)`: id of an entry. `said(str)`, `failed(Trouble)`: how saving a picture went.
    """

    entry_clicked = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: MainWindow, diary: Diary, charts: ChartLink, clock: Clock, looks: Looks, steps: Furnishing
    ) -> None:
        """`soon` is to be started once the start is over; then the widgets are made in `steps`."""
        super().__init__(charts)
        self._window, self._diary, self._charts, self._clock, self._looks = window, diary, charts, clock, looks
        self._steps = steps
        self._views: ViewsLink | None = None
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(QUIET_MS)
        self.soon.timeout.connect(self._make_ahead)

    @property
    def views(self) -> ViewsLink:
        """The page as it is to be seen, with what the diary holds."""
        self._charts.trends.wake()
        return self._made_views()

    def _make_ahead(self) -> None:
        self._steps.then(self._charts.make_trend_chart, self._charts.make_trends, self._made_views)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        if self._views is not None:
            self._views.set_theme(theme)

    def _made_views(self) -> ViewsLink:
        if self._views is None:
            from knotbook.shell.chart_saver import ChartSaver
            from knotbook.shell.views_link import ViewsLink

            saver = ChartSaver(self._window, self._clock)
            saver.said.connect(self.said)
            saver.failed.connect(self.failed)
            given = (self._window.trends, self._diary, self._charts.make_trends(), self._clock, self._looks.theme)
            self._views = ViewsLink(*given, saver)
            self._views.entry_clicked.connect(self.entry_clicked)
        return self._views
