"""One run of the app: what happens after the first paint, on every change, when something fails, and on closing."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from knotbook.bodymap.geometry import load_geometry
from knotbook.diary.diary import Diary
from knotbook.domain.place import Place
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.files import read_bytes
from knotbook.resources.theme import Theme
from knotbook.shell.day_link import DayLink
from knotbook.shell.furnishing import Furnishing, Step
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow
from knotbook.shell.opening_link import OpeningLink
from knotbook.shell.parting import Parting
from knotbook.shell.tap_link import TapLink
from knotbook.shell.trouble_link import TroubleLink

if TYPE_CHECKING:  # everything but the map is imported behind the first paint
    from knotbook.diary.caretaker import Caretaker
    from knotbook.domain.clock import Clock
    from knotbook.domain.records import Changes
    from knotbook.preferences.view import PreferencesView
    from knotbook.shell.chart_link import ChartLink
    from knotbook.shell.chip_link import ChipLink
    from knotbook.shell.heat_link import HeatLink
    from knotbook.shell.journal_link import JournalLink
    from knotbook.shell.late_pages import LatePages
    from knotbook.shell.logbook_link import LogbookLink
    from knotbook.shell.release_room import ReleaseRoom
    from knotbook.shell.trends_room import TrendsRoom
    from knotbook.shell.views_link import ViewsLink
    from knotbook.storage import EntryStore


class Session(QObject):
    """Opens the diary behind the first paint and keeps the window true to it.

    `furnished` is emitted once everything that comes late is in the window. `fill`: what to write into a fresh demo
    diary before it is shown; a session with it is labelled as made up.
    """

    furnished = Signal()
    logbook: LogbookLink
    release: ReleaseRoom

    def __init__(
        self,
        window: MainWindow,
        diary: Diary,
        looks: Looks,
        settings: Settings,
        catalogue: Catalogue,
        clock: Clock,
        path: Path,
        *,
        fill: Callable[[EntryStore], object] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.diary = diary
        self.settings = settings
        self.charts: ChartLink | None = None
        self.trends: TrendsRoom | None = None
        self.heat: HeatLink | None = None
        self.chips: ChipLink | None = None
        self.pages: LatePages | None = None
        self.troubles = TroubleLink(window, diary, catalogue)
        self.day = DayLink(window, diary, catalogue, clock)
        self.opening = OpeningLink(window, diary, looks, clock, path, fill)
        self._looks = looks
        self._catalogue = catalogue
        self._clock = clock
        self._made_up = fill is not None
        self._caretaker: Caretaker | None = None
        self._monotonic = monotonic
        self._taps = TapLink(window.body.map, diary, catalogue, clock)
        late = window.furnishing(diary, catalogue, clock, looks.theme, self._taps.hand_over)
        self._steps = Furnishing((*late, self._add_rooms), self)
        self._listen()
        self._show_title()

    def _listen(self) -> None:
        self.window.ground.first_painted.connect(self._first_painted)
        self.window.closing.connect(self.end)
        self.window.may_close = Parting(self.window, self.diary, self.opening, self._catalogue).may_close
        self._looks.changed.connect(self._wear)
        self.opening.opened.connect(self._opened)
        self.opening.refused.connect(self._steps.finish)
        self.opening.libraries_ready.connect(self._furnish)
        self.opening.moved.connect(self._show_title)

    def start(self, *, in_tray: bool = False) -> None:
        """Show the window; everything else follows its first paint. `in_tray`: stay there, if there is a tray."""
        if in_tray:
            self._steps.finish()
        if in_tray and self.release.show_tray_only():
            self.opening.open()
        else:
            self.window.show()
        self.day.start()

    def end(self) -> None:
        """Back up, close the diary, let go of the lock. Safe to call twice."""
        self.day.stop()
        if self.heat is not None:
            self.heat.replay.stop()
        self._steps.forget()
        if self.trends is not None:
            self.trends.soon.stop()
        self.opening.wait()
        if self.pages is not None:
            self.pages.end()
        if self._caretaker is not None:
            self._caretaker.stop()
            self._caretaker = None
        self.diary.close()

    @property
    def path(self) -> Path:
        """Where the diary of this run lies."""
        return self.opening.path

    @property
    def journal(self) -> JournalLink | None:
        """The journal; None until the diary has been opened."""
        return None if self.pages is None else self.pages.journal

    @property
    def preferences(self) -> PreferencesView | None:
        """The settings page; None until the diary has been opened."""
        return None if self.pages is None else self.pages.preferences

    def go_to_entry(self, entry_id: str) -> None:
        """Show an entry in the journal."""
        if self.journal is not None:
            self.window.go("journal")
            self.journal.view.show_entry(entry_id)

    def _add_rooms(self) -> None:
        from knotbook.shell.logbook_link import LogbookLink
        from knotbook.shell.release_room import ReleaseRoom

        given = (self.diary, self._catalogue, self._clock)
        self.release = ReleaseRoom(self.window, *given, self.settings, self._looks.theme, self._monotonic)
        self.logbook = LogbookLink(self.window, *given, self._looks.theme, self.release.link)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.day.mark_activated.connect(self.go_to_entry)
        window.body.panel.entry_chosen.connect(self.go_to_entry)
        window.body.panel.trends_requested.connect(self._to_trends)
        self.diary.changed.connect(self._changed)
        self.troubles.listen()

    def _first_painted(self) -> None:
        if self.opening.opener is None:  # else it was opened behind the tray
            self._steps.then(self.opening.open)  # last: until then its worker would only be in the way

    def _opened(self, store: EntryStore) -> None:
        self._steps.finish()  # before: what is written from now on is shown by the links
        self.window.notice.clear()  # before: it may say soon what the disk refused
        self.diary.attach(store)
        if self.pages is None:
            self._steps.then(self._add_late_pages)
        self._steps.then(partial(self._take_care_of, store), *self._everything())

    def _take_care_of(self, store: EntryStore) -> None:
        from knotbook.diary.caretaker import Caretaker

        self._caretaker = Caretaker(store, self)
        self.troubles.listen_to(self._caretaker)
        self.diary.changed.connect(self._caretaker.note_change)

    def _add_late_pages(self) -> None:
        from knotbook.shell.late_pages import LatePages

        given = (self.settings, self._catalogue, self._clock, self._looks)
        self.pages = LatePages(self.window, self.diary, *given, lambda: self.path)
        self.pages.setting_changed.connect(self._setting_changed)
        self.release.check_in_requested.connect(self.logbook.open_check_in)

    def _add_chips(self) -> None:
        from knotbook.shell.chip_link import ChipLink

        if self.chips is None:
            self.chips = ChipLink(self.window.body, self.diary, self._catalogue, self._clock, self._looks.theme)

    def _furnish(self) -> None:
        """The libraries are there: put in what needs them."""
        trends = partial(self.window.add_late_page, "trends", lambda: self.views)
        self._steps.then(self._add_charts, self._add_heat, trends)
        if self.diary.is_open:
            self._steps.then(self.release.furnish, self.release.refresh, self._add_chips)
        self._steps.then(lambda: self.pages.fetch() if self.pages is not None else None, self.furnished.emit)
        self._steps.then(self._catalogue.make_ready)
        self._steps.then(lambda: self.trends.soon.start() if self.trends is not None else None)

    def _add_charts(self) -> None:
        from knotbook.shell.chart_link import ChartLink  # brings pyqtgraph, which a worker has imported by now
        from knotbook.shell.trends_room import TrendsRoom

        if self.charts is None:
            given = (self.diary, self._catalogue, self._clock, self._looks.theme)
            self.charts = ChartLink(self.window, *given)
            self.trends = TrendsRoom(self.window, self.diary, self.charts, self._clock, self._looks, self._steps)
            for source in (self.charts, self.trends):
                source.entry_clicked.connect(self.go_to_entry)
            self.trends.said.connect(self.window.undo_bar.say)
            self.trends.failed.connect(self.troubles.tell_of_trouble)

    @property
    def views(self) -> ViewsLink | None:
        """The other views of the Trends page, built at the first asking; None until there are charts."""
        return None if self.trends is None else self.trends.views

    def _add_heat(self) -> None:
        from knotbook.shell.heat_link import HeatLink  # brings numpy, the same

        if self.heat is None:
            given = (self.diary, self._catalogue, self._clock, self._looks.theme)
            self.heat = HeatLink(self.window.body, self.window.map_link, *given)
            self.heat.said.connect(self.window.undo_bar.say)
            self.heat.span_shown.connect(self.window.spot_link.show_span)

    # -- while it runs

    def _verb(self, changes: Changes) -> str:
        """What happened to the action that `changes` is named after."""
        if not self.diary.is_open or self.diary.has_unsaved:
            return self.tr("Kept.")
        if changes.label == self.diary.redo_label:
            return self.tr("Taken back:")
        return self.tr("Saved.") if changes.after else self.tr("Done:")

    def _changed(self, changes: Changes) -> None:
        self.day.show()
        self._show_undo()
        if changes.label:
            verb, label = self._verb(changes), changes.label
            begins = verb.endswith(".")  # a sentence of its own
            self.window.undo_bar.say(f"{verb} {label[:1].upper() + label[1:] if begins else label}")

    def _everything(self) -> tuple[Step, ...]:
        """The steps that show what is in the diary."""
        return (
            lambda: self.window.map_link.refresh(),
            lambda: self.window.spot_link.refresh(),
            lambda: self.release.refresh(),
            lambda: self.pages.reload() if self.pages is not None else None,
            lambda: self.charts.refresh() if self.charts is not None else None,
            self.day.show,
            self._show_undo,
        )

    def _show_undo(self) -> None:
        self.window.undo_bar.set_labels(self.diary.undo_label, self.diary.redo_label)

    def _wear(self, theme: Theme) -> None:
        self.window.set_theme(theme)
        if self.window.furnished:
            self.release.set_theme(theme)
            self.logbook.set_theme(theme)
        for late in (self.chips, self.pages, self.charts, self.trends, self.heat):
            if late is not None:
                late.set_theme(theme)

    def _setting_changed(self, key: str) -> None:
        if key == "theme":
            self._looks.choose(self.settings.theme)
        elif key == "text_px":
            self._looks.set_text_px(self.settings.text_px)
        elif key == "figure":
            self.window.body.map.set_figure(load_geometry(read_bytes(f"bodymap/{self.settings.figure}.kbm")))
        elif key == "motion":
            self.window.body.map.set_reduced_motion(self.settings.reduced_motion)
        else:
            self.release.setting_changed(key)

    def _to_trends(self, place: Place) -> None:
        if self.charts is not None:
            self.charts.add_to_trends(place)
        self.window.go("trends")

    def _show_title(self) -> None:
        name = self.tr("Demo diary, made up") if self._made_up else self.path.stem
        self.window.setWindowTitle(f"{name} – Knotbook")
