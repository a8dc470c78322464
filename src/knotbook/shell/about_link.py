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
        said = self._so_far(place)
        return About(avoid, notes["stop"], (said, *known) if card else (*known, said), notes["caveat"])

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
        said: dict[str, str] = {}
        for one, card in carded:
            said.setdefault(card.avoid, f"{self._catalogue.structures[one.structure].name}: {card.avoid}")
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
        reader = self._diary.reader
        felt = reader.latest_pain((place,)).get(place)
        pressed = reader.count(kinds=(Kind.RELEASE,), places=(place,))
        facts = self._felt(place, felt.n, felt.intensity) if felt is not None else []
        if pressed:
            facts[3:3] = [Fact(self.tr("Times it was pressed"), str(pressed)), *self._rated(place)]
        return facts

    def _felt(self, place: Place, count: int, intensity: int) -> list[Fact]:
        from knotbook.analysis.so_far import so_far  # not needed before a card is opened

        reader, now = self._diary.reader, self._clock.now().utc_ms
        last = reader.page(kinds=(Kind.PAIN,), places=(place,), limit=1)
        days = [f"{one.body.when.local():%d %b %Y}" for one in last if isinstance(one.body, Pain)]
        year = so_far(str(place), reader.pain_rows(None, now - SHARED_DAYS * DAY_MS), now - MEAN_DAYS * DAY_MS)
        facts = [
            Fact(self.tr("Ratings"), str(count)),
            Fact(self.tr("The last one"), " · ".join((str(intensity), *days))),
            Fact(self.tr("Mean of 30 days"), self.tr("no rating") if year.mean is None else f"{year.mean:.1f}"),
        ]
        if year.others:
            facts.append(Fact(self.tr("Also hurt on the {n} days it hurt, last 365 days").format(n=year.days)))
            facts += [Fact(self._catalogue.name(Place.parse(name)), str(n)) for name, n in year.others]
        return facts

    def _rated(self, place: Place) -> list[Fact]:
        from knotbook.analysis.so_far import sessions

        rated = self._diary.reader.rated_releases((place,))
        told = sessions((str(one.place), one.before, one.after, one.half_hour) for one in rated)[:MOST_RATED]
        head = Fact(self.tr("Pain rated (times): median before · right after · after 30 minutes"))
        return [head, *map(self._medians, told)] if told else []

    def _medians(self, one: Sessions) -> Fact:
        words = f"{self._catalogue.name(Place.parse(one.place))} ({one.count})"
        if one.before is None or one.after is None:
            return Fact(words, self.tr("not enough yet"))
        later = "–" if one.half_hour is None else f"{one.half_hour:g}"
        return Fact(words, f"{one.before:g} · {one.after:g} · {later}")
