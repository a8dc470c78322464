"""Ties the colours of the map to the diary: any span, any measure, then and now, and through time.

Built after the first paint: it is what brings numpy to the map.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from knotbook.analysis.daily import Daily, merged, values
from knotbook.analysis.measures import NOW, Choice, Measure
from knotbook.bodymap.film import write_file
from knotbook.bodymap.heat_words import choice_words, scale_of
from knotbook.bodymap.scales import Scale
from knotbook.bodymap.sheet import as_png, picture_sheet
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.domain.trouble import Trouble
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.compare_link import CompareLink
from knotbook.shell.heat_reading import HeatReading, days_touched, marks_of
from knotbook.shell.map_link import MapLink
from knotbook.shell.pictures_folder import pictures_folder
from knotbook.shell.replay_link import ReplayLink

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

_LONG_DAYS = 100  # of a longer span only the days that change are read again


class HeatLink(QObject):
    """Tint, release marks and legend; opens the replay and the comparison. `said(str)`: something for the undo bar;
    `span_shown(int, int)`: the map shows what happened from then until then (UTC ms).
    """

    said = Signal(str)
    span_shown = Signal(object, object)

    def __init__(
        self, page: BodyPage, map_link: MapLink, diary: Diary, catalogue: Catalogue, clock: Clock, theme: Theme
    ) -> None:
        super().__init__(page)
        self._page, self._map_link, self._diary = page, map_link, diary
        self._catalogue, self._clock, self._theme = catalogue, clock, theme
        self._reading = HeatReading(diary, clock)
        self._daily: Daily | None = None
        self.replay = ReplayLink(page, self._reading, catalogue, clock)
        self.compare = CompareLink(page, self._reading, catalogue, clock)
        self._connect()
        map_link.hand_over()
        page.heat_bar.set_ready(True)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`."""
        self._theme = theme
        self.replay.set_theme(theme)
        self.compare.set_theme(theme)

    def refresh(self) -> None:
        """Read again what is on show."""
        self._daily = None
        self._show()

    def save_picture(self) -> None:
        """Ask where to, and save the map as it is as one PNG file."""
        page, choice = self._page, self._page.heat_bar.choice
        words = choice_words(choice)
        words = words[0].upper() + words[1:]
        image = picture_sheet(page.map, self._catalogue, page.legend, self._head(), words)
        self._save(as_png(image), f"Knotbook {self._clock.now().day().isoformat()}.png")

    def save_comparison(self) -> None:
        """The same for the comparison."""
        data = as_png(self.compare.view().sheet.grab().toImage())
        self._save(data, f"Knotbook comparison {self._clock.now().day().isoformat()}.png")

    def _connect(self) -> None:
        bar = self._page.heat_bar
        bar.choice_changed.connect(self._chosen)
        bar.save_requested.connect(self.save_picture)
        bar.compare_requested.connect(lambda: self.compare.open(bar.choice.measure))
        bar.replay_requested.connect(lambda: self.replay.open(bar.choice.measure))
        self.compare.save_requested.connect(self.save_comparison)
        self._map_link.refreshed.connect(self.refresh)
        for changed in (self._page.map.view_changed, self._page.map.layer_changed):
            changed.connect(lambda _now: self._mark())
        self._diary.changed.connect(self._changed)

    def _head(self) -> str:
        day = self._clock.now().day()
        return f"{day.day} {day:%B} {day.year}"

    def _chosen(self, _choice: Choice) -> None:
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if changes.everything:
            self.refresh()
        elif changes.kinds & {Kind.PAIN, Kind.DAY}:
            self._read_again(changes)
            self._show()
        elif Kind.RATING in changes.kinds and self._page.heat_bar.choice.days == NOW:
            self._show()
        elif Kind.RELEASE in changes.kinds:
            self._mark()
        if changes.everything or changes.kinds & {Kind.PAIN, Kind.DAY, Kind.RELEASE}:
            self.replay.diary_changed()
            self.compare.diary_changed()

    def _read_again(self, changes: Changes) -> None:
        touched = days_touched(changes)
        old = self._daily
        if old is None or old.span.days <= _LONG_DAYS or touched is None:
            self._daily = None
        elif touched.first <= old.span.last and touched.last >= old.span.first:
            self._daily = merged(old, self._reading.daily(touched))

    def _show(self) -> None:
        if not self._diary.is_open:
            return
        page, today = self._page, self._clock.now().day()
        page.heat_bar.set_today(today)
        choice = page.heat_bar.choice
        self.span_shown.emit(*self._reading.shown(choice))
        tint, scale = self._values(choice), scale_of(choice.measure) if choice.days != NOW else Scale.NRS
        page.map.set_heat(tint, choice_words(choice), scale)
        page.legend.set_scale(scale)
        self._list(choice, tint)
        self._mark()

    def _list(self, choice: Choice, tint: dict[Place, float]) -> None:
        """The overview always shows pain from 0 to 10: for shares of days, the mean of the same days."""
        if choice.measure.is_share and choice.days != NOW:
            choice = replace(choice, measure=Measure.MEAN)
            tint = self._values(choice)
        words = choice_words(choice)
        self._map_link.show_values(tint, words[0].upper() + words[1:])

    def _values(self, choice: Choice) -> dict[Place, float]:
        if choice.days == NOW:
            return self._reading.now()
        span = choice.span(self._clock.now().day())
        if self._daily is None or self._daily.span != span:
            self._daily = self._reading.daily(span)
        return values(self._daily, choice.measure)

    def _mark(self) -> None:
        if self._diary.is_open:
            span = self._page.heat_bar.choice.span(self._clock.now().day())
            self._page.map.set_release_marks(marks_of(self._reading.releases(span), self._page.map))

    def _save(self, data: bytes, name: str) -> None:
        path = ask_file(self._page, self.tr("Save this picture"), name, self.tr("Picture (*.png)"))
        if path is None:
            return
        try:
            write_file(path, data)
        except Trouble as trouble:
            self.said.emit(" ".join((trouble.what, trouble.why, *trouble.can_do)))
        else:
            self.said.emit(self.tr("Saved. {name}").format(name=path.name))


def ask_file(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask the person for a file to write, beginning in the folder of pictures; None: they thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(pictures_folder() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)
