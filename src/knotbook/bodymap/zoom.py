"""Where the camera goes: to the pointer, to a hip, to a knee, and home."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from knotbook.bodymap.camera import MAX_ZOOM, Camera, close_up, held_in, home
from knotbook.bodymap.close_ups import SIDE_VIEWS, CloseUp, at_left_of_picture, close_up_rect, side_at
from knotbook.bodymap.glide import Glide
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Side, View

_CLOSE = 2.4  # times the whole figure: from here on it is a close-up, with labels
_DOUBLE_CLICK = 4.0  # times the whole figure
_MOST_CLOSE_UP = 5.0  # times the whole figure
_ALONE = 0.94  # of the width, for a close-up without names
_OFF_MIDDLE = 0.14  # a close-up stands this share of the width off the middle, away from its labels


class Zoom:
    """Turns wishes into cameras, and hands them to the glide."""

    def __init__(self, stage: Stage, glide: Glide) -> None:
        self._stage, self._glide = stage, glide
        self._shown: tuple[CloseUp, Side] | None = None
        self.names_from = 0.0
        """Pixels of width from which a close-up has names beside it."""

    @property
    def named(self) -> bool:
        """Whether this is a close-up with names beside it."""
        return self.close and self._has_room_for_names

    @property
    def _has_room_for_names(self) -> bool:
        return self._stage.size.width() >= self.names_from

    @property
    def factor(self) -> float:
        """How many times larger than the whole figure."""
        return self._glide.camera.scale / home(self._stage.layout, self._stage.size).scale

    @property
    def close(self) -> bool:
        """Whether this is a close-up."""
        return self.factor >= _CLOSE

    @property
    def zoomed(self) -> bool:
        """Whether anything but the whole figure is on show."""
        return self.factor > 1.001

    def by(self, pixel: QPointF, factor: float) -> None:
        """Zoom by `factor`; what lies under `pixel` stays there."""
        now, whole = self._glide.camera, home(self._stage.layout, self._stage.size).scale
        scale = max(whole, min(whole * MAX_ZOOM, now.scale * factor))
        if scale != now.scale:
            self._glide.nudge(self._held(now.zoomed(pixel, scale)))

    def pan(self, dx: float, dy: float) -> None:
        """Follow a drag of (dx, dy) pixels."""
        if self.zoomed:
            self._glide.nudge(self._held(self._glide.camera.panned(dx, dy)))

    def into(self, pixel: QPointF) -> None:
        """A closer look at what lies under `pixel`, or back home from one."""
        if self.close:
            self.home()
            return
        whole = home(self._stage.layout, self._stage.size)
        self._glide.fly(self._held(self._glide.camera.zoomed(pixel, whole.scale * _DOUBLE_CLICK)))

    def home(self) -> None:
        """The whole figure."""
        self._shown = None
        self._glide.fly(home(self._stage.layout, self._stage.size))

    def show(self, kind: CloseUp, near: QPointF | None) -> None:
        """A hip or a knee, on the side of `near` (a scene point) or the right; asked for again: the other side."""
        panel = self._panel(kind, near)
        side = side_at(panel.view, near.x() - panel.shift) if near else Side.RIGHT
        if self._shown and self._shown[0] is kind and self.close:
            side = self._shown[1].other
        self._shown = (kind, side)
        self._glide.fly(self._held(self._camera_for(panel, close_up_rect(panel, kind, side), side)))

    def reveal(self, at: QPointF) -> None:
        """Move just enough to bring a scene point into sight."""
        seen = self._glide.camera.visible()
        if not seen.contains(at):
            now = self._glide.camera
            self._glide.fly(self._held(Camera(at.x(), at.y(), now.scale, now.size)))

    def _camera_for(self, panel: Panel, rect: QRectF, side: Side) -> Camera:
        """Labels stand on the outer side of the body, so the body moves a little to the inner one."""
        if self._has_room_for_names:
            labels_left = panel.view not in SIDE_VIEWS and at_left_of_picture(panel.view, side)
            camera = close_up(rect, self._stage.size, 0.5 + (_OFF_MIDDLE if labels_left else -_OFF_MIDDLE))
        else:
            camera = close_up(rect, self._stage.size, share=_ALONE)
        most = _MOST_CLOSE_UP * home(self._stage.layout, self._stage.size).scale
        return camera if camera.scale <= most else camera.zoomed(camera.to_pixel(rect.center()), most)

    def _panel(self, kind: CloseUp, near: QPointF | None) -> Panel:
        layout = self._stage.layout
        if near is not None:
            return layout.panel_at(near.x())
        best = View.BACK if kind is CloseUp.HIP else View.FRONT
        return layout.panel_of(best) or layout.panels[0]

    def _held(self, camera: Camera) -> Camera:
        return held_in(camera, self._stage.layout, self._stage.size)
