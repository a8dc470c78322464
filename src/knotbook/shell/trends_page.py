"""Trends: pick places, see them over time on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from knotbook.domain.place import Place

_PLACE = Qt.ItemDataRole.UserRole
MOST_AT_ONCE = 8
"""More lines than this cannot be told apart."""


class TrendsPage(QWidget):
    """A checkable list of the places that have ratings, and room for the chart."""

    places_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        title = QLabel(self.tr("Trends"), self)
        title.setProperty("role", "title")
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Filter places"))
        self._search.setAccessibleName(self.tr("Filter places"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QListWidget(self)
        self._list.setProperty("role", "plain")
        self._list.setAccessibleName(self.tr("Places shown in the chart"))
        self._list.itemChanged.connect(self._item_changed)
        self._hint = QLabel(self.tr("Opening your diary…"), self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._chart_box = QVBoxLayout()
        self._waiting = QLabel(self.tr("The chart is being made ready…"), self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chart_box.addWidget(self._waiting)
        left = QVBoxLayout()
        for widget in (title, self._hint, self._search):
            left.addWidget(widget)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 16, 16)
        row.setSpacing(24)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(280)
        left.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side)
        row.addLayout(self._chart_box, 1)

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart in, once it can be made."""
        self._chart_box.removeWidget(self._waiting)
        self._waiting.hide()
        self._chart_box.addWidget(chart, 1)

    def show_places(self, rows: Sequence[tuple[Place, str, int, str]], chosen: Iterable[Place]) -> None:
        """Rows of (place, name, number of ratings, colour), and which of them are in the chart."""
        wanted = set(chosen)
        with QSignalBlocker(self._list):
            self._list.clear()
            for place, name, count, colour in rows:
                self._list.addItem(self._item(place, name, count, colour, place in wanted))
        empty = self.tr("Nothing logged yet. Press on the body map and drag up; the chart starts here.")
        self._hint.setText(self.tr("Tick up to 8 places.") if rows else empty)
        self._search.setVisible(bool(rows))
        self._filter(self._search.text())

    def chosen(self) -> list[Place]:
        """The ticked places, in the order of the list."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item.data(_PLACE) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _item(self, place: Place, name: str, count: int, colour: str, on: bool) -> QListWidgetItem:
        swatch = QPixmap(12, 12)
        swatch.fill(QColor(colour))
        item = QListWidgetItem(QIcon(swatch), f"{name}  ({count})")
        item.setData(_PLACE, place)
        item.setToolTip(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, 32))
        return item

    def _item_changed(self, item: QListWidgetItem) -> None:
        if len(self.chosen()) > MOST_AT_ONCE:
            with QSignalBlocker(self._list):
                item.setCheckState(Qt.CheckState.Unchecked)
            return
        self.places_chosen.emit(self.chosen())

    def _filter(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.lower() not in item.text().lower())
