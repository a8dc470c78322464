"""Applies the amendments to the measured areas of a view."""

from __future__ import annotations

from shapely.affinity import translate
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from tools.atlas.amendments import ABOVE, ADDED, CUT, RAISED, REDRAWN
from tools.atlas.curves import polygon, solid


def amend(view: str, areas: dict[str, Polygon]) -> tuple[dict[str, Polygon], set[str]]:
    """`areas` (far to near) mended, and the keys of those drawn anew, which nothing else may change."""
    anew = REDRAWN.get(view, {})
    mended = {k: polygon(anew[k][0]) if k in anew else _mended(view, k, area) for k, area in areas.items()}
    return mended, set(anew) & set(areas)


def _mended(view: str, key: str, measured_area: Polygon) -> Polygon:
    area: BaseGeometry = measured_area
    for run in ADDED.get(view, {}).get(key, []):
        area = area.union(Polygon(run))
    for run in CUT.get(view, {}).get(key, []):
        area = area.difference(Polygon(run))
    return solid(translate(area, yoff=-RAISED.get(key, 0.0)))


def paint_order(view: str, keys: list[str]) -> list[str]:
    """`keys` (far to near) with the few changes that the drawing needs."""
    keys = list(keys)
    for upper, lower in ABOVE[view]:
        if upper in keys and lower in keys:
            keys.remove(upper)
            keys.insert(keys.index(lower) + 1, upper)
    return keys
