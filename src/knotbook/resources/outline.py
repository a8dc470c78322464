"""A closed outline that can be asked whether a spot lies in it or near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

Edge = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings as edges (x0, y0, x1, y1) in body units, with their bounding box."""

    edges: tuple[Edge, ...]
    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, rings: Sequence[Sequence[float]]) -> Self:
        """From rings of flat coordinates x, y, x, y, ...; no rings make an outline that contains nothing."""
        edges = tuple(edge for ring in rings for edge in _edges(ring))
        if not edges:
            return cls((), (1.0, 1.0, 0.0, 0.0))
        xs, ys = [e[0] for e in edges], [e[1] for e in edges]
        return cls(edges, (min(xs), min(ys), max(xs), max(ys)))

    def reaches(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether the spot lies inside, or no farther than `margin` outside."""
        x0, y0, x1, y1 = self.box
        if not (x0 - margin <= x <= x1 + margin and y0 - margin <= y <= y1 + margin):
            return False
        return self.contains(x, y) or (margin > 0 and any(_near(edge, x, y, margin) for edge in self.edges))

    def contains(self, x: float, y: float) -> bool:
        """Whether the spot lies inside (even-odd rule)."""
        inside = False
        for ax, ay, bx, by in self.edges:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
        return inside


def _edges(ring: Sequence[float]) -> list[Edge]:
    points = list(zip(ring[::2], ring[1::2], strict=True))
    return [(*a, *b) for a, b in zip(points, [*points[1:], points[0]], strict=True)]


def _near(edge: Edge, x: float, y: float, margin: float) -> bool:
    ax, ay, bx, by = edge
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    px, py = ax + t * dx - x, ay + t * dy - y
    return px * px + py * py <= margin * margin
