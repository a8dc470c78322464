"""Where pins are drawn: gathered into one with a count on the whole figure, moved apart in a close-up. No painting."""

from __future__ import annotations

from cmath import rect
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.drafts import Pin
from knotbook.bodymap.layout import Layout
from knotbook.domain.place import Point

NUMBERS_FROM = 1.8  # pixels a unit: dots are big enough for a number from here on
_GATHERED = 15.0  # pixels: on the whole figure, pins nearer than this to another are one; no two dots touch
_APART = 21.0  # pixels between the middles of two pins in a close-up, if they can be moved so far
_MOST = 24.0  # pixels a pin may be moved off its point: it must not seem to lie in another muscle
_ROUNDS = 24
_SAME = 3.0  # pixels: loose presses nearer than this are drawn once
_CROWD = 60  # pins in sight: more cannot all make room
_GOLDEN = 2.4  # radians between the directions of pins on one and the same spot
_Spot = tuple[complex, Pin]  # a pixel (x + yi) and whose it is


class Drawn(NamedTuple):
    """One dot: where it is, where its point is, which pin it shows, and how many it stands for."""

    at: QPointF
    point: QPointF
    pin: Pin
    number: int = 1


def pin_radius(scale: float) -> float:
    """The radius of a dot in pixels at `scale` pixels a unit."""
    return 9.0 if scale >= NUMBERS_FROM else 4.0


def pixel(layout: Layout, camera: Camera, point: Point) -> QPointF | None:
    """Where a body point lies on the widget, or None if its view is not on show."""
    panel = layout.panel_of(point.view)
    return camera.to_pixel(panel.to_scene(point)) if panel else None


def drawn(layout: Layout, camera: Camera, pins: Sequence[Pin]) -> list[Drawn]:
    """The dots for those of `pins` that are in sight, the last ones on top."""
    room = QRectF(QPointF(), camera.size).adjusted(-_APART, -_APART, _APART, _APART)
    pixels = ((pixel(layout, camera, pin.point), pin) for pin in pins)
    found = [(complex(at.x(), at.y()), pin) for at, pin in pixels if at is not None and room.contains(at)]
    return _moved_apart(_told_apart(found)) if camera.scale >= NUMBERS_FROM else _gathered(found)


def _told_apart(found: Iterable[_Spot]) -> list[_Spot]:
    """Every point with a history of its own; of loose presses on one spot of the screen, the last."""
    kept: dict[object, _Spot] = {}
    for at, pin in found:
        kept[pin.spot or (int(at.real / _SAME), int(at.imag / _SAME))] = (at, pin)
    return list(kept.values())


def _gathered(found: Sequence[_Spot]) -> list[Drawn]:
    """One dot for all that lie around the first of them, so that a whole hip full of presses is still many dots."""
    clusters: list[list[_Spot]] = []
    for one in found:
        home = next((c for c in clusters if abs(one[0] - c[0][0]) < _GATHERED), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return [_dot(cluster) for cluster in clusters]


def _dot(cluster: Sequence[_Spot]) -> Drawn:
    """Where the first one is, it shows the last recent one, or the last one."""
    pin = next((pin for _, pin in reversed(cluster) if pin.recent), cluster[-1][1])
    at = QPointF(cluster[0][0].real, cluster[0][0].imag)
    return Drawn(at, at, pin, len({pin.spot or pin.point for _, pin in cluster}))


def _moved_apart(found: Sequence[_Spot]) -> list[Drawn]:
    """Each pair that is too near is pushed apart by half of what is missing, until none is or for some rounds.

    In a crowd only the points with a history make room; the loose presses stay where they were.
    """
    crowd = len(found) > _CROWD
    places = [at for at, _ in found]
    may = [n for n, (_, pin) in enumerate(found) if pin.spot is not None or not crowd]
    near = [pair for pair in combinations(may, 2) if abs(places[pair[0]] - places[pair[1]]) < 3 * _APART]
    for _ in range(_ROUNDS):
        if not sum(_push(places, one, other) for one, other in near):
            break
    return [_placed(place, at, pin) for place, (at, pin) in zip(places, found, strict=True)]


def _push(places: list[complex], one: int, other: int) -> bool:
    away = places[other] - places[one]
    distance = abs(away)
    if distance >= _APART - 0.1:
        return False
    along = away / distance if distance > 0.01 else rect(1.0, _GOLDEN * other)
    half = along * (_APART - distance) / 2
    places[one], places[other] = places[one] - half, places[other] + half
    return True


def _placed(place: complex, at: complex, pin: Pin) -> Drawn:
    moved = abs(place - at)
    if moved > _MOST:
        place = at + (place - at) * (_MOST / moved)
    return Drawn(QPointF(place.real, place.imag), QPointF(at.real, at.imag), pin)
