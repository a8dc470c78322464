"""Pain of one or several places over time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from knotbook.analysis.nearest import Hit, step
from knotbook.charts import words
from knotbook.charts.read_out import Line, Reading
from knotbook.charts.timed_chart import TimedChart

_CLICK_PX = 14.0


class RegionChart(TimedChart):
    """Ratings as dots and a line, or, where there are too many, as the mean of each bucket and its range.

    As `TimedChart`; besides, a click on a rating opens it, comma and full stop walk from rating to rating, Enter opens
    the one walked to, Escape lets go of it.

    `entry_clicked`: id of the entry that is to be opened.
    """

    entry_clicked = Signal(str)
    _cursor: Hit | None = None

    def _connect(self) -> None:
        super()._connect()
        self._glass.moved.connect(self.point_at)
        self._glass.left.connect(self.let_go)
        self._glass.clicked.connect(self._click)

    @property
    def reading_text(self) -> str:
        """The rating pointed at, as a line such as "Tue 3 Mar 14:20 · Right piriformis · 6"; empty if there is none."""
        reading = self._glass.reading
        return "" if reading is None else f"{reading.when} · {reading.name} · {reading.level}"

    # --- reading

    def point_at(self, at: QPointF) -> None:
        """Read out the rating nearest to a point of the drawing."""
        hit = self._plot.nearest(at) if self._plot.area.contains(at) else None
        if hit is None or hit != self._cursor:
            self._cursor = hit
            self._moved()

    def let_go(self) -> None:
        """Point at no rating."""
        self._cursor = None
        self._moved()

    def _let_go_of_all(self) -> None:
        self._cursor = None
        self._glass.show_reading(None)

    def _moved(self) -> None:
        self._glass.show_reading(None if self._cursor is None else self._reading(self._cursor))

    def _reading(self, hit: Hit) -> Reading | None:
        one = self._series[hit.series]
        if not self.span.start <= one.utc_ms[hit.index] <= self.span.end:
            return None
        local = words.lived_time(one, hit.index, self._zone)
        when = words.moment_text(local, with_year=local.year != self._this_year())
        name, colour = self._name_of(one.place), self.colour_of(one.place)
        return Reading(self._plot.px_of(hit), colour, when, name, self._level_of(hit), self._more(hit))

    def _level_of(self, hit: Hit) -> str:
        return words.level_text(round(float(self._series[hit.series].intensity[hit.index]), 1))

    def _more(self, _hit: Hit) -> tuple[Line, ...]:
        """What else the read-out says of that time."""
        return ()

    def _this_year(self) -> int:
        return words.local_time(self._home.end, self._zone).year

    def _click(self, at: QPointF) -> None:
        hit = self._plot.nearest(at)
        if hit is None:
            return
        if (self._plot.px_of(hit) - at).manhattanLength() <= _CLICK_PX:
            self.entry_clicked.emit(self._series[hit.series].ids[hit.index])

    # --- keyboard

    def _key(self, key: int, text: str) -> bool:
        return super()._key(key, text) or self._walk_key(key, text)

    def _walk_key(self, key: int, text: str) -> bool:
        if text in (",", "."):
            self._walk(forward=text == ".")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self.entry_clicked.emit(self._series[self._cursor.series].ids[self._cursor.index])
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self.let_go()
        else:
            return False
        return True

    def _walk(self, forward: bool) -> None:
        if self._cursor is None:
            forward = False  # begin with the latest, whichever way is asked for
        hit = step(self._series, self._cursor, forward)
        if hit is None:
            return
        self._cursor = hit
        self.show_span(self._plot.span.showing(float(self._series[hit.series].utc_ms[hit.index])))
        self._announce(self.reading_text)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
