"""Reads the diary for the still views of the Trends page and makes their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from knotbook.analysis.day_marks import day_marks, worst_and_mean
from knotbook.analysis.difference import difference
from knotbook.analysis.dose import dose
from knotbook.analysis.flares import gaps
from knotbook.analysis.measures import Span
from knotbook.analysis.responses import Row, responses, tried
from knotbook.analysis.spread import spread
from knotbook.analysis.subjects import GroupOf, SpotOf, Subject
from knotbook.analysis.week_hours import week_hours
from knotbook.charts.calendar import Calendar
from knotbook.charts.day_words import day_text
from knotbook.charts.dose_chart import DoseChart
from knotbook.charts.figure import Figure, Nothing
from knotbook.charts.gap_chart import GapChart
from knotbook.charts.hour_map import HourMap
from knotbook.charts.response_chart import ResponseChart
from knotbook.charts.span_dates import span_of
from knotbook.charts.spread_chart import Named, SpreadChart
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme
from knotbook.shell.subject_shelf import SubjectShelf

DAY_MS = 86_400_000
MONTHS = 12
ALL_WEEKS = 10_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a view is to show. `subjects`: what is ticked; `subject`: the one of them for views of one.

    `days`: so many up to now, None for all. `spans`: two spans of the person's own instead. `back`: how many calendars
    earlier. `muscle`: whose releases.
    `today`: the day it is asked for, so that yesterday's figure is not taken for today's.
    """

    subjects: tuple[Subject, ...] = ()
    subject: Subject | None = None
    days: int | None = None
    spans: tuple[Span, Span | None] | None = None
    back: int = 0
    muscle: Place | None = None
    today: date | None = None


