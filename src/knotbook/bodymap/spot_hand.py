"""Points with a history of their own, on the map: which one a press means, and moving one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from knotbook.bodymap.drafts import Pin
from knotbook.bodymap.read_out import Words
from knotbook.domain.place import Place, Point
from knotbook.domain.spots import nearest, reach_units

if TYPE_CHECKING:
    from knotbook.bodymap.body_map import BodyMap

_GRAB_PX = 14.0
_STEP, _LONG_STEP = 1.0, 5.0  # body units a press of an arrow moves a point; with Shift
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU = (Qt.Key.Key_Menu, Qt.Key.Key_F10)


class SpotHand:
    """Knows the pins that stand for points; at most one is chosen, one lit, one being moved."""

    def __init__(self, body_map: BodyMap) -> None:
        self._map = body_map
        self._chosen: str | None = None
        self._lit: Pin | None = None
        self._moving: tuple[Pin, Point] | None = None
        self._held = False

    @property
    def reach(self) -> float:
        """How far a press may be from a point and still mean it, in body units at this zoom."""
        return reach_units(self._map.stage.camera.scale)

    @property
    def moving(self) -> bool:
        """Whether a point is being moved, by pointer or keys."""
        return self._moving is not None

    @property
    def held(self) -> bool:
        """Whether the pointer holds it."""
        return self._held

    @property
    def chosen(self) -> str | None:
        """The id of the chosen point."""
        return self._chosen

    def meant(self, place: Place, at: Point | None) -> Pin | None:
        """The point of `place` that a press at `at` means."""
        known = [(pin, self._seen_at(pin)) for pin in self._spots() if pin.place == place]
        return nearest(at, known, self.reach) if at is not None else None

    def chosen_in(self, place: Place) -> Pin | None:
        """The chosen point if it belongs to `place`: what is typed there belongs to it."""
        return next((pin for pin in self._spots() if pin.spot == self._chosen and pin.place == place), None)

    def choose(self, spot: str | None) -> None:
        """Ring the point of this id; None: none."""
        self._chosen = spot
        self._show()

    def refresh(self) -> None:
        """The pins are other ones now."""
        if self._moving is not None and self._pin(self._moving[0].spot) is None:
            self.cancel()
        self._show()

    def light(self, pin: Pin | None) -> Words | None:
        """Ring the point that a press would mean, and give the words for it; None: there is none."""
        if pin != self._lit:
            self._lit = pin
            self._show()
        if pin is None:
            return None
        plain = self._map.teller.words(pin.place).plain
        return Words(pin.label, plain, "" if pin.intensity is None else self._rated(pin.intensity))

    # Moving

    def grab(self, at: QPointF) -> bool:
        """The pointer takes the point at `at`, or the one already being moved; False if there is none."""
        if self._moving is None:
            spots = [(pin, pixel) for pin in self._spots() if (pixel := self._map.pin_pixel(pin))]
            away = [((p - at).manhattanLength(), n) for n, (_, p) in enumerate(spots)]
            distance, index = min(away, default=(_GRAB_PX + 1, 0))
            if distance > _GRAB_PX:
                return False
            self.lift(spots[index][0].spot)
        self._held = True
        self.carry(at)
        return True

    def lift(self, spot: str | None) -> None:
        """Start to move the point of this id: the pointer, or arrows and Enter, put it elsewhere."""
        pin = self._pin(spot)
        if pin is not None:
            self._moving = (pin, pin.point)
            self._show()

    def carry(self, at: QPointF) -> None:
        """It is at the widget pixel `at` for now; it does not leave its view."""
        if self._moving is not None:
            point = self._map.body_point(at)
            if point.view is self._moving[0].point.view:
                self._moving = (self._moving[0], point)
                self._show()

    def put(self) -> None:
        """It stays where it is now."""
        moving, self._moving, self._held = self._moving, None, False
        self._show()
        if moving is not None and moving[0].spot is not None and moving[1] != moving[0].point:
            self._map.spot_moved.emit(moving[0].spot, moving[1])

    def cancel(self) -> None:
        """It stays where it was, and nothing is lit: what was under the pointer may lie elsewhere now."""
        self._moving, self._held, self._lit = None, False, None
        self._show()

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that is about a point: arrows, Enter and Esc while one is moved, the menu of the chosen one."""
        key = event.key()
        if self._moving is None:
            if key in _MENU and self._chosen is not None:
                self._map.spot_menu_requested.emit(self._chosen)
                return True
            return False
        if key in _ARROWS:
            self._nudge(*_ARROWS[Qt.Key(key)], shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER:
            self.put()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        return True

    def _nudge(self, dx: float, dy: float, *, shift: bool) -> None:
        assert self._moving is not None, "only while one is moved"
        pixel = self._map.pixel_of(self._moving[1])
        if pixel is not None:
            step = (_LONG_STEP if shift else _STEP) * self._map.stage.camera.scale
            self.carry(pixel + QPointF(dx * step, dy * step))

    def _seen_at(self, pin: Pin) -> Point:
        """The body point under the middle of its dot, which may have made room for others."""
        pixel = self._map.pin_pixel(pin)
        return pin.point if pixel is None else self._map.body_point(pixel)

    def _spots(self) -> list[Pin]:
        return [pin for pin in self._map.pins if pin.spot is not None]

    def _pin(self, spot: str | None) -> Pin | None:
        return next((pin for pin in self._spots() if spot is not None and pin.spot == spot), None)

    def _show(self) -> None:
        self._map.show_spots(self._pin(self._chosen), self._lit, self._moving)

    def _rated(self, intensity: int) -> str:
        return QCoreApplication.translate("SpotHand", "last {n}").format(n=intensity)
