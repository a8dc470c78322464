"""One row of the region catalogue, and the body part it is listed under."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from knotbook.domain.place import Place, Side


class Structure(NamedTuple):
    """A muscle, bone, joint or skin zone that can hold an entry.

    `name`: anatomical English; `plain`: what a lay person reads first; `aliases`: short forms people type. `group`: id
    of the body part it is listed under. `family`: key of its hue in the theme, or bone, tendon, fascia, joint. `sided`:
    comes as left and right, otherwise it lies on the midline. `layers`: those of the map in which it can be tapped
    (none: never visible there).
    """

    id: str
    name: str
    latin: str
    plain: str
    aliases: tuple[str, ...]
    group: str
    family: str
    kind: str
    sided: bool
    layers: tuple[str, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """From one parsed row of `regions.json`; raises TypeError if a field is missing or unknown."""
        return cls(**{**row, "aliases": tuple(row["aliases"]), "layers": tuple(row["layers"])})

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides it comes in, right before left."""
        return (Side.RIGHT, Side.LEFT) if self.sided else (Side.MIDLINE,)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place it names, right before left."""
        return tuple(Place(self.id, side) for side in self.sides)


class Group(NamedTuple):
    """A body part the catalogue is listed by. `near`: belongs to low back, hip, thigh or knee, and is found first."""

    id: str
    name: str
    near: bool
