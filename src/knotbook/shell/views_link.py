"""Ties the still views of the Trends page (calendar, hours, levels, gaps, responses, dose) to the diary.

A view computes when it is seen and something it shows has changed since; never while it is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from knotbook.analysis.measures import Span
from knotbook.analysis.responses import tried
from knotbook.analysis.subjects import GroupOf, SpotOf, Subject, sides_of
from knotbook.charts.figure import Figure
from knotbook.charts.figure_view import FigureView
from knotbook.charts.plot_picture import plot_picture
from knotbook.charts.save_button import SaveButton
from knotbook.charts.span_dates import SpanDates
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Day, Kind
from knotbook.resources.theme import Theme
from knotbook.shell.chart_saver import ChartSaver
from knotbook.shell.trend_link import TrendLink
from knotbook.shell.trends_page import TrendsPage
from knotbook.shell.view_figures import ViewFigures, Wanted, span_words

_PLACE, _SPAN, _MUSCLE = "place", "span", "muscle"
_LEVELS_DAYS = (91, 30, 364, None)
_OWN = -1  # in the box of spans: the dates beside it


@dataclass
class _One:
    """A view, what makes its figure, which records it depends on, and what it shows."""

    view: FigureView
    make: Callable[[Wanted], Figure]
    kinds: frozenset[Kind]
    wanted: Wanted
    of_places: bool = True
    shows: Wanted | None = None


class ViewsLink(QObject):
    """`entry_clicked(str)`: an entry of a day that was clicked."""

    entry_clicked = Signal(str)

    def __init__(
        self,
        page: TrendsPage,
        diary: Diary,
        trends: TrendLink,
        clock: Clock,
        theme: Theme,
        saver: ChartSaver,
    ) -> None:
        """`trends`: knows what is ticked on `page`, its ratings, names and colours, and shows it over time."""
        super().__init__(trends)
        self._page, self._diary, self._trends, self._shelf = page, diary, trends, trends.shelf
        self._clock, self._theme, self._saver = clock, theme, saver
        self.figures = ViewFigures(diary, self._shelf, trends.view.chart.colour_of, clock, theme)
        self._views: dict[str, _One] = {}
        self._add_all()
        self._save_over_time = SaveButton(page)
        self._save_over_time.chosen.connect(self._save_plot)
        page.add_at_end(self._save_over_time)
        page.order_keys()
        page.view_shown.connect(lambda key: self._save_over_time.setVisible(key not in self._views))
        page.subjects_chosen.connect(lambda _subjects: self.refresh())
        trends.day_began.connect(self.refresh)
        diary.changed.connect(self._changed)
        diary.state_changed.connect(self.forget)  # not a lambda: the diary would keep the whole window

    def view(self, key: str) -> FigureView:
        """The view of that key; raises KeyError if there is none."""
        return self._views[key].view

    def refresh(self) -> None:
        """Bring the view that is seen up to date; the others follow when they are seen."""
        for key, one in self._views.items():
            if one.view.isVisible():
                self._bring_up(key)

    def forget(self) -> None:
        """Another diary: everything is to be computed anew."""
        for one in self._views.values():
            one.shows = None
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; figures know some of them, so they are made anew."""
        self._theme = self.figures.theme = theme
        for one in self._views.values():
            one.view.set_theme(theme)
        self.forget()

    # --- the views

    def _add_all(self) -> None:
        make, pain = self.figures, frozenset({Kind.PAIN, Kind.SPOT})
        with_days = pain | {Kind.DAY}
        begins = with_days | {Kind.RELEASE}  # the first day of all is that of the first of any of them
        self._add("calendar", self.tr("Calendar"), make.calendar, begins)
        self._views["calendar"].view.add_pager()
        self._views["calendar"].view.turned.connect(self._turn)
        self._add("hours", self.tr("Hours"), make.hours, pain, days=(None, 364, 91, 30))
        self._add("levels", self.tr("Levels"), make.levels, begins, days=_LEVELS_DAYS, of_one=False)
        self._add_dates(self._views["levels"].view)
        self._add("gaps", self.tr("Gaps"), make.gaps, with_days)
        self._add("responses", self.tr("Responses"), self._responses, frozenset({Kind.RELEASE, Kind.RATING}))
        self._views["responses"].view.add_choice(_MUSCLE, self.tr("Which muscle was released"))
        self._views["responses"].of_places = False
        self._add(
            "dose", self.tr("Dose"), make.dose, with_days | {Kind.RELEASE, Kind.EXERCISE}, days=(182, 364, 728, None)
        )

    def _add_dates(self, view: FigureView) -> None:
        """Two free spans for the levels, which the stretches selected over time can be sent to."""
        against = QLabel(self.tr("against"), view)
        self._dates = SpanDates(against, view)
        self._dates.changed.connect(self._compare)
        view.add_below_head(self._dates)
        self._trends.view.levels_wished.connect(self.show_levels)

    def show_levels(self, now: Span, then: Span | None) -> None:
        """Bring the levels of two spans to the front."""
        self._compare(now, then)
        self._page.show_view("levels")

    def _compare(self, now: Span, then: Span | None) -> None:
        one = self._views["levels"]
        one.wanted = replace(one.wanted, spans=(now, then or now.before))
        self._bring_up("levels")

    def _titles(self) -> dict[str, str]:
        return {
            "calendar": self.tr("Worst pain of each day"),
            "hours": self.tr("When in the week it hurts"),
            "levels": self.tr("How often each level was rated"),
            "gaps": self.tr("Days between flares"),
            "responses": self.tr("Pain around each release"),
            "dose": self.tr("What was done, and the pain of the week"),
        }

    def _add(
        self,
        key: str,
        word: str,
        make: Callable[[Wanted], Figure],
        kinds: frozenset[Kind],
        *,
        days: tuple[int | None, ...] = (),
        of_one: bool = True,
    ) -> None:
        view = FigureView(self._titles()[key], self._theme)
        if of_one and key != "calendar":
            view.add_choice(_PLACE, self.tr("Which place"))
        if days:
            view.add_choice(_SPAN, self.tr("Over which time"), [(span_words(n), n) for n in days])
        self._views[key] = _One(view, make, kinds, Wanted(days=days[0] if days else None))
        view.shown.connect(lambda: self._bring_up(key))
        view.choice_made.connect(lambda box, value: self._choose(key, box, value))
        view.save_wanted.connect(lambda kind: self._saver.save(view.picture(), kind))
        view.day_clicked.connect(self._go_to_day)
        self._page.add_view(key, word, view, view.canvas)

    def _choose(self, key: str, box: str, value: object) -> None:
        one = self._views[key]
        if box == _SPAN and value == _OWN:
            one.wanted = replace(one.wanted, spans=self.figures.level_spans(one.wanted))
        elif box == _SPAN:
            one.wanted = replace(one.wanted, days=value if isinstance(value, int) else None, spans=None)
        elif box == _MUSCLE:
            one.wanted = replace(one.wanted, muscle=value if isinstance(value, Place) else None)
        elif isinstance(value, Place | SpotOf | GroupOf):
            one.wanted = replace(one.wanted, subject=value)
        self._bring_up(key)

    def _turn(self, way: int) -> None:
        one = self._views["calendar"]
        one.wanted = replace(one.wanted, back=max(0, one.wanted.back - way))
        self._bring_up("calendar")

    # --- computing

    def _bring_up(self, key: str) -> None:
        """Show what is wanted, unless it is shown already."""
        if not self._diary.is_open:
            return
        one = self._views[key]
        one.wanted = self._now_wanted(one)
        if one.wanted == one.shows:
            return
        one.view.show_figure(one.make(one.wanted))
        one.shows = one.wanted
        if key == "calendar":
            self._set_ends(one)
        if key == "levels":
            self._show_spans(one)

    def _show_spans(self, one: _One) -> None:
        """The dates that are compared, and whether they are the person's own."""
        items: list[tuple[str, object]] = [(span_words(days), days) for days in _LEVELS_DAYS]
        own = one.wanted.spans is not None
        one.view.set_choices(_SPAN, [*items, (self.tr("these days"), _OWN)], _OWN if own else one.wanted.days)
        self._dates.show_days(*self.figures.level_spans(one.wanted))

    def _now_wanted(self, one: _One) -> Wanted:
        """What is wanted with what is ticked now; fills the box of places if that has changed."""
        ticked = tuple(self._trends.chosen)
        offered: list[Subject] = list(ticked) if one.of_places else list(self.figures.pains(ticked))
        subject = one.wanted.subject if one.wanted.subject in offered else next(iter(offered), None)
        if one.view.has_choice(_PLACE):
            one.view.set_choices(_PLACE, [(self._shelf.name(place), place) for place in offered], subject)
        return replace(one.wanted, subjects=ticked, subject=subject, today=self._clock.now().day())

    def _responses(self, wanted: Wanted) -> Figure:
        rows = self.figures.response_rows(wanted.subject) if isinstance(wanted.subject, Place) else []
        words = self.tr("released: {place} ({n})")
        items = [(words.format(place=self._shelf.name(place), n=n), place) for place, n in tried(rows)]
        self._views["responses"].view.set_choices(_MUSCLE, items, wanted.muscle)
        return self.figures.responses(wanted, rows)

    def _set_ends(self, one: _One) -> None:
        begins = self._diary.reader.days_begin()
        first = self.figures.months(one.wanted).first
        one.view.set_ends(earlier=begins is not None and begins < first, later=one.wanted.back > 0)

    def _changed(self, changes: Changes) -> None:
        for one in self._views.values():
            if changes.everything or changes.kinds & one.kinds:
                one.shows = None
        self.refresh()

    # --- what is seen over time

    def _save_plot(self, kind: str) -> None:
        over_time = self._trends.view
        ticked = self._trends.chosen
        shown = sides_of(ticked)[0] if over_time.sides.isChecked() else ticked
        series = [self._shelf.series(one) for one in shown]
        zone = ZoneInfo(self._clock.now().zone)
        chart = over_time.chart
        picture = plot_picture(chart, series, chart.span, self._shelf.name, zone, self._theme)
        title = f"{picture.title}: {self.figures.names(shown)}" if shown else picture.title
        if over_time.measure.currentIndex():  # no rating of its own: which number of them it is
            title = f"{title} · {over_time.measure.currentText()}"
        said = "\n".join((" · ".join(over_time.key.words), picture.sentence, *over_time.findings.sentences)).strip()
        self._saver.save(replace(picture, title=title, sentence=said), kind)

    # --- going to a day

    def _go_to_day(self, day: date) -> None:
        """The newest entry of the person's own day."""
        noon = round((datetime(day.year, day.month, day.day, 12) - datetime(1970, 1, 1)).total_seconds() * 1000)
        reach = 27 * 3_600_000  # half a day and the widest offset there is
        for entry in self._diary.reader.page(since_ms=noon - reach, until_ms=noon + reach, limit=1000):
            body = entry.body
            lived = body.day if isinstance(body, Day) else body.when.day() if hasattr(body, "when") else None
            if lived == day:
                self.entry_clicked.emit(entry.id)
                return
