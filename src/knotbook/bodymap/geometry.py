"""Reads the compiled body (`assets/bodymap/*.kbm`) into frozen shapes, left halves included.

The file is a QDataStream: a magic number, a JSON header and one QPainterPath a shape, from far to near.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from knotbook.domain.place import Layer, Place, View

Spot = tuple[float, float]
MAGIC = 0x4B424D31
_MIRROR = QTransform.fromScale(-1.0, 1.0)
_MUSCLE_LAYERS = frozenset((Layer.SUPERFICIAL, Layer.LIFTED, Layer.DEEP))
_SKIN_ONLY = frozenset((Layer.SKIN,))
_EVERY_LAYER = frozenset(Layer)
_SPOTS = 9  # a grid of so many by so many spots tells how much of a region is seen


class Shape:
    """One drawn thing in body units. Its path is read from the file when it is first asked for.

    `place`: the region it is, or whose fibre or tendon it is. `tone`: -1 (darkest of its family) to 1. `labels`: in
    each layer its label point, well inside what is seen of it there. `room`: the radius of the largest circle in that.
    """

    __slots__ = ("_box", "_path", "_read", "family", "ghost", "labels", "layers", "place", "role", "room", "tone")

    def __init__(
        self,
        role: str,
        place: Place | None,
        family: str,
        tone: float,
        layers: frozenset[Layer],
        ghost: frozenset[Layer],
        labels: Mapping[Layer, Spot],
        room: Mapping[Layer, float],
        read: Callable[[], QPainterPath],
    ) -> None:
        self.role, self.place, self.family, self.tone = role, place, family, tone
        self.layers, self.ghost, self.labels = layers, ghost, labels
        self.room = room
        self._read = read
        self._path: QPainterPath | None = None
        self._box: QRectF | None = None

    @property
    def path(self) -> QPainterPath:
        """The outline, or the strokes. Not to be changed."""
        if self._path is None:
            self._path = self._read()
        return self._path

    @property
    def box(self) -> QRectF:
        """A box that the path does not leave."""
        if self._box is None:
            self._box = self.path.controlPointRect()
        return self._box


class Kin(NamedTuple):
    """Whom a structure belongs to: its functional family, its tone within it, and whether it is a zone of the skin."""

    family: str
    tone: float
    skin: bool


class ViewGeometry:
    """All shapes of one view, far to near."""

    def __init__(self, view: View, bounds: QRectF, shapes: tuple[Shape, ...]) -> None:
        self.view = view
        self.bounds = bounds
        self.shapes = shapes
        self._layers: dict[Layer, tuple[Shape, ...]] = {}
        self._regions: dict[Layer, dict[Place, Shape]] = {}
        self._solid: dict[Layer, tuple[Shape, ...]] = {}
        self._fibres: dict[Layer, dict[Place | None, tuple[Shape, ...]]] = {}
        self._seen: dict[tuple[Place, Layer], float] = {}

    def in_layer(self, layer: Layer) -> tuple[Shape, ...]:
        """What is painted in `layer`, far to near, ghosts included."""
        if layer not in self._layers:
            self._layers[layer] = tuple(s for s in self.shapes if layer in s.layers or layer in s.ghost)
        return self._layers[layer]

    def regions(self, layer: Layer) -> dict[Place, Shape]:
        """The regions that can be touched in `layer`, far to near. Not to be changed."""
        if layer not in self._regions:
            found = (s for s in self.in_layer(layer) if s.role == "region" and layer in s.layers)
            self._regions[layer] = {s.place: s for s in found if s.place is not None}
        return self._regions[layer]

    def solid(self, layer: Layer) -> tuple[Shape, ...]:
        """What hides something farther in `layer`, far to near: regions, and the tendons and fasciae of muscles."""
        if layer not in self._solid:
            self._solid[layer] = tuple(s for s in self.in_layer(layer) if _is_solid(s, layer))
        return self._solid[layer]

    def fibres(self, place: Place | None, layer: Layer) -> tuple[Shape, ...]:
        """The strokes along the fibres of `place` in `layer`."""
        if layer not in self._fibres:
            found: dict[Place | None, tuple[Shape, ...]] = {}
            for shape in self.in_layer(layer):
                if shape.role == "fibre":
                    found[shape.place] = (*found.get(shape.place, ()), shape)
            self._fibres[layer] = found
        return self._fibres[layer].get(place, ())

    def seen(self, place: Place, layer: Layer) -> float:
        """About how much of `place` is not hidden by something nearer in `layer`, in square units."""
        if (place, layer) not in self._seen:
            self._seen[place, layer] = self._measure(self.regions(layer)[place], layer)
        return self._seen[place, layer]

    def _measure(self, shape: Shape, layer: Layer) -> float:
        solid, box = self.solid(layer), shape.box
        nearer = [s for s in solid[solid.index(shape) + 1 :] if s.box.intersects(box)]
        hits = 0
        for spot in range(_SPOTS * _SPOTS):
            x, y = (spot % _SPOTS + 0.5) / _SPOTS, (spot // _SPOTS + 0.5) / _SPOTS
            at = QPointF(box.left() + x * box.width(), box.top() + y * box.height())
            hits += shape.path.contains(at) and not any(s.path.contains(at) for s in nearer)
        return hits / _SPOTS**2 * box.width() * box.height()

    def mirrored(self, view: View) -> ViewGeometry:
        """The whole picture turned over, every side swapped: the left side from the left."""
        bounds = _MIRROR.mapRect(self.bounds)
        return ViewGeometry(view, bounds, tuple(_mirrored(s) for s in self.shapes))


class Geometry:
    """One figure in all its views. Made once, never changed."""

    def __init__(self, figure: str, views: Mapping[View, ViewGeometry]) -> None:
        self.figure = figure
        self._views = dict(views)

    def view(self, view: View) -> ViewGeometry:
        """The shapes of `view`; raises KeyError if the figure was not drawn from there."""
        if view is View.SIDE_LEFT:
            return self._side_left
        return self._views[view]

    @cached_property
    def _side_left(self) -> ViewGeometry:
        return self._views[View.SIDE].mirrored(View.SIDE_LEFT)

    @cached_property
    def families(self) -> dict[str, Kin]:
        """Structure -> what its colour follows from."""
        shapes = (s for v in self._views.values() for s in v.shapes if s.role == "region")
        return {s.place.structure: Kin(s.family, s.tone, s.layers == _SKIN_ONLY) for s in shapes if s.place}


def load_geometry(data: bytes) -> Geometry:
    """The figure in `data` (the bytes of a .kbm file). Raises ValueError if it is not one or is cut short."""
    try:
        magic, size = struct.unpack_from(">II", data)
        if magic != MAGIC:
            raise ValueError("not a body map file")
        header = json.loads(data[8 : 8 + size])
        spans = _spans(data, 8 + size)
        views = {View(name): _read_view(View(name), about, data, spans) for name, about in header["views"].items()}
    except (struct.error, StopIteration, UnicodeDecodeError) as error:
        raise ValueError("the body map file is cut short") from error
    return Geometry(header["figure"], views)


def _spans(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Where each path lies, without reading it. A QPainterPath in a QDataStream is a count (quint32), so many elements
    (qint32 and two doubles), where its last part begins (qint32) and the fill rule (qint32)."""
    while start < len(data):
        (count,) = struct.unpack_from(">I", data, start)
        end = start + 4 + 20 * count + 8
        if end > len(data):
            return
        yield start, end
        start = end


