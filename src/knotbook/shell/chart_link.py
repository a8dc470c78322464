"""Ties the charts to the diary. Built after the first paint: it is what brings pyqtgraph in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from knotbook.analysis.series import PainRow, Series, empty_series, from_rows
from knotbook.charts.colours import PlaceColours
from knotbook.charts.region_chart import RegionChart
from knotbook.diary.spot_book import KnownSpot
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.trends_page import TrendsPage
from knotbook.shell.wording import spot_name

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary


class ChartLink(QObject):
    """One chart beside the map for the chosen place, one on the Trends page for the ticked ones."""

    entry_clicked = Signal(str)

    def __init__(
        self, body: BodyPage, trends: TrendsPage, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme
    ) -> None:
        super().__init__(body)
        self._diary = diary
        self._catalogue = catalogue
        self._trends = trends
        self._clock = clock
        self._place: Place | None = None
        self._spot: KnownSpot | None = None
        zone = clock.now().zone
        self._colours = PlaceColours(theme.series)
        self.beside = RegionChart(theme, self._name_beside, zone, self._colours.colour_of)
        self.trend = RegionChart(theme, catalogue.name, zone, self._colours.colour_of)
        body.panel.set_chart(self.beside)
        trends.set_chart(self.trend)
        for chart in (self.beside, self.trend):
            chart.entry_clicked.connect(self.entry_clicked)
        body.map.place_selected.connect(self.show_place)
        body.panel.place_chosen.connect(self.show_place)
        trends.places_chosen.connect(self._show_trend)
        diary.changed.connect(self._changed)
        self._chosen: list[Place] = []
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`."""
        self._colours.set_palette(theme.series)
        self.beside.set_theme(theme)
        self.trend.set_theme(theme)
        self._list_places()

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
        if place not in self._chosen:
            self._chosen = [*self._chosen, place][-8:]
        self._list_places()
        self.trend.show_series(self._series(self._chosen))

    def refresh(self) -> None:
        """Read again what both charts show."""
        if not self._diary.is_open:
            return
        for chart in (self.beside, self.trend):
            chart.set_now(self._clock.now().utc_ms)
        if not self._chosen:
            counts = self._counts()
            self._chosen = sorted(counts, key=lambda place: -counts[place])[:2]
        self._list_places()
        self.show_place(self._place)
        self.trend.show_series(self._series(self._chosen))

    def _show_beside(self) -> None:
        place, spot = self._place, self._spot
        if place is None:
            self.beside.show_series([])
        elif spot is None or spot.place != place or not self._diary.is_open:
            self.beside.show_series(self._series([place]))
        else:
            rows = [(utc, offset, str(place), n, key) for utc, offset, _, n, key in self._at_spot(spot)]
            self.beside.show_series(from_rows(rows, [place]))

    def _at_spot(self, spot: KnownSpot) -> list[PainRow]:
        return self._diary.reader.pain_rows_at_spot(spot.id)

    def _name_beside(self, place: Place) -> str:
        spot = self._spot
        return spot_name(spot) if spot is not None and spot.place == place else self._catalogue.name(place)

    def _series(self, places: list[Place]) -> list[Series]:
        rows = self._diary.reader.pain_rows(tuple(places)) if places and self._diary.is_open else []
        found = {series.place: series for series in from_rows(rows)}
        return [found.get(place) or empty_series(place) for place in places]

    def _counts(self) -> dict[Place, int]:
        heat = self._diary.reader.heat()
        return {Place.parse(key): value.n for key, value in heat.items()}

    def _list_places(self) -> None:
        counts = self._counts() if self._diary.is_open else {}
        order = sorted(counts, key=lambda place: (-counts[place], str(place)))
        rows = [(p, self._catalogue.name(p), counts[p], self._colours.colour_of(p)) for p in order]
        self._trends.show_places(rows, self._chosen)

    def _show_trend(self, places: list[Place]) -> None:
        self._chosen = list(places)
        self.trend.show_series(self._series(self._chosen))

    def _changed(self, changes: Changes) -> None:
        if not changes.everything and Kind.PAIN not in changes.kinds:
            return
        if changes.everything or self._place in changes.places:
            self.show_place(self._place)
        if changes.everything or changes.places & set(self._chosen) or not self._chosen:
            self.refresh()
        else:
            self._list_places()
