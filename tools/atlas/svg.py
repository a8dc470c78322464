"""One SVG a view, written for a designer to open and edit, and read back for compiling."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from tools.atlas.model import LAYERS, ROLES, Labels, Shape, number, parse_path

ATTRIBUTION = (
    "Outlines drawn from, and changed after, measurements of BodyParts3D, (c) The Database Center for Life Science "
    "licensed under CC Attribution 4.0 International. One adult reference body, not a population."
)
_NS = "http://www.w3.org/2000/svg"
_STYLE = """
.figure{fill:#f1e7da;stroke:#c9b9a3;stroke-width:.8} .bed{fill:#f7efe4}
.region{fill:#d9cdbb;stroke:#f7efe4;stroke-width:.9}
.fibre,.crease,.detail{fill:none;stroke:#8b8477;stroke-width:.35;stroke-linecap:round}
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is painted in one view, far to near; `bounds`: (x0, y0, x1, y1) in body units; `note`: said in the file."""

    view: str
    bounds: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]
    note: str = ""


def write_svg(drawing: Drawing, path: Path) -> None:
    """Write `drawing` to `path`; the same drawing always gives the same bytes."""
    x0, y0, x1, y1 = drawing.bounds
    box = " ".join(number(v) for v in (x0, y0, x1 - x0, y1 - y0))
    lines = [
        f'<svg xmlns="{_NS}" viewBox="{box}" data-view="{drawing.view}">',
        f"<title>Body map, {drawing.view}</title>",
        f"<desc>{ATTRIBUTION}{drawing.note and ' ' + drawing.note}</desc>",
        f"<style>{_STYLE}</style>",
    ]
    for index, shape in enumerate(drawing.shapes):
        lines += _elements(shape, shape.id or f"{shape.role}.{index}")
    path.write_text("\n".join([*lines, "</svg>", ""]), encoding="utf-8", newline="\n")


def _elements(shape: Shape, name: str) -> list[str]:
    attributes = {
        "id": name,
        "class": shape.role,
        "data-of": shape.of,
        "data-family": shape.family,
        "data-layers": " ".join(shape.layers),
        "data-ghost": " ".join(shape.ghost),
        "data-label": _label_text(shape.labels),
        "data-tone": number(shape.tone) if shape.tone else "",
        "d": shape.d,
    }
    lines = ["<path " + " ".join(f'{k}="{v}"' for k, v in attributes.items() if v) + "/>"]
    if shape.mirror:
        left = left_id(shape.id) if shape.id else f"{name}.left"
        lines.append(f'<use id="{left}" href="#{name}" transform="scale(-1 1)"/>')
    return lines


def left_id(right: str) -> str:
    """`gluteus_maximus.right` -> `gluteus_maximus.left`."""
    return right.removesuffix(".right") + ".left"


def read_svg(path: Path) -> Drawing:
    """Read a view; raises ValueError for a class, layer or path command that Knotbook does not know."""
    root = Xml.parse(path).getroot()  # our own file, not one from a stranger
    x, y, w, h = (float(v) for v in root.attrib["viewBox"].split())
    mirrored = {use.attrib["href"].lstrip("#") for use in root.iter(f"{{{_NS}}}use")}
    shapes = tuple(_shape(element.attrib, mirrored) for element in root.iter(f"{{{_NS}}}path"))
    return Drawing(root.attrib["data-view"], (x, y, x + w, y + h), shapes)


def _shape(a: dict[str, str], mirrored: set[str]) -> Shape:
    role = a["class"]
    if role not in ROLES:
        raise ValueError(f"unknown class: {role}")
    return Shape(
        role=role,
        curves=parse_path(a["d"]),
        id=a["id"] if role == "region" else "",
        family=a.get("data-family", ""),
        layers=_layers(a.get("data-layers", "")),
        ghost=_layers(a.get("data-ghost", "")),
        labels=_labels(a.get("data-label", "")),
        mirror=a["id"] in mirrored,
        of=a.get("data-of", ""),
        tone=float(a.get("data-tone", "0")),
    )


def _layers(text: str) -> tuple[str, ...]:
    names = tuple(text.split())
    if unknown := set(names) - set(LAYERS):
        raise ValueError(f"unknown layer: {', '.join(sorted(unknown))}")
    return names


def _label_text(labels: Labels) -> str:
    """`layer x y radius` for each layer."""
    return " ".join(f"{layer} {number(x)} {number(y)} {number(r)}" for layer, (x, y), r in labels)


def _labels(text: str) -> Labels:
    words = text.split()
    runs = zip(words[::4], words[1::4], words[2::4], words[3::4], strict=True)
    return tuple((layer, (float(x), float(y)), float(r)) for layer, x, y, r in runs)
