"""Applies the amendments to the measured areas of a view."""

from __future__ import annotations

from shapely.affinity import translate
from shapely.geometry import Polygon

from tools.atlas.amendments import ADDED, CUT, RAISED, REDRAWN
from tools.atlas.curves import polygon, solid


def amend(view: str, areas: dict[str, Polygon]) -> tuple[dict[str, Polygon], set[str]]:
    """`areas` (far to near) mended, and the keys of those drawn anew, which nothing else may change."""
    anew = REDRAWN.get(view, {})
    mended = {k: polygon(anew[k][0]) if k in anew else _mended(view, k, area) for k, area in areas.items()}
    return mended, set(anew) & set(areas)


def _mended(view: str, key: str, area: Polygon) -> Polygon:
    for run in ADDED.get(view, {}).get(key, []):
        area = area.union(polygon(run))
    for run in CUT.get(view, {}).get(key, []):
        area = area.difference(polygon(run))
    return solid(translate(area, yoff=-RAISED.get(key, 0.0)))
