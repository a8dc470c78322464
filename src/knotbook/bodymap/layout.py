"""Where each figure stands: panels side by side in one scene, measured in body units."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry, ViewGeometry
from knotbook.domain.place import Point, View

TOP_PX = 44.0  # room above the crown for the names of the views
EDGE_PX = 16.0  # room left free on the other three sides
_GAP = (48.0, 150.0)  # least and most room between two figures, in units


class Panel(NamedTuple):
    """One figure: `shift` is added to a body x to get the scene x. `area` is the figure's box in the scene."""

    view: View
    geometry: ViewGeometry
    shift: float
    area: QRectF

    def to_scene(self, point: Point) -> QPointF:
        """Where `point` (of this view) lies in the scene."""
        return QPointF(point.x + self.shift, point.y)

    def to_body(self, scene: QPointF) -> Point:
        """The body point at a scene position, to a tenth of a unit (0.2 mm): finer than any finger."""
        return Point(self.view, round(scene.x() - self.shift, 1), round(scene.y(), 1))


class Layout(NamedTuple):
    """All panels and the box around them, in scene units."""

    panels: tuple[Panel, ...]
    area: QRectF

    def panel_at(self, x: float) -> Panel:
        """The panel nearest to scene x: half-way between two figures the nearer one answers."""
        return min(self.panels, key=lambda p: max(p.area.left() - x, x - p.area.right(), 0.0))

    def panel_of(self, view: View) -> Panel | None:
        """The panel that shows `view`, if there is one."""
        return next((p for p in self.panels if p.view is view), None)


def arrange(choice: MapView, geometry: Geometry, size: QSizeF) -> Layout:
    """Figures in a row on a widget of `size` pixels; spare width goes between them, up to a limit."""
    views = [geometry.view(v) for v in choice.views]
    gap = _gap(views, size)
    panels: list[Panel] = []
    x = 0.0
    for view in views:
        shift = x - view.bounds.left()
        panels.append(Panel(view.view, view, shift, view.bounds.translated(shift, 0.0)))
        x += view.bounds.width() + gap
    area = panels[0].area
    for panel in panels[1:]:
        area = area.united(panel.area)
    return Layout(tuple(panels), area)


def _gap(views: list[ViewGeometry], size: QSizeF) -> float:
    height = max(v.bounds.height() for v in views)
    scale = max(1.0, size.height() - TOP_PX - EDGE_PX) / height
    spare = size.width() / scale - sum(v.bounds.width() for v in views)
    return max(_GAP[0], min(_GAP[1], spare / (len(views) + 1)))
