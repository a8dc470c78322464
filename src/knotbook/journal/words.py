"""The words of the journal for kinds, signs, moments, days and times."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from knotbook.domain.records import Effort, Kind, Moment, Sign

tr = QCoreApplication.translate


def kind_words(kind: Kind) -> str:
    """What a record type is called in the journal."""
    return {
        Kind.PAIN: tr("journal", "Pain"),
        Kind.JOINT_SIGN: tr("journal", "Joint sign"),
        Kind.RELEASE: tr("journal", "Release"),
        Kind.RATING: tr("journal", "Rating"),
        Kind.EXERCISE: tr("journal", "Exercise"),
        Kind.DAY: tr("journal", "Check-in"),
        Kind.SPOT: tr("journal", "Point"),
        Kind.PHOTO: tr("journal", "Photo"),
        Kind.ROUTINE: tr("journal", "Routine"),
        Kind.WORD: tr("journal", "Word"),
    }[kind]


def count_words(kind: Kind, number: int) -> str:
    """How many of a record type: "1 pain", "12 check-ins"."""
    one, many = {
        Kind.PAIN: (tr("journal", "1 pain"), tr("journal", "{n} pains")),
        Kind.JOINT_SIGN: (tr("journal", "1 joint sign"), tr("journal", "{n} joint signs")),
        Kind.RELEASE: (tr("journal", "1 release"), tr("journal", "{n} releases")),
        Kind.RATING: (tr("journal", "1 rating"), tr("journal", "{n} ratings")),
        Kind.EXERCISE: (tr("journal", "1 exercise"), tr("journal", "{n} exercises")),
        Kind.DAY: (tr("journal", "1 check-in"), tr("journal", "{n} check-ins")),
        Kind.SPOT: (tr("journal", "1 point"), tr("journal", "{n} points")),
        Kind.PHOTO: (tr("journal", "1 photo"), tr("journal", "{n} photos")),
        Kind.ROUTINE: (tr("journal", "1 routine"), tr("journal", "{n} routines")),
        Kind.WORD: (tr("journal", "1 word"), tr("journal", "{n} words")),
    }[kind]
    return one if number == 1 else many.format(n=QLocale().toString(number))


def sign_words(sign: Sign) -> str:
    """What a joint did, in a word or two."""
    return {
        Sign.CLICK: tr("journal", "Click"),
        Sign.POP: tr("journal", "Pop"),
        Sign.GRIND: tr("journal", "Grind"),
        Sign.CATCH: tr("journal", "Catch"),
        Sign.GIVING_WAY: tr("journal", "Giving way"),
    }[sign]


def moment_words(moment: Moment) -> str:
    """When a release was rated, in words."""
    return {
        Moment.BEFORE: tr("journal", "Before the release"),
        Moment.AFTER: tr("journal", "Right after the release"),
        Moment.HALF_HOUR: tr("journal", "30 minutes after the release"),
        Moment.NEXT_MORNING: tr("journal", "The morning after the release"),
    }[moment]


def effort_words(effort: Effort) -> str:
    """What an exercise was for, in a word."""
    return {
        Effort.STRENGTHEN: tr("journal", "Strengthen"),
        Effort.STRETCH: tr("journal", "Stretch"),
        Effort.MOBILITY: tr("journal", "Mobility"),
        Effort.CARDIO: tr("journal", "Cardio"),
        Effort.REST: tr("journal", "Rest"),
    }[effort]


def day_words(day: date, today: date) -> str:
    """A day as it is said today: "Today", "Yesterday", "Tue 3 Mar", with the year if it is another one."""
    if day == today:
        return tr("journal", "Today")
    if day == today - timedelta(days=1):
        return tr("journal", "Yesterday")
    return _written(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy", QLocale().name())


@lru_cache(1024)
def _written(day: date, pattern: str, _locale: str) -> str:
    """A day by a pattern of Qt's; every visible row asks for its own with every repaint."""
    return QLocale().toString(_qdate(day), pattern)


def full_day_words(day: date) -> str:
    """A day in full, for assistive technology and tool tips: "Tuesday, 3 March 2026"."""
    return QLocale().toString(_qdate(day), "dddd, d MMMM yyyy")


def time_words(wall: datetime) -> str:
    """The wall time: "09:06"."""
    return f"{wall.hour:02d}:{wall.minute:02d}"


def seconds_words(seconds: int) -> str:
    """A length of time: "45 s", "1 min 30 s", "20 min", "1 h 15 min"."""
    minutes, rest = divmod(seconds, 60)
    if seconds < 60:
        return tr("journal", "{n} s").format(n=seconds)
    if minutes >= 60:
        hours, minutes = divmod(minutes, 60)
        words = tr("journal", "{n} h").format(n=hours)
        return f"{words} {tr('journal', '{n} min').format(n=minutes)}" if minutes else words
    words = tr("journal", "{n} min").format(n=minutes)
    return f"{words} {tr('journal', '{n} s').format(n=rest)}" if rest else words


def number_words(value: float) -> str:
    """A number with the decimal sign of the language, without needless zeros: "7", "7.5"."""
    return QLocale(QLocale().language()).toString(float(value), "g", 12)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