def _read_path(data: bytes, start: int, end: int) -> QPainterPath:
    stream = QDataStream(QByteArray(data[start:end]))
    stream.setVersion(QDataStream.Version.Qt_6_5)
    path = QPainterPath()
    stream >> path
    return path


def _is_solid(shape: Shape, layer: Layer) -> bool:
    if shape.role == "region":
        return layer in shape.layers
    return shape.role == "bed" and shape.place is not None


def _read_view(view: View, about: dict[str, Any], data: bytes, spans: Iterator[tuple[int, int]]) -> ViewGeometry:
    shapes: list[Shape] = []
    owners: dict[str, frozenset[Layer]] = {}
    for entry in about["shapes"]:
        shape = _shape(entry, partial(_read_path, data, *next(spans)), owners)
        shapes.append(shape)
        if entry["mirror"]:
            shapes.append(_mirrored(shape))
    x0, y0, x1, y1 = about["bounds"]
    return ViewGeometry(view, QRectF(x0, y0, x1 - x0, y1 - y0), tuple(shapes))


def _shape(entry: dict[str, Any], read: Callable[[], QPainterPath], owners: dict[str, frozenset[Layer]]) -> Shape:
    """`owners`: region id -> its layers, which its fibres share; the file has the region before them."""
    role = entry["role"]
    name = entry["id"] if role == "region" else entry["of"]
    layers = _layers(tuple(entry["layers"])) or owners.get(name) or _default_layers(role)
    if role == "region":
        owners[name] = layers
    labels = _labels(entry["label"], layers)
    return Shape(
        role,
        _place(name),
        entry["family"],
        entry.get("tone", 0.0),
        layers,
        _layers(tuple(entry["ghost"])),
        {layer: (x, y) for layer, (x, y, *_) in labels.items()},
        {layer: radius[0] for layer, (_, _, *radius) in labels.items() if radius},
        read,
    )


@lru_cache(maxsize=1024)
def _place(name: str) -> Place | None:
    return Place.parse(name) if name else None


@lru_cache(maxsize=64)
def _layers(names: tuple[str, ...]) -> frozenset[Layer]:
    return frozenset(map(Layer, names))


def _labels(given: list[float] | dict[str, list[float]] | None, layers: frozenset[Layer]) -> dict[Layer, list[float]]:
    """x, y and, if known, a radius: for all layers, or for each, or none."""
    if isinstance(given, dict):
        return {Layer(name): spot for name, spot in given.items()}
    return dict.fromkeys(layers, given) if given else {}


def _default_layers(role: str) -> frozenset[Layer]:
    """Where a shape without layers of its own is painted."""
    if role in ("crease", "detail"):
        return _SKIN_ONLY
    return _EVERY_LAYER if role == "figure" else _MUSCLE_LAYERS


def _mirrored(shape: Shape) -> Shape:
    labels = {layer: (-x, y) for layer, (x, y) in shape.labels.items()}
    return Shape(
        shape.role,
        _other_side(shape.place),
        shape.family,
        shape.tone,
        shape.layers,
        shape.ghost,
        labels,
        shape.room,
        lambda: _MIRROR.map(shape.path),
    )


@lru_cache(maxsize=1024)
def _other_side(place: Place | None) -> Place | None:
    return place.mirrored if place else None
