"""Look at the compiled map: `python -m tools.atlas.preview OUT.png [view] [layer] [theme] [x0 y0 x1 y1] [scale]`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QDataStream, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen, QTransform

ROOT = Path(__file__).parents[2]
Shapes = list[tuple[dict[str, Any], QPainterPath]]
Loaded = dict[str, tuple[list[float], Shapes]]


def load(figure: str = "male") -> Loaded:
    """Header and paths of a compiled figure, by view."""
    stream = QDataStream(QByteArray((ROOT / f"assets/bodymap/{figure}.kbm").read_bytes()))
    stream.setVersion(QDataStream.Version.Qt_6_5)
    stream.readUInt32()
    raw = QByteArray()
    stream >> raw
    views: Loaded = {}
    for view, data in json.loads(bytes(raw.data()))["views"].items():
        shapes = []
        for shape in data["shapes"]:
            path = QPainterPath()
            stream >> path
            shapes.append((shape, path))
        views[view] = (data["bounds"], shapes)
    return views


def paint(painter: QPainter, shapes: Shapes, layer: str, theme: dict[str, Any]) -> None:
    """Paint one view in one layer, far to near."""
    flip = QTransform.fromScale(-1, 1)
    for shape, path in shapes:
        if layer not in shape["layers"] and layer not in shape["ghost"] and shape["role"] != "figure":
            continue
        for one in [path, flip.map(path)] if shape["mirror"] else [path]:
            _paint_one(painter, shape, one, layer, theme)


def _paint_one(painter: QPainter, shape: dict[str, Any], path: QPainterPath, layer: str, theme: dict[str, Any]) -> None:
    role, family = shape["role"], shape["family"]
    if role == "figure":
        painter.setPen(_pen(theme["figure_line"], 0.9))
        painter.setBrush(QColor(theme["figure"]))
        painter.drawPath(path)
    elif role == "bed":
        painter.fillPath(path, colour(family, shape["tone"], theme) if family else QColor(theme["muscle_bed"]))
    elif role == "region" and layer in shape["ghost"]:
        ghost = QColor(theme["ghost"])
        pen = _pen(ghost, 0.8)
        pen.setDashPattern([3.2, 3.0])
        ghost.setAlphaF(0.08)
        painter.fillPath(path, ghost)
        painter.strokePath(path, pen)
    elif role == "region":
        fill = colour(family, shape["tone"], theme)
        painter.strokePath(path, _pen(theme["muscle_bed"], 1.5))
        painter.fillPath(path, QBrush(fill))
        if family == "bone":
            painter.strokePath(path, _pen(theme["bone_line"], 0.35))
    elif role == "fibre":
        line = colour(family, shape["tone"], theme).darker(117 if not theme["dark"] else 122)
        painter.strokePath(path, _pen(line, 0.45))
    else:
        painter.strokePath(path, _pen(theme["crease"], 0.7))


def _pen(ink: str | QColor, width: float) -> QPen:
    return QPen(QColor(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def colour(family: str, tone: float, theme: dict[str, Any]) -> QColor:
    """The family's colour, a step lighter or darker by `tone`."""
    names = {"bone": theme["bone"], "tendon": theme["tendon"], "fascia": theme["tendon"], "joint": theme["accent_soft"]}
    base = QColor(names.get(family) or theme["families"].get(family, theme["no_data"]))
    light = min(1.0, max(0.0, base.lightnessF() + 0.045 * tone))
    return QColor.fromHslF(max(base.hslHueF(), 0.0), base.hslSaturationF(), light)


def render(view: str, layer: str, theme: str, box: list[float] | None, scale: float, views: Loaded) -> QImage:
    """One picture of `box` (body units) at `scale` pixels a unit."""
    colours = json.loads((ROOT / f"assets/themes/{theme}.json").read_text(encoding="utf-8"))
    bounds, shapes = views[view]
    x0, y0, x1, y1 = box or bounds
    image = QImage(round((x1 - x0) * scale), round((y1 - y0) * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(colours["ground"]))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-x0, -y0)
    painter.setClipRect(QRectF(x0, y0, x1 - x0, y1 - y0))
    paint(painter, shapes, layer, colours)
    painter.end()
    return image


def main(arguments: list[str]) -> None:
    """Render what the command line asks for."""
    app = QGuiApplication([])
    out, view, layer, theme = [*arguments[:4], *["preview.png", "back", "superficial", "light"][len(arguments) :]]
    numbers = [float(a) for a in arguments[4:]]
    box = numbers[:4] if len(numbers) >= 4 else None
    scale = numbers[4] if len(numbers) > 4 else numbers[0] if len(numbers) == 1 else 1.0
    render(view, layer, theme, box, scale, load()).save(out)
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
