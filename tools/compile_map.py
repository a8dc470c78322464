"""Compile the SVG views into the geometry file that the app loads: `python -m tools.compile_map [figure]`.

Format (big-endian QDataStream, version Qt_6_5): quint32 0x4B424D31 ("KBM1"), a QByteArray with a UTF-8 JSON header,
then one QPainterPath a shape in the header's order.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from tools.atlas.model import VIEWS, Curve, Labels, Shape
from tools.atlas.svg import Drawing, read_svg

MAGIC = 0x4B424D31
FOLDER = Path(__file__).parents[1] / "assets" / "bodymap"
PREFIX = {"male": "", "female": "female_"}


def compile_figure(figure: str, folder: Path = FOLDER) -> bytes:
    """The geometry file of `figure`, from its SVG views in `folder`."""
    drawings = [read_svg(folder / f"{PREFIX[figure]}{view}.svg") for view in VIEWS]
    header = {"figure": figure, "views": {d.view: _view(d) for d in drawings}}
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_6_5)
    stream.writeUInt32(MAGIC)
    stream << QByteArray(json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode())
    for drawing in drawings:
        for shape in drawing.shapes:
            stream << painter_path(shape.curves)
    return bytes(data.data())


def painter_path(curves: tuple[Curve, ...]) -> QPainterPath:
    """`curves` as one path, filled by the odd-even rule so that a run inside another is a hole."""
    path = QPainterPath()
    for curve in curves:
        path.moveTo(*curve.start)
        for a, b, c in curve.segments:
            path.cubicTo(*a, *b, *c)
        if curve.closed:
            path.closeSubpath()
    return path


def _view(drawing: Drawing) -> dict[str, Any]:
    return {"bounds": list(drawing.bounds), "shapes": [_shape(s) for s in drawing.shapes]}


def _shape(shape: Shape) -> dict[str, Any]:
    return {
        "id": shape.id,
        "role": shape.role,
        "of": shape.of,
        "family": shape.family,
        "layers": list(shape.layers),
        "ghost": list(shape.ghost),
        "label": _label(shape.labels),
        "mirror": shape.mirror,
        "tone": shape.tone,
    }


def _label(labels: Labels) -> list[float] | dict[str, list[float]] | None:
    """x, y and radius, for all layers or for each; none for what is no region."""
    spots = {layer: [*point, radius] for layer, point, radius in labels}
    first = next(iter(spots.values()), None)
    return first if all(spot == first for spot in spots.values()) else spots


def main(figures: list[str]) -> None:
    """Write the geometry file of each figure named (all that have a front view, if none is)."""
    for figure in figures or [f for f, p in PREFIX.items() if (FOLDER / f"{p}front.svg").exists()]:
        data = compile_figure(figure)
        (FOLDER / f"{figure}.kbm").write_bytes(data)
        print(f"{figure}.kbm: {len(data) / 1024:.0f} KiB")


if __name__ == "__main__":
    main(sys.argv[1:])
