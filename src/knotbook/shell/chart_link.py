"""Ties the chart beside the map to the diary. Built after the first paint: it is what brings pyqtgraph in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from knotbook.analysis.series import PainRow, Series, from_rows, one_series
from knotbook.analysis.subjects import SpotOf, Subject
from knotbook.charts.colours import PlaceColours
from knotbook.charts.region_chart import RegionChart
from knotbook.diary.spot_book import KnownSpot, SpotBook
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.subject_shelf import SubjectShelf
from knotbook.shell.wording import spot_name

if TYPE_CHECKING:
    from knotbook.charts.trend_chart import TrendChart
    from knotbook.diary.diary import Diary
    from knotbook.shell.main_window import MainWindow
    from knotbook.shell.trend_link import TrendLink


RATED = "rated"
"""Stands for the id of a point, of which there is none: what is rated with releases at a place."""


class ChartLink(QObject):
    """One chart beside the map for the chosen place; `trends`, once asked for, holds what the Trends page shows."""

    entry_clicked = Signal(str)

    def __init__(self, window: MainWindow, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme) -> None:
        body = window.body
        super().__init__(body)
        self._diary, self._catalogue, self._clock, self._theme = diary, catalogue, clock, theme
        self._page = window.trends
        self._today = _today(clock)
        self._shelf = SubjectShelf(diary, catalogue, SpotBook(diary, clock))
        self._place: Place | None = None
        self._spot: KnownSpot | None = None
        self._colours = PlaceColours(theme.series)
        self._trends: TrendLink | None = None
        self._trend_chart: TrendChart | None = None
        self.beside = RegionChart(theme, self._name_beside, clock.now().zone, self._colours.colour_of)
        body.panel.set_chart(self.beside)
        self.beside.entry_clicked.connect(self.entry_clicked)
        body.map.place_selected.connect(self.show_place)
        body.panel.place_chosen.connect(self.show_place)
        window.spot_link.chosen.connect(self.show_spot)
        window.map_link.refreshed.connect(self.keep_up)  # by the minute, if need be: there midnight is told
        diary.changed.connect(self._changed)
        self.refresh()

    @property
    def trends(self) -> TrendLink:
        """What the Trends page shows over time, with what the diary holds; built at the first asking."""
        made = self.make_trends()
        made.wake()
        return made

    def make_trend_chart(self) -> None:
        """Make the chart of `make_trends`, which is half of the work, ahead of it."""
        from knotbook.charts.trend_chart import TrendChart

        if self._trends is None and self._trend_chart is None:
            zone = self._clock.now().zone
            self._trend_chart = TrendChart(self._theme, self._shelf.name, zone, self._colours.colour_of)

    def make_trends(self) -> TrendLink:
        """As `trends`, which may still be asleep: nothing has been read for it."""
        if self._trends is None:
            from knotbook.shell.trend_link import TrendLink

            self.make_trend_chart()
            given = (self._diary, self._catalogue, self._clock, self._theme)
            chart, self._trend_chart = self._trend_chart, None
            self._trends = TrendLink(self._page, *given, self._colours, self._shelf, self, chart)
            self._trends.entry_clicked.connect(self.entry_clicked)
        return self._trends

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`."""
        self._theme = theme
        self._colours.set_palette(theme.series)
        self.beside.set_theme(theme)
        self._trend_chart = None  # made in the colours of before
        if self._trends is not None:
            self._trends.set_theme(theme)

    def show_place(self, place: Place | None) -> None:
        """Draw the chart beside the map for `place`."""
        if place != self._place:
            self._spot = None
        self._place = place
        self._show_beside()

    def show_spot(self, spot: KnownSpot | None) -> None:
        """Draw the chart beside the map for one point of the chosen place; None: for all of the place."""
        self._spot = spot
        self._show_beside()

    def add_to_trends(self, place: Place) -> None:
        """Tick `place` on the Trends page."""
        self.trends.add(place)

    def refresh(self) -> None:
        """Read again what is shown."""
        if not self._diary.is_open:
            return
        self._end_today()
        counts = self._diary.reader.pain_counts()
        for key in sorted(counts, key=lambda key: (-counts[key], key)):  # whatever is drawn first
            self._colours.slot(Place.parse(key))
        if self._trends is not None:
            self._trends.refresh()
        self.show_place(self._place)

    def keep_up(self) -> None:
        """On another day than before, end what is shown there; in another zone, show it by its clocks."""
        if self._diary.is_open and _today(self._clock) != self._today:
            self._end_today()
            if self._trends is not None:
                self._trends.begin_day()

    def _end_today(self) -> None:
        now, self._today = self._clock.now(), _today(self._clock)
        self.beside.set_zone(now.zone)
        self.beside.set_now(now.utc_ms)

    def _show_beside(self) -> None:
        place, spot = self._place, self._spot
        if place is None:
            self.beside.show_series([])
        elif spot is None or spot.place != place or not self._diary.is_open:
            self.beside.show_series([self._shelf.series(place), *self._rated(place)])
        else:
            rows = [(utc, offset, str(place), n, key) for utc, offset, _, n, key in self._at_spot(spot)]
            self.beside.show_series(from_rows(rows, [place]))

    def _rated(self, place: Place) -> list[Series]:
        """The ratings of releases at a place, on their own: so many around each release would bend its curve."""
        rows = self._diary.reader.rating_rows(place) if self._diary.is_open else []
        return [one_series(SpotOf(RATED, place), rows)] if rows else []

    def _at_spot(self, spot: KnownSpot) -> list[PainRow]:
        return self._diary.reader.pain_rows_at_spot(spot.id)

    def _name_beside(self, subject: Subject) -> str:
        if isinstance(subject, SpotOf) and subject.id == RATED:
            return self.tr("Rated with releases")
        spot = self._spot
        return spot_name(spot) if spot is not None and spot.place == subject else self._shelf.name(subject)

    def _changed(self, changes: Changes) -> None:
        self._shelf.take(changes)
        if not changes.everything and not changes.kinds & {Kind.PAIN, Kind.RATING}:
            return
        if changes.everything or self._place in changes.places:
            self.beside.set_now(self._clock.now().utc_ms)
            self.show_place(self._place)


def _today(clock: Clock) -> tuple[date, str]:
    """The day, and whose it is."""
    now = clock.now()
    return now.day(), now.zone
