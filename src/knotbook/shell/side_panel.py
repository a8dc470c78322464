"""The panel beside the map: what hurt lately or, once a place is chosen, that place over time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from knotbook.bodymap.region_list import RegionList
from knotbook.bodymap.segmented import Segmented
from knotbook.bodymap.teller import Teller
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme
from knotbook.shell.place_lines import LineList, PlaceLine
from knotbook.shell.place_page import PlaceCard, PlacePage


class SidePanel(QWidget):
    """Takes state, says what the person wishes; knows nothing of the diary."""

    place_chosen = Signal(object)
    entry_chosen = Signal(str)
    closed = Signal()
    trends_requested = Signal(object)

    def __init__(self, theme: Theme, teller: Teller, parent: QWidget | None = None) -> None:
        """`teller`: says what the map knows of a place."""
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.setMaximumWidth(440)
        self._pages = QStackedWidget(self)
        self.regions = RegionList(teller, theme, self)
        self._overview = self._build_overview(theme)
        self.place = PlacePage(theme, self)
        self.place.entry_chosen.connect(self.entry_chosen)
        self.place.place_chosen.connect(self.place_chosen)
        self.place.closed.connect(self.closed)
        self.place.trends_requested.connect(self.trends_requested)
        self._pages.addWidget(self._overview)
        self._pages.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._pages)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the badges in the colours of `theme`."""
        self._lately.set_theme(theme)
        self._switch.set_theme(theme)
        self.regions.set_theme(theme)
        self.place.set_theme(theme)

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart in, once it can be made."""
        self.place.set_chart(chart)

    def say_waiting(self, words: str) -> None:
        """What stands where the chart will be, while the diary is being opened."""
        self.place.say_waiting(words)

    def show_overview(self, lines: Sequence[PlaceLine], caption: str) -> None:
        """What hurt lately, the worst first; an empty list shows how to begin."""
        self._lately.show_lines(lines)
        self._caption.setText(caption)
        self._lately.setVisible(bool(lines))
        self._begin.setVisible(not lines)

    def show_place(self, card: PlaceCard | None) -> None:
        """The chosen place, or the overview for None. One that was chosen in the list leaves the list in front."""
        if card is None or not self._chosen_in_list(card.place):
            self._pages.setCurrentWidget(self.place if card else self._overview)
        self.place.show_card(card)
        self.regions.show_place(card.place if card else None)

    def open_card(self) -> None:
        """Show the card of the chosen place, wherever it was chosen."""
        if self.place.card() is not None:
            self._pages.setCurrentWidget(self.place)

    def open_list(self) -> None:
        """Show all places, and put the keyboard into their search."""
        self._pages.setCurrentWidget(self._overview)
        self._show_part(True)
        self.regions.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.regions.edit.selectAll()

    def _chosen_in_list(self, place: Place) -> bool:
        front = self._pages.currentWidget() is self._overview and self._parts.currentIndex() == 1
        return front and self.regions.current == place

    def _show_part(self, everything: bool) -> None:
        self._switch.set_value(everything)
        self._parts.setCurrentIndex(int(everything))

    def card(self) -> PlaceCard | None:
        """What is shown about the chosen place."""
        return self.place.card()

    def _build_overview(self, theme: Theme) -> QWidget:
        page = QWidget(self)
        lately = (False, self.tr("Lately"), self.tr("Where it has hurt, the worst first"))
        every = (True, self.tr("All places"), self.tr("Every region as a list to search and log from (Ctrl+L)"))
        self._switch = Segmented(self.tr("Places"), [lately, every], theme, page)
        self._switch.chosen.connect(lambda value: self._show_part(bool(value)))
        self._parts = QStackedWidget(page)
        self._parts.addWidget(self._build_lately(theme))
        self._parts.addWidget(self.regions)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._switch)
        column.addWidget(self._parts, 1)
        return page

    def _build_lately(self, theme: Theme) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        head = QLabel(self.tr("Where it has hurt"), page)
        head.setProperty("role", "heading")
        self._caption = QLabel(page)
        self._caption.setProperty("role", "caption")
        self._caption.setWordWrap(True)
        self._lately = LineList(self.tr("Places that hurt lately"), theme, page)
        self._lately.line_chosen.connect(self._chosen)
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

    def _chosen(self, key: object) -> None:
        if isinstance(key, Place):
            self.place_chosen.emit(key)
