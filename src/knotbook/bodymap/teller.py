"""Says in words what the map knows of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from knotbook.bodymap.drafts import Pin
from knotbook.bodymap.names import Names
from knotbook.bodymap.read_out import Words
from knotbook.bodymap.scales import Scale
from knotbook.domain.place import Place


class Teller:
    """Names from the catalogue, values and points as last set."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._heat: Mapping[Place, float | None] = {}
        self._span, self._scale = "", Scale.NRS
        self._points: Counter[Place] = Counter()

    def learn_heat(self, heat: Mapping[Place, float | None], span: str, scale: Scale = Scale.NRS) -> None:
        """The values on show, and what they are, such as "now" or "mean of 7 days"."""
        self._heat, self._span, self._scale = heat, span, scale

    def learn_pins(self, pins: Sequence[Pin]) -> None:
        """The points on show."""
        self._points = Counter(pin.place for pin in pins)

    @property
    def scale(self) -> Scale:
        """What the values on show measure."""
        return self._scale

    def value(self, place: Place) -> float | None:
        """The value on show, if there is one."""
        return self._heat.get(place)

    def words(self, place: Place) -> Words:
        """For the tag beside the pointer: the plain name first."""
        plain, name = self.names.plain(place), self.names.name(place)
        return Words(plain, "" if name.casefold() == plain.casefold() else name, self.value_words(place))

    def value_words(self, place: Place) -> str:
        """ "6 now · 2 points", or nothing if nothing is known."""
        said: list[str] = []
        value, count = self._heat.get(place), self._points[place]
        if value is not None:
            said.append(f"{self._scale.words(value)} {self._span}".strip())
        if count:
            one, many = self._tr("1 point"), self._tr("{n} points")
            said.append(one if count == 1 else many.format(n=count))
        return " · ".join(said)

    def spoken(self, place: Place) -> str:
        """ "Right piriformis, 6 out of 10, 2 points" for a screen reader."""
        value, count = self._heat.get(place), self._points[place]
        said = [self.names.name(place), self._tr("no data") if value is None else self._scale.spoken(value)]
        if count:
            one, many = self._tr("1 point"), self._tr("{n} points")
            said.append(one if count == 1 else many.format(n=count))
        return ", ".join(said)

    def title(self, place: Place, soft: str, point: str = "") -> str:
        """Rich text: the plain name, the anatomical one smaller in the colour `soft`. The name of a `point` leads."""
        from html import escape  # here: its tables are large, and the first paint does without

        words = self.words(place)
        if point:
            words = Words(point, words.plain)
        small = f" <span style='font-size:12px;color:{soft}'>{escape(words.anatomical)}</span>"
        return f"<b>{escape(words.plain)}</b>" + (small if words.anatomical else "")

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Teller", text)
