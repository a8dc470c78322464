"""The day's check-in: nothing hurt, sleep, sitting, stress, mood. What is left out stays unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.amount_box import AmountBox
from knotbook.controls.chips import HEIGHT
from knotbook.controls.scale_strip import ScaleStrip
from knotbook.domain.clock import Clock
from knotbook.domain.records import Day
from knotbook.logbook.days import says_nothing

_ANSWERS = ("sleep_hours", "nights_woken", "sitting_hours", "stress", "mood", "note")


class CheckInPage(QWidget):
    """`saved(Day)`; `day_chosen(date)`: its check-in is wanted. Today is asked about, or yesterday.

    Enter in a number saves, and Ctrl+Enter anywhere here.
    """

    saved = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._body = Day(day=date.min)
        self._today, self._yesterday = self._day_button(self.tr("Today")), self._day_button(self.tr("Yesterday"))
        self._typed: dict[date, dict[str, Any]] = {}
        self._shown: Day | None = None
        self.no_pain = QPushButton(self)
        self.no_pain.setCheckable(True)
        self.no_pain.setMinimumHeight(48)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.sleep = self._hours(self.tr("Hours of sleep"), first=7)
        self.woken = AmountBox(self.tr("Times woken"), self, most=50)
        self.sitting = self._hours(self.tr("Hours of sitting"), first=6)
        self.stress = ScaleStrip(self.tr("Stress, 0 to 10"), self)
        self.mood = ScaleStrip(self.tr("Mood, 0 to 10"), self)
        self.note = QPlainTextEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("role", "primary")
        self._lay_out()
        self._today.clicked.connect(lambda: self.day_chosen.emit(self._clock.now().day()))
        self._yesterday.clicked.connect(lambda: self.day_chosen.emit(self._clock.now().day() - timedelta(days=1)))
        self.no_pain.clicked.connect(lambda _on: self.submit())
        self.save.clicked.connect(self.submit)
        self.save.setToolTip(self.tr("Ctrl+Enter, or Enter in a number"))
        for box in (self.sleep, self.woken, self.sitting):
            box.entered.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.submit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def day(self) -> date:
        """The date that is asked about."""
        return self._body.day

    def show_day(self, body: Day, hurt: str) -> None:
        """Show the check-in of its date so far. `hurt`: in words, what hurt on that day; empty: nothing was logged.

        What was typed and not saved yet stays, for each date: it stands over what the diary says.
        """
        self._keep_typed()
        self._body = body
        self._fill(replace(body, **self._typed.get(body.day, {})), hurt)
        self._shown = replace(self.body(), **{name: getattr(body, name) for name in self._typed.get(body.day, {})})

    def _keep_typed(self) -> None:
        if self._shown is None:
            return
        now = self.body()
        changed = {name: getattr(now, name) for name in _ANSWERS if getattr(now, name) != getattr(self._shown, name)}
        if changed:
            self._typed[self._shown.day] = changed
        else:
            self._typed.pop(self._shown.day, None)

    def _fill(self, body: Day, hurt: str) -> None:
        today = body.day == self._clock.now().day()
        self._today.setChecked(today)
        self._yesterday.setChecked(not today)
        self.no_pain.setText(self.tr("Nothing hurt today") if today else self.tr("Nothing hurt on that day"))
        self.no_pain.setChecked(body.no_pain)
        both = self.tr("{hurt} That stays as it is; the other places you log count as 0.")
        self.hint.setText(both.format(hurt=hurt) if hurt and body.no_pain else hurt)
        self.hint.setVisible(bool(hurt))
        self.sleep.set_amount(body.sleep_hours)
        self.woken.set_amount(body.nights_woken)
        self.sitting.set_amount(body.sitting_hours)
        self.stress.set_value(body.stress)
        self.mood.set_value(body.mood)
        self.note.setPlainText(body.note)

    def start(self) -> None:
        """Put the keyboard on the first answer."""
        self.no_pain.setFocus(Qt.FocusReason.OtherFocusReason)

    def body(self) -> Day:
        """The check-in as it stands in the fields."""
        return replace(
            self._body,
            no_pain=self.no_pain.isChecked(),
            sleep_hours=self.sleep.amount(),
            nights_woken=self.woken.whole(),
            sitting_hours=self.sitting.amount(),
            stress=self.stress.value,
            mood=self.mood.value,
            note=self.note.toPlainText().strip(),
        )

    def submit(self) -> None:
        """Hand over what was said; nothing at all is not a check-in."""
        body = self.body()
        if says_nothing(body) and says_nothing(self._body):
            self.hint.setText(self.tr("Nothing filled in yet: a day without a check-in stays unknown."))
            self.hint.show()
            return
        self._typed.pop(body.day, None)
        self._shown = body
        self.saved.emit(body)

    def _hours(self, name: str, *, first: float) -> AmountBox:
        return AmountBox(name, self, most=24, step=0.5, first=first, decimals=1, unit=self.tr(" h"))

    def _day_button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "chip")
        button.setMinimumHeight(HEIGHT)
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._today)
        days.addWidget(self._yesterday)
        days.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(days)
        column.addWidget(self.no_pain)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addLayout(self._numbers())
        for words, strip in ((self.tr("Stress"), self.stress), (self.tr("Mood"), self.mood)):
            column.addSpacing(4)
            column.addWidget(self._caption(words))
            column.addWidget(strip)
        column.addSpacing(4)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.save)

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        asked = ((self.tr("Slept"), self.sleep), (self.tr("Times woken"), self.woken), (self.tr("Sat"), self.sitting))
        for column, (words, box) in enumerate(asked):
            grid.addWidget(self._caption(words), 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _caption(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "caption")
        return label
