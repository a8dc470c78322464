"""A place over time: its points, what other rooms say of it, its chart, its latest entries. Scrolls if it must."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from knotbook.resources.theme import Theme
from knotbook.shell.place_lines import LINE_PX, LineList, PlaceLine
from knotbook.shell.points_list import PointsList

_CHART_LEAST, _CHART_MOST = 200, 360


class PlaceCourse(QWidget):
    """What can be done with the place stands below and never scrolls away."""

    entry_chosen = Signal(str)
    release_wished = Signal()
    trends_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.points = PointsList(theme, self)
        self._waiting = QLabel(self)
        self._waiting.setProperty("role", "caption")
        self._waiting.setWordWrap(True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chart_box = QStackedWidget(self)
        self._chart_box.addWidget(self._waiting)
        self._chart_box.setMinimumHeight(_CHART_LEAST)
        self._chart_box.setMaximumHeight(_CHART_MOST)
        self._cards = QVBoxLayout()
        self._recent_head = QLabel(self.tr("Latest entries"), self)
        self._recent_head.setProperty("role", "caption")
        self._recent = LineList(self.tr("Latest entries here"), theme, self)
        self._recent.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.line_chosen.connect(lambda key: self.entry_chosen.emit(str(key)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._build_scroll(), 1)
        column.addLayout(self._build_wishes())

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        self.points.set_theme(theme)
        self._recent.set_theme(theme)

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart in, once it can be made."""
        self._chart_box.addWidget(chart)
        self._chart_box.setCurrentWidget(chart)

    def add_card(self, card: QWidget) -> None:
        """Put a card of another room above the chart."""
        self._cards.addWidget(card)

    def say_waiting(self, words: str) -> None:
        """What stands where the chart will be, while the diary is being opened."""
        self._waiting.setText(words)

    def show_recent(self, lines: Sequence[PlaceLine]) -> None:
        """The latest entries, all of them in sight."""
        self._recent.show_lines(lines)
        self._recent.setFixedHeight(LINE_PX * len(lines) + 2)
        self._recent.setVisible(bool(lines))
        self._recent_head.setVisible(bool(lines))

    def _build_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("This place over time"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keyboard, and is brought into sight
        page = QWidget(scroll)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        column.addWidget(self.points)
        column.addSpacing(4)
        column.addLayout(self._cards)  # first: what was tried before is wanted the moment a pain is logged
        column.addSpacing(4)
        column.addWidget(self._chart_box, 1)
        column.addSpacing(4)
        column.addWidget(self._recent_head)
        column.addWidget(self._recent)
        column.addStretch(0)
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never wider than what is seen
        scroll.setWidget(page)
        scroll.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        return scroll

    def _build_wishes(self) -> QHBoxLayout:
        release = QPushButton(self.tr("Release here"), self)
        release.setToolTip(self.tr("Time a release and rate it (R on the map)"))
        release.clicked.connect(self.release_wished)
        trends = QPushButton(self.tr("Open in Trends"), self)
        trends.clicked.connect(self.trends_wished)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(release)
        row.addWidget(trends)
        return row
