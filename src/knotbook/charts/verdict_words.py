"""The monthly rule in plain words: hedged, never a cause, never a diagnosis."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from knotbook.analysis.verdict import NEEDED, Finding, Verdict
from knotbook.charts.words import points_text

_EPOCH = date(1970, 1, 1)


def verdict_text(found: Verdict) -> str:
    """One or two sentences, without the name of what they are about."""
    return {
        Finding.NOT_ENOUGH: _not_enough,
        Finding.NO_PAIN: _no_pain,
        Finding.WAVES: _waves,
        Finding.NO_CLEAR: _no_clear,
        Finding.LOWER: _changed,
        Finding.HIGHER: _changed,
        Finding.SETBACK: _setback,
    }[found.finding](found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verdict", text)


def _day(number: int) -> str:
    day = _EPOCH + timedelta(days=number)
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def _not_enough(found: Verdict) -> str:
    if found.missing:
        count = QCoreApplication.translate("Verdict", "%n more rated day(s)", "", found.missing)
        count = count.replace("(s)", "" if found.missing == 1 else "s")
        text = _tr("Not enough yet: {count} by {day}, of {needed} in four weeks.")
        return text.format(count=count, day=_day(found.next_look - 1), needed=NEEDED)
    if found.until:
        return _tr("Not enough yet: these four weeks are complete on {day}.").format(day=_day(found.next_look - 1))
    text = _tr("Not enough yet: the first four weeks are complete on {day}; it takes four more to compare them.")
    return text.format(day=_day(found.next_look - 1))


def _no_pain(_found: Verdict) -> str:
    return _tr("No pain in your last four weeks, and none in your first four.")


def _waves(_found: Verdict) -> str:
    return _tr("Your pain moves in long waves; I can't tell a lasting change from a wave yet.")


def _no_clear(found: Verdict) -> str:
    text = _tr("No clear change yet: the four weeks to {day} averaged {points} {word} than your first four ({range}).")
    points = points_text(abs(found.points))
    return text.format(day=_day(found.until), points=points, word=_word(found), range=_range(found))


def _changed(found: Verdict) -> str:
    text = _tr(
        "The four weeks to {day} averaged {points} {word} than your first four ({range}), more than your usual swing."
    )
    points = points_text(abs(found.points))
    return text.format(day=_day(found.until), points=points, word=_word(found), range=_range(found))


def _setback(found: Verdict) -> str:
    if found.above_first < 0:
        text = _tr(
            "A setback inside an improving trend: the last 7 days averaged {recent} higher than the four weeks "
            "to {day}, "
            "and still {below} lower than your first four."
        )
    else:
        text = _tr(
            "A setback after an improving trend: the last 7 days averaged {recent} higher than the four weeks "
            "to {day}, "
            "as high as your first four. One week does not undo months, or tell how it goes on."
        )
    return text.format(recent=points_text(found.recent), day=_day(found.until), below=points_text(-found.above_first))


def _word(found: Verdict) -> str:
    return _tr("lower") if found.points <= 0 else _tr("higher")


def _range(found: Verdict) -> str:
    """The likely range of the difference, counted the way it went."""
    sign = -1 if found.points <= 0 else 1
    low, high = sorted((sign * found.low, sign * found.high))
    least = _tr("a little over 0") if 0 < low < 0.05 else points_text(low)  # 0.0 would read as no difference at all
    return _tr("likely range {low} to {high}").format(low=least, high=points_text(high))
