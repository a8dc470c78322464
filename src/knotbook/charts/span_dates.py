"""Two stretches of days as dates that can be typed: one, and the one it is held against."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QHBoxLayout, QLabel, QWidget

from knotbook.analysis.bins import DAY_MS
from knotbook.analysis.measures import Span as Days
from knotbook.charts.span import Span
from knotbook.charts.words import local_time

_GAP_PX = 6
_BESIDE_DATE_PX = 58  # the frame, and the button that opens the calendar
_TIGHT = "QDateEdit { padding: 6px 2px 6px 8px; } QDateEdit:focus { padding: 5px 1px 5px 7px; }"


class SpanDates(QWidget):
    """Four date fields; `middle` stands between the two pairs. `changed(Days, Days | None)`: other dates were put in.

    A pair the wrong way round is taken as the days between its dates. `narrow`: as little room as the dates need.
    """

    changed = Signal(object, object)

    def __init__(self, middle: QWidget, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._now = self._pair(self.tr("First day"), self.tr("Last day"))
        self._then = self._pair(
            self.tr("First day of what it is held against"), self.tr("Last day of what it is held against")
        )
        self._marks = QLabel("■", self), QLabel("□", self)  # as in the legend of the levels: filled now, hollow then
        self._dashes = QLabel("–", self), QLabel("–", self)
        self._sides = tuple(self._side(number, middle) for number in range(2))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        for side in self._sides:
            self._row.addWidget(side)
        self._row.addStretch(1)

    def _side(self, number: int, middle: QWidget) -> QWidget:
        """The fields of one stretch in a row; the second begins with what stands between the two."""
        side = QWidget(self)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        first, last = (self._now, self._then)[number]
        parts = (self._marks[number], first, self._dashes[number], last)
        for widget in (middle, *parts) if number else parts:
            row.addWidget(widget)
        row.addStretch(1)
        return side

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider half: where there is no room for both beside each other, they stand in two rows."""
        wide = max(side.sizeHint().width() for side in self._sides)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._narrow:
            for edit in (*self._now, *self._then):
                edit.setFixedWidth(edit.fontMetrics().horizontalAdvance("30 Sep 26") + _BESIDE_DATE_PX)
        need = sum(side.sizeHint().width() for side in self._sides) + _GAP_PX
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if need <= self.width() else way.TopToBottom)

    def _pair(self, first: str, last: str) -> tuple[QDateEdit, QDateEdit]:
        return self._edit(first), self._edit(last)

    def _edit(self, name: str) -> QDateEdit:
        edit = QDateEdit(self)
        edit.setAccessibleName(name)
        edit.setToolTip(name)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yy" if self._narrow else "d MMM yyyy")
        if self._narrow:
            edit.setStyleSheet(_TIGHT)
        edit.setKeyboardTracking(False)  # counts once a date is whole, not at every key
        edit.dateChanged.connect(lambda _day: self.changed.emit(*self.days()))
        return edit

    def days(self) -> tuple[Days, Days | None]:
        """What stands in the fields; None while there is nothing to hold it against."""
        now, then = (Days.between(*(_day(edit.date()) for edit in pair)) for pair in (self._now, self._then))
        return now, None if self._then[0].isHidden() else then

    def show_days(self, now: Days, then: Days | None) -> None:
        """Put these into the fields, without saying so."""
        for pair, span in ((self._now, now), (self._then, then)):
            if span is not None:
                for edit, day in zip(pair, (span.first, span.last), strict=True):
                    with QSignalBlocker(edit):
                        edit.setDate(QDate(day.year, day.month, day.day))
        for widget in (*self._then, self._dashes[1]):
            widget.setVisible(then is not None)
        for mark, seen in zip(self._marks, (True, then is not None), strict=True):
            mark.setVisible(seen and not self._narrow)
        self._arrange()


def days_of(span: Span, zone: ZoneInfo) -> Days:
    """The days a stretch of time touches."""
    first, last = local_time(span.start, zone).date(), local_time(span.end - 1, zone).date()
    return Days(first, max(first, last))


def whole_days(span: Span, zone: ZoneInfo) -> Span:
    """From midnight to midnight, each the nearest to an end of a stretch; the day of its middle where that is none.

    Numbers of half a day more than the dates beside them say would be those of no days at all.
    """
    first, after, middle = (
        local_time(at, zone).date()
        for at in (span.start + DAY_MS / 2, span.end + DAY_MS / 2, (span.start + span.end) / 2)
    )
    if first >= after:
        return span_of(Days(middle, middle), zone)
    return span_of(Days(first, after - timedelta(days=1)), zone)


def span_of(days: Days, zone: ZoneInfo) -> Span:
    """From the first midnight to the one after the last day, UTC ms."""
    first, last = (
        datetime.combine(day, time(), zone).timestamp() * 1000 for day in (days.first, days.last + timedelta(days=1))
    )
    return Span(first, last)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
