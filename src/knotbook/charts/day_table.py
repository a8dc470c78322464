"""The days of a chart over time as a table: what the curves stand for, in numbers that can be read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from PySide6.QtCore import QCoreApplication

from knotbook.analysis.by_day import by_day
from knotbook.analysis.day_marks import EPOCH_DAY
from knotbook.analysis.series import Series
from knotbook.analysis.tabular import Cell, Table
from knotbook.charts.words import NameOf


def day_table(series: Sequence[Series], first: date, last: date, name_of: NameOf) -> Table:
    """A row for each rated day of each series from `first` to `last`, the newest first."""
    head = (
        QCoreApplication.translate("DayTable", "Day"),
        QCoreApplication.translate("DayTable", "Place"),
        QCoreApplication.translate("DayTable", "Worst"),
        QCoreApplication.translate("DayTable", "Mean"),
        QCoreApplication.translate("DayTable", "Last"),
        QCoreApplication.translate("DayTable", "Ratings"),
    )
    found: list[tuple[int, int, tuple[Cell, ...]]] = []
    for order, one in enumerate(series):
        days = by_day(one)
        inside = slice(*np.searchsorted(days.day, (_number(first), _number(last) + 1)))
        columns = (days.day, days.worst, days.mean, days.last, days.count)
        name = name_of(one.place)
        for day, worst, mean, late, count in zip(*(column[inside].tolist() for column in columns), strict=True):
            text = date.fromordinal(EPOCH_DAY + day).isoformat()
            found.append((-day, order, (text, name, int(worst), float(mean), int(late), count)))
    found.sort(key=lambda row: row[:2])
    return Table(head, tuple(cells for _day, _order, cells in found))


def _number(day: date) -> int:
    return day.toordinal() - EPOCH_DAY
