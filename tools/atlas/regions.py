"""Regions of a view: every structure seen there, as one smooth full outline, far to near."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from shapely.geometry import Polygon

from tools.atlas import figure
from tools.atlas.amendments import ALONE, CLOSING, GHOST, HIDDEN, OPENING, SMOOTH
from tools.atlas.areas import Areas, joined
from tools.atlas.curves import cleaned, drawn, polygon, solid
from tools.atlas.families import FAMILY, TONE
from tools.atlas.fibres import fibres
from tools.atlas.measured import measured
from tools.atlas.model import MUSCLE_LAYERS, Curve, Shape
from tools.atlas.redrawn import amend, paint_order
from tools.atlas.ribs import between, ribs

STATE = {"superficial": "superficial", "lifted": "middle", "deep": "deep"}
SEEN = 24.0
_SKIN = 1.2


@cache
def areas(view: str) -> Areas:
    """Every structure seen in `view`, far to near, cleaned, mended and let in under its neighbours."""
    keys = paint_order(view, [k for k in measured().order(view) if layers_of(k, view)])
    raw = {k: cleaned(polygon_of(k, view), OPENING.get(k, 0.6), CLOSING.get(k, 1.2)) for k in keys}
    mended, redrawn = amend(view, raw)
    bones = {k for k in mended if FAMILY[k] == "bone"}
    fitting = joined(mended, {k: layers_of(k, view) for k in mended}, bones | redrawn | set(ALONE[view]))
    inside = figure.area(view).buffer(-_SKIN)
    return {k: solid(a.intersection(inside)) for k, a in fitting.items()}


def polygon_of(key: str, view: str) -> Polygon:
    """The measured outline as an area with curved borders."""
    rings = measured().structure(key)["views"][view]["rings"]
    return solid(max((polygon(r) for r in rings), key=lambda p: p.area))


def layers_of(key: str, view: str) -> tuple[str, ...]:
    """The muscle layers in which enough of `key` is seen; bones lie under all of them."""
    m = measured()
    hidden = HIDDEN[view].get(key, ())
    seen = tuple(n for n in MUSCLE_LAYERS if m.seen_area(key, view, STATE[n]) >= SEEN and n not in hidden)
    if FAMILY.get(key) == "bone":
        there = seen or m.seen_area(key, view, "deepest") >= SEEN
        return tuple(n for n in MUSCLE_LAYERS if there and n not in hidden)
    return seen


def regions(view: str) -> list[Shape]:
    """All regions of `view` with their fibres, far to near."""
    shapes: list[Shape] = []
    for key, area in areas(view).items():
        curves = ribs(view) if key == "rib_cage" else (drawn(area, SMOOTH.get(key, 1.2)),)
        region = _region(key, view, curves)
        shapes += [_between_ribs(region, view)] if key == "rib_cage" else []
        shapes.append(region)
        if region.family != "bone":
            strokes = fibres(key, view, Polygon(curves[0].sampled(10)).buffer(0))
            shapes += [_fibres(region, strokes)] if strokes else []
    return shapes


def _region(key: str, view: str, curves: tuple[Curve, ...]) -> Shape:
    side = measured().structure(key)["side"]
    layers = layers_of(key, view)
    return Shape(
        role="region",
        curves=curves,
        id=f"{key}.{side}",
        family=FAMILY[key],
        layers=layers,
        ghost=GHOST[view].get(key, ()),
        mirror=side == "right" and view != "side",
        tone=TONE.get(key, 0.0),
    )


def _between_ribs(cage: Shape, view: str) -> Shape:
    """The ground between the ribs, so that nothing on the far side of the chest shows through."""
    return Shape("bed", (between(view),), layers=cage.layers, mirror=cage.mirror)


def _fibres(region: Shape, strokes: tuple[Curve, ...]) -> Shape:
    return replace(region, role="fibre", curves=strokes, id="", of=region.id, ghost=())
