"""The numbers of a selected stretch beside those of the one it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.analysis.measures import Span as Days
from knotbook.analysis.summary import Summary
from knotbook.charts.selection import Against
from knotbook.charts.span_dates import SpanDates
from knotbook.charts.words import level_text

_NONE = "–"


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A series in both stretches; None: no rating there."""

    name: str
    colour: str
    now: Summary | None
    then: Summary | None


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
        self._against.setToolTip(self.tr("Held against; or drag with Alt over any stretch"))
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
        column.setContentsMargins(8, 0, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.dates)
        column.addLayout(self._grid)
        self.hide()

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
        self.setAccessibleDescription(" ".join(self._sentence(row) for row in rows))
        self.show()

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
        return f"{row.name}: " + "; ".join(said.format(head=h, now=a, then=b) for h, a, b in pairs) + "."


def numbers(summary: Summary | None) -> tuple[str, ...]:
    """Ratings, mean, median, worst and days over 4 as text."""
    if summary is None:
        return ("0", _NONE, _NONE, _NONE, _NONE)
    levels = (level_text(round(value, 1)) for value in (summary.mean, summary.median, summary.worst))
    bad = f"{summary.bad_days}/{summary.days}"
    return (QLocale().toString(summary.count), *levels, bad)
