"""How big the targets of hip and knee are in their close-ups: `python -m tools.targets [WIDTH HEIGHT] [--all]`.

Prints, for every view and layer, the smallest targets on a map of 900x700 pixels: the diameter of the largest circle
that fits into what is seen of a region, and into what a press means (`effective`: beside a slim region too).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSizeF

from knotbook.bodymap.camera import Camera, close_up
from knotbook.bodymap.close_ups import CloseUp, close_up_rect
from knotbook.bodymap.geometry import Geometry, ViewGeometry, load_geometry
from knotbook.bodymap.id_buffer import IdBuffer
from knotbook.bodymap.layout import Layout, Panel
from knotbook.domain.place import Layer, Place, Side, View
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.files import read_bytes

SIZE = QSizeF(900, 700)
GOAL_PX = 24.0
GROUPS = {
    CloseUp.HIP: ("glutes", "rotators", "hip_flexors", "adductors", "hip"),
    CloseUp.KNEE: ("knee", "hamstrings", "quadriceps"),
}
_AROUND = 34  # pixels around a label point in which its target is looked for
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Target:
    """One region in one close-up; diameters in pixels."""

    view: View
    layer: Layer
    close_up: CloseUp
    place: Place
    drawn: float
    effective: float

    def __str__(self) -> str:
        where = f"{self.close_up.value} {self.view.value} {self.layer.value}"
        return f"{self.drawn:5.1f} drawn {self.effective:5.1f} effective  {self.place} ({where})"


def targets(geometry: Geometry, size: QSizeF = SIZE) -> Iterator[Target]:
    """Every hip and knee target of the right side in front, back and side view."""
    for view in (View.FRONT, View.BACK, View.SIDE):
        for kind in CloseUp:
            for layer in Layer:
                yield from targets_in(geometry.view(view), kind, layer, size)


def targets_in(shown: ViewGeometry, kind: CloseUp, layer: Layer, size: QSizeF = SIZE) -> Iterator[Target]:
    """The targets of one close-up of one view in one layer."""
    panel = Panel(shown.view, shown, 0.0, shown.bounds)
    rect = close_up_rect(panel, kind, Side.RIGHT)
    camera = close_up(rect, size)
    ids = IdBuffer(Layout((panel,), shown.bounds), layer, camera)
    for place, shape in shown.regions(layer).items():
        if place.side is not Side.LEFT and _belongs(place, kind) and rect.contains(QPointF(*shape.labels[layer])):
            yield Target(shown.view, layer, kind, place, *_diameters(ids, place, _box(shape.labels[layer], camera)))


def _belongs(place: Place, kind: CloseUp) -> bool:
    return _CATALOGUE.structures[place.structure].group in GROUPS[kind]


def _box(label: tuple[float, float], camera: Camera) -> tuple[range, range]:
    at = camera.to_pixel(QPointF(*label)).toPoint()
    return range(at.x() - _AROUND, at.x() + _AROUND), range(at.y() - _AROUND, at.y() + _AROUND)


def _diameters(ids: IdBuffer, place: Place, box: tuple[range, range]) -> tuple[float, float]:
    columns, rows = box
    drawn = np.array([[ids.at(x, y) == place for x in columns] for y in rows])
    across = widest(drawn)
    if across >= GOAL_PX:
        return across, across
    meant = np.array([[ids.near(QPointF(x, y)) == place for x in columns] for y in rows])
    return across, widest(meant)


def widest(mask: Mask, most: float = 60.0) -> float:
    """The diameter of the largest disc inside `mask`, at most two pixels too low, looked for up to `most`."""
    best, radius = 0.0, 0.5
    while radius <= most / 2 and _holds(mask, radius):
        best, radius = radius, radius + 0.5
    return 2 * best


def _holds(mask: Mask, radius: float) -> bool:
    """Whether a disc of `radius` fits: only its rim and its middle are looked at, closely enough for any region."""
    steps = {(0, 0), *_rim(radius)}
    reach = int(np.ceil(radius))
    padded = np.pad(mask, reach)
    high, wide = mask.shape
    views = [padded[reach + dy : reach + dy + high, reach + dx : reach + dx + wide] for dx, dy in steps]
    return bool(np.logical_and.reduce(views).any())


def _rim(radius: float) -> set[tuple[int, int]]:
    angles = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    return {(round(float(radius * np.cos(a))), round(float(radius * np.sin(a)))) for a in angles}


_CATALOGUE = Catalogue.load()


def main(arguments: list[str]) -> int:
    """Print the smallest targets; 1 if one of them is under the goal even with the help it gets, else 0."""
    numbers = [float(a) for a in arguments if a.isdigit()]
    size = QSizeF(*numbers) if len(numbers) == 2 else SIZE
    found = sorted(targets(load_geometry(read_bytes("bodymap/male.kbm")), size), key=lambda t: (t.effective, t.drawn))
    small = [t for t in found if t.drawn < GOAL_PX]
    print(f"{len(found)} targets at {size.width():.0f}x{size.height():.0f}; {len(small)} drawn under {GOAL_PX:.0f} px:")
    for target in found if "--all" in arguments else small:
        print(" ", target)
    return int(any(t.effective < GOAL_PX for t in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
