"""Dates and numbers as they are said in the language of the application."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_text(day: date, form: str = "ddd d MMM yyyy") -> str:
    """A date; `form` as QLocale takes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def month_name(month: int) -> str:
    """The name of a month, 1 to 12, standing alone and short."""
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def weekday_name(weekday: int, form: QLocale.FormatType = QLocale.FormatType.ShortFormat) -> str:
    """The name of a weekday; 0 is Monday."""
    return QLocale().standaloneDayName(weekday + 1, form)


def number_text(number: float, digits: int = 1) -> str:
    """A number, with decimals only if it has any."""
    return QLocale().toString(float(number), "f", 0 if number == round(number) else digits)
