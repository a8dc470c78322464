"""The few light strokes that turn a silhouette into a body: face, folds, bones under the skin, fingers and toes."""

from __future__ import annotations

from tools.atlas.figure_lines import BACK, FRONT, SIDE
from tools.atlas.figure_spline import spline
from tools.atlas.model import LAYERS, Pt, Shape

_LINES = {"front": FRONT, "back": BACK, "side": SIDE}


def strokes(view: str) -> list[Shape]:
    """The strokes of `view`: head, hands and feet in every layer, the rest on the skin."""
    return [stroke for part in _LINES[view] for stroke in _part(view, part)]


def hair(view: str) -> list[Shape]:
    """Those of the strokes that are the male figure's hair."""
    return _part(view, "hair")


def _part(view: str, part: str) -> list[Shape]:
    flip = -1.0 if view == "front" else 1.0
    role = "crease" if part == "folds" else "detail"
    layers = LAYERS if part in ("head", "hand", "foot") else ("skin",)
    shapes = []
    for points in _LINES[view][part]:
        curve = spline([(flip * x, y) for x, y in points])
        paired = view != "side" and any(abs(x) > 1e-6 for x, _ in points) and not _spans_midline(points)
        shapes.append(Shape(role, (curve,), layers=layers, mirror=paired))
    return shapes


def _spans_midline(points: tuple[Pt, ...]) -> bool:
    return min(x for x, _ in points) < -1e-6
