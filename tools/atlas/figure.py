"""The calm adult figure under everything: silhouette and the few strokes that make it a body."""

from __future__ import annotations

from functools import cache

from shapely import Polygon
from shapely.geometry.polygon import orient

from tools.atlas.figure_body import ANKLE_TO_CROTCH, CROWN_TO_ANKLE, EAR, FOOT, SIDE
from tools.atlas.figure_limbs import softened, with_fingers
from tools.atlas.figure_spline import fit, spline
from tools.atlas.figure_strokes import strokes
from tools.atlas.model import LAYERS, Curve, Pt, Shape


def figure_shapes(view: str) -> list[Shape]:
    """Silhouette (role figure) and strokes (detail, crease) of `view`, far to near."""
    shapes = [Shape("figure", (outline(view),), layers=LAYERS)]
    if view != "side":
        sign = -1.0 if view == "front" else 1.0
        ear = spline([(sign * x, y) for x, y in EAR], closed=True)
        shapes.insert(0, Shape("figure", (ear,), layers=LAYERS, mirror=True))
    return shapes + strokes(view)


@cache
def outline(view: str) -> Curve:
    """The closed silhouette of `view`, without the ears."""
    if view == "side":
        return spline(SIDE, closed=True)
    half = fit(_half_run(view), closed=False, tolerance=0.06, ends=((1, 0), (-1, 0)))
    return _both_halves(half)


@cache
def half_area(view: str) -> Polygon:
    """The x > 0 half of the front or back silhouette as a fine polygon."""
    knots = (*CROWN_TO_ANKLE, *FOOT[view], *ANKLE_TO_CROTCH)
    body = with_fingers(Polygon(spline(knots, start=(1, 0), end=(-1, 0)).sampled(16)))
    return orient(_largest(softened(body, 0.3)))


def _largest(area: Polygon) -> Polygon:
    parts = list(getattr(area, "geoms", [area]))
    return Polygon(max(parts, key=lambda g: g.area).exterior)


def _half_run(view: str) -> list[Pt]:
    """The half's edge from the crown round to the crotch, evenly dense, without the cut along the midline."""
    ring = list(half_area(view).exterior.segmentize(0.5).coords)[:-1]
    off = [p for p in ring if p[0] > 1e-6]
    top = max(range(len(ring)), key=lambda i: (abs(ring[i][0]) < 1e-6, -ring[i][1]))
    run = [p for p in ring[top:] + ring[:top] if p[0] > 1e-6]
    run = run if run[0][1] < run[-1][1] else run[::-1]
    return [(0.0, 0.0), *[(x, y) for x, y in run if off], (0.0, 527.4)]


def _both_halves(half: Curve) -> Curve:
    """Join a run from crown to crotch with its mirror image into one closed curve."""
    ends = [half.start, *(s[2] for s in half.segments)]
    back = [
        ((-b[0], b[1]), (-a[0], a[1]), (-ends[i][0], ends[i][1]))
        for i, (a, b, _) in reversed(list(enumerate(half.segments)))
    ]
    return Curve(half.start, (*half.segments, *back), True)
