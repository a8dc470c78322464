"""The one window: the rail, the places, the day at the bottom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from knotbook.bodymap.geometry import Geometry
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.rail import Rail, RailPlace

if TYPE_CHECKING:  # the map is painted first; the rest is imported behind it
    from knotbook.controls.day_strip import DayStrip
    from knotbook.controls.notice_bar import NoticeBar
    from knotbook.controls.undo_bar import UndoBar
    from knotbook.diary.diary import Diary
    from knotbook.domain.clock import Clock
    from knotbook.shell.about_link import AboutLink
    from knotbook.shell.map_link import MapLink
    from knotbook.shell.quick_link import QuickLink
    from knotbook.shell.safety_link import SafetyLink
    from knotbook.shell.spot_link import SpotLink
    from knotbook.shell.trends_page import TrendsPage


STRIP_HEIGHT = 57
"""The strip of the day with the line over it, in pixels."""


class Ground(QWidget):
    """What the window stands on; tells when it has been painted for the first time."""

    first_painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._painted = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, once Qt is done with it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)


def _session_ends() -> bool:
    """Whether the desktop is being left: then nothing may stay behind."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


class MainWindow(QMainWindow):
    """Lays out the places. At first there are only the rail and the map; `furnishing` brings the rest.

    What needs the diary's libraries is put in later still, by the session.
    """

    parting = Signal()  # just before `closing`: what is half done may still be saved
    closing = Signal()
    notice: NoticeBar
    day: DayStrip
    undo_bar: UndoBar
    trends: TrendsPage
    map_link: MapLink
    spot_link: SpotLink
    about_link: AboutLink
    quick: QuickLink
    safety: SafetyLink

    def __init__(self, geometry: Geometry, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Knotbook"))
        self.resize(1280, 800)
        self.setMinimumSize(860, 600)
        self.ground = Ground(self)
        self.body = BodyPage(geometry, catalogue, theme, self.ground)
        self.rail = Rail(self._rail_places(), theme, self.ground)
        self.stack = QStackedWidget(self.ground)
        self._pages: dict[str, QWidget] = {}
        self._late_pages: dict[str, Callable[[], object]] = {}
        self.stays_when_closed: Callable[[], bool] = lambda: False
        self.may_close: Callable[[], bool] = lambda: True
        self._leaving = False
        self.add_page("body", self.body)
        self._lay_out()
        self.furnished = False
        self.rail.place_chosen.connect(self.go)

    def furnishing(
        self, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme, take_over: Callable[[], None]
    ) -> list[Callable[[], None]]:
        """The steps, in order, that bring what the first paint did not wait for, each short enough for a frame or two.

        The panel, the day, undo, the other pages, the links. `furnished` is true after the last. `take_over` is called
        the moment the links record what is pressed, so that nothing is recorded twice or not at all.
        """
        return [
            *self.body.furnishing(theme),
            lambda: self._add_bars(diary, theme),
            lambda: self._add_links(diary, catalogue, clock, theme, take_over),
        ]

    def _add_bars(self, diary: Diary, theme: Theme) -> None:
        from knotbook.controls.day_strip import DayStrip
        from knotbook.controls.enter_presses import EnterPresses
        from knotbook.controls.notice_bar import NoticeBar
        from knotbook.controls.undo_bar import UndoBar
        from knotbook.shell.trends_page import TrendsPage

        self.notice = NoticeBar(theme, self.ground)
        self._right.insertWidget(0, self.notice)
        self.day = DayStrip(theme, self.ground)
        self.undo_bar = UndoBar(theme, self.ground)
        self._bottom.addWidget(self.day, 1)
        self._bottom.addWidget(self.undo_bar)
        self.trends = TrendsPage(self.ground)
        self.add_page("trends", self.trends)
        self._add_actions(diary)
        EnterPresses(self)

    def _add_links(
        self, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme, take_over: Callable[[], None]
    ) -> None:
        from knotbook.shell.about_link import AboutLink
        from knotbook.shell.map_link import MapLink
        from knotbook.shell.quick_link import QuickLink
        from knotbook.shell.safety_link import SafetyLink
        from knotbook.shell.spot_link import SpotLink

        self.map_link = MapLink(self.body, diary, catalogue, clock)
        take_over()
        self.spot_link = SpotLink(self.body, diary, catalogue, clock)
        self.spot_link.chosen.connect(self.map_link.show_spot)
        self.about_link = AboutLink(self.body, diary, catalogue, clock)
        self.quick = QuickLink(self.ground, diary, catalogue, clock, theme)
        self.safety = SafetyLink(self.ground, self.rail, theme)
        self.furnished = True

    def add_page(self, key: str, page: QWidget) -> None:
        """Put a page behind a place of the rail."""
        self._late_pages.pop(key, None)
        self._pages[key] = page
        self.stack.addWidget(page)

    def add_late_page(self, key: str, build: Callable[[], object]) -> None:
        """Have `build` add or complete the page of a place when somebody first goes there, or is there by now."""
        self._late_pages[key] = build
        if self.stack.currentWidget() is self._pages.get(key):
            self.go(key)

    def go(self, key: str) -> None:
        """Show the page of a place; one that is not ready yet leaves things as they are."""
        if key in self._late_pages:
            self._late_pages[key]()
            self._late_pages.pop(key, None)
        if key in self._pages:
            self.stack.setCurrentWidget(self._pages[key])
            self.rail.choose(key)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar across the window, under the notice."""
        self._right.insertWidget(1, bar)

    def add_to_strip(self, widget: QWidget) -> None:
        """Put something small between the day and the undo bar."""
        self._bottom.insertWidget(1, widget)

    def add_before_day(self, widget: QWidget) -> None:
        """Put something small before the day, where nothing that is said moves it."""
        self._bottom.insertWidget(0, widget)

    def leave(self) -> None:
        """Close for good, even if closing only hides the window."""
        self._leaving = True
        self.close()

    def where(self) -> str:
        """The key of the page in front."""
        return next(key for key, page in self._pages.items() if page is self.stack.currentWidget())

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme to every part built so far."""
        late = (self.notice, self.day, self.undo_bar, self.quick, self.safety) if self.furnished else ()
        for part in (self.body, self.rail, *late):
            part.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session put everything away first; or only hide, if the person wants Knotbook in the tray."""
        if self.stays_when_closed() and not self._leaving and not _session_ends():
            event.ignore()
            self.hide()
            return
        self.parting.emit()
        if not self.may_close():
            self._leaving = False
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _rail_places(self) -> list[RailPlace]:
        return [
            RailPlace("body", self.tr("Body"), "body", "Ctrl+1"),
            RailPlace("trends", self.tr("Trends"), "trends", "Ctrl+2"),
            RailPlace("journal", self.tr("Journal"), "journal", "Ctrl+3"),
            RailPlace("settings", self.tr("Settings"), "preferences", "Ctrl+,"),
        ]

    def _lay_out(self) -> None:
        strip = QWidget(self.ground)
        strip.setProperty("role", "strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bottom = QHBoxLayout(strip)
        bottom.setContentsMargins(8, 0, 16, 0)
        strip.setMinimumHeight(STRIP_HEIGHT)  # so that the map keeps its size when the day comes
        self._bottom = bottom
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(strip)
        self._right = right
        row = QHBoxLayout(self.ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(self.ground)

    def _add_actions(self, diary: Diary) -> None:
        for words, key, do in (
            (self.tr("Undo"), QKeySequence("Ctrl+Z"), diary.undo),
            (self.tr("Redo"), QKeySequence("Ctrl+Shift+Z"), diary.redo),
            (self.tr("Quit"), QKeySequence("Ctrl+Q"), self.leave),
        ):
            action = QAction(words, self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, act=do: act())
            self.addAction(action)
        self.undo_bar.undo_requested.connect(diary.undo)
        self.undo_bar.redo_requested.connect(diary.redo)
