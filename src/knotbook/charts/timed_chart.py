"""A chart over time: whose curves, which stretch, and how to move in it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from knotbook.analysis.series import Series
from knotbook.charts import words
from knotbook.charts.chart_head import ChartHead
from knotbook.charts.colours import PlaceColours
from knotbook.charts.glass import Glass
from knotbook.charts.keys import PAN, ZOOM, span_for_key
from knotbook.charts.legend import Legend
from knotbook.charts.notice import Notice
from knotbook.charts.plot import Plot
from knotbook.charts.span import Span, last_days, limits, whole
from knotbook.charts.span_bar import SpanBar
from knotbook.controls.speak_as import speak_as
from knotbook.resources.theme import Theme

_FONT_PX = 12
_ENDS_FROM_PX = 720
_START_DAYS = 30
_REST_MS = 150
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class TimedChart(QWidget):
    """Curves of several series and what moves them: the wheel zooms in time at the pointer, dragging pans.

    Keys: left and right pan, + and - zoom, Home and End go to the first and last rating, 0 returns to the chosen span.

    `range_changed`: start and end of the time shown, UTC ms.
    """

    range_changed = Signal(float, float)

    def __init__(
        self,
        theme: Theme,
        name_of: words.NameOf,
        zone: str,
        colour_of: words.NameOf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`zone`: IANA name whose local time the axis shows. `colour_of`: `#rrggbb` of a place in the present theme."""
        super().__init__(parent)
        speak_as(self, QAccessible.Role.Chart)
        self._theme, self._name_of, self._zone = theme, name_of, ZoneInfo(zone)
        self._own_colours = PlaceColours(theme.series)
        self.colour_of = colour_of or self._own_colours.colour_of
        self._series: tuple[Series, ...] = ()
        self._days: float | None = _START_DAYS
        self._now_ms: int | None = None
        self._home = self._limits = Span(0, 1)
        self._describe_soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._describe_soon.timeout.connect(self.describe)
        self._build(self._chart_font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pain over time"))
        self.show_series(())

    def _chart_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(_FONT_PX)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _build(self, font: QFont) -> None:
        self._legend = Legend(self._theme, font, self)
        self._bar = SpanBar(self._theme, self)
        self._plot = Plot(self._theme, self._zone, font, self)
        self._notice = Notice(self._theme, self._plot)
        self._glass = Glass(self._theme, font, self)
        self._head = ChartHead(self._legend, self._bar, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._plot, 1)
        self._connect()

    def _connect(self) -> None:
        self._bar.chosen.connect(self.set_span)
        self._plot.resized.connect(self._place_glass)
        self._glass.dragged.connect(lambda px: self._pan(-px / max(1.0, self._plot.area.width())))
        self._glass.pushed.connect(lambda notches: self._pan(notches * PAN / 2))
        self._glass.turned.connect(self._zoom_at)

    # --- state handed in

    def show_series(self, series: Sequence[Series]) -> None:
        """Show these places; an empty series is named and said to be empty. The time shown stays if it still can."""
        before = tuple(one.place for one in self._series)
        self._series = tuple(series)
        self._let_go_of_all()
        self._draw()
        self._name_curves()
        moved = not self._plot.span.is_about(self._home) and before == tuple(one.place for one in self._series)
        self._find_home()
        self.show_span(self._plot.span if moved else self._home)

    def _draw(self) -> None:
        self._plot.show_series(self._series, self._theme, self._colours())

    def set_span(self, days: float | None) -> None:
        """Show the last `days`, or everything."""
        self._days = days
        self._find_home()
        self.show_span(self._home)

    def set_now(self, utc_ms: int) -> None:
        """End the spans at this moment instead of the last rating."""
        self._now_ms = utc_ms
        self.set_span(self._days)

    def set_zone(self, zone: str) -> None:
        """The person has travelled: the axis shows the local time of another IANA zone."""
        if zone != self._zone.key:
            self._zone = ZoneInfo(zone)
            self._plot.set_zone(self._zone)
            self.show_series(self._series)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self._own_colours.set_palette(theme.series)
        for part in (self._legend, self._bar, self._notice, self._glass):
            part.set_theme(theme)
        self._plot.set_theme(theme, self._colours())
        self._name_curves()
        self._let_go_of_all()

    @property
    def span(self) -> Span:
        """The time shown."""
        return self._plot.span

    def _colours(self) -> list[str]:
        return [self.colour_of(one.place) for one in self._series]

    # --- moving in time

    def _ends(self) -> tuple[float, float] | None:
        filled = [one for one in self._series if len(one)]
        if not filled:
            return None
        return float(min(one.utc_ms[0] for one in filled)), float(max(one.utc_ms[-1] for one in filled))

    def _find_home(self) -> None:
        ends = self._ends()
        self._plot.set_blank(ends is None and self._now_ms is None)
        now = float(self._now_ms or 0)
        first, last = ends or (now, now)
        last = max(last, now)
        self._home = whole(first, last) if self._days is None else last_days(self._days, last)
        self._limits = limits(first, last, self._home)

    def show_span(self, span: Span) -> None:
        """Show this time, or as much of it as there is."""
        span = span.within(self._limits)
        self._plot.set_span(span)
        self._bar.show_days(self._days, any_span=not span.is_about(self._home))
        self._moved()
        self._notice.show_state(self._series, span, self._plot.all_zero, self._zone)
        self._describe_soon.start()
        self.range_changed.emit(span.start, span.end)

    def _pan(self, share: float) -> None:
        self.show_span(self._plot.span.panned(share))

    def _zoom_at(self, at: QPointF, notches: float) -> None:
        moment, _level = self._plot.from_px(at)
        self.show_span(self._plot.span.zoomed(ZOOM**notches, moment))

    # --- what is pointed at, in charts where something is

    def _let_go_of_all(self) -> None:
        """Other curves or other colours: what is read out holds no more."""

    def _moved(self) -> None:
        """What is pointed at is elsewhere now."""

    # --- keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it came by the keyboard."""
        self._glass.set_ring(event.reason() in _BY_KEYBOARD)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere."""
        self._glass.set_ring(False)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan, zoom, walk; see the class."""
        if not self._key(event.key(), event.text()):
            super().keyPressEvent(event)

    def _key(self, key: int, text: str) -> bool:
        """Do what the key says; False if it says nothing here."""
        goal = span_for_key(key, text, self._plot.span, self._home, self._limits)
        if goal is None:
            return False
        self.show_span(goal)
        return True

    # --- looks

    def describe(self) -> None:
        """Put what is shown into words for a screen reader; done by itself once the time shown has come to rest."""
        self._describe_soon.stop()
        self.setAccessibleDescription(words.chart_sentence(self._series, self._plot.span, self._name_of, self._zone))

    def _name_curves(self) -> None:
        names = [(self._name_of(one.place), self.colour_of(one.place)) for one in self._series]
        at_ends = len(names) > 1 and self.width() >= _ENDS_FROM_PX
        self._plot.name_ends(names if at_ends else ())
        self._legend.show_places(() if at_ends else names)
        self._head.arrange()

    def _place_glass(self) -> None:
        self._glass.setGeometry(self._plot.geometry())
        self._glass.area = self._plot.area
        self._notice.centre_in(self._plot.area.toRect())
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the curves at their ends where there is room, else in the head."""
        super().resizeEvent(event)
        self._name_curves()
