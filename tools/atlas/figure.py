"""The calm adult figure under everything: silhouette and the few strokes that make it a body."""

from __future__ import annotations

from functools import cache

from shapely import Polygon, unary_union
from shapely.affinity import scale

from tools.atlas.curves import solid
from tools.atlas.figure_body import ANKLE_TO_CROTCH, CROWN_TO_ANKLE, EAR, FOOT, SIDE
from tools.atlas.figure_limbs import softened, with_fingers
from tools.atlas.figure_ring import edge
from tools.atlas.figure_spline import spline
from tools.atlas.figure_strokes import strokes
from tools.atlas.model import LAYERS, Curve, Shape

_SIGMA = 0.7
_TOLERANCE = 0.06


@cache
def figure_shapes(view: str) -> tuple[Shape, ...]:
    """Silhouette (role figure) and strokes (detail, crease) of `view`, far to near."""
    shapes = [Shape("figure", (outline(view),), layers=LAYERS)]
    if view != "side":
        sign = -1.0 if view == "front" else 1.0
        ear = spline([(sign * x, y) for x, y in EAR], closed=True)
        shapes.insert(0, Shape("figure", (ear,), layers=LAYERS, mirror=True))
    return (*shapes, *strokes(view))


@cache
def outline(view: str) -> Curve:
    """The closed silhouette of `view`, without the ears."""
    if view == "side":
        return spline(SIDE, closed=True)
    return edge(area(view), sigma=_SIGMA, tolerance=_TOLERANCE)


@cache
def area(view: str) -> Polygon:
    """The whole silhouette of `view` as a fine polygon."""
    if view == "side":
        return Polygon(spline(SIDE, closed=True).sampled(16))
    half = _half(view)
    return solid(unary_union([half, scale(half, -1, 1, origin=(0, 0))]))


def _half(view: str) -> Polygon:
    knots = (*CROWN_TO_ANKLE, *FOOT[view], *ANKLE_TO_CROTCH)
    run = spline(knots, start=(1, 0), end=(-1, 0)).sampled(16)
    return solid(softened(with_fingers(Polygon(run).buffer(0)), 0.3).union(Polygon([*run, (-0.01, 527.4), (-0.01, 0)])))
