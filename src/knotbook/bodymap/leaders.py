"""Names beside a close-up, tied to their regions by thin lines: which regions get one, and where the line ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from knotbook.bodymap.close_ups import SIDE_VIEWS, at_left_of_picture, side_at
from knotbook.bodymap.label_column import BAND, Label, LabelColumn
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.names import Names, without_side
from knotbook.bodymap.painter import panel_transform
from knotbook.bodymap.stage import Stage
from knotbook.domain.place import Place, Side

_LEAST_PX = 11.0  # a region that shows less than this gets its name on hover only
_ARM = frozenset(
    (
        *("upper_arm_front", "upper_arm_back", "forearm_front", "forearm_back", "wrist", "palm", "hand_back"),
        *("thumb", "fingers", "biceps_brachii", "brachialis", "coracobrachialis", "triceps_brachii"),
        *("brachioradialis", "forearm_flexors", "forearm_extensors", "humerus", "radius", "ulna"),
    )
)
_TRUNK = 100.0  # body units from the midline: looking no farther out, the arm only hangs into the picture
_FREE = 0.36  # of the widget from its free edge: the middle of what the names leave to look at
_AROUND = ((0, 0), (6, 0), (-6, 0), (0, 6), (0, -6), (14, 0), (-14, 0), (0, 14), (0, -14))
_GRID = 8  # spots tried across a region to find one that can be seen


def paint_leaders(painter: QPainter, stage: Stage, names: Names, font: QFont) -> None:
    """Labels for the regions of the nearer half of the body that are in sight and big enough.

    They stand in one column on the body's outer side; in a side view at the right.
    """
    panel, side = _subject(stage)
    at_left = panel.view not in SIDE_VIEWS and at_left_of_picture(panel.view, side)
    LabelColumn(stage.size, stage.theme, font, at_left=at_left).paint(painter, labels_in_sight(stage, names))


def labels_in_sight(stage: Stage, names: Names) -> list[Label]:
    """A label for each region of the nearer half of the body that shows enough of itself, not placed yet."""
    panel, side = _subject(stage)
    return _labels(stage, panel, names, (side, Side.MIDLINE))


def _subject(stage: Stage) -> tuple[Panel, Side]:
    """Which figure the camera looks at, and which half of it."""
    panel = stage.layout.panel_at(stage.camera.x)
    return panel, side_at(panel.view, stage.camera.x - panel.shift)


def _labels(stage: Stage, panel: Panel, names: Names, sides: tuple[Side, ...]) -> list[Label]:
    found: list[Label] = []
    room = QRectF(QPointF(), stage.size).adjusted(12, BAND[0], -12, -BAND[1])
    to_pixels = panel_transform(panel, stage.camera)
    trunk = _looks_at_trunk(stage, panel, sides[0])
    for place, shape in panel.geometry.regions(stage.layer).items():
        if place.side not in sides or (trunk and place.structure in _ARM):
            continue
        box = to_pixels.mapRect(shape.box)
        if min(box.width(), box.height()) >= _LEAST_PX and box.intersects(room):
            wanted = to_pixels.map(QPointF(*label)) if (label := shape.labels.get(stage.layer)) else box.center()
            at = _anchor(stage, place, wanted, box.intersected(room))
            if at is not None:
                found.append(
                    Label(place, at, without_side(names.plain(place), place), without_side(names.name(place), place))
                )
    return found


def _looks_at_trunk(stage: Stage, panel: Panel, side: Side) -> bool:
    """Whether the middle of what can be looked at, beside the names, lies within the trunk and not on an arm."""
    names_left = panel.view not in SIDE_VIEWS and at_left_of_picture(panel.view, side)
    x = stage.size.width() * (1.0 - _FREE if names_left else _FREE)
    return abs(stage.camera.to_scene(QPointF(x, 0.0)).x() - panel.shift) < _TRUNK


def _anchor(stage: Stage, place: Place, wanted: QPointF, box: QRectF) -> QPointF | None:
    """`wanted` if `place` is what one sees there and around, else the best-surrounded spot of it within `box`."""
    at = stage.ids().at

    def depth(spot: QPointF) -> int:
        if not box.contains(spot):
            return 0
        return sum(at(int(spot.x() + dx), int(spot.y() + dy)) == place for dx, dy in _AROUND)

    if depth(wanted) == len(_AROUND):
        return wanted
    steps = [number / _GRID for number in range(1, _GRID)]
    grid = (QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for y in steps for x in steps)
    best = max([wanted, *grid], key=depth)
    return best if depth(best) >= len(_AROUND) // 2 else None
