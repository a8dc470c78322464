"""The numbers of a selected stretch beside those of the one it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.analysis.summary import Summary
from knotbook.charts.selection import Against
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
    """`against_chosen`: an `Against`. `closed`: the stretch is to be let go."""

    against_chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        self._against = QComboBox(self)
        self._against.setAccessibleName(self.tr("Held against"))
        self._against.setToolTip(self.tr("Held against"))
        for _value, text in self._choices():
            self._against.addItem(text)
        self._against.activated.connect(lambda row: self.against_chosen.emit(self._choices()[row][0]))
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "quiet")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(QLabel(self.tr("against"), self))
        head.addWidget(self._against)
        head.addWidget(close)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._grid)
        self.hide()

    def _choices(self) -> list[tuple[Against, str]]:
        return [
            (Against.BEFORE, self.tr("the same time before")),
            (Against.YEAR, self.tr("a year earlier")),
            (Against.FIRST, self.tr("the beginning")),
            (Against.OWN, self.tr("my own stretch (drag with Alt)")),
        ]

    def show_rows(self, title: str, against: Against, rows: Sequence[SpanRow]) -> None:
        """Show both stretches of each series; `title` says which days."""
        self._title.setText(title)
        self._against.setCurrentIndex([value for value, _text in self._choices()].index(against))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, text in enumerate(self._heads(), 1):
            self._put(0, column, text, soft=True)
        for number, row in enumerate(rows, 1):
            self._put(number, 0, f'<span style="color:{row.colour}">●</span> {row.name}')
            for column, (now, then) in enumerate(zip(numbers(row.now), numbers(row.then), strict=True), 1):
                self._put(number, column, now if then == now == _NONE else f"<b>{now}</b> · {then}")
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
