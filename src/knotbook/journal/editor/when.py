"""The fields for when: in the wall time of the entry's own zone."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QTimeEdit, QWidget

from knotbook.controls.field import AnswerError, Field
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.wall_time import after_gap, moments_of, offset_words
from knotbook.resources.theme import Theme

DROP_DOWN = "QDateEdit::drop-down { border: none; width: 24px; }"
"""A quiet button at the end of a date, as combo boxes have it."""

NO_BUTTONS = """QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
QTimeEdit::up-arrow, QTimeEdit::down-arrow { image: none; width: 0; height: 0; }"""
"""A time is typed, or stepped with the arrow keys."""


def _date_edit(parent: QWidget) -> QDateEdit:
    edit = QDateEdit(parent)
    edit.setCalendarPopup(True)
    edit.setStyleSheet(DROP_DOWN)
    edit.setDisplayFormat("ddd d MMM yyyy")
    return edit


class DateField(Field):
    """A day that is not still to come."""

    def __init__(self, label: str, clock: Clock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self._clock = clock
        self.date = _date_edit(self)
        self._put(self.date)
        self.date.dateChanged.connect(lambda _date: self.edited.emit())

    def _show(self, value: date) -> None:
        self.date.setDate(QDate(value.year, value.month, value.day))

    def _raw(self) -> date:
        day = self.date.date()
        return date(day.year(), day.month(), day.day())

    def _parse(self) -> date:
        if self._raw() > self._clock.now().day():
            raise AnswerError(self.tr("That day is still to come."))
        return self._raw()


class WhenField(Field):
    """Day and time where the person was.

    A time that the clocks showed twice asks which; one they skipped is refused, and so is one still to come.
    """

    def __init__(self, label: str, clock: Clock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, theme, parent)
        self._clock = clock
        self._like = clock.now()
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.date = _date_edit(box)
        self.time = QTimeEdit(box)
        self.time.setStyleSheet(NO_BUTTONS)
        self.time.setMaximumWidth(self.fontMetrics().horizontalAdvance("00:00") + 40)
        for line in self.time.findChildren(QLineEdit):
            line.setTextMargins(8, 0, 0, 0)  # the style forgets its padding without buttons
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        self.which = QComboBox(box)
        self.which.setAccessibleName(self.tr("The clocks showed this time twice: which one?"))
        self.zone = QLabel(box)
        self.zone.setProperty("role", "caption")
        for widget in (self.date, self.time, self.which, self.zone):
            row.addWidget(widget)
        row.addStretch(1)
        self._put(self.date, name=self.tr("Day"), shown=box)
        self.date.dateChanged.connect(lambda _date: self._changed())
        self.time.timeChanged.connect(lambda _time: self._changed())
        self.which.activated.connect(lambda _index: self.edited.emit())

    def _show(self, value: Instant) -> None:
        self._like = value
        wall = value.local()
        self.date.setDate(QDate(wall.year, wall.month, wall.day))
        self.time.setTime(QTime(wall.hour, wall.minute))
        self._offer(value.utc_ms)

    def _raw(self) -> tuple[datetime, int]:
        return self._wall(), max(0, self.which.currentIndex())

    def _parse(self) -> Instant:
        possible = moments_of(self._wall(), self._like)
        if not possible:
            shown = after_gap(self._wall(), self._like)
            words = self.tr("The clocks went forward past this time; {time} was next.")
            raise AnswerError(words.format(time=f"{shown:%H:%M}"))
        chosen = possible[min(max(0, self.which.currentIndex()), len(possible) - 1)]
        if chosen.utc_ms > self._clock.now().utc_ms:
            raise AnswerError(self.tr("That is still to come."))
        return chosen

    def _wall(self) -> datetime:
        """The time that is shown, with the seconds of the entry as long as hour and minute stay the same."""
        day, clock = self.date.date(), self.time.time()
        was = self._like.local()
        same = (was.hour, was.minute) == (clock.hour(), clock.minute())
        seconds = time(clock.hour(), clock.minute(), was.second if same else 0, was.microsecond if same else 0)
        return datetime.combine(date(day.year(), day.month(), day.day()), seconds)

    def _changed(self) -> None:
        self._offer(None)
        self.edited.emit()

    def _offer(self, utc_ms: int | None) -> None:
        """Offer the two moments of an autumn night; `utc_ms`: the one to mark."""
        possible = moments_of(self._wall(), self._like)
        self.which.clear()
        for moment, words in zip(possible, (self.tr("first, {offset}"), self.tr("second, {offset}")), strict=False):
            self.which.addItem(words.format(offset=offset_words(moment.offset_min)))
        marked = [index for index, moment in enumerate(possible) if moment.utc_ms == utc_ms]
        self.which.setCurrentIndex(marked[0] if marked else 0)
        self.which.setVisible(len(possible) > 1)
        self.zone.setText(self._like.zone.replace("_", " "))
