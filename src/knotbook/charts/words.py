"""What a chart says: read-outs and sentences, in the language and the date order of the application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from knotbook.analysis.marks import Mark
from knotbook.analysis.series import Series
from knotbook.analysis.subjects import Subject
from knotbook.analysis.summary import Summary, summarise
from knotbook.charts.span import Span

NameOf = Callable[[Subject], str]
MarkWords = Callable[[Mark], str]


def level_text(level: float) -> str:
    """An NRS level as it is said: 6, or 4.3 with the decimal sign of the language."""
    return QLocale().toString(level, "f", 0 if level == round(level) else 1)


def points_text(points: float) -> str:
    """A difference of NRS levels to a tenth, with the minus sign of print."""
    return QLocale().toString(round(points, 1) + 0.0, "f", 1).replace("-", "−")


def moment_text(local: datetime, with_year: bool) -> str:
    """Such as "Tue 3 Mar 14:20"."""
    moment = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
    return QLocale().toString(moment, "ddd d MMM yyyy HH:mm" if with_year else "ddd d MMM HH:mm")


def local_time(utc_ms: float, zone: ZoneInfo) -> datetime:
    """The wall time (naive) of a moment in a zone."""
    return datetime.fromtimestamp(utc_ms / 1000, zone).replace(tzinfo=None)


def lived_time(series: Series, index: int, zone: ZoneInfo) -> datetime:
    """The wall time of a rating where the person was (naive); by `zone` if the diary did not keep the offset."""
    utc_ms = int(series.utc_ms[index])
    if series.offset_min is None:
        return local_time(utc_ms, zone)
    return datetime(1970, 1, 1) + timedelta(milliseconds=utc_ms, minutes=int(series.offset_min[index]))


def chart_sentence(series: Sequence[Series], span: Span, name_of: NameOf, zone: ZoneInfo) -> str:
    """Everything a chart shows, for a screen reader, one sentence a place."""
    if not series:
        return QCoreApplication.translate("RegionChart", "No place is shown.")
    return " ".join(_place_sentence(one, span, name_of(one.place), zone) for one in series)


def _place_sentence(one: Series, span: Span, name: str, zone: ZoneInfo) -> str:
    summary = summarise(one, span.start, span.end)
    if summary is None:
        return QCoreApplication.translate("RegionChart", "{name}: no ratings in this time.").format(name=name)
    if summary.count == 1:
        text = QCoreApplication.translate("RegionChart", "{name}: one rating on {first}, {last}.")
    else:
        text = QCoreApplication.translate(
            "RegionChart",
            "{name}: {count} ratings between {first} and {end}, last {last}, mean {mean}, worst {worst}.",
        )
    return text.format(name=name, **_numbers(summary, zone))


def _numbers(summary: Summary, zone: ZoneInfo) -> dict[str, str]:
    return {
        "count": QLocale().toString(summary.count),
        "first": _day_text(summary.first_ms, zone),
        "end": _day_text(summary.last_ms, zone),
        "last": level_text(summary.last),
        "mean": level_text(round(summary.mean, 1)),
        "worst": level_text(summary.worst),
    }


def _day_text(utc_ms: int, zone: ZoneInfo) -> str:
    local = local_time(utc_ms, zone)
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")
