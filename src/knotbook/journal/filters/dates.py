"""Filters by when it happened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLabel, QRadioButton, QWidget

from knotbook.domain.clock import Clock, Instant
from knotbook.journal.filters.button import FilterCard

_SPANS = (1, 7, 30, 90)
_DROP_DOWN = "QDateEdit::drop-down { border: none; width: 24px; }"


class DateCard(FilterCard):
    """The usual spans, which go with the clock, and any two dates. Days are those of the zone the person is in."""

    def __init__(self, name: str, clock: Clock, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._clock = clock
        self._any = self._way(self.tr("Any time"))
        words = (self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Last 90 days"))
        self._spans = {self._way(text): days for text, days in zip(words, _SPANS, strict=True)}
        self._year = self._way(self.tr("This year"))
        self._between = self._way(self.tr("Between two dates"))
        self._first, self._last = self._edit(self.tr("From")), self._edit(self.tr("To"))
        self._lay_out_dates()
        self.clear()

    def span(self) -> tuple[date, date] | None:
        """The first and the last day that are wanted; None: any time."""
        today = self._clock.now().day()
        if self._any.isChecked():
            return None
        if self._year.isChecked():
            return date(today.year, 1, 1), today
        for way, days in self._spans.items():
            if way.isChecked():
                return today - timedelta(days=days - 1), today
        first, last = _day(self._first.date()), _day(self._last.date())
        return min(first, last), max(first, last)

    def bounds(self) -> tuple[int | None, int | None]:
        """The first moment that is wanted and the first one after, in milliseconds UTC; None: no bound."""
        span = self.span()
        if span is None:
            return None, None
        zone = self._clock.now().zone
        until = None if not self._between.isChecked() else _midnight(span[1] + timedelta(days=1), zone)
        return _midnight(span[0], zone), until  # what is dated ahead, by travel or a wrong clock, belongs to today

    def words(self) -> str:
        """The span by name, or the two dates."""
        if self._any.isChecked():
            return ""
        span = self.span()
        if not self._between.isChecked() or span is None:
            return next(way.text() for way in (*self._spans, self._year) if way.isChecked())
        first, last = (QLocale().toString(QDate(d.year, d.month, d.day), "d MMM yyyy") for d in span)
        return first if first == last else f"{first} – {last}"

    def clear(self) -> None:
        """Any time."""
        self._any.blockSignals(True)
        self._any.setChecked(True)
        self._any.blockSignals(False)
        self._offer()

    def take_focus(self) -> None:
        """The way that is chosen."""
        next(way for way in self._ways() if way.isChecked()).setFocus()

    def _ways(self) -> tuple[QRadioButton, ...]:
        return (self._any, *self._spans, self._year, self._between)

    def _way(self, words: str) -> QRadioButton:
        way = QRadioButton(words, self)
        way.toggled.connect(lambda on: self._chosen() if on else None)
        self.column.addWidget(way)
        return way

    def _edit(self, name: str) -> QDateEdit:
        edit = QDateEdit(self)
        edit.setAccessibleName(name)
        edit.setCalendarPopup(True)
        edit.setStyleSheet(_DROP_DOWN)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setMinimumWidth(144)
        edit.dateChanged.connect(lambda _date: self._dated())
        return edit

    def _lay_out_dates(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setSpacing(8)
        for row, edit in enumerate((self._first, self._last)):
            label = QLabel(edit.accessibleName(), self)
            label.setProperty("role", "caption")
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        self.column.addLayout(grid)

    def _chosen(self) -> None:
        self._offer()
        self.changed.emit()

    def _dated(self) -> None:
        """A date that was changed by hand is meant."""
        if self._between.isChecked():
            self.changed.emit()
        else:
            self._between.setChecked(True)

    def _offer(self) -> None:
        """Show the dates of the span that is chosen, to begin with."""
        if not self._between.isChecked():
            today = self._clock.now().day()
            for edit, day in zip((self._first, self._last), self.span() or (today, today), strict=True):
                edit.blockSignals(True)
                edit.setDate(QDate(day.year, day.month, day.day))
                edit.blockSignals(False)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _midnight(day: date, zone: str) -> int:
    return Instant.of(datetime.combine(day, time()), zone).utc_ms
