"""The numbers of a selected stretch beside those of the one it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.analysis.difference import LEAST_DAYS, Difference
from knotbook.analysis.measures import Span as Days
from knotbook.analysis.summary import Summary
from knotbook.charts.selection import Against
from knotbook.charts.span_dates import SpanDates
from knotbook.charts.words import level_text, points_text

_NONE, _SIDE_PX = "–", 8
_SPARED = (3, 1, 4)
"""Columns that are left out first where there is little room: the median, the ratings, the worst."""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A series in both stretches; None: no rating there. `difference`: of the means; None: nothing can be said."""

    name: str
    colour: str
    now: Summary | None
    then: Summary | None
    difference: Difference | None = None


class SpanTable(QFrame):
    """`against_chosen`: an `Against`. `days_changed(Days, Days | None)`: other dates of the two were put in.

    `levels_wished`: how often each level was rated in both is asked for. `closed`: the stretch is to be let go.
    """

    against_chosen = Signal(object)
    days_changed = Signal(object, object)
    levels_wished = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._against = QComboBox(self)
        self._against.setAccessibleName(self.tr("Held against"))
        self._against.setToolTip(self.tr("Held against; or drag with Ctrl over any stretch"))
        for _value, text in self._choices():
            self._against.addItem(text)
        self._against.activated.connect(lambda row: self.against_chosen.emit(self._choices()[row][0]))
        self._against.setMinimumWidth(self._against.sizeHint().width())
        self.dates = SpanDates(self._against, self, narrow=True)
        self.dates.changed.connect(self.days_changed)
        levels = QPushButton(self.tr("Levels"), self)
        levels.setProperty("role", "quiet")
        levels.setToolTip(self.tr("How often each level was rated in both"))
        levels.clicked.connect(self.levels_wished)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "quiet")
        close.clicked.connect(self.closed)
        self._ways = QWidget(self)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(levels)
        ways.addWidget(close)
        ways.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._ways, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 4)
        column.setSpacing(4)
        column.addWidget(self.dates)
        column.addLayout(self._grid)
        column.addWidget(self._build_caution())
        self.hide()

    def _build_caution(self) -> QLabel:
        """What a range says, and that who picks stretches by eye finds differences that are chance."""
        self._caution = QLabel(self)
        self._caution.setProperty("role", "caption")
        self._caution.setWordWrap(True)
        return self._caution

    def _choices(self) -> list[tuple[Against, str]]:
        return [
            (Against.BEFORE, self.tr("against just before")),
            (Against.YEAR, self.tr("against a year earlier")),
            (Against.FIRST, self.tr("against the beginning")),
            (Against.OWN, self.tr("against these days")),
        ]

    def show_rows(self, now: Days, then: Days | None, against: Against, rows: Sequence[SpanRow]) -> None:
        """Show both stretches of each series."""
        self.dates.show_days(now, then)
        self._against.setCurrentIndex([value for value, _text in self._choices()].index(against))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._ways:
                widget.hide()
                widget.deleteLater()
        self._grid.addWidget(self._ways, 0, 0)
        for column, text in enumerate(self._heads(), 1):
            self._put(0, column, text, soft=True)
        for number, row in enumerate(rows, 1):
            self._put(number, 0, f'<span style="color:{row.colour}">●</span> {row.name}')
            for column, (here, there) in enumerate(zip(numbers(row.now), numbers(row.then), strict=True), 1):
                self._put(number, column, here if there == here == _NONE else f"<b>{here}</b> · {there}")
            if then is not None:
                self._put(number, len(self._heads()) + 1, difference_text(row.difference))
        if then is not None:
            self._put(0, len(self._heads()) + 1, self._head_of_difference(), soft=True)
        self._caution.setVisible(then is not None)
        self._caution.setText(self._words_of_caution(rows))
        self.setAccessibleDescription(" ".join((*map(self._sentence, rows), self._caution.text())))
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where not all columns have room, leave out some rather than cut off a number; they are still said."""
        room = self.width() - 2 * _SIDE_PX
        for column in _SPARED:
            self._show_column(column, True)
        for column in _SPARED:
            self._grid.invalidate()
            if self._grid.sizeHint().width() <= room:
                break
            self._show_column(column, False)

    def _show_column(self, column: int, seen: bool) -> None:
        for row in range(self._grid.rowCount()):
            item = self._grid.itemAtPosition(row, column)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(seen)

    def _head_of_difference(self) -> str:
        return self.tr("difference (likely range)")

    def _words_of_caution(self, rows: Sequence[SpanRow]) -> str:
        """For ranges if there is one; else what it takes."""
        if any(row.difference is not None for row in rows):
            return self.tr(
                "The difference is that of the means; if its range includes 0, it is not clear. "
                "You chose the days, so any can be chance."
            )
        words = self.tr("For a difference both take {days} rated days, and no day in common.")
        return words.format(days=LEAST_DAYS)

    def _heads(self) -> tuple[str, ...]:
        return (self.tr("ratings"), self.tr("mean"), self.tr("median"), self.tr("worst"), self.tr("days over 4"))

    def _put(self, row: int, column: int, text: str, *, soft: bool = False) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "caption" if soft else "")
        if column:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)

    def _sentence(self, row: SpanRow) -> str:
        pairs = zip(self._heads(), numbers(row.now), numbers(row.then), strict=True)
        said = self.tr("{head} {now}, before {then}")
        parts = [said.format(head=h, now=a, then=b) for h, a, b in pairs]
        if row.difference is not None:
            parts.append(f"{self._head_of_difference()} {difference_text(row.difference)}")
        return f"{row.name}: " + "; ".join(parts) + "."


def numbers(summary: Summary | None) -> tuple[str, ...]:
    """Ratings, mean, median, worst and days over 4 as text."""
    if summary is None:
        return ("0", _NONE, _NONE, _NONE, _NONE)
    levels = (level_text(round(value, 1)) for value in (summary.mean, summary.median, summary.worst))
    bad = f"{summary.bad_days}/{summary.days}"
    return (QLocale().toString(summary.count), *levels, bad)


def difference_text(found: Difference | None) -> str:
    """Such as "−0.4 (−1.5 to 0.7)"; a dash where nothing can be said."""
    if found is None:
        return _NONE
    text = QCoreApplication.translate("SpanTable", "{points} ({low} to {high})")
    return text.format(points=points_text(found.points), low=points_text(found.low), high=points_text(found.high))
