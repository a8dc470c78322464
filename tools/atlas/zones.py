"""Skin zones: plain-named places that tile the silhouette, with borders that follow the body."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from shapely import Polygon, maximum_inscribed_circle

from tools.atlas.figure import area
from tools.atlas.figure_ring import edge
from tools.atlas.model import Pt, Shape
from tools.atlas.zones_back import BACK
from tools.atlas.zones_cut import Plan, both_halves, gapped, pieces
from tools.atlas.zones_front import FRONT
from tools.atlas.zones_side import SIDE

PLANS: dict[str, Plan] = {"front": FRONT, "back": BACK, "side": SIDE}
_NAMES = Path(__file__).with_name("zones_names.json")


@cache
def names() -> dict[str, dict[str, Any]]:
    """For each zone id without its side: plain, name, sided, group, family."""
    loaded: dict[str, dict[str, Any]] = json.loads(_NAMES.read_text(encoding="utf-8"))
    return loaded


@cache
def zone_shapes(view: str) -> tuple[Shape, ...]:
    """The zones of `view` as regions of the layer "skin": right side and midline, in the order of their names."""
    found = zone_areas(view)
    return tuple(_shape(zone, found[zone], view) for zone in names() if zone in found)


@cache
def zone_areas(view: str) -> dict[str, Polygon]:
    """The area of each zone of `view` after its gap is taken, in body units; keys without a side."""
    sign = -1 if view == "front" else 1
    cut = pieces(area(view), PLANS[view], sign=sign, halved=view != "side")
    whole = {zone: piece if names()[zone]["sided"] else both_halves(piece) for zone, piece in cut.items()}
    return {zone: gapped(piece) for zone, piece in whole.items()}


def _shape(zone: str, piece: Polygon, view: str) -> Shape:
    sided = names()[zone]["sided"]
    return Shape(
        "region",
        (edge(piece, sigma=0.5, tolerance=0.12),),
        id=f"{zone}.right" if sided else f"{zone}.midline",
        family=names()[zone]["family"],
        layers=("skin",),
        labels=(("skin", *_middle(piece, sided or view == "side")),),
        mirror=sided and view != "side",
    )


def _middle(piece: Polygon, free: bool) -> tuple[Pt, float]:
    """Centre and radius of the largest circle inside; on the midline for a zone that straddles it."""
    line = maximum_inscribed_circle(piece, tolerance=0.1)
    x, y = line.coords[0]
    return (float(x) if free else 0.0, float(y)), round(float(line.length), 1)
