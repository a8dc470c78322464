"""Ties the map and its panel to the diary: wishes go down, what changed comes back up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.bodymap.drafts import PainDraft, Pin
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Changes, Kind, Pain
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.body_page import BodyPage
from knotbook.shell.side_panel import PlaceCard, PlaceLine
from knotbook.shell.wording import label

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

DAY_MS = 86_400_000
LATELY_DAYS = 30
FRESH_DAYS = 3


def since_ms(now: Instant, days: int) -> int:
    """From when a span of `days` counts: 0 is the last 24 hours, 1 is today since midnight, else that many days."""
    if days == 1:
        wall = now.local()
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        return now.utc_ms - (wall - midnight) // timedelta(milliseconds=1)
    return now.utc_ms - max(1, days) * DAY_MS


class MapLink(QObject):
    """One link of the chain: `BodyMap.submitted` to `Diary.record`, `Diary.changed` to tint, pins and panel."""

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page = page
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._span = 7
        self._place: Place | None = None
        page.map.submitted.connect(self._record)
        page.map.place_selected.connect(self.choose)
        page.panel.place_chosen.connect(self._go_to)
        page.panel.closed.connect(lambda: self._go_to(None))
        page.span_chosen.connect(self._set_span)
        diary.changed.connect(self._changed)
        self.refresh()

    def choose(self, place: Place | None) -> None:
        """Show `place` in the panel, None for the overview."""
        self._place = place
        self._show_card()
        self._page.show_panel(place is not None)

    def refresh(self) -> None:
        """Read everything that is shown again."""
        self._tint()
        self._pin()
        self._show_overview()
        self._show_card()

    def _go_to(self, place: Place | None) -> None:
        if place is None:
            self._page.map.select(None)
        else:
            self._page.map.reveal(place)
        self.choose(place)

    def _set_span(self, days: int) -> None:
        self._span = days
        self._tint()

    def _record(self, draft: PainDraft) -> None:
        pain = Pain(
            when=self._clock.now(),
            place=draft.place,
            intensity=draft.intensity,
            points=(draft.point,) if draft.point is not None else (),
        )
        self._diary.record(pain, label=label(pain, self._catalogue.spoken), origin="map")

    def _changed(self, changes: Changes) -> None:
        if changes.everything or Kind.PAIN in changes.kinds:
            self.refresh()

    def _tint(self) -> None:
        if not self._diary.is_open:
            return
        now = self._clock.now()
        heat = self._diary.reader.heat(since_ms(now, self._span), now.utc_ms + 1)
        tint = {Place.parse(key): (h.last if self._span == 0 else h.mean) for key, h in heat.items()}
        self._page.map.set_heat(tint, self._page.span.currentText())

    def _pin(self) -> None:
        if not self._diary.is_open:
            return
        now = self._clock.now()
        entries = self._diary.reader.page(kinds=(Kind.PAIN,), since_ms=since_ms(now, 7), limit=120)
        pins = []
        for entry in entries:
            body = entry.body
            if isinstance(body, Pain):
                fresh = now.utc_ms - body.when.utc_ms < FRESH_DAYS * DAY_MS
                pins += [Pin(body.place, point, body.intensity, recent=fresh) for point in body.points]
        self._page.map.set_pins(pins)

    def _show_overview(self) -> None:
        if not self._diary.is_open:
            self._page.panel.show_overview([], self.tr("Opening your diary…"))
            return
        now = self._clock.now()
        heat = self._diary.reader.heat(since_ms(now, 7), now.utc_ms + 1)
        worst = sorted(heat.items(), key=lambda item: -item[1].mean)[:12]
        lines = [PlaceLine(place, self._catalogue.name(place), round(h.mean))
                 for key, h in worst for place in [Place.parse(key)]]
        self._page.panel.show_overview(lines, self.tr("Mean of the last 7 days") if lines else "")

    def _show_card(self) -> None:
        place = self._place
        if place is None:
            self._page.panel.show_place(None)
            return
        self._page.panel.show_place(
            PlaceCard(place, self._catalogue.plain(place), self._catalogue.name(place), *self._numbers(place))
        )

    def _numbers(self, place: Place) -> tuple[str, tuple[PlaceLine, ...]]:
        if not self._diary.is_open:
            return self.tr("Opening your diary…"), ()
        now = self._clock.now()
        entries = self._diary.reader.page(kinds=(Kind.PAIN,), places=(place,), limit=8)
        rows = self._diary.reader.pain_rows((place,), since_ms(now, LATELY_DAYS), now.utc_ms + 1)
        lines = tuple(self._line(entry.id, entry.body) for entry in entries if isinstance(entry.body, Pain))
        if not rows:
            words = self.tr("No rating in the last 30 days.") if lines else self.tr("Nothing logged here yet.")
            return words, lines
        numbers = [row[3] for row in rows]
        words = self.tr("Last {last} · worst {worst} · {count} ratings in 30 days")
        return words.format(last=numbers[-1], worst=max(numbers), count=len(numbers)), lines

    def _line(self, entry_id: str, pain: Pain) -> PlaceLine:
        more = " · ".join((*pain.qualities, *pain.context, *([pain.note] if pain.note else [])))
        when = f"{pain.when.local():%a %d %b %H:%M}"
        return PlaceLine(entry_id, f"{when}  {more}".rstrip(), pain.intensity)