class ViewFigures:
    """One method a view; each reads what it needs and computes once."""

    def __init__(
        self, diary: Diary, shelf: SubjectShelf, colour_of: Callable[[Subject], str], clock: Clock, theme: Theme
    ) -> None:
        self._diary, self._shelf, self._colour_of, self._clock = diary, shelf, colour_of, clock
        self.theme = theme

    def months(self, wanted: Wanted) -> Span:
        """The months of a calendar: twelve, the last one this month or `back` times twelve before.

        The first one with any entry is the first one shown.
        """
        today = self._clock.now().day()
        last = today.year * 12 + today.month - 1 - MONTHS * wanted.back
        first = last - MONTHS + 1
        day = self._diary.reader.days_begin()
        if day is not None:
            first = min(max(first, day.year * 12 + day.month - 1), last)
        end = date((last + 1) // 12, (last + 1) % 12 + 1, 1) - timedelta(days=1)
        return Span(date(first // 12, first % 12 + 1, 1), end)

    def calendar(self, wanted: Wanted) -> Figure:
        """Worst pain of everything ticked, by day."""
        span = self.months(wanted)
        reader = self._diary.reader
        since = round((span.first - date(1970, 1, 2)).total_seconds() * 1000)  # a day of margin for the offsets
        until = round((span.last - date(1969, 12, 30)).total_seconds() * 1000)
        series = [self._shelf.series(one) for one in wanted.subjects]
        marks = day_marks(series, reader.calm_days(), reader.release_rows(since, until), span, reader.checked_days())
        return Calendar(marks, self.names(wanted.subjects), self._clock.now().day(), reader.days_begin())

    def hours(self, wanted: Wanted) -> Figure:
        """Mean pain by weekday and hour."""
        shows = QCoreApplication.translate("ViewsLink", "this shows at which hours of the week it hurts.")
        if wanted.subject is None:
            return self._nothing(shows)
        now = self._clock.now().utc_ms
        since = float("-inf") if wanted.days is None else now - wanted.days * DAY_MS
        found = week_hours(self._shelf.series(wanted.subject), since)
        return HourMap(found, self._shelf.name(wanted.subject), span_words(wanted.days))

    def levels(self, wanted: Wanted) -> Figure:
        """How often each level was rated on the days of one span, against those of another."""
        shows = QCoreApplication.translate("ViewsLink", "this shows how often it was how strong, then and now.")
        if not wanted.subjects:
            return self._nothing(shows)
        now, then = self.level_spans(wanted)
        named = [self._named(one, now, then) for one in wanted.subjects]
        if wanted.spans is None:
            words = span_words(wanted.days), "" if wanted.days is None else _before_words(wanted.days)
        else:
            words = days_text(now), "" if then is None else days_text(then)
        return SpreadChart(named, words, own_days=wanted.spans is not None)

    def _named(self, one: Subject, now: Span, then: Span | None) -> Named:
        series, apart = self._shelf.series(one), None
        if then is not None:
            zone = ZoneInfo(self._clock.now().zone)
            here, there = span_of(now, zone), span_of(then, zone)
            apart = difference(series, (here.start, here.end - 1), (there.start, there.end - 1))
        return Named(spread(series, now, then), self._shelf.name(one), self._colour_of(one), apart)

    def level_spans(self, wanted: Wanted) -> tuple[Span, Span | None]:
        """The days that `levels` counts, and those it holds them against."""
        today = self._clock.now().day()
        if wanted.spans is not None:
            return wanted.spans
        if wanted.days is not None:
            now = Span.last_days(today, wanted.days)
            return now, now.before
        return Span.between(self._diary.reader.days_begin() or today, today), None

    def gaps(self, wanted: Wanted) -> Figure:
        """Days between flares."""
        shows = QCoreApplication.translate("ViewsLink", "this shows how many days lie between flares.")
        if wanted.subject is None:
            return self._nothing(shows)
        days, worst, _mean = worst_and_mean(self._shelf.series(wanted.subject))
        rows = list(zip(days.tolist(), worst.tolist(), strict=True))
        found = gaps(rows, self._diary.reader.calm_days(), self._clock.now().day())
        return GapChart(found, self._shelf.name(wanted.subject), self._colour_of(wanted.subject))

    def pains(self, subjects: Sequence[Subject]) -> list[Place]:
        """The places of what is ticked that pain was logged at: releases are rated by place."""
        found: dict[Place, None] = {}
        for one in subjects:
            if isinstance(one, GroupOf):
                found.update(dict.fromkeys(sorted(self._diary.reader.latest_pain(tuple(self._shelf.places(one))))))
            else:
                found[one.place if isinstance(one, SpotOf) else one] = None
        return list(found)

    def response_rows(self, pain: Place) -> list[Row]:
        """The rated releases at or for a pain."""
        return self._diary.reader.responses(pain)

    def responses(self, wanted: Wanted, rows: Sequence[Row]) -> Figure:
        """Ratings around the releases of one muscle."""
        shows = QCoreApplication.translate(
            "ViewsLink", "and releases are rated before and after, this shows how the pain went."
        )
        pain = wanted.subject
        if not isinstance(pain, Place):
            return self._nothing(shows)
        name, colour = self._shelf.name(pain), self._colour_of(pain)
        muscles = [place for place, _n in tried(rows)]
        muscle = wanted.muscle if wanted.muscle in muscles else muscles[0] if muscles else None
        if muscle is None:
            words = QCoreApplication.translate(
                "ViewsLink", "No release has been rated for {pain} yet.\nIt takes one rating before and one after."
            )
            return Nothing(words.format(pain=name))
        return ResponseChart(responses(rows, muscle, pain), self._shelf.name(muscle), name, colour)

    def dose(self, wanted: Wanted) -> Figure:
        """Minutes and sets a week beside the pain."""
        shows = QCoreApplication.translate(
            "ViewsLink", "this shows releases and exercise of each week beside the pain."
        )
        reader, today, subject = self._diary.reader, self._clock.now().day(), wanted.subject
        pressed, trained = reader.release_weeks(), reader.exercise_weeks()
        if subject is None and not (pressed or trained):
            return self._nothing(shows)
        felt: list[tuple[int, float]] = []
        if subject is not None:
            days, _worst, mean = worst_and_mean(self._shelf.series(subject))
            felt = list(zip(days.tolist(), mean.tolist(), strict=True))
        this = (today.toordinal() - date(1969, 12, 29).toordinal()) // 7
        begun = [(day + 3) // 7 for day, _level in felt[:1]]
        begun += [row[0] for row in (*pressed[:1], *trained[:1])]
        oldest = min([this, *begun])
        asked = ALL_WEEKS if wanted.days is None else wanted.days // 7
        weeks = max(1, min(asked, this - oldest + 1))
        found = dose(felt, reader.calm_days(), pressed, trained, today, weeks)
        if subject is None:
            return DoseChart(found, "", self.theme.ink_faint, self.theme.ink_faint, self._ask_for_pain())
        return DoseChart(found, self._shelf.name(subject), self._colour_of(subject), self.theme.ink_faint)

    def _ask_for_pain(self) -> str:
        if self._diary.reader.pain_begins() is None:
            return QCoreApplication.translate("ViewsLink", "No pain logged yet; once there is, it shows here.")
        return QCoreApplication.translate("ViewsLink", "Tick a place on the left to see its pain here.")

    def names(self, subjects: Sequence[Subject]) -> str:
        """One or two by their names, more by their number; without any, all that was checked in."""
        if not subjects:
            return QCoreApplication.translate("ViewsLink", "Your days")
        if len(subjects) > 2:
            words = QCoreApplication.translate("ViewsLink", "{n} places")
            return words.format(n=len(subjects))
        return ", ".join(self._shelf.name(one) for one in subjects)

    def _nothing(self, shows: str) -> Figure:
        """`shows`: what this view is for."""
        if self._diary.reader.pain_begins() is None:
            words = QCoreApplication.translate("ViewsLink", "No pain logged yet. Once there is, {shows}")
            return Nothing(words.format(shows=shows))
        return Nothing(QCoreApplication.translate("ViewsLink", "Tick a place on the left to see it here."))


def span_words(days: int | None) -> str:
    """The words for the last so many days; None: all."""
    return {
        None: QCoreApplication.translate("ViewsLink", "all time"),
        30: QCoreApplication.translate("ViewsLink", "last 30 days"),
        91: QCoreApplication.translate("ViewsLink", "last 3 months"),
        182: QCoreApplication.translate("ViewsLink", "last 6 months"),
        364: QCoreApplication.translate("ViewsLink", "last year"),
        728: QCoreApplication.translate("ViewsLink", "last 2 years"),
    }[days]


def days_text(span: Span) -> str:
    """Such as "3 Mar – 9 Apr 2026"."""
    same = span.first.year == span.last.year
    return f"{day_text(span.first, 'd MMM' if same else 'd MMM yyyy')} – {day_text(span.last, 'd MMM yyyy')}"


def _before_words(days: int) -> str:
    return {
        30: QCoreApplication.translate("ViewsLink", "30 days before"),
        91: QCoreApplication.translate("ViewsLink", "3 months before"),
        364: QCoreApplication.translate("ViewsLink", "year before"),
    }[days]
