"""What lies under a spot of the skin: outlines that contain it, nearest first. Pure numbers, no Qt.

Measured on one adult body, so the order is a hint for choosing, and depth is given in words only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import hypot
from typing import Any, Self

from knotbook.domain.place import Place, Side, View
from knotbook.resources.files import read_json
from knotbook.resources.outline import Outline

FILE = "bodymap/beneath.json"
FINGERTIP = 3.0  # body units (5 mm): a muscle this near the spot is under the finger too
PRESS_REACH = 6.0  # body units: this near a measured press point, its measured order is believed
DEEPEST_MM = 100  # nothing deeper can be felt through the skin
DEEP_MM = 60


class Depth(StrEnum):
    """How deep a structure lies, for words such as "just under the skin"; never millimetres."""

    NEAR = "near"
    UNDER = "under"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class Under:
    """One structure of the stack under a spot."""

    place: Place
    depth: Depth


@dataclass(frozen=True, slots=True)
class _Press:
    """A measured press point: the structures under it with their depth in millimetres of the measured body."""

    x: float
    y: float
    target: str
    stack: tuple[tuple[str, float], ...]


class _ViewStack:
    """The outlines of one view, right side and midline."""

    def __init__(self, data: Mapping[str, Any], view: View) -> None:
        self.order: list[str] = data["near_to_far"][view]
        self.covered_by = [frozenset(over) for over in data["covered_by"][view]]
        shapes = (data["structures"][key].get(view) for key in self.order)
        self.outlines = [Outline.of(shape["rings"] if shape else []) for shape in shapes]
        self.bones = frozenset(i for i, key in enumerate(self.order) if key in data["bones"])
        self._joints = [
            (key, Outline.of(views[view]["rings"]), views[view]["mm"]) for key, views in data["joints"].items()
        ]
        self._mm: dict[str, float | None] = {
            key: shapes[view]["mm"] for key, shapes in data["structures"].items() if view in shapes
        }
        self._press = [
            _Press(p["x"], p["y"], p["target"], tuple((key, mm) for key, mm in p["stack"]))
            for p in data["press"]
            if p["view"] == view
        ]

    def keys(self, x: float, y: float) -> list[tuple[str, float]]:
        """Structures under the spot with their depth in millimetres, nearest first, down to the first bone."""
        found = [i for i in range(len(self.order)) if self.outlines[i].reaches(x, y, self._margin(i))]
        keys = [self.order[i] for i in self._sorted(found)]
        press = self._press_at(x, y)
        depths = self._mm | dict(press.stack if press else ())
        if press:
            keys = _merged(self._measured(press), keys)
        near = [(key, mm) for key in keys if (mm := _known(depths[key])) <= DEEPEST_MM]
        bone = self._first_bone(near)
        last = [*self._joints_at(x, y), *near[bone : bone + 1]]  # the kneecap lies before its joint, the femur behind
        return [*near[:bone], *sorted(last, key=lambda pair: pair[1])]

    def _margin(self, index: int) -> float:
        return 0.0 if index in self.bones else FINGERTIP

    def _sorted(self, found: Sequence[int]) -> list[int]:
        """Always the next one that nothing left over covers; where they cover each other in turn, the usual order."""
        left, done = list(found), []
        while left:
            free = (i for i in left if self.covered_by[i].isdisjoint(left))
            done.append(next(free, left[0]))
            left.remove(done[-1])
        return done

    def _press_at(self, x: float, y: float) -> _Press | None:
        away = [(hypot(p.x - x, p.y - y), i) for i, p in enumerate(self._press)]
        distance, index = min(away, default=(PRESS_REACH + 1, 0))
        return self._press[index] if distance <= PRESS_REACH else None

    def _measured(self, press: _Press) -> list[str]:
        keys = [key for key, _ in press.stack]
        if press.target in keys or press.target not in self._mm:
            return keys
        deeper = [i for i, (_, mm) in enumerate(press.stack) if mm > _known(self._mm[press.target])]
        keys.insert(deeper[0] if deeper else len(keys), press.target)
        return keys

    def _first_bone(self, near: Sequence[tuple[str, float]]) -> int:
        return next((i for i, (key, _) in enumerate(near) if self.order.index(key) in self.bones), len(near))

    def _joints_at(self, x: float, y: float) -> list[tuple[str, float]]:
        """Joints under the spot; they lie deeper than the muscles."""
        return [(key, mm) for key, outline, mm in self._joints if outline.reaches(x, y)]


class Beneath:
    """Outlines, order and measured press points of all views; read when first asked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data`: the parsed `beneath.json`."""
        self._midline = frozenset(data["midline"])
        self._data = data
        self._views: dict[View, _ViewStack] = {}

    @classmethod
    def load(cls) -> Self:
        """The stacks that come with Knotbook."""
        return cls(read_json(FILE))

    def stack(self, view: View, x: float, y: float, side: Side | None = None) -> list[Under]:
        """The structures under the spot (body units of `view`), nearest first; empty beside the body.

        `side`: the person's side that is meant; None or midline: the one on which the spot lies.
        """
        wanted = side if side in (Side.LEFT, Side.RIGHT) else side_of(view, x)
        base = View.SIDE if view is View.SIDE_LEFT else view
        across = -x if (view is View.SIDE_LEFT or (view is not View.SIDE and wanted is Side.LEFT)) else x
        if base not in self._views:
            self._views[base] = _ViewStack(self._data, base)
        found = self._views[base].keys(across, y)
        deepest = accumulate((mm for _, mm in found), max)  # what lies under something deep is called deep too
        return [
            Under(self._place(key, wanted), _depth(i, mm))
            for i, ((key, _), mm) in enumerate(zip(found, deepest, strict=True))
        ]

    def _place(self, key: str, side: Side) -> Place:
        return Place(key, Side.MIDLINE if key in self._midline else side)


def side_of(view: View, x: float) -> Side:
    """The person's own side on which `x` lies; the midline counts as right."""
    if view in (View.SIDE, View.SIDE_LEFT):
        return Side.LEFT if view is View.SIDE_LEFT else Side.RIGHT
    return Side.LEFT if (x > 0 if view is View.FRONT else x < 0) else Side.RIGHT


def _known(mm: float | None) -> float:
    """A depth in millimetres; what was measured from no side of this view lies deep."""
    return float(DEEP_MM) if mm is None else mm


def _depth(position: int, mm: float) -> Depth:
    if mm >= DEEP_MM:
        return Depth.DEEP
    return Depth.UNDER if position else Depth.NEAR


def _merged(measured: list[str], outlined: list[str]) -> list[str]:
    """`measured` with the others put in after the one they followed in `outlined`."""
    merged, after = list(measured), -1
    for key in outlined:
        if key in measured:
            after = merged.index(key)
        else:
            after += 1
            merged.insert(after, key)
    return merged
