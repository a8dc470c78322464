"""The panel beside the map: what hurt lately or, once a place is chosen, that place over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from knotbook.controls.nrs_strip import ink_on
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One line of a list: a place or an entry, with its number. `key`: what comes back when it is chosen."""

    key: object
    words: str
    intensity: int | None


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What the panel says about the chosen place."""

    place: Place
    plain: str
    name: str
    summary: str
    recent: tuple[PlaceLine, ...] = ()


def badge(intensity: int | None, theme: Theme, ratio: float = 2.0) -> QIcon:
    """A 24 px disc with the number on its pain colour, empty for None."""
    picture = QPixmap(QSize(24, 24) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = theme.no_data if intensity is None else theme.pain[intensity]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(1, 1, 22, 22)
    painter.setPen(QColor(ink_on(fill)))
    font = painter.font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(0, 0, 24, 24, Qt.AlignmentFlag.AlignCenter, "" if intensity is None else str(intensity))
    painter.end()
    return QIcon(picture)


class SidePanel(QWidget):
    """Takes state, says what the person wishes; knows nothing of the diary."""

    place_chosen = Signal(object)
    entry_chosen = Signal(str)
    closed = Signal()
    trends_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.setMaximumWidth(440)
        self._theme = theme
        self._card: PlaceCard | None = None
        self._pages = QStackedWidget(self)
        self._overview = self._build_overview()
        self._detail = self._build_detail()
        self._pages.addWidget(self._overview)
        self._pages.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._pages)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the badges in the colours of `theme`."""
        self._theme = theme
        for view in (self._lately, self._recent):
            for row in range(view.count()):
                item = view.item(row)
                item.setIcon(badge(item.data(Qt.ItemDataRole.UserRole + 1), theme))

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart in, once it can be made."""
        self._chart_box.addWidget(chart)
        self._chart_box.setCurrentWidget(chart)

    def say_waiting(self, words: str) -> None:
        """What stands where the chart will be, while the diary is being opened."""
        self._waiting.setText(words)

    def show_overview(self, lines: Sequence[PlaceLine], caption: str) -> None:
        """What hurt lately, the worst first; an empty list shows how to begin."""
        self._fill(self._lately, lines)
        self._caption.setText(caption)
        self._lately.setVisible(bool(lines))
        self._begin.setVisible(not lines)

    def show_place(self, card: PlaceCard | None) -> None:
        """The chosen place, or the overview for None."""
        self._card = card
        self._pages.setCurrentWidget(self._detail if card else self._overview)
        if card is None:
            return
        self._plain.setText(card.plain)
        self._name.setText(card.name)
        self._name.setVisible(card.name != card.plain)
        self._summary.setText(card.summary)
        self._fill(self._recent, card.recent)
        self._recent.setVisible(bool(card.recent))
        self._recent_head.setVisible(bool(card.recent))

    def card(self) -> PlaceCard | None:
        """What is shown about the chosen place."""
        return self._card

    def _build_overview(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        head = QLabel(self.tr("Where it has hurt"), page)
        head.setProperty("role", "heading")
        self._caption = QLabel(page)
        self._caption.setProperty("role", "caption")
        self._caption.setWordWrap(True)
        self._lately = self._list(page, self.tr("Places that hurt lately"))
        self._begin = QLabel(
            self.tr(
                "Nothing logged lately.\n\nPress on the body where it hurts, drag up for how much, and let go. "
                "It is saved at once.\n\nOr type: Ctrl+F, then “pir r 6”, Enter."
            ),
            page,
        )
        self._begin.setWordWrap(True)
        column.addWidget(head)
        column.addWidget(self._caption)
        column.addSpacing(8)
        column.addWidget(self._begin)
        column.addWidget(self._lately, 1)
        column.addStretch(0)
        return page

    def _build_detail(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._plain = QLabel(page)
        self._plain.setProperty("role", "heading")
        self._plain.setWordWrap(True)
        back = QPushButton(self.tr("All places"), page)
        back.setProperty("role", "quiet")
        back.clicked.connect(self.closed)
        self._name = QLabel(page)
        self._name.setProperty("role", "caption")
        self._summary = QLabel(page)
        self._summary.setWordWrap(True)
        self._waiting = QLabel(page)
        self._waiting.setProperty("role", "caption")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._chart_box = QStackedWidget(page)
        self._chart_box.addWidget(self._waiting)
        self._chart_box.setMinimumHeight(240)
        self._recent_head = QLabel(self.tr("Latest entries"), page)
        self._recent_head.setProperty("role", "caption")
        self._recent = self._list(page, self.tr("Latest entries here"))
        trends = QPushButton(self.tr("Open in Trends"), page)
        trends.clicked.connect(self._wish_trends)
        head = QHBoxLayout()
        head.addWidget(self._plain, 1)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._summary)
        column.addSpacing(8)
        column.addWidget(self._chart_box, 3)
        column.addSpacing(8)
        column.addWidget(self._recent_head)
        column.addWidget(self._recent, 2)
        column.addWidget(trends)
        return page

    def _wish_trends(self) -> None:
        if self._card is not None:
            self.trends_requested.emit(self._card.place)

    def _list(self, parent: QWidget, name: str) -> QListWidget:
        view = QListWidget(parent)
        view.setAccessibleName(name)
        view.setProperty("role", "plain")
        view.setIconSize(QSize(24, 24))
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.itemClicked.connect(self._chosen)
        view.itemActivated.connect(self._chosen)
        return view

    def _fill(self, view: QListWidget, lines: Sequence[PlaceLine]) -> None:
        view.clear()
        for line in lines:
            item = QListWidgetItem(badge(line.intensity, self._theme), line.words)
            item.setToolTip(line.words)
            item.setData(Qt.ItemDataRole.UserRole, line.key)
            item.setData(Qt.ItemDataRole.UserRole + 1, line.intensity)
            number = self.tr("no number") if line.intensity is None else str(line.intensity)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.words}, {number}")
            item.setSizeHint(QSize(0, 36))
            view.addItem(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(key, Place):
            self.place_chosen.emit(key)
        elif isinstance(key, str):
            self.entry_chosen.emit(key)
