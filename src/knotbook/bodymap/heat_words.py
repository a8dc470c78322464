"""What the colours show, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from knotbook.analysis.measures import NOW, Choice, Measure, Span
from knotbook.bodymap.scales import Scale


def scale_of(measure: Measure) -> Scale:
    """What a value of `measure` means on the map."""
    return Scale.SHARE if measure.is_share else Scale.NRS


def measure_words(measure: Measure) -> str:
    """Such as "days over 4"."""
    return {
        Measure.MEAN: _tr("mean"),
        Measure.WORST: _tr("worst"),
        Measure.BAD_DAYS: _tr("days over 4"),
        Measure.PAIN_DAYS: _tr("days with pain"),
    }[measure]


def calm_words() -> str:
    """What a day without pain counts as, so that nobody has to guess what a mean is made of."""
    return _tr("A day checked in as “nothing hurt” counts as 0")


def days_words(days: int) -> str:
    """Such as "now", "today", "last 30 days"."""
    if days == NOW:
        return _tr("now")
    return _tr("today") if days == 1 else _tr("last {n} days").format(n=days)


def span_words(span: Span) -> str:
    """Such as "1 May – 9 May 2026", with no more years than needed."""
    last = date_words(span.last)
    if span.days == 1:
        return last
    first = f"{span.first.day} {span.first:%b}" if span.first.year == span.last.year else date_words(span.first)
    return f"{first} – {last}"


def date_words(day: date) -> str:
    """Such as "9 May 2026"."""
    return f"{day.day} {day:%b} {day.year}"


def choice_words(choice: Choice) -> str:
    """Such as "mean, 7 days"; "now" needs no measure."""
    if choice.days == NOW:
        return _tr("now")
    if choice.days is None:
        span = span_words(choice.span(date.min))
    else:
        span = days_words(1) if choice.days == 1 else _tr("{n} days").format(n=choice.days)
    return f"{measure_words(choice.measure)}, {span}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("HeatWords", text)
