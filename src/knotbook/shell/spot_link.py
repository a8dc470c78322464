"""Ties the points of the map and its panel to the diary: what is pressed, kept, named, moved, merged, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from knotbook.bodymap.depth_choice import offers
from knotbook.bodymap.drafts import MapView, PainDraft, Pin
from knotbook.diary.spot_book import KnownSpot, SpotBook
from knotbook.domain.clock import Clock
from knotbook.domain.place import Layer, Place, Point
from knotbook.domain.records import Changes, Entry, Kind, Pain
from knotbook.domain.trouble import Trouble
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.body_page import BodyPage
from knotbook.shell.points_list import PointLine
from knotbook.shell.wording import count_of_ratings, label, spot_name

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

DAY_MS = 86_400_000
SHOWN_DAYS, FRESH_DAYS = 7, 3
MOST_PINS = 300
ORIGIN = "map"


class SpotLink(QObject):
    """`BodyMap.submitted` and every wish about a point to `SpotBook`; `Diary.changed` to pins and the list of points.

    `chosen(KnownSpot | None)`: this point is followed now, None: all of the place.
    """

    chosen = Signal(object)

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page, self._diary, self._catalogue, self._clock = page, diary, catalogue, clock
        self._book = SpotBook(diary, clock)
        self._place: Place | None = None
        self._spot: str | None = None
        self._asked: tuple[Entry, float] | None = None
        self._span: tuple[int, int] | None = None
        self._connect()
        self.refresh()

    def show_place(self, place: Place | None) -> None:
        """Another place is chosen, and all of it."""
        self._place, self._spot = place, None
        self._show_points()

    def choose(self, spot: str | None) -> None:
        """Follow the point of this id; None: all of the place."""
        self._spot = spot
        self._show_points()

    def show_span(self, since_ms: int, until_ms: int) -> None:
        """Show the points that hurt from `since_ms` on and before `until_ms` (UTC ms); at the start, the last days'."""
        if self._span != (since_ms, until_ms):
            self._span = (since_ms, until_ms)
            self._pin()

    def refresh(self) -> None:
        """Read pins and points again."""
        self._pin()
        self._show_points()

    def _connect(self) -> None:
        body, panel, points = self._page.map, self._page.panel, self._page.panel.place.points
        body.submitted.connect(self._record)
        body.place_selected.connect(self.show_place)
        body.spot_selected.connect(self.choose)
        body.spot_moved.connect(self._move)
        body.spot_menu_requested.connect(lambda _spot: points.open_menu())
        panel.place_chosen.connect(self.show_place)
        panel.place.ask.chosen.connect(self._answer)
        panel.place.ask.closed.connect(self._ask_no_more)
        points.spot_chosen.connect(self._follow)
        points.keep_requested.connect(self._keep)
        points.rename_requested.connect(self._rename)
        points.move_requested.connect(self._lift)
        points.merge_requested.connect(self._merge)
        points.remove_requested.connect(self._remove)
        self._diary.changed.connect(self._changed)

    # Pressing

    def _record(self, draft: PainDraft) -> None:
        at = draft.point if draft.aimed else None
        pain = Pain(when=self._clock.now(), place=draft.place, intensity=draft.intensity, points=(at,) if at else ())
        words = label(pain, self._catalogue.spoken)
        loose, known = self._around(draft, at)
        if known is not None:
            words = self.tr("{what}, {point}").format(what=words, point=spot_name(known))
        elif loose:
            words = self.tr("{what}, a new point").format(what=words)
        entry = self._book.record(pain, spot=draft.spot, loose=loose, label=words, origin=ORIGIN)
        self._ask_no_more()
        if entry is None:
            return
        if isinstance(entry.body, Pain) and entry.body.spot is not None:
            self.choose(entry.body.spot)
        elif at is not None and draft.layer is Layer.SKIN and not draft.offered:
            self._ask(entry, at, draft)

    def _around(self, draft: PainDraft, at: Point | None) -> tuple[list[Entry], KnownSpot | None]:
        """What a press landed on. A diary that cannot be read just now must not cost the press: then nothing."""
        try:
            loose = [] if draft.spot else self._book.loose_near(draft.place, at, draft.reach)
            return loose, self._known(draft.spot)
        except Trouble:
            return [], None

    def _ask(self, entry: Entry, at: Point, draft: PainDraft) -> None:
        offered = offers(self._catalogue, draft.place, at, Layer.SKIN)[1:]
        if offered:
            self._asked = (entry, draft.reach)
            self._page.panel.place.ask.ask(self._catalogue.spoken(draft.place), offered)

    def _ask_no_more(self) -> None:
        self._asked = None
        self._page.panel.place.ask.take_back()

    def _answer(self, place: Place) -> None:
        if self._asked is None:
            return
        entry, reach = self._asked
        self._ask_no_more()
        now = self._diary.reader.entry(entry.id, Kind.PAIN) if self._diary.is_open else entry
        if now is not None and isinstance(now.body, Pain):
            words = f"{now.body.intensity} at {self._catalogue.spoken(place)}"
            self._book.rehome(now, place, reach, label=words, origin=ORIGIN)
            self._page.map.select(place)

    # Wishes about points

    def _follow(self, spot: str | None) -> None:
        """Chosen in the list: bring it into sight, too."""
        known = self._known(spot)
        if known is not None and self._page.map.pixel_of(known.point) is None:
            self._page.map.set_view(MapView(known.point.view.value))
        self.choose(spot)

    def _keep(self) -> None:
        place = self._place
        at = self._where_to_keep(place) if place is not None else None
        if place is None or at is None:
            return
        loose = self._book.loose_near(place, at, self._page.map.spots.reach)
        words = self.tr("kept a point at {place}").format(place=self._catalogue.spoken(place))
        made = self._book.make(place, at, loose, label=words, origin=ORIGIN)
        self.choose(made)
        self._page.panel.place.points.edit_name(made)

    def _where_to_keep(self, place: Place) -> Point | None:
        """Where it was pressed last without belonging to a point, else where the name of the place stands."""
        if not self._diary.is_open:
            return None
        for entry in self._diary.reader.page(kinds=(Kind.PAIN,), places=(place,), limit=20):
            if isinstance(entry.body, Pain) and entry.body.spot is None and entry.body.points:
                return entry.body.points[0]
        return self._page.map.label_point(place)

    def _rename(self, spot: str, name: str) -> None:
        words = self.tr("named a point “{name}”").format(name=name.strip())
        self._book.rename(spot, name, label=words, origin=ORIGIN)

    def _lift(self, spot: str) -> None:
        self._page.map.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.map.spots.lift(spot)

    def _move(self, spot: str, to: Point) -> None:
        self._book.move(spot, to, label=self._about(self.tr("moved {point}"), spot), origin=ORIGIN)

    def _merge(self, spot: str, into: str) -> None:
        other = self._known(into)
        words = self._about(self.tr("merged {point} into {other}"), spot, other=spot_name(other) if other else "")
        self._book.merge(spot, into, label=words, origin=ORIGIN)
        self.choose(into)

    def _remove(self, spot: str) -> None:
        self._book.remove(spot, label=self._about(self.tr("removed {point}"), spot), origin=ORIGIN)

    def _about(self, pattern: str, spot: str, **more: str) -> str:
        known = self._known(spot)
        return pattern.format(point=spot_name(known) if known else "", **more)

    def _known(self, spot: str | None) -> KnownSpot | None:
        return next((known for known in self._book.known() if known.id == spot), None) if spot else None

    # Showing

    def _changed(self, changes: Changes) -> None:
        if not (changes.everything or changes.kinds & {Kind.PAIN, Kind.SPOT}):
            return
        if self._asked is not None and self._asked[0].id in changes.before:
            self._ask_no_more()  # it was taken back, or answered elsewhere
        self.refresh()

    def _pin(self) -> None:
        if not self._diary.is_open:
            return
        now = self._clock.now().utc_ms
        since, until = self._span or (now - SHOWN_DAYS * DAY_MS, now + 1)
        known = self._book.known()
        ids = {spot.id for spot in known}
        fresh = min(now, until) - FRESH_DAYS * DAY_MS
        pins = []
        latest: dict[str, Pain] = {}
        for entry in self._diary.reader.page(kinds=(Kind.PAIN,), since_ms=since, until_ms=until, limit=MOST_PINS):
            pain = entry.body
            if isinstance(pain, Pain) and pain.spot in ids:
                latest.setdefault(str(pain.spot), pain)  # newest first
            elif isinstance(pain, Pain):
                pins += [Pin(pain.place, p, pain.intensity, recent=pain.when.utc_ms > fresh) for p in pain.points]
        for spot in known:
            last = latest.get(spot.id)
            value, recent = (last.intensity, last.when.utc_ms > fresh) if last else (None, False)
            pins.append(Pin(spot.place, spot.point, value, label=spot_name(spot), spot=spot.id, recent=recent))
        self._page.map.set_pins(pins)

    def _show_points(self) -> None:
        known = self._book.known((self._place,)) if self._place is not None else []
        followed = next((spot for spot in known if spot.id == self._spot), None)
        self._spot = followed.id if followed else None
        self._page.panel.place.points.show_points(self.tr("Whole place"), self._lines(known), self._spot)
        self._page.map.spots.choose(self._spot)
        self.chosen.emit(followed)

    def _lines(self, known: list[KnownSpot]) -> list[PointLine]:
        latest = self._diary.reader.latest_at_spots([spot.id for spot in known]) if known else {}
        lines = []
        for spot in known:
            last = latest.get(spot.id)
            said = count_of_ratings(last.n if last else 0)
            lines.append(PointLine(spot.id, spot_name(spot), said, last.intensity if last else None))
        return lines
