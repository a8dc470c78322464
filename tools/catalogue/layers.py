"""Writes into `regions.json` in which layers of the map each structure can be tapped, as the drawings have it.

    python -m tools.catalogue.layers

Run it after the drawings changed; a test holds the two together.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tools.atlas.svg import read_svg

BODYMAP = Path(__file__).parents[2] / "assets" / "bodymap"
LAYERS = ("skin", "superficial", "lifted", "deep")


def drawn_layers(folder: Path) -> dict[str, tuple[str, ...]]:
    """Layers by structure id, over all views in `folder`; what is never drawn is absent."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.svg")):
        for shape in read_svg(path).shapes:
            if shape.role == "region":
                found.setdefault(shape.id.rpartition(".")[0], set()).update(shape.layers)
    return {key: tuple(layer for layer in LAYERS if layer in layers) for key, layers in found.items()}


def text(document: dict[str, Any]) -> str:
    """The catalogue as it lies in the file: one field a line, the same document always the same text."""
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Bring the catalogue's layers up to the drawings; skin zones lie on the skin even before they are drawn."""
    path = BODYMAP / "regions.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    drawn = drawn_layers(BODYMAP)
    for row in document["structures"]:
        row["layers"] = list(drawn.get(row["id"], ("skin",) if row["kind"] == "zone" else ()))
    path.write_text(text(document), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
