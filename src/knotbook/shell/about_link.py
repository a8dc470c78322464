"""Fills the card about the chosen place, and only while it is open: what is known in general, what the diary says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.bodymap.names import without_side
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place, Side
from knotbook.domain.records import Changes, Kind, Pain
from knotbook.resources.catalogue import Catalogue
from knotbook.shell.about_view import About, Fact, Link, Section
from knotbook.shell.body_page import BodyPage

if TYPE_CHECKING:
    from knotbook.analysis.so_far import Sessions
    from knotbook.diary.diary import Diary
    from knotbook.resources.cards import Card

DAY_MS = 86_400_000
MEAN_DAYS, SHARED_DAYS = 30, 365
MOST_RATED = 3


class AboutLink(QObject):
    """The chosen place to `AboutView`, and its links back to the map."""

    def __init__(self, page: BodyPage, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page, self._diary, self._catalogue, self._clock = page, diary, catalogue, clock
        page.panel.place.about_opened.connect(self._fill)
        page.panel.place.card_changed.connect(self._fill)
        diary.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.kinds & {Kind.PAIN, Kind.RELEASE, Kind.RATING}:
            self._fill()

    def _fill(self) -> None:
        page = self._page.panel.place
        card = page.card()
        if card is not None and page.about_open:
            page.about.show_about(self._about(card.place))

    def _about(self, place: Place) -> About:
        from knotbook.resources.cards import card_notes  # read when a card is first opened

        notes = card_notes()
        card = self._catalogue.card(place.structure)
        known = self._known(place, card, notes) if card else self._uncarded(place)
        avoid = (card.avoid,) if card else self._avoid_beneath(place)
        return About(avoid, notes["stop"], (self._so_far(place), *known), notes["caveat"])

    def _known(self, place: Place, card: Card, notes: dict[str, str]) -> tuple[Section, ...]:
        targets = [target for key in card.refers_to for target in self._on_side(key, place)]
        links = tuple(Link(target, self._called(target, place)) for target in targets)
        source = self.tr("Read in: {source}").format(source=card.source) if card.verified else notes["unverified"]
        return (
            Section(self.tr("What it does"), card.does),
            Section(self.tr("Where it may be felt"), card.refers, links, small=source if card.verified else ""),
            Section(self.tr("How people reach it"), card.reach),
        )

    def _on_side(self, structure: str, place: Place) -> tuple[Place, ...]:
        """The places of a structure on the side of `place`; on both sides of the midline."""
        found = self._catalogue.structures.get(structure)
        if found is None:
            return ()
        if not found.sided or place.side is Side.MIDLINE:
            return found.places
        return (Place(structure, place.side),)

    def _called(self, target: Place, here: Place) -> str:
        """Its name; on the same side the side goes without saying."""
        name = self._catalogue.name(target)
        return without_side(name, target) if target.side is here.side else name

    def _beneath(self, place: Place) -> list[tuple[Place, str]]:
        point = self._page.map.label_point(place)
        return self._catalogue.under(place, point) if point is not None else []

    def _uncarded(self, place: Place) -> tuple[Section, ...]:
        links = tuple(Link(one, self._called(one, place), depth) for one, depth in self._beneath(place))
        if links:
            return (Section(self.tr("Beneath it, nearest first"), links=links),)
        words = self.tr("There is no card for this place; the cards cover low back, hip, thigh and knee.")
        return (Section(self.tr("What is known"), words),)

    def _avoid_beneath(self, place: Place) -> tuple[str, ...]:
        """What to stay off over the two nearest structures beneath a zone that have a card."""
        carded = [(one, card) for one, _ in self._beneath(place) if (card := self._catalogue.card(one.structure))]
        said = {card.avoid: f"{self._catalogue.structures[one.structure].name}: {card.avoid}" for one, card in carded}
        return tuple(said.values())[:2]

    def _so_far(self, place: Place) -> Section:
        title = self.tr("What this diary says so far")
        if not self._diary.is_open:
            return Section(title, self.tr("Opening your diary…"))
        counted = self._counted(place)
        if not counted:
            return Section(title, self.tr("Nothing logged or pressed here yet."))
        small = self.tr("Counts and medians, no conclusions. People press when it hurts most, and the next number is "
                        "often lower whatever they do.")  # fmt: skip
        return Section(title, facts=tuple(counted), small=small)

    def _counted(self, place: Place) -> list[Fact]:
        from knotbook.analysis.so_far import sessions, so_far  # not needed before a card is opened

        reader, now = self._diary.reader, self._clock.now().utc_ms
        latest = reader.latest_pain((place,)).get(place)
        pressed = reader.count(kinds=(Kind.RELEASE,), places=(place,))
        facts: list[Fact] = []
        if latest is not None:
            last = reader.page(kinds=(Kind.PAIN,), places=(place,), limit=1)
            days = [f"{one.body.when.local():%d %b %Y}" for one in last if isinstance(one.body, Pain)]
            facts.append(Fact(self.tr("Ratings"), str(latest.n)))
            facts.append(Fact(self.tr("The last one"), " · ".join((str(latest.intensity), *days))))
            year = so_far(str(place), reader.pain_rows(None, now - SHARED_DAYS * DAY_MS), now - MEAN_DAYS * DAY_MS)
            mean = self.tr("none") if year.mean is None else f"{year.mean:.1f} ({year.recent})"
            facts.append(Fact(self.tr("Mean of 30 days (ratings)"), mean))
        if pressed:
            facts.append(Fact(self.tr("Times it was pressed"), str(pressed)))
            rated = ((str(r.place), r.before, r.after, r.half_hour) for r in reader.rated_releases((place,)))
            facts += [self._rated(one) for one in sessions(rated)[:MOST_RATED]]
        if latest is not None:
            shared = self.tr("Same day also: {place}")
            facts += [
                Fact(shared.format(place=self._catalogue.spoken(Place.parse(name))), self._of_days(n, year.days))
                for name, n in year.others
            ]
        return facts

    def _of_days(self, count: int, days: int) -> str:
        return self.tr("{n} of {days} days").format(n=count, days=days)

    def _rated(self, one: Sessions) -> Fact:
        words = self.tr("{place}, rated {n} times").format(
            place=self._catalogue.name(Place.parse(one.place)), n=one.count
        )
        if one.before is None or one.after is None:
            return Fact(words, self.tr("not enough yet"))
        numbers = self.tr("{before} before, {after} after").format(before=f"{one.before:g}", after=f"{one.after:g}")
        if one.half_hour is not None:
            numbers += self.tr(", {later} at 30 min").format(later=f"{one.half_hour:g}")
        return Fact(words, numbers)
