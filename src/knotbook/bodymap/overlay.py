"""What lies over the still picture and changes with every move: hover, selection, name tag, number being set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QRegion

from knotbook.bodymap.gesture import Gesture, Phase
from knotbook.bodymap.pins import PinPainter
from knotbook.bodymap.read_out import NameTag, Pending, Ruler, Words
from knotbook.bodymap.spot_halo import Halo, Where
from knotbook.bodymap.stage import Patch, Stage
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme


class Overlay:
    """Holds what is to be shown; `region` tells which pixels it touches, so that only those are repainted."""

    def __init__(self, stage: Stage, font: QFont, where: Where) -> None:
        """`where`: the pixel at which a pin is drawn, or None."""
        self._stage = stage
        self._font = font
        self.hovered: Place | None = None
        self.selected: Place | None = None
        self.marked: tuple[Place, ...] = ()
        self.gesture = Gesture()
        self.halo = Halo(stage, font, where)
        self.at = QPointF()
        self._tag: NameTag | None = None
        self._ruler: Ruler | None = None
        self._pending: tuple[Pending, QPointF] | None = None

    def hover(self, place: Place | None, words: Words | None) -> None:
        """`place` is under the pointer (or under the keyboard), and is called so."""
        self.hovered = place
        self._tag = NameTag(self._stage.theme, self._font, words) if words else None

    def point_at(self, at: QPointF) -> None:
        """The pointer (or the keyboard's place) is here."""
        self.at = at

    def drag(self, gesture: Gesture, words: Words | None = None, never_mind: str = "") -> None:
        """The gesture goes on; `words` are given once, when it starts."""
        self.gesture = gesture
        if words is not None:
            self._ruler = Ruler(self._stage.theme, self._font, words, never_mind)

    def pend(self, number: int | None, at: QPointF, words: Words) -> None:
        """A number has been typed for the place at `at` and waits for Enter; None: no more."""
        pending = None if number is None else Pending(self._stage.theme, self._font, number, words)
        self._pending = (pending, at) if pending else None

    @property
    def dragging(self) -> bool:
        """Whether a number is being set."""
        return self.gesture.phase in (Phase.DRAGGING, Phase.LEAVING)

    def region(self) -> QRegion:
        """The pixels that `paint` touches now."""
        touched = QRegion()
        for box, _ in self._patches():
            touched += box
        for rect in (*self._floating(), *self.halo.boxes()):
            touched += rect
        return touched

    def paint(self, painter: QPainter) -> None:
        """Draw it all over the still picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, pixmap in self._patches():
            painter.drawPixmap(box.topLeft(), pixmap)
        self.halo.paint(painter)
        if self.dragging and self._ruler is not None:
            pins = PinPainter(self._stage.theme, self._font)
            at = QPointF(self.gesture.x, self.gesture.y)
            pins.dot(painter, at, self.gesture.value, self._stage.camera.scale)
            self._ruler.paint(painter, self.gesture, self._stage.size)
        elif self._pending is not None:
            self._pending[0].paint(painter, self._pending[1], self._stage.size)
        elif self._tag is not None:
            self._tag.paint(painter, self._tag.box(self.at, self._stage.size))

    def _floating(self) -> list[QRect]:
        if self.dragging and self._ruler is not None:
            return [self._ruler.box(self.gesture, self._stage.size)]
        if self._pending is not None:
            return [self._pending[0].box(self._pending[1], self._stage.size).toAlignedRect()]
        if self._tag is not None:
            return [self._tag.box(self.at, self._stage.size).toAlignedRect().adjusted(-1, -1, 1, 1)]
        return []

    def _patches(self) -> list[Patch]:
        theme = self._stage.theme
        found: list[Patch] = []
        for place in self.marked:
            if place not in (self.selected, self.hovered):
                found += self._stage.highlight(place, _light(theme, 0.30), QColor(theme.accent), 2.5)
        if self.selected is not None:
            found += self._stage.highlight(self.selected, _light(theme, 0.10), QColor(theme.focus), 2.5, glow=True)
        if self.hovered is not None and self.hovered != self.selected:
            found += self._stage.highlight(self.hovered, _light(theme, 0.16), QColor(theme.accent), 1.75)
        return found


def _light(theme: Theme, strength: float) -> QColor:
    """A wash that lifts a region without changing its hue: pain must stay readable under it."""
    wash = QColor("#ffffff")
    wash.setAlphaF(strength * (0.5 if theme.dark else 1.0))
    return wash
