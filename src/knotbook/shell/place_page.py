"""What the side panel says of one chosen place: its points, its course, and, a click away, what is known about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from knotbook.bodymap.segmented import Segmented
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme
from knotbook.shell.about_view import AboutView
from knotbook.shell.place_course import PlaceCourse
from knotbook.shell.place_lines import PlaceLine
from knotbook.shell.which_muscle import WhichMuscle

_LOW_PX = 600


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What the panel says about the chosen place, or about one point of it: `plain` is the point's name then."""

    place: Place
    plain: str
    name: str
    summary: str
    recent: tuple[PlaceLine, ...] = ()


class PlacePage(QWidget):
    """Takes state and passes on wishes. `about_opened`: what is known of the place is asked for; nobody reads it before
    that. `card_changed`: another place, or another point.
    """

    entry_chosen = Signal(str)
    place_chosen = Signal(object)
    closed = Signal()
    trends_requested = Signal(object)
    release_wished = Signal(object)
    about_opened = Signal()
    card_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._card: PlaceCard | None = None
        self._plain, self._name, self._summary = self._text("heading"), self._text("caption"), self._text("")
        self._back = QPushButton(self.tr("All places"), self)
        self._back.setProperty("role", "quiet")
        self._back.clicked.connect(self.closed)
        self.ask = WhichMuscle(self)
        self.ask.asked.connect(self._make_room)
        self.course = PlaceCourse(theme, self)
        self.course.entry_chosen.connect(self.entry_chosen)
        self.course.release_wished.connect(lambda: self._wish(self.release_wished))
        self.course.trends_wished.connect(lambda: self._wish(self.trends_requested))
        self.points = self.course.points
        self.about = AboutView(theme, self)
        self.about.place_chosen.connect(self.place_chosen)
        self.tabs = self._build_tabs(theme)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.course)
        self._pages.addWidget(self.about)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        for part in (self.course, self.about, self.tabs):
            part.set_theme(theme)

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart in, once it can be made."""
        self.course.set_chart(chart)

    def add_card(self, card: QWidget) -> None:
        """Put a card of another room above the chart."""
        self.course.add_card(card)

    def add_question(self, row: QWidget) -> None:
        """Put a row of another room above the tabs: what is asked about the entry just made."""
        self._column.insertWidget(self._column.indexOf(self.tabs), row)

    def say_waiting(self, words: str) -> None:
        """What stands where the chart will be, while the diary is being opened."""
        self.course.say_waiting(words)

    def card(self) -> PlaceCard | None:
        """What is shown."""
        return self._card

    def show_card(self, card: PlaceCard | None) -> None:
        """Show the place, or the point, of this card."""
        before, self._card = self._card, card
        if card is None:
            self.ask.take_back()
            return
        if before is not None and before.place != card.place:
            self.ask.take_back()
        self._plain.setText(card.plain)
        self._name.setText(card.name)
        self._name.setVisible(card.name != card.plain)
        self._summary.setText(card.summary)
        self.course.show_recent(card.recent)
        if before is None or before.place != card.place:
            self.card_changed.emit()

    @property
    def about_open(self) -> bool:
        """Whether the card about the place is on show."""
        return self._pages.currentWidget() is self.about

    def show_tab(self, about: bool) -> None:
        """Show the card about the place, or its course over time."""
        self.tabs.set_value(about)
        self._pages.setCurrentIndex(int(about))
        if about:
            self.about_opened.emit()

    def _build_tabs(self, theme: Theme) -> Segmented:
        course = (False, self.tr("Over time"), self.tr("Ratings, points and entries"))
        about = (True, self.tr("About it"), self.tr("What to stay off, what is known, what this diary says (Ctrl+I)"))
        tabs = Segmented(self.tr("What to show"), [course, about], theme, self)
        tabs.chosen.connect(lambda value: self.show_tab(bool(value)))
        QShortcut(QKeySequence("Ctrl+I"), self, lambda: self.show_tab(not self.about_open))
        return tabs

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._plain, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._summary)
        column.addSpacing(4)
        column.addWidget(self.ask)
        column.addWidget(self.tabs)
        column.addSpacing(4)
        column.addWidget(self._pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low window a question stands alone."""
        room = self.ask.isHidden() or self.height() >= _LOW_PX
        for part in (self.tabs, self._pages):
            part.setVisible(room)

    def _wish(self, signal: SignalInstance) -> None:
        if self._card is not None:
            signal.emit(self._card.place)

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label
