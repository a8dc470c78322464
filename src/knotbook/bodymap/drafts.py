"""What goes into the map and what comes out of it, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knotbook.domain.place import Layer, Place, Point, View


class MapView(StrEnum):
    """What the map shows: front and back side by side, or one view alone."""

    BOTH = "both"
    FRONT = "front"
    BACK = "back"
    SIDE = "side"
    SIDE_LEFT = "side_left"

    @property
    def views(self) -> tuple[View, ...]:
        """The views on show, from the viewer's left to right."""
        return (View.FRONT, View.BACK) if self is MapView.BOTH else (View(self.value),)


@dataclass(frozen=True, slots=True)
class PainDraft:
    """A pain the person has just pointed at: NRS 0-10 at `point` of `place`, pressed in `layer`.

    `point` None: it was typed, and no view shows the place. `touched`: the region under the finger; it differs from
    `place` when a muscle beneath a skin zone was chosen. `aimed`: a pointer put the point there; for a typed pain it is
    only where the name of the place stands. `offered`: what lies beneath was there to be chosen. `spot`: id of the
    point that lit up and that it belongs to. `reach`: how near another press means the same, in body units.
    """

    place: Place
    intensity: int
    point: Point | None
    layer: Layer
    touched: Place
    aimed: bool = True
    offered: bool = False
    spot: str | None = None
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Pin:
    """A point to show on the map. `intensity` None: known, but not rated in the span on show. `spot`: its id."""

    place: Place
    point: Point
    intensity: int | None = None
    label: str = ""
    spot: str | None = None
    recent: bool = True


@dataclass(frozen=True, slots=True)
class ReleaseMark:
    """A place where something was pressed."""

    place: Place
    point: Point
    label: str = ""
