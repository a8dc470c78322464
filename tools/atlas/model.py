"""What the body map is drawn from: smooth curves, and shapes that say what they are.

Frame: 1000 units from the crown to the sole, y down. Front: the person's right is x < 0. Back: right is x > 0. Side:
seen from the person's right, their front is +x. Shapes are drawn once, on the right; `mirror` adds the left one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

Pt = tuple[float, float]
Segment = tuple[Pt, Pt, Pt]
Labels = tuple[tuple[str, Pt, float], ...]
VIEWS = ("front", "back", "side")
LAYERS = ("skin", "superficial", "lifted", "deep")
MUSCLE_LAYERS = LAYERS[1:]
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
ROLES = ("figure", "bed", "region", "fibre", "crease", "detail")


@dataclass(frozen=True, slots=True)
class Curve:
    """One open or closed run of cubic Beziers: a start and segments of (control, control, end)."""

    start: Pt
    segments: tuple[Segment, ...]
    closed: bool = True

    @classmethod
    def through(cls, points: Sequence[Pt], *, closed: bool = True, alpha: float = 0.5) -> Curve:
        """The Catmull-Rom curve through `points` (centripetal for alpha 0.5), written as Beziers.

        Formula: Yuksel, Schaefer, Keyser (2011), "Parameterization and applications of Catmull-Rom curves".
        """
        pts = list(points)
        count = len(pts) if closed else len(pts) - 1
        return cls(pts[0], tuple(_catmull_rom(pts, i, closed, alpha) for i in range(count)), closed)

    @classmethod
    def polygon(cls, points: Sequence[Pt], *, closed: bool = True) -> Curve:
        """Straight lines through `points`, written as Beziers."""
        ends = [*points[1:], points[0]] if closed else list(points[1:])
        return cls(points[0], tuple((a, b, b) for a, b in zip(points, ends, strict=False)), closed)

    def mirrored(self) -> Curve:
        """The same curve with x -> -x."""
        flip = tuple((_flip(a), _flip(b), _flip(c)) for a, b, c in self.segments)
        return replace(self, start=_flip(self.start), segments=flip)

    def sampled(self, per_segment: int = 12) -> list[Pt]:
        """Points along the curve, `per_segment` a Bezier, without repeating the start of a closed one."""
        points, at = [self.start], self.start
        for a, b, c in self.segments:
            points += [_bezier(at, a, b, c, i / per_segment) for i in range(1, per_segment + 1)]
            at = c
        return points[:-1] if self.closed else points


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing painted on a view, in the order far to near in which the list of shapes is kept.

    `id`: `structure.right` or `structure.midline`, for a region only ("" otherwise). `of`: the region a fibre or a
    tendon belongs to. `layers`: where it is active; `ghost`: where it is only a dashed ghost. `tone`: -1 to 1, a step
    of lightness so that neighbours of one family differ. `labels`: in each layer the point a leader line
    starts from, well inside what is seen there, and the radius of the largest circle in that.
    """

    role: str
    curves: tuple[Curve, ...]
    id: str = ""
    family: str = ""
    layers: tuple[str, ...] = ()
    ghost: tuple[str, ...] = ()
    labels: Labels = ()
    mirror: bool = False
    of: str = ""
    tone: float = 0.0

    @property
    def d(self) -> str:
        """The path as SVG writes it: absolute M, C and Z with two decimals."""
        return " ".join(_path_data(curve) for curve in self.curves)


def parse_path(d: str) -> tuple[Curve, ...]:
    """Read path data made of absolute M, L, C and Z, as written here or saved by a drawing program.

    Raises ValueError for any other command.
    """
    tokens = _TOKEN.findall(d)
    curves: list[Curve] = []
    for start, stop in pairwise([*(i for i, t in enumerate(tokens) if t == "M"), len(tokens)]):
        curves.append(_parse_run(tokens[start + 1 : stop]))
    return tuple(curves)


def _parse_run(tokens: list[str]) -> Curve:
    start = at = (float(tokens[0]), float(tokens[1]))
    i, command, closed = 2, "L", False
    segments: list[Segment] = []
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            if command not in "LCZz":
                raise ValueError(f"path command not supported: {command}")
            closed = closed or command in "Zz"
            i += 1
            continue
        take = 6 if command == "C" else 2
        x = [float(t) for t in tokens[i : i + take]]
        end = (x[-2], x[-1])
        segments.append((at, end, end) if take == 2 else ((x[0], x[1]), (x[2], x[3]), end))
        at, i = end, i + take
    return Curve(start, tuple(segments), closed)


def _path_data(curve: Curve) -> str:
    parts = [f"M{_pair(curve.start)}"]
    parts += [f"C{_pair(a)} {_pair(b)} {_pair(c)}" for a, b, c in curve.segments]
    return " ".join(parts) + ("Z" if curve.closed else "")


def _pair(point: Pt) -> str:
    return f"{number(point[0])} {number(point[1])}"


def number(value: float) -> str:
    """A coordinate with at most two decimals and no negative zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _flip(point: Pt) -> Pt:
    return (-point[0], point[1])


def _bezier(a: Pt, b: Pt, c: Pt, d: Pt, t: float) -> Pt:
    u = 1 - t
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (w[0] * a[k] + w[1] * b[k] + w[2] * c[k] + w[3] * d[k] for k in (0, 1))
    return (x, y)


def _catmull_rom(pts: list[Pt], i: int, closed: bool, alpha: float) -> Segment:
    n = len(pts)
    p1, p2 = pts[i], pts[(i + 1) % n]
    p0 = pts[i - 1] if closed or i > 0 else p1
    p3 = pts[(i + 2) % n] if closed or i + 2 < n else p2
    d1, d2, d3 = (hypot(b[0] - a[0], b[1] - a[1]) ** alpha for a, b in ((p0, p1), (p1, p2), (p2, p3)))
    return _control(p0, p1, p2, d1, d2), _control(p3, p2, p1, d3, d2), p2


def _control(before: Pt, at: Pt, after: Pt, d1: float, d2: float) -> Pt:
    if d1 < 1e-9:
        return at
    scale = 3 * d1 * (d1 + d2)
    def axis(k: int) -> float:
        return (d1 * d1 * after[k] - d2 * d2 * before[k] + (2 * d1 * d1 + 3 * d1 * d2 + d2 * d2) * at[k]) / scale
    return (axis(0), axis(1))
