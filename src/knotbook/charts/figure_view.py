"""A figure with its head (which place, which span, earlier and later, table, Save…) and its sentence below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from knotbook.charts.canvas import Canvas, paint_figure
from knotbook.charts.figure import Figure
from knotbook.charts.numbers_table import NumbersTable
from knotbook.charts.save_button import SaveButton
from knotbook.charts.saving import Picture
from knotbook.resources.theme import Theme

_HEADING_BESIDE = 2
"""So many boxes leave no room for the title in a narrow window; the page's own button says it, too."""


class FigureView(QWidget):
    """`shown`: it came into sight, and what it shows may be out of date. `day_clicked(date)`: that day is wanted.

    `choice_made(str, object)`: another value in the box of that key (see `add_choice`). `turned(int)`: -1 earlier, 1
    later. `save_wanted(str)`: see `SaveButton`.
    """

    shown = Signal()
    day_clicked = Signal(object)
    choice_made = Signal(str, object)
    turned = Signal(int)
    save_wanted = Signal(str)

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._boxes: dict[str, QComboBox] = {}
        self.setAccessibleName(title)
        self.canvas = Canvas(theme, self)
        self.canvas.setAccessibleName(title)
        self.canvas.activated.connect(self._activated)
        self._table = NumbersTable(title, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._table)
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def _lay_out(self) -> None:
        self._heading = QLabel(self.title, self)
        self._heading.setProperty("role", "section")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._heading)
        self._head.addStretch(1)
        self._as_table = QPushButton(self.tr("Table"), self)
        self._as_table.setCheckable(True)
        self._as_table.setProperty("role", "quiet")
        self._as_table.setAccessibleName(self.tr("Show as table"))
        self._as_table.setToolTip(self.tr("Show the numbers as a table"))
        self._as_table.toggled.connect(self._show_table)
        self._head.addWidget(self._as_table)
        self._save = SaveButton(self)
        self._save.chosen.connect(self.save_wanted)
        self._head.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sentence)
        self._column = column

    # --- what the head holds

    def add_choice(self, key: str, name: str, items: Sequence[tuple[str, object]] = ()) -> None:
        """Put a box of (words, value) into the head; `name` for assistive technology."""
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(280)
        self._boxes[key] = box
        self._head.insertWidget(self._head.count() - 2, box)
        box.currentIndexChanged.connect(lambda index: self.choice_made.emit(key, box.itemData(index)))
        self.set_choices(key, items, items[0][1] if items else None)
        self._heading.setVisible(len(self._boxes) < _HEADING_BESIDE)

    def has_choice(self, key: str) -> bool:
        """Whether there is a box of that key."""
        return key in self._boxes

    def set_choices(self, key: str, items: Sequence[tuple[str, object]], chosen: object = None) -> None:
        """What a box offers, and which of it is chosen; it is hidden while there is nothing to choose from."""
        box = self._boxes[key]
        with QSignalBlocker(box):
            box.clear()
            for words, value in items:
                box.addItem(words, value)
            values = [value for _words, value in items]
            box.setCurrentIndex(values.index(chosen) if chosen in values else 0 if items else -1)
        box.setMinimumContentsLength(min(30, 3 + max((len(words) for words, _value in items), default=10)))
        box.setVisible(len(items) > 1)

    def add_below_head(self, widget: QWidget) -> None:
        """Put a row of further choices between the head and the figure."""
        self._column.insertWidget(1, widget)

    def add_pager(self) -> None:
        """Two buttons that go back and forth in time."""
        self._pager = [self._turner("‹", self.tr("Earlier"), -1), self._turner("›", self.tr("Later"), 1)]
        self.set_ends(earlier=False, later=False)

    def _turner(self, words: str, name: str, way: int) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("role", "quiet")
        button.setFixedWidth(36)
        button.clicked.connect(lambda _checked=False: self.turned.emit(way))
        self._head.insertWidget(self._head.count() - 2, button)
        return button

    def set_ends(self, *, earlier: bool, later: bool) -> None:
        """Whether there is anything earlier and later to go to."""
        for button, possible in zip(self._pager, (earlier, later), strict=True):
            button.setEnabled(possible)

    # --- what it shows

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self.canvas.figure

    def show_figure(self, figure: Figure) -> None:
        """Show another figure, its sentence and its table."""
        self.canvas.show_figure(figure)
        self._sentence.setText("" if figure.notice else figure.sentence())
        self._sentence.setVisible(not figure.notice)
        table = figure.table()
        self._as_table.setEnabled(bool(table.rows))
        self._save.setEnabled(bool(table.rows))
        self._as_table.setChecked(self._as_table.isChecked() and bool(table.rows))
        self._table.show_table(table)

    def picture(self) -> Picture:
        """What is saved: the figure as large as it is seen, with its title, sentence and numbers."""
        figure, sheet = self.canvas.figure, self.canvas.sheet
        return Picture(
            f"{self.title}: {figure.about}" if figure.about else self.title,
            figure.sentence(),
            figure.table(),
            sheet.size,
            lambda painter: paint_figure(painter, figure, sheet),
            sheet.theme,
            sheet.font,
        )

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self.canvas.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen."""
        super().showEvent(event)
        self.shown.emit()

    def _show_table(self, on: bool) -> None:
        self._stack.setCurrentIndex(int(on))

    def _activated(self, key: object) -> None:
        if isinstance(key, date):
            self.day_clicked.emit(key)
