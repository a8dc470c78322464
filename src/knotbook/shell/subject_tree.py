"""What can be put into the charts: groups, the places in them that have ratings, and their points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from knotbook.analysis.subjects import Subject

MOST_AT_ONCE = 8
"""More lines than this cannot be told apart."""
_SUBJECT = Qt.ItemDataRole.UserRole
_ROW_PX = 30


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One line of the tree. `depth`: 0 a group, 1 a place, 2 a point. `colour`: that of its curve."""

    subject: Subject
    name: str
    count: int
    colour: str
    depth: int


class SubjectTree(QTreeWidget):
    """Ticks put things into the chart. `subjects_chosen`: all that are ticked, the earliest ticked first."""

    subjects_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Places shown in the chart"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[Subject, QTreeWidgetItem] = {}
        self._chosen: list[Subject] = []
        self.itemChanged.connect(self._ticked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard always stands on a row, so that it is seen where it is; Space ticks that row."""
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        super().focusInEvent(event)

    def show_rows(self, rows: Sequence[SubjectRow], chosen: Iterable[Subject]) -> None:
        """Rows in order, each under the last one that is less deep; what is folded up stays so."""
        folded = {subject for subject, item in self._items.items() if item.childCount() and not item.isExpanded()}
        current = self.currentItem()
        at = None if current is None else current.data(0, _SUBJECT)
        self._chosen = list(chosen)
        with QSignalBlocker(self):
            self.clear()
            self._items = {}
            above: list[QTreeWidgetItem] = []
            for row in rows:
                item = self._item(row)
                del above[row.depth :]
                (above[-1].addChild if above else self.addTopLevelItem)(item)
                above.append(item)
                self._items[row.subject] = item
            for subject, item in self._items.items():
                item.setExpanded(subject not in folded)
            if at in self._items:
                self.setCurrentItem(self._items[at])

    def tick(self, subject: Subject) -> None:
        """Put `subject` into the chart; the oldest leaves if there are too many."""
        if subject in self._items and subject not in self._chosen:
            self._items[subject].setCheckState(0, Qt.CheckState.Checked)

    def filter(self, text: str) -> None:
        """Show only what has `text` in its name, and what it is under."""
        wanted = text.lower()
        root = self.invisibleRootItem()
        for row in range(root.childCount()):
            self._filter(root.child(row), wanted)

    def _filter(self, item: QTreeWidgetItem | None, wanted: str) -> bool:
        if item is None:
            return False
        own = wanted in item.text(0).lower()
        below = [self._filter(item.child(row), "" if own else wanted) for row in range(item.childCount())]
        item.setHidden(not (own or any(below)))
        return own or any(below)

    def _item(self, row: SubjectRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.name, short_count(row.count)])
        item.setToolTip(1, QLocale().toString(row.count))
        item.setData(0, _SUBJECT, row.subject)
        item.setIcon(0, _swatch(row.colour))
        item.setToolTip(0, row.name)
        item.setSizeHint(0, QSize(0, _ROW_PX))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if row.subject in self._chosen else Qt.CheckState.Unchecked)
        return item

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column:
            return
        subject = item.data(0, _SUBJECT)
        on = item.checkState(0) is Qt.CheckState.Checked
        if on == (subject in self._chosen):
            return
        kept = [one for one in self._chosen if one != subject]
        self._chosen = [*kept, subject][-MOST_AT_ONCE:] if on else kept
        with QSignalBlocker(self):
            for one, row in self._items.items():
                row.setCheckState(0, Qt.CheckState.Checked if one in self._chosen else Qt.CheckState.Unchecked)
        self.viewport().update()
        self.subjects_chosen.emit(list(self._chosen))


def short_count(count: int) -> str:
    """How many, in no more than four signs up to a million: 9 999, then 10k."""
    return str(count) if count < 10_000 else f"{count // 1000}k"


def _swatch(colour: str) -> QIcon:
    made = QIcon()
    for scale in (1, 2):
        dot = QPixmap(12 * scale, 12 * scale)
        dot.setDevicePixelRatio(scale)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(1, 1, 10, 10))
        painter.end()
        made.addPixmap(dot)
    return made
