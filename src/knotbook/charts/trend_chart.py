"""Years of pain of several places, points or groups, with what happened beside it."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from knotbook.analysis.bins import DAY_MS
from knotbook.analysis.by_day import by_day
from knotbook.analysis.marks import Mark, Marks, near
from knotbook.analysis.measures import Measure
from knotbook.analysis.measures import Span as Days
from knotbook.analysis.nearest import Hit
from knotbook.analysis.reckoning import reckoned
from knotbook.analysis.series import RECALLED, Series
from knotbook.analysis.smooth import Course, smooth
from knotbook.charts import words
from knotbook.charts.day_words import day_text
from knotbook.charts.glass import Sweep
from knotbook.charts.mark_lanes import ICONS
from knotbook.charts.read_out import Line
from knotbook.charts.region_chart import RegionChart
from knotbook.charts.selection import Selection
from knotbook.charts.span import Span
from knotbook.charts.span_dates import span_of, whole_days
from knotbook.resources.theme import Theme

_SAME_TIME_MS = DAY_MS // 2
_NEAR_PX = 6.0
_MOST_MARKS = 4


class TrendChart(RegionChart):
    """As `RegionChart`, with the slow line of each series, rows, one value a day or shares of days, and marks.

    A stretch is selected by dragging with Shift (or plainly, while selecting), the one it is held against by dragging
    with Ctrl or Alt; both are whole days. Keys: S selects the last 28 days in sight, Shift with left and right moves
    the stretch by a day, with up and down makes it a day longer or shorter, Escape lets go of it.

    `selected`: the `Selection` after every change.
    """

    selected = Signal(object)

    def __init__(self, theme: Theme, name_of: words.NameOf, zone: str, colour_of: words.NameOf) -> None:
        self._rated: tuple[Series, ...] = ()
        self._rows: tuple[int, ...] = ()
        self._measure: Measure | None = None
        self._lanes: tuple[Marks, ...] = ()
        self._mark_words: words.MarkWords = lambda mark: mark.words
        self._pointed: Mark | None = None
        self.selection = Selection()
        self._known: WeakKeyDictionary[Series, dict[Measure, Series]] = WeakKeyDictionary()
        self._courses: WeakKeyDictionary[Series, Course] = WeakKeyDictionary()
        super().__init__(theme, name_of, zone, colour_of)
        self._glass.swept.connect(self._swept)
        self.range_changed.connect(lambda *_span: self._show_stretches())
        self._plot.resized.connect(self._show_stretches)

    # --- state handed in

    def show_trends(self, series: Sequence[Series], rows: Sequence[int] = (), measure: Measure | None = None) -> None:
        """Show these series, each in its row from the top (none: over each other), by a measure (None: every rating).

        What is reckoned from a series is kept for as long as that very series exists.
        """
        self._rated, self._rows, self._measure = tuple(series), tuple(rows), measure
        shares = measure is not None and measure.is_share
        self._plot.set_shares(shares)
        self.show_series([self._reckoned(one) for one in series])
        self._show_stretches()

    def show_marks(self, lanes: Sequence[Marks], mark_words: words.MarkWords) -> None:
        """Show these marks under the curves; `mark_words` says one in the read-out."""
        self._lanes, self._mark_words, self._pointed = tuple(lanes), mark_words, None
        self._plot.show_lanes(lanes)

    def select(self, selection: Selection) -> None:
        """Select these stretches and say so."""
        self.selection = selection
        self._show_stretches()
        self.selected.emit(selection)

    def set_selecting(self, selecting: bool) -> None:
        """Let a plain drag select instead of panning."""
        self._glass.selecting = selecting

    @property
    def rated(self) -> tuple[Series, ...]:
        """All ratings of what is shown."""
        return self._rated

    @property
    def first_ms(self) -> float:
        """The first rating of all, UTC ms; 0 without any."""
        return float(min((one.utc_ms[0] for one in self._rated if len(one)), default=0))

    # --- drawing

    def _reckoned(self, one: Series) -> Series:
        if self._measure is None:
            return one
        known = self._known.setdefault(one, {})
        if self._measure not in known:
            known[self._measure] = reckoned(one, self._measure)
        return known[self._measure]

    def _course(self, drawn: Series) -> Course:
        if drawn not in self._courses:
            self._courses[drawn] = smooth(by_day(drawn))
        return self._courses[drawn]

    def _draw(self) -> None:
        courses = [] if self._plot.shares else [self._course(one) for one in self._series]
        self._plot.show_series(self._series, self._theme, self._colours(), courses, self._rows)

    def _show_stretches(self) -> None:
        chosen = self.selection.chosen
        other = self.selection.other(self.first_ms)
        self._glass.show_stretches([self._shade(chosen), self._shade(other)] if chosen is not None else [])

    def _shade(self, span: Span | None) -> QRectF | None:
        if span is None:
            return None
        area = self._plot.area
        left, right = (self._plot.to_px(at, 0).x() for at in (span.start, span.end))
        left, right = max(left, area.left()), min(right, area.right())
        return QRectF(left, area.top(), right - left, area.height()) if right > left else None

    # --- reading

    def _level_of(self, hit: Hit) -> str:
        bucket = self._plot.bucket(hit) if self._plot.shares else None
        if bucket is None:
            return super()._level_of(hit)
        _at, mean, count, _first = bucket
        days = round(mean / 10 * count)
        return self.tr("{days} of {count} days").format(days=days, count=count)

    def _more(self, hit: Hit) -> tuple[Line, ...]:
        one = self._series[hit.series]
        at = float(one.utc_ms[hit.index])
        own = [Line(self.tr("recalled later"))] if _is_recalled(one, hit.index) else []
        reach = max(_SAME_TIME_MS, self._reach_ms())
        others = (self._line_at(n, at, reach) for n in range(len(self._series)) if n != hit.series)
        return (*own, *(line for line in others if line is not None), *self._mark_lines(at, reach))

    def _line_at(self, number: int, at: float, reach: float) -> Line | None:
        """What another series was at that time: its nearest rating within half a day, or in sight of it."""
        one = self._series[number]
        if not len(one):
            return None
        index = int(one.utc_ms.searchsorted(round(at)))
        near_by = [i for i in (index - 1, index) if 0 <= i < len(one)]
        index = min(near_by, key=lambda i: abs(float(one.utc_ms[i]) - at))
        if abs(float(one.utc_ms[index]) - at) > reach:
            return None
        return Line(self._name_of(one.place), self._level_of(Hit(number, index)), self.colour_of(one.place))

    def _mark_lines(self, at: float, reach: float) -> list[Line]:
        """The mark pointed at, wherever the rating is that is read out with it, and others of that time."""
        found, total = near(self._lanes, at - reach, at + reach, _MOST_MARKS)
        if self._pointed is not None:
            found = [self._pointed, *(mark for mark in found if mark != self._pointed)][:_MOST_MARKS]
        here = [abs(mark.utc_ms - at) <= reach for mark in found]
        lines = [self._mark_line(mark, with_day=not then) for mark, then in zip(found, here, strict=True)]
        if total > sum(here):
            lines.append(Line(self.tr("and {count} more").format(count=total - sum(here))))
        return lines

    def _mark_line(self, mark: Mark, *, with_day: bool) -> Line:
        said = self._mark_words(mark)
        if with_day:
            said = f"{day_text(words.local_time(mark.utc_ms, self._zone).date(), 'd MMM')}: {said}"
        return Line(said, icon=ICONS[mark.kind])

    def _reach_ms(self) -> float:
        return _NEAR_PX * self.span.length / max(1.0, self._plot.area.width())

    def point_at(self, at: QPointF) -> None:
        """As in `RegionChart`; over the marks, too, everything of that time is read out."""
        lanes = self._plot.lanes
        before, self._pointed = self._pointed, lanes.mark_at(lanes.mapFromScene(at))
        if lanes.rect().contains(lanes.mapFromScene(at)):
            at = QPointF(at.x(), self._plot.area.bottom() - 1)
        cursor = self._cursor
        super().point_at(at)
        if self._pointed != before and self._cursor == cursor:
            self._moved()

    def let_go(self) -> None:
        """Point at no rating, and at no mark."""
        self._pointed = None
        super().let_go()

    def _let_go_of_all(self) -> None:
        self._pointed = None
        super()._let_go_of_all()

    def _walk(self, forward: bool) -> None:
        self._pointed = None  # the keyboard leads now
        super()._walk(forward)

    def _click(self, at: QPointF) -> None:
        """Open the mark that was hit, or the rating."""
        lanes = self._plot.lanes
        mark = lanes.mark_at(lanes.mapFromScene(at))
        if mark is None:
            super()._click(at)
        else:
            self.entry_clicked.emit(mark.id)

    # --- selecting

    def _swept(self, which: int, from_px: float, to_px: float) -> None:
        area, span = self._plot.area, self.span
        start, end = (span.start + (x - area.left()) / max(1.0, area.width()) * span.length for x in (from_px, to_px))
        swept = whole_days(Span(min(start, end), max(start, end)), self._zone)
        both = self.selection
        if which == Sweep.OTHER and both.chosen is not None:
            self.select(both.comparing(swept))
        else:
            self.select(both.choosing(swept))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select by keys; see the class."""
        wished = self._selection_for(event)
        if wished is None:
            super().keyPressEvent(event)
        else:
            self.select(wished)

    def _selection_for(self, event: QKeyEvent) -> Selection | None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_S and not event.modifiers():
            end = min(self.span.end, float(self._now_ms or self.span.end))
            today = words.local_time(end - 1, self._zone).date()
            return self.selection.choosing(span_of(Days.last_days(today, 28), self._zone))
        if self.selection.chosen is None:
            return None
        if key == Qt.Key.Key_Escape and self._cursor is None:
            return Selection(against=self.selection.against, swept=self.selection.swept)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if shift and key in steps:
            return self.selection.moved(steps[Qt.Key(key)])
        sizes = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        return self.selection.widened(sizes[Qt.Key(key)]) if shift and key in sizes else None


def _is_recalled(one: Series, index: int) -> bool:
    return one.flags is not None and bool(one.flags[index] & RECALLED)
