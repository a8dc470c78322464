"""Writes `assets/bodymap/beneath.json`: what lies under a spot of the skin, from the measured structures.

    python -m tools.catalogue.beneath MEASURED.json

MEASURED.json holds the measured outlines (structures, joints, press_points, draw_order_near_to_far, covers). Only
numbers are taken over.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from math import hypot
from pathlib import Path
from typing import Any

VIEWS = ("front", "back", "side")
TOLERANCE = 0.6  # body units: about a millimetre, far below what a fingertip can tell
SKIPPED = frozenset({"linea_alba"})  # a seam of the belly wall, nothing a finger looks for
SHEET, UNDER_SHEET = "gluteal_aponeurosis", "gluteus_medius"  # the sheet was measured but not put in order
ARMS = frozenset({"humerus", "radius", "ulna"})  # with the arm muscles: hidden in the side view, as on the map
JOINT_MM = {"hip_joint": 90, "sacroiliac_joint": 45, "knee_joint": 30}  # roughly; said in words only
KNEE_HALF_HEIGHT = 12.0  # body units above and below the measured joint line: from the kneecap to its tendon
AGREED, AGREED_BONE = (
    0.7,
    0.8,
)  # share of the overlap in which one must lie nearer than the other to be said to cover it
TARGET = Path(__file__).parents[2] / "assets" / "bodymap" / "beneath.json"

Pt = tuple[float, float]


def simplified(ring: Sequence[Pt], tolerance: float = TOLERANCE) -> list[Pt]:
    """A closed ring with fewer corners, none moved (Douglas and Peucker, 1973), split at its two farthest corners."""
    far = max(range(len(ring)), key=lambda i: hypot(ring[i][0] - ring[0][0], ring[i][1] - ring[0][1]))
    there, back = list(ring[: far + 1]), [*ring[far:], ring[0]]
    return [*_thinned(there, tolerance)[:-1], *_thinned(back, tolerance)[:-1]]


def _thinned(points: list[Pt], tolerance: float) -> list[Pt]:
    if len(points) < 3:
        return points
    away = [_distance(p, points[0], points[-1]) for p in points[1:-1]]
    worst = max(range(len(away)), key=away.__getitem__)
    if away[worst] <= tolerance:
        return [points[0], points[-1]]
    cut = worst + 1
    return [*_thinned(points[: cut + 1], tolerance)[:-1], *_thinned(points[cut:], tolerance)]


def _distance(p: Pt, a: Pt, b: Pt) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    if length == 0:
        return hypot(p[0] - a[0], p[1] - a[1])
    return abs(dx * (p[1] - a[1]) - dy * (p[0] - a[0])) / length


def _view(view: Mapping[str, Any]) -> dict[str, Any]:
    rings = [simplified([(x, y) for x, y in ring["points"]]) for ring in view["rings"] if not ring["hole"]]
    flat = [[round(v, 1) for point in ring for v in point] for ring in rings]
    depth = view["skin_depth_mm"]  # none where nothing of it faces this view
    return {"mm": round(depth["median"]) if depth else None, "rings": flat}


def _views(structure: Mapping[str, Any]) -> dict[str, Any]:
    hidden = {"side"} if structure["region"] == "arm" or structure["key"] in ARMS else set()
    return {view: _view(structure["views"][view]) for view in VIEWS if view not in hidden}


def _joint(joint: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    key = joint["key"].removesuffix("_line")
    rings = {view: simplified(_joint_ring(joint["views"][view])) for view in VIEWS}
    return key, {v: {"mm": JOINT_MM[key], "rings": [[c for p in ring for c in p]]} for v, ring in rings.items()}


def _joint_ring(view: Mapping[str, Any]) -> list[Pt]:
    if "points" in view:
        return [(x, y) for x, y in view["points"]]
    (x0, y0), (x1, y1) = view["line"]
    up = KNEE_HALF_HEIGHT
    return [(x0, y0 - up), (x1, y1 - up), (x1, y1 + up), (x0, y0 + up)]


def _order(measured: Mapping[str, Any], view: str, kept: set[str]) -> list[str]:
    order = [key for key in measured["draw_order_near_to_far"][view] if key in kept and key != SHEET]
    order.insert(order.index(UNDER_SHEET), SHEET)
    return order


def _covers(measured: Mapping[str, Any], view: str, order: list[str], bones: set[str]) -> list[list[int]]:
    """For each structure of `order`, the places in `order` of those that lie over it."""
    over: dict[str, list[int]] = {key: [] for key in order}
    over[UNDER_SHEET].append(order.index(SHEET))
    for pair in measured["covers"][view]:
        needed = AGREED_BONE if pair["over"] in bones else AGREED
        if pair["over"] in over and pair["under"] in over and pair["consistency"] >= needed:
            over[pair["under"]].append(order.index(pair["over"]))
    return [sorted(over[key]) for key in order]


def beneath(measured: Mapping[str, Any]) -> dict[str, Any]:
    """The document for `beneath.json`: outlines and typical depth a view, order near to far, measured press points."""
    rows = [s for s in measured["structures"] if s["key"] not in SKIPPED]
    kept = {s["key"] for s in rows}
    bones = {s["key"] for s in rows if s["kind"] == "bone"}
    orders = {view: _order(measured, view, kept) for view in VIEWS}
    return {
        "format": 1,
        "bones": sorted(bones),
        "midline": sorted(s["key"] for s in rows if s["side"] == "midline"),
        "near_to_far": orders,
        "covered_by": {view: _covers(measured, view, orders[view], bones) for view in VIEWS},
        "press": [
            {
                "view": p["view"],
                "x": p["x"],
                "y": p["y"],
                "target": p["target"],
                "stack": [[key, mm] for key, mm, _ in p["stack_from_skin_mm"] if key in kept],
            }
            for p in measured["press_points"]
        ],
        "structures": {s["key"]: _views(s) for s in rows},
        "joints": dict(_joint(joint) for joint in measured["joints"]),
    }


def text(document: Mapping[str, Any]) -> str:
    """`document` as JSON with one structure or press point a line; the same document always gives the same text."""
    lines = []
    for key, value in document.items():
        if isinstance(value, dict):
            inner = ",\n".join(f"  {json.dumps(k)}: {_compact(v)}" for k, v in value.items())
            lines.append(f" {json.dumps(key)}: {{\n{inner}\n }}")
        elif key == "press":
            lines.append(' "press": [\n' + ",\n".join(f"  {_compact(p)}" for p in value) + "\n ]")
        else:
            lines.append(f" {json.dumps(key)}: {_compact(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def main() -> None:
    """Read the measurements named on the command line and write the asset."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    measured = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(text(beneath(measured)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
