"""Pain over time with all that belongs to it: how to draw it, the chart, and what can be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from knotbook.analysis.by_day import by_day
from knotbook.analysis.day_marks import EPOCH_DAY
from knotbook.analysis.difference import difference
from knotbook.analysis.marks import MarkKind, Marks
from knotbook.analysis.measures import Measure
from knotbook.analysis.measures import Span as Days
from knotbook.analysis.series import NIGHT, RECALLED, Series
from knotbook.analysis.smooth import LEAST_DAYS
from knotbook.analysis.summary import summarise
from knotbook.analysis.verdict import Verdict, verdict
from knotbook.charts import words
from knotbook.charts.day_table import day_table
from knotbook.charts.findings import Findings
from knotbook.charts.mark_key import MarkKey, Signs
from knotbook.charts.notice import Notice
from knotbook.charts.numbers_table import NumbersTable
from knotbook.charts.selection import Against, Selection
from knotbook.charts.span import Span
from knotbook.charts.span_dates import days_of, span_of
from knotbook.charts.span_table import SpanRow, SpanTable
from knotbook.charts.trend_chart import TrendChart
from knotbook.charts.verdict_words import verdict_text
from knotbook.controls.announce import announce
from knotbook.resources.theme import Theme

_REST_MS = 60  # a drag that selects gives numbers when it rests, not at every pixel


class TrendView(QWidget):
    """Takes series and marks; what is asked of it is answered by itself, except for other series.

    `sides_wished(bool)`: left against right, or only what was chosen. `levels_wished(Days, Days | None)`: how often
    each level was rated in a stretch and in the one it is held against.
    """

    sides_wished = Signal(bool)
    levels_wished = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        name_of: words.NameOf,
        zone: str,
        colour_of: words.NameOf,
        parent: QWidget | None = None,
        chart: TrendChart | None = None,
    ) -> None:
        """`chart`: made beforehand, of the same."""
        super().__init__(parent)
        self._zone = ZoneInfo(zone)
        self._name_of, self._colour_of = name_of, colour_of
        self._series: tuple[Series, ...] = ()
        self._pairs: tuple[int, ...] = ()
        self._today = 0
        self._lanes: tuple[MarkKind, ...] = ()
        self._verdicts: WeakKeyDictionary[Series, tuple[int, Verdict]] = WeakKeyDictionary()
        self.chart = chart or TrendChart(theme, name_of, zone, colour_of)
        self.setFocusProxy(self.chart)
        self.key = MarkKey(theme, self)
        self.findings = Findings(self)
        self.table = SpanTable(self)
        self._count_soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._count_soon.timeout.connect(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_choices())
        column.addWidget(self._build_stack(), 1)
        column.addWidget(self.table)
        column.addWidget(self.findings)
        self._connect()

    def _build_choices(self) -> QHBoxLayout:
        self.measure = QComboBox(self)
        self.measure.setAccessibleName(self.tr("What is drawn"))
        self.measure.setToolTip(self.tr("What is drawn"))
        for _value, text in self._measures():
            self.measure.addItem(text)
        self.sides = self._toggle(self.tr("Left and right"), self.tr("Show the other side of everything too"))
        self.apart = self._toggle(self.tr("Apart"), self.tr("A row for each, on the same time axis"))
        self.selecting = self._toggle(
            self.tr("Select"), self.tr("Drag over a stretch of time to see its numbers (or hold Shift; key S)")
        )
        self.as_table = self._toggle(self.tr("Table"), self.tr("Show the days as a table"))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.measure, self.sides, self.apart, self.selecting, self.as_table):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _build_stack(self) -> QStackedWidget:
        """The chart with what its signs mean, or its days as a table."""
        drawn = QWidget(self)
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chart, 1)
        column.addWidget(self.key)
        self.days = NumbersTable(self.tr("The days of the chart"), self)
        stack = QStackedWidget(self)
        stack.addWidget(drawn)
        stack.addWidget(self.days)
        self.as_table.toggled.connect(lambda on: stack.setCurrentIndex(int(on)))
        return stack

    def _measures(self) -> list[tuple[Measure | None, str]]:
        return [
            (None, self.tr("Every rating")),
            (Measure.WORST, self.tr("Worst of each day")),
            (Measure.MEAN, self.tr("Mean of each day")),
            (Measure.PAIN_DAYS, self.tr("Days over 0")),
            (Measure.BAD_DAYS, self.tr("Days over 4")),
        ]

    @property
    def _measure(self) -> Measure | None:
        return self._measures()[self.measure.currentIndex()][0]

    def _toggle(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        return button

    def _connect(self) -> None:
        self.measure.activated.connect(lambda _row: self._draw())
        self.apart.toggled.connect(lambda _on: self._draw())
        self.sides.toggled.connect(self.sides_wished)
        self.selecting.toggled.connect(self.chart.set_selecting)
        self.as_table.toggled.connect(lambda _on: self._list_days())
        self.chart.range_changed.connect(lambda *_span: self._list_days())
        self.chart.selected.connect(lambda _selection: self._count_soon.start())
        self.table.closed.connect(lambda: self.chart.select(Selection(against=self.chart.selection.against)))
        self.table.against_chosen.connect(self._hold_against)
        self.table.days_changed.connect(self._take_days)
        self.table.levels_wished.connect(lambda: self.levels_wished.emit(*self.table.dates.days()))

    # --- state handed in

    def show_series(self, series: Sequence[Series], pairs: Sequence[int], today: int) -> None:
        """Show these. `pairs`: which belong together, such as left and right; `today`: days since 1970."""
        self._series, self._pairs, self._today = tuple(series), tuple(pairs), today
        self._draw()
        self._say()
        self._list_days()
        self.count()

    def set_prompt(self, text: str) -> None:
        """What to say while no series is shown; taken up with the next series."""
        for notice in self.chart.findChildren(Notice):
            notice.prompt = text

    def show_marks(self, lanes: Sequence[Marks], mark_words: words.MarkWords) -> None:
        """Show these marks under the curves."""
        self._lanes = tuple(lane.kind for lane in lanes if len(lane))
        self.chart.show_marks(lanes, mark_words)
        self._explain()

    def set_now(self, utc_ms: int) -> None:
        """End the spans at this moment."""
        self.chart.set_now(utc_ms)

    def set_zone(self, zone: str) -> None:
        """Days and dates are those of another IANA zone; to be followed by the series."""
        self._zone = ZoneInfo(zone)
        self.chart.set_zone(zone)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self.chart.set_theme(theme)
        self.key.set_theme(theme)
        self._say()
        self.count()

    # --- drawing and saying

    def _draw(self) -> None:
        rows = self._pairs if self.apart.isChecked() else ()
        self.chart.show_trends(self._series, rows, self._measure)
        self._explain()

    def _explain(self) -> None:
        """Say what the signs in the chart mean."""
        flags = [one.flags for one in self._series if one.flags is not None]
        night, recalled = (any((kinds & bit).any() for kinds in flags) for bit in (NIGHT, RECALLED))
        every = self._measure in (None, Measure.WORST)
        shares = self._measure is not None and self._measure.is_share
        course = not shares and any(len(by_day(one)) >= LEAST_DAYS for one in self._series)
        self.key.show_signs(Signs(course, night and every, recalled and every, self._lanes))

    def _list_days(self) -> None:
        """Put the days in sight into the table, while it is looked at."""
        if self.as_table.isChecked():
            days = days_of(self.chart.span, self._zone)
            self.days.show_table(day_table(self._series, days.first, days.last, self._name_of))

    def _verdict(self, one: Series) -> Verdict:
        known = self._verdicts.get(one)
        if known is None or known[0] != self._today:
            known = self._verdicts[one] = (self._today, verdict(by_day(one), self._today))
        return known[1]

    def _say(self) -> None:
        self.findings.show_sentences(
            [
                (self._colour_of(one.place), self._name_of(one.place), self._sentence(one))
                for one in self._series
            ]
        )

    def _sentence(self, one: Series) -> str:
        return verdict_text(self._verdict(one)) if len(one) else self.tr("Nothing logged here.")

    # --- the numbers of a stretch

    def count(self) -> None:
        """Show the numbers of the selected stretch, or what can be said if there is none."""
        self._count_soon.stop()
        selection = self.chart.selection
        self.findings.setVisible(selection.chosen is None and bool(self._series))
        if selection.chosen is None:
            self.table.hide()
            return
        other = selection.other(self.chart.first_ms)
        rows = [self._row(one, selection.chosen, other) for one in self._series]
        before = None if other is None else self._days_of(other)
        self.table.show_rows(self._days_of(selection.chosen), before, selection.against, rows)
        if self.chart.hasFocus():
            announce(self.chart, self.table.accessibleDescription())

    def _row(self, one: Series, now: Span, then: Span | None) -> SpanRow:
        here, who = summarise(one, now.start, now.end), (self._name_of(one.place), self._colour_of(one.place))
        if then is None:
            return SpanRow(*who, here, None)
        apart = difference(one, (now.start, now.end), (then.start, then.end))
        return SpanRow(*who, here, summarise(one, then.start, then.end), apart)

    def _days_of(self, span: Span) -> Days:
        """The days of a stretch; the room that a chart leaves after now is no day yet."""
        days, today = days_of(span, self._zone), date.fromordinal(EPOCH_DAY + self._today)
        return Days(days.first, max(days.first, min(days.last, today)))

    def _hold_against(self, against: Against) -> None:
        selection = self.chart.selection
        swept = selection.swept or selection.other(self.chart.first_ms)
        self.chart.select(Selection(selection.chosen, against, swept))

    def _take_days(self, now: Days, then: Days | None) -> None:
        """Dates were put in: the stretch itself, or the one it is held against, which then is the person's own."""
        selection = self.chart.selection
        other = selection.other(self.chart.first_ms)
        wished = selection.choosing(span_of(now, self._zone))
        if then is not None and (other is None or then != self._days_of(other)):
            wished = selection.comparing(span_of(then, self._zone))
        self.chart.select(wished)
