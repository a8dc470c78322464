"""A tiny body in the real file format, and names for its few regions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from knotbook.bodymap.geometry import MAGIC
from knotbook.domain.place import Place, Point

MUSCLES = ["superficial", "lifted", "deep"]


def box(x0: float, y0: float, x1: float, y1: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(x0, y0, x1 - x0, y1 - y0)
    return path


def shape(
    role: str,
    path: QPainterPath,
    name: str = "",
    family: str = "",
    layers: Sequence[str] = (),
    ghost: Sequence[str] = (),
    *,
    mirror: bool = False,
) -> tuple[dict[str, Any], QPainterPath]:
    middle = path.boundingRect().center()
    about = {
        "id": name if role == "region" else "",
        "role": role,
        "of": "" if role == "region" else name,
        "family": family,
        "layers": list(layers),
        "ghost": list(ghost),
        "label": [middle.x(), middle.y()] if role == "region" else None,
        "mirror": mirror,
        "tone": 0.0,
    }
    return about, path


def upright(right: float) -> list[tuple[dict[str, Any], QPainterPath]]:
    """Front (`right` = -1) or back (1): a box of a body with a buttock over a rotator, a thigh, a sacrum."""

    def half(x0: float, y0: float, x1: float, y1: float) -> QPainterPath:
        return box(min(right * x0, right * x1), y0, max(right * x0, right * x1), y1)

    return [
        shape("figure", box(-150, 0, 150, 1000)),
        shape("bed", box(-140, 10, 140, 990)),
        shape("region", box(-20, 420, 20, 520), "sacrum.midline", "bone", MUSCLES),
        shape("region", half(25, 440, 90, 490), "piriformis.right", "rotators", ["lifted", "deep"], mirror=True),
        shape("fibre", half(30, 464, 85, 465), "piriformis.right", "rotators", mirror=True),
        shape(
            "region",
            half(22, 410, 110, 540),
            "gluteus_maximus.right",
            "glutes",
            ["superficial"],
            ["lifted"],
            mirror=True,
        ),
        shape("region", half(22, 560, 110, 700), "rectus_femoris.right", "quadriceps", MUSCLES, mirror=True),
        shape("region", half(22, 400, 110, 540), "buttock.right", "glutes", ["skin"], mirror=True),
        shape("region", half(22, 545, 110, 700), "thigh.right", "quadriceps", ["skin"], mirror=True),
        shape("crease", half(22, 542, 110, 543), layers=["skin"], mirror=True),
    ]


def sideways() -> list[tuple[dict[str, Any], QPainterPath]]:
    return [
        shape("figure", box(-90, 0, 90, 1000)),
        shape("region", box(-60, 420, 30, 540), "gluteus_maximus.right", "glutes", MUSCLES),
        shape("region", box(-60, 420, 30, 540), "buttock.right", "glutes", ["skin"]),
    ]


def tiny_body(*, cut: int = 0) -> bytes:
    """The bytes of a body map file; `cut` bytes are missing at its end."""
    views = {"front": upright(-1.0), "back": upright(1.0), "side": sideways()}
    width = {"front": 150, "back": 150, "side": 90}
    about = {
        name: {"bounds": [-width[name], 0, width[name], 1000], "shapes": [about for about, _ in shapes]}
        for name, shapes in views.items()
    }
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_6_5)
    stream.writeUInt32(MAGIC)
    stream << QByteArray(json.dumps({"figure": "tiny", "views": about}).encode())
    for shapes in views.values():
        for _, path in shapes:
            stream << path
    whole = bytes(data.data())
    return whole[: len(whole) - cut]


class TinyNames:
    """A catalogue of what `tiny_body` has."""

    def name(self, place: Place) -> str:
        words = place.structure.replace("_", " ")
        return words.capitalize() if place.side == "midline" else f"{place.side.capitalize()} {words}"

    def plain(self, place: Place) -> str:
        plain = {"piriformis": "deep buttock", "gluteus_maximus": "big buttock muscle"}
        words = plain.get(place.structure, place.structure.replace("_", " "))
        return words.capitalize() if place.side == "midline" else f"{place.side.capitalize()} {words}"

    def find(self, text: str, limit: int = 8) -> list[Place]:
        every = [Place.parse(f"{s}.{side}") for s in ("piriformis", "gluteus_maximus") for side in ("right", "left")]
        words = text.lower().split()
        return [p for p in every if words and all(any(n.startswith(w) for n in self._words(p)) for w in words)][:limit]

    def under(self, place: Place, point: Point) -> list[tuple[Place, str]]:
        depths = {"gluteus_maximus": "just under the skin", "piriformis": "deep"}
        return [(Place(structure, place.side), depth) for structure, depth in depths.items()]

    def _words(self, place: Place) -> list[str]:
        return [*place.structure.split("_"), place.side.value]
