"""Keep the numbers the drawing and its check need: `python -m tools.atlas.extract FOLDER`.

FOLDER holds the full measurements (`structures.json`, `landmarks.csv`); everything else reads the copy kept here.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from pathlib import Path
from typing import Any

from tools.atlas.measured import COPY
from tools.atlas.order import paint_order
from tools.atlas.svg import ATTRIBUTION

_LANDMARKS = {"skeletal_or_skin_landmark", "skin_landmark"}
_KEPT_KINDS = _LANDMARKS | {f"attachment_{end}" for end in ("origin", "insertion", "via")}
_SURE = 0.9


def extract(folder: Path) -> dict[str, Any]:
    """Outlines, visible areas, order, covers, joints, skin and landmarks of the right side."""
    full = json.loads((folder / "structures.json").read_text(encoding="utf-8"))
    every = {s["key"]: s for s in full["structures"]}
    return {
        "attribution": ATTRIBUTION,
        "structures": {s["key"]: _structure(s) for s in full["structures"]},
        "order_far_to_near": {v: paint_order(v, every, near) for v, near in full["draw_order_near_to_far"].items()},
        "covers": {view: [_cover(c) for c in rows if _tells(c)] for view, rows in full["covers"].items()},
        "joints": {j["key"]: j["views"] for j in full["joints"]},
        "skin": full["skin"],
        "landmarks": _landmarks(folder / "landmarks.csv"),
    }


def _structure(full: dict[str, Any]) -> dict[str, Any]:
    kept = {k: full[k] for k in ("kind", "side", "region", "peel")}
    return {**kept, "views": {v: _view(o) for v, o in full["views"].items()}}


def _view(outline: dict[str, Any]) -> dict[str, Any]:
    seen = {state: [o["area"], o["label_point"]] for state, o in outline["visible"].items()}
    return {"rings": [ring["points"] for ring in outline["rings"]], "label": outline["label_point"], "seen": seen}


def _tells(cover: dict[str, Any]) -> bool:
    return bool(cover["consistency"] >= _SURE and cover["overlap_area"] >= 60)


def _cover(cover: dict[str, Any]) -> list[Any]:
    return [cover["over"], cover["under"], cover["share_of_under"]]


def _landmarks(path: Path) -> dict[str, dict[str, list[float]]]:
    marks: dict[str, dict[str, list[float]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] in _KEPT_KINDS and row["side"] != "left":
                marks.setdefault(row["view"], {})[row["name"]] = [float(row["x"]), float(row["y"])]
    return marks


def main(folder: Path) -> None:
    """Write the copy; the same measurements always give the same bytes."""
    text = json.dumps(extract(folder), separators=(",", ":"), sort_keys=True)
    COPY.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{COPY.name}: {COPY.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
