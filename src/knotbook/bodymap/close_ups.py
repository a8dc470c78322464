"""The places worth a closer look: each hip and each knee, in every view."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF

from knotbook.bodymap.layout import Panel
from knotbook.domain.place import Side, View


class CloseUp(Enum):
    """What the keys H and K show."""

    HIP = "hip"
    KNEE = "knee"


SIDE_VIEWS = (View.SIDE, View.SIDE_LEFT)
_UPRIGHT = {CloseUp.HIP: (385.0, 600.0), CloseUp.KNEE: (660.0, 820.0)}
_OUTWARDS = {CloseUp.HIP: (-12.0, 112.0), CloseUp.KNEE: (-6.0, 96.0)}  # from the midline, front and back
_SIDEWAYS = {CloseUp.HIP: (-74.0, 74.0), CloseUp.KNEE: (-58.0, 58.0)}


def close_up_rect(panel: Panel, kind: CloseUp, side: Side) -> QRectF:
    """The part of the scene to show; `side` is the person's own and does not matter in a side view."""
    top, bottom = _UPRIGHT[kind]
    if panel.view in SIDE_VIEWS:
        left, right = _SIDEWAYS[kind]
    else:
        left, right = _OUTWARDS[kind]
        if at_left_of_picture(panel.view, side):
            left, right = -right, -left
    return QRectF(left + panel.shift, top, right - left, bottom - top)


def at_left_of_picture(view: View, side: Side) -> bool:
    """Whether the person's own `side` is drawn at the viewer's left in `view`."""
    return side is (Side.RIGHT if view is View.FRONT else Side.LEFT)


def side_at(view: View, x: float) -> Side:
    """The person's own side at body x in `view`; the midline counts as right."""
    if view is View.SIDE_LEFT:
        return Side.LEFT
    if view is View.SIDE:
        return Side.RIGHT
    return Side.LEFT if (x > 0) == (view is View.FRONT) and x != 0 else Side.RIGHT
