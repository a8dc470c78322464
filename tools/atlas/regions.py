"""Regions of a view: every structure seen there, as one smooth full outline, far to near."""

from __future__ import annotations

from shapely.geometry import Polygon

from tools.atlas.curves import cleaned, drawn, polygon, solid
from tools.atlas.families import FAMILY, TONE
from tools.atlas.measured import measured
from tools.atlas.model import MUSCLE_LAYERS, Shape

STATE = {"superficial": "superficial", "lifted": "middle", "deep": "deep"}
PEEL = {"superficial": 1, "lifted": 2, "deep": 3}
SEEN = 24.0


def outlines(view: str) -> dict[str, Polygon]:
    """Every structure seen in `view`, far to near, as a cleaned area."""
    found = {}
    for key in measured().order(view):
        if layers_of(key, view):
            found[key] = cleaned(polygon_of(key, view), 0.6, 1.2)
    return found


def polygon_of(key: str, view: str) -> Polygon:
    """The measured outline as an area with curved borders."""
    rings = measured().structure(key)["views"][view]["rings"]
    return solid(max((polygon(r) for r in rings), key=lambda p: p.area))


def layers_of(key: str, view: str) -> tuple[str, ...]:
    """The muscle layers in which enough of `key` is seen; bones lie under all of them."""
    m = measured()
    seen = tuple(name for name in MUSCLE_LAYERS if m.seen_area(key, view, STATE[name]) >= SEEN)
    if FAMILY.get(key) == "bone":
        return MUSCLE_LAYERS if seen or m.seen_area(key, view, "deepest") >= SEEN else ()
    return seen


def regions(view: str) -> list[Shape]:
    """All regions of `view`, far to near."""
    return [_region(key, view, area) for key, area in outlines(view).items()]


def _region(key: str, view: str, area: Polygon) -> Shape:
    side = measured().structure(key)["side"]
    layers = layers_of(key, view)
    return Shape(
        role="region",
        curves=(drawn(area),),
        id=f"{key}.{side}",
        family=FAMILY[key],
        layers=layers,
        label=measured().label(key, view, STATE[layers[0]]),
        mirror=side == "right" and view != "side",
        tone=TONE.get(key, 0.0),
    )
