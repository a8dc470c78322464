"""Ties the map and its panel to the diary: wishes go down, what changed comes back up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from knotbook.analysis.wall import wall_ms
from knotbook.bodymap.heat_words import choice_words
from knotbook.diary.spot_book import KnownSpot
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind, Pain, Rating
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.body_page import BodyPage
from knotbook.shell.place_lines import PlaceLine
from knotbook.shell.place_page import PlaceCard
from knotbook.shell.wording import count_of_ratings, moment_words, spot_name

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary
    from knotbook.storage.numbers import PainRow

DAY_MS = 86_400_000
LATELY_DAYS = 30
RECENT = 8
MOST_LISTED = 12


def since_ms(now: Instant, days: int) -> int:
    """From when a span of `days` counts: 0 is the last 24 hours, 1 is today since midnight, else that many days."""
    if days == 1:
        return wall_ms(now.day(), 0, now)  # in the zone, not by the present offset: clocks change at night
    return now.utc_ms - max(1, days) * DAY_MS


class MapLink(QObject):
    """`Diary.changed` and the chosen place to the tint of the map and to the panel. `refreshed`: all was read again."""

    refreshed = Signal()

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page = page
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._tints = True
        self._place: Place | None = None
        self._spot: KnownSpot | None = None
        page.map.place_selected.connect(self.choose)
        page.panel.place_chosen.connect(self._go_to)
        page.panel.closed.connect(lambda: self._go_to(None))
        page.heat_bar.choice_changed.connect(lambda _choice: self._tint())
        diary.changed.connect(self._changed)
        self.refresh()

    def choose(self, place: Place | None) -> None:
        """Show `place` in the panel, None for the overview."""
        if place != self._place:
            self._place, self._spot = place, None
        self._show_card()
        self._page.show_panel(place is not None)

    def show_spot(self, spot: KnownSpot | None) -> None:
        """Show one point of the chosen place in the panel, None for the whole place."""
        self._spot = spot
        self._show_card()

    def refresh(self) -> None:
        """Read everything that is shown again."""
        self._show_all()
        self.refreshed.emit()

    def hand_over(self) -> None:
        """Somebody who knows more measures tints the map from now on, and says so by `show_values`."""
        self._tints = False

    def show_values(self, values: Mapping[Place, float], caption: str) -> None:
        """List the places of the overview by these values (0 to 10), the highest first. `caption`: what they are."""
        highest = sorted(values.items(), key=lambda item: (-item[1], str(item[0])))[:MOST_LISTED]
        lines = [PlaceLine(place, self._catalogue.name(place), round(value)) for place, value in highest]
        self._page.panel.show_overview(lines, caption if lines else "")

    def _show_all(self) -> None:
        self._tint()
        self._show_card()

    def _go_to(self, place: Place | None) -> None:
        if place is None:
            self._page.map.select(None)
        else:
            self._page.map.reveal(place)
        self._page.map.setFocus(Qt.FocusReason.OtherFocusReason)  # its keys work on what was chosen
        self.choose(place)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.kinds & {Kind.PAIN, Kind.RATING, Kind.SPOT}:
            self._show_all()

    def _tint(self) -> None:
        """The plain way, from one question to the diary; until somebody else does it better."""
        if not self._tints:
            return
        if not self._diary.is_open:
            self._page.panel.show_overview([], self.tr("Opening your diary…"))
            return
        choice, now = self._page.heat_bar.choice, self._clock.now()
        heat = self._diary.reader.heat(since_ms(now, choice.days or 0), now.utc_ms + 1)
        tint = {Place.parse(key): (h.last if choice.days == 0 else h.mean) for key, h in heat.items()}
        self._page.map.set_heat(tint, choice_words(choice))
        self.show_values(tint, choice_words(choice))

    def _show_card(self) -> None:
        place = self._place
        if place is None:
            self._page.panel.show_place(None)
            return
        spot = self._spot if self._spot is not None and self._spot.place == place else None
        summary, recent = self._numbers(place, spot)
        plain, name = self._catalogue.plain(place), self._catalogue.name(place)
        if spot is not None:
            plain, name = spot_name(spot), self.tr("Point in {place}").format(place=self._catalogue.spoken(place))
        self._page.panel.show_place(PlaceCard(place, plain, name, summary, recent))

    def _numbers(self, place: Place, spot: KnownSpot | None) -> tuple[str, tuple[PlaceLine, ...]]:
        if not self._diary.is_open:
            return self.tr("Opening your diary…"), ()
        reader = self._diary.reader
        if spot is None:
            since = since_ms(self._clock.now(), LATELY_DAYS)
            entries = reader.page(kinds=(Kind.PAIN, Kind.RATING), places=(place,), limit=RECENT)
            rows = _with_ratings(reader.pain_rows((place,), since), reader.rating_rows(place, since))
        else:
            rows = reader.pain_rows_at_spot(spot.id)
            found = (reader.entry(row[4], Kind.PAIN) for row in reversed(rows[-RECENT:]))
            entries = [entry for entry in found if entry is not None]
            rows = [row for row in rows if row[0] >= since_ms(self._clock.now(), LATELY_DAYS)]
        lines = tuple(self._line(entry.id, entry.body) for entry in entries if isinstance(entry.body, Pain | Rating))
        if not rows:
            words = self.tr("No rating in the last 30 days.") if lines else self.tr("Nothing logged here yet.")
            return words, lines
        numbers = [row[3] for row in rows]
        words = self.tr("Last {last} · worst {worst} · {count} in 30 days")
        return words.format(last=numbers[-1], worst=max(numbers), count=count_of_ratings(len(numbers))), lines

    def _line(self, entry_id: str, body: Pain | Rating) -> PlaceLine:
        if isinstance(body, Rating):
            more = moment_words(body.moment)
        else:
            more = " · ".join((*body.qualities, *body.context, *([body.note] if body.note else [])))
        day = self.tr("Today") if body.when.day() == self._clock.now().day() else f"{body.when.local():%a %d %b}"
        return PlaceLine(entry_id, f"{day} {body.when.local():%H:%M}  {more}".rstrip(), body.intensity)


def _with_ratings(pains: Sequence[PainRow], ratings: Iterable[PainRow]) -> list[PainRow]:
    """All in ascending time. A number that a release took over from shortly before has the very time of that one."""
    felt = {(utc, level) for utc, _offset, _place, level, _id in pains}
    own = {(row[0], row[3]): row for row in ratings if (row[0], row[3]) not in felt}
    return sorted((*pains, *own.values()))
