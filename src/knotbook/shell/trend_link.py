"""Ties the view over time on the Trends page to the diary."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.analysis.marks import Mark, MarkKind
from knotbook.analysis.subjects import GroupOf, SpotOf, Subject, sides_of
from knotbook.charts.colours import PlaceColours
from knotbook.charts.trend_chart import TrendChart
from knotbook.charts.trend_view import TrendView
from knotbook.diary.diary import Diary
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.mark_shelf import MarkShelf
from knotbook.shell.subject_shelf import SubjectShelf
from knotbook.shell.subject_tree import MOST_AT_ONCE, SubjectRow
from knotbook.shell.trends_page import TrendsPage

_EPOCH_DAY = 719_163  # ordinal of 1 January 1970


class TrendLink(QObject):
    """Reads only what is ticked and not known yet; a change re-reads only what it touched.

    `day_began`: it is another day than before, or the person is in another zone.
    """

    entry_clicked = Signal(str)
    day_began = Signal()

    def __init__(
        self,
        page: TrendsPage,
        diary: Diary,
        catalogue: Catalogue,
        clock: Clock,
        theme: Theme,
        colours: PlaceColours,
        shelf: SubjectShelf,
        parent: QObject,
        chart: TrendChart | None = None,
    ) -> None:
        """`shelf`: taken care of by its owner, who tells it of every change before this is told.

        `chart`: made beforehand, of the names, colours and zone of these. Nothing is read before `wake`.
        """
        super().__init__(parent)
        self._page, self._diary, self._catalogue, self._clock = page, diary, catalogue, clock
        self._colours = colours
        self.shelf = shelf
        self._marks = MarkShelf(diary, clock, self)
        self._chosen: list[Subject] = []
        self._touched: frozenset[Place] = frozenset()
        self._awake = False
        self.view = TrendView(theme, self.shelf.name, clock.now().zone, colours.colour_of, chart=chart)
        page.add_view("over_time", self.tr("Over time"), self.view, self.view.chart)
        page.subjects_chosen.connect(self._choose)
        page.seen.connect(self._catch_up)
        self.view.sides_wished.connect(lambda _on: self._show())
        self.view.chart.entry_clicked.connect(self.entry_clicked)
        self._marks.read.connect(self._show_marks)

    def wake(self) -> None:
        """The page is wanted: from now on show what the diary holds."""
        if not self._awake:
            self._awake = True
            self._diary.changed.connect(self._changed)
            self._read()
            QTimer.singleShot(0, self._marks, self._marks.refresh)  # in a turn of its own: the curves come first

    @property
    def chosen(self) -> list[Subject]:
        """What is ticked, the earliest first."""
        return list(self._chosen)

    def refresh(self) -> None:
        """Read everything anew."""
        if self._awake:
            self._read()
            self._marks.refresh()

    def _read(self) -> None:
        """All but the marks."""
        if not self._diary.is_open:
            return
        self.view.set_now(self._clock.now().utc_ms)
        self._chosen = [one for one in self._chosen if self._is_there(one)]
        counts = self._counts()
        if not self._chosen:
            self._chosen = list(sorted(counts, key=lambda place: -counts[place])[:2])
        self._list(counts)
        self._show()

    def _is_there(self, subject: Subject) -> bool:
        """Whether it has entries, and, if it is a point, is still one."""
        if isinstance(subject, SpotOf) and subject not in self.shelf.learn_spots():
            return False
        return len(self.shelf.series(subject)) > 0

    def begin_day(self) -> None:
        """It is another day, or another zone: spans end there, and what can be said may be due."""
        self.view.set_zone(self._clock.now().zone)
        self.view.set_now(self._clock.now().utc_ms)
        self._show()
        self.day_began.emit()

    def add(self, place: Place) -> None:
        """Put a place into the chart."""
        self._catch_up()
        if place not in self._chosen:
            self._chosen = [*self._chosen, place][-MOST_AT_ONCE:]
        self._list()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`, whose palette the place colours have already taken."""
        self.view.set_theme(theme)
        if self._awake:
            self._list()

    def _choose(self, subjects: list[Subject]) -> None:
        self._chosen = list(subjects)
        self._show()

    def _shown(self) -> tuple[list[Subject], list[int]]:
        if self.view.sides.isChecked():
            return sides_of(self._chosen)
        return self._chosen, list(range(len(self._chosen)))

    def _show(self) -> None:
        subjects, pairs = self._shown()
        today = self._clock.now().day().toordinal() - _EPOCH_DAY
        self.view.show_series([self.shelf.series(one) for one in subjects], pairs, today)
        self._show_marks()

    def _show_marks(self) -> None:
        places = {place for one in self._shown()[0] for place in self.shelf.places(one)}
        self.view.show_marks(self._marks.lanes(places), self._mark_words)

    def _mark_words(self, mark: Mark) -> str:
        if mark.kind is MarkKind.RELEASE:
            return self.tr("Release: {place}").format(place=self._catalogue.spoken(Place.parse(mark.words)))
        return mark.words.splitlines()[0] if mark.words.strip() else mark.words

    # --- what can be ticked

    def _counts(self) -> dict[Place, int]:
        counts = self._diary.reader.pain_counts() if self._diary.is_open else {}
        return {Place.parse(key): n for key, n in counts.items()}

    def _list(self, counts: dict[Place, int] | None = None) -> None:
        """Bring the list up to date. `counts`: as `_counts`, if that has been asked already."""
        counts = self._counts() if counts is None else counts
        counts.update((one, 0) for one in self._chosen if isinstance(one, Place) and one not in counts)
        spots = self._spot_counts()
        order = sorted(counts, key=lambda place: (-counts[place], str(place)))
        for place in order:  # colours in a stable order, whatever is drawn first
            self._colours.slot(place)
        groups: dict[str, list[Place]] = {}
        for place in order:
            structure = self._catalogue.structures.get(place.structure)
            groups.setdefault(structure.group if structure else "", []).append(place)
        rows: list[SubjectRow] = []
        for group, places in groups.items():
            depth = 0
            if group:
                total = sum(counts[place] for place in places)
                rows.append(self._row(GroupOf(group), total, 0))
                depth = 1
            for place in places:
                rows.append(self._row(place, counts[place], depth))
                rows += [self._row(spot, n, depth + 1) for spot, n in spots.items() if spot.place == place]
        self._page.show_rows(rows, self._chosen)
        tick, wait = self.tr("Tick a place on the left."), self.tr("No pain logged yet. Once there is, it shows here.")
        self.view.set_prompt(tick if rows else wait)

    def _row(self, subject: Subject, count: int, depth: int) -> SubjectRow:
        return SubjectRow(subject, self.shelf.name(subject), count, self._colours.colour_of(subject), depth)

    def _spot_counts(self) -> Counter[SpotOf]:
        if not self._diary.is_open:
            return Counter()
        spots = self.shelf.learn_spots()
        found = self._diary.reader.latest_at_spots([spot.id for spot in spots])
        return Counter({spot: found[spot.id].n for spot in spots if spot.id in found})

    # --- while it runs

    def _changed(self, changes: Changes) -> None:
        self._marks.take(changes)
        if not changes.everything and not changes.kinds & {Kind.PAIN, Kind.SPOT}:
            return
        if changes.everything or not self._chosen:
            self.refresh()
            return
        self._touched |= changes.places
        untouched = [one for one in self._chosen if not changes.places & self.shelf.places(one)]
        self._chosen = [one for one in self._chosen if one in untouched or self._is_there(one)]
        if self._page.isVisible() or not self._chosen:
            self._catch_up()

    def _catch_up(self) -> None:
        """Show what has changed since the page was last seen."""
        places, self._touched = self._touched, frozenset()
        if places and not self._chosen:
            self.refresh()
        elif places:
            self._list()
            self.view.set_now(self._clock.now().utc_ms)
            self._show()
