"""The region catalogue: what each structure is called, by whom, and how a typed name finds it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Self

from knotbook.domain.place import Place, Point, Side, View
from knotbook.resources.files import read_json
from knotbook.resources.structure import Group, Structure

if TYPE_CHECKING:  # search, cards and stacks are imported when first asked for: the first paint does not wait for them
    from knotbook.resources.beneath import Beneath, Under
    from knotbook.resources.cards import Card
    from knotbook.resources.finder import Finder

FILE = "bodymap/regions.json"


class Catalogue:
    """All structures, from the hip outwards: their names, search, cards and what lies beneath a spot."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: the parsed `regions.json`; raises KeyError or TypeError if a row lacks a field."""
        self.groups: dict[str, Group] = {row["id"]: Group(**row) for row in data["groups"]}
        self.structures: dict[str, Structure] = {row["id"]: Structure.of(row) for row in data["structures"]}
        self._patterns: dict[Side, str] = {Side(side): pattern for side, pattern in data["sides"].items()}
        self._side_words: dict[str, list[str]] = data["side_words"]
        self._depths: dict[str, str] = data["depths"]
        self._capitals = frozenset(data["keeps_capital"])

    @classmethod
    def load(cls) -> Self:
        """The catalogue that comes with Knotbook."""
        return cls(read_json(FILE))

    def __contains__(self, place: object) -> bool:
        """Whether `place` is a structure of this catalogue on a side it comes in."""
        if not isinstance(place, Place):
            return False
        structure = self.structures.get(place.structure)
        return structure is not None and place.side in structure.sides

    def places(self) -> Iterator[Place]:
        """Every place there is, in catalogue order, right before left."""
        for structure in self.structures.values():
            yield from structure.places

    def name(self, place: Place) -> str:
        """The anatomical name with its side: "Right piriformis". An unknown id is spelled out rather than refused."""
        return self._with_side(self._label(place, "name"), place.side)

    def plain(self, place: Place) -> str:
        """The plain name with its side: "Right deep buttock"."""
        return self._with_side(self._label(place, "plain"), place.side)

    def spoken(self, place: Place) -> str:
        """The name as it stands in running text: "right piriformis"."""
        return self._inside(self.name(place))

    @property
    def side_words(self) -> Mapping[str, Sequence[str]]:
        """What people type for "right", "left", "both" and "midline"."""
        return self._side_words

    def make_ready(self) -> None:
        """Build what typed names are looked up in, which takes a frame, before the first letter is typed."""
        _ = self._finder

    def find(self, text: str, limit: int = 8) -> list[Place]:
        """Places meant by typed text such as "pir r" or "knee inner left", likeliest first, at most `limit`.

        Without a side word both sides are given, right first. Empty text finds nothing.
        """
        return self._finder.find(text, limit) if text.strip() else []  # an empty line builds no search

    def called(self, text: str) -> list[Place]:
        """Every place that is called what was typed, or begins so: as `find`, without guessing at typing errors."""
        return list(self._called(text))

    def is_sure(self, text: str) -> bool:
        """Whether `text` really names the likeliest place it finds, so that it may be saved without asking."""
        return self._finder.is_sure(text)

    def card(self, structure: str) -> Card | None:
        """The muscle card of a structure id, or None where there is none."""
        return self._cards.get(structure)

    def beneath(self, view: View, x: float, y: float, side: Side | None = None) -> list[Place]:
        """The structures under a spot of the skin, nearest first. `x`, `y` in body units of `view`.

        `side` None or midline: the side on which the spot lies.
        """
        return [under.place for under in self.stack(view, x, y, side)]

    def beneath_place(self, place: Place, point: Point) -> list[Place]:
        """`beneath` for a spot tapped in `place`; if `place` is itself in the stack, only what lies under it."""
        stack = self.beneath(point.view, point.x, point.y, place.side)
        return stack[stack.index(place) + 1 :] if place in stack else stack

    def under(self, place: Place, point: Point) -> list[tuple[Place, str]]:
        """What may have been meant by a press at `point` of `place`: as `beneath_place`, with the depth in words.

        Bones are left out unless they lie right under the skin: nobody means the thigh bone by pressing the buttock.
        """
        stack = self.stack(point.view, point.x, point.y, place.side)
        here = next((n + 1 for n, under in enumerate(stack) if under.place == place), 0)
        felt = (u for u in stack[here:] if u.depth == "near" or not self._is_bone(u.place))
        return [(under.place, self._depths[under.depth]) for under in felt]

    def _is_bone(self, place: Place) -> bool:
        structure = self.structures.get(place.structure)
        return structure is not None and structure.kind == "bone"

    def stack(self, view: View, x: float, y: float, side: Side | None = None) -> list[Under]:
        """As `beneath`, with how deep each structure lies, in words."""
        return self._beneath.stack(view, x, y, side)

    @cached_property
    def _called(self) -> Callable[[str], tuple[Place, ...]]:
        """Remembers what was asked last: the words typed first are asked for again with every further letter."""
        most = len(self.structures) * 3

        @lru_cache(256)
        def called(text: str) -> tuple[Place, ...]:
            return tuple(self._finder.find(text, most, typos=False))

        return called

    @cached_property
    def _finder(self) -> Finder:
        from knotbook.resources.finder import Finder

        near = {group.id for group in self.groups.values() if group.near}
        return Finder(self.structures.values(), self._side_words, near)

    @cached_property
    def _cards(self) -> dict[str, Card]:
        from knotbook.resources.cards import load_cards

        return load_cards()

    @cached_property
    def _beneath(self) -> Beneath:
        from knotbook.resources.beneath import Beneath

        return Beneath.load()

    def _label(self, place: Place, field: str) -> str:
        structure = self.structures.get(place.structure)
        if structure is None:
            return place.structure.replace("_", " ").capitalize()
        return structure.name if field == "name" else structure.plain

    def _with_side(self, label: str, side: Side) -> str:
        pattern = self._patterns[side]
        return pattern.format(name=label if pattern.startswith("{") else self._inside(label))

    def _inside(self, label: str) -> str:
        """`label` as it stands inside a sentence: a small first letter, except for names such as Achilles."""
        first = label.split(maxsplit=1)[0].lower()
        return label if first in self._capitals else label[:1].lower() + label[1:]
