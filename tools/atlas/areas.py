"""Areas of the regions of a view, made fit to be drawn: gaps between neighbours closed, slivers given away."""

from __future__ import annotations

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from tools.atlas.curves import cleaned, solid

Areas = dict[str, Polygon]
_GAP = 1.6
_UNDER = 1.2


def joined(areas: Areas, layers: dict[str, tuple[str, ...]], fixed: set[str]) -> Areas:
    """`areas` (far to near), each let in under its nearer neighbours where a narrow gap parts them.

    Gaps up to twice `_GAP` close, unless a third muscle is seen in them. `fixed` ones (bones, redrawn shapes) stay.
    """
    keys = list(areas)
    result = dict(areas)
    for i, key in enumerate(keys):
        if key in fixed:
            continue
        near = _sharing(keys[i + 1 :], key, layers, areas)
        far = _sharing([k for k in keys[:i] if k not in fixed], key, layers, areas)
        result[key] = cleaned(_let_in(areas[key], near, far), 0.5, 0.8)
    return result


def _sharing(keys: list[str], key: str, layers: dict[str, tuple[str, ...]], areas: Areas) -> BaseGeometry:
    reach = areas[key].buffer(4 * _GAP)
    return unary_union([areas[k] for k in keys if set(layers[k]) & set(layers[key]) and areas[k].intersects(reach)])


def _let_in(area: Polygon, near: BaseGeometry, far: BaseGeometry) -> Polygon:
    if near.is_empty:
        return area
    bridged = area.union(near).buffer(_GAP).buffer(-_GAP)
    gap = bridged.difference(near).difference(far).intersection(area.buffer(2.2 * _GAP))
    tucked = gap.buffer(_UNDER).intersection(near)
    return solid(area.union(gap.buffer(0.05)).union(tucked).buffer(0.3).buffer(-0.3))
