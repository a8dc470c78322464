"""In which order to paint, so that what is seen of every structure comes out as measured."""

from __future__ import annotations

from typing import Any

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.strtree import STRtree

_STATES = {"superficial": 1, "middle": 2, "deep": 3, "deepest": 4}


def paint_order(view: str, structures: dict[str, dict[str, Any]], near_to_far: list[str]) -> list[str]:
    """Keys far to near, such that the area wrongly covered, over all states of peeling, is small.

    Starts from `near_to_far` reversed and moves one structure at a time to its best place until nothing improves.
    """
    order = list(reversed(near_to_far))
    cost = _costs(view, structures, order)
    for _ in range(8):
        moved = [key for key in list(order) if _improve(order, key, cost)]
        if not moved:
            break
    return order


def _improve(order: list[str], key: str, cost: dict[tuple[str, str], float]) -> bool:
    """Move `key` to where the least is wrongly covered; True if it moved."""
    was = order.index(key)
    rest = [k for k in order if k != key]
    total = sum(cost.get((k, key), 0.0) for k in rest)
    totals = [total]
    for other in rest:
        total += cost.get((key, other), 0.0) - cost.get((other, key), 0.0)
        totals.append(total)
    best = min(range(len(totals)), key=lambda i: (round(totals[i], 3), abs(i - was)))
    if totals[best] > totals[was] - 1:
        return False
    order[:] = [*rest[:best], key, *rest[best:]]
    return True


def _costs(view: str, structures: dict[str, dict[str, Any]], keys: list[str]) -> dict[tuple[str, str], float]:
    """(over, under) -> square units of `under`, seen in some state, that `over` painted above it would hide."""
    full = {k: _area(structures[k]["views"][view]["rings"]) for k in keys}
    costs: dict[tuple[str, str], float] = {}
    for state, peel in _STATES.items():
        there = [k for k in keys if structures[k]["peel"] >= peel]
        seen = {k: structures[k]["views"][view]["visible"].get(state) for k in there}
        tree = STRtree([full[k] for k in there])
        for under, shown in seen.items():
            area = _area(shown["rings"]) if shown else Polygon()
            for i in tree.query(area):
                if (over := there[int(i)]) != under:
                    hidden = full[over].intersection(area).area
                    costs[over, under] = costs.get((over, under), 0.0) + hidden
    return costs


def _area(rings: list[dict[str, Any]]) -> BaseGeometry:
    solid = unary_union([Polygon(r["points"]).buffer(0) for r in rings if not r.get("hole")])
    return solid.difference(unary_union([Polygon(r["points"]).buffer(0) for r in rings if r.get("hole")]))
