"""The keyboard on the map: move, type a number, zoom, change layer and view."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic_ns
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.gesture import Typing
from knotbook.bodymap.neighbours import Stop, nearest, neighbour, stops
from knotbook.domain.place import Layer, Place, Point, View

if TYPE_CHECKING:
    from knotbook.bodymap.body_map import BodyMap

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_T = TypeVar("_T")
_COMMAND_MS = 700  # letters this soon after a command letter make a word: "knee", not K and then "nee"


class Keys:
    """Turns key presses on a map into what the person meant."""

    def __init__(self, body_map: BodyMap, now_ms: Callable[[], int] = lambda: monotonic_ns() // 1_000_000) -> None:
        """`now_ms`: a clock that never goes back, for keys that do not know when they were pressed."""
        self._map, self._now_ms = body_map, now_ms
        self._typing = Typing()
        self._stop: Stop | None = None
        self._may_leave = False
        self._word: tuple[str, int, MapView, Layer] | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False if it is not one of the map's."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return self._with_control(event)
        if self._map.spots.key(event):
            return True
        key = event.key()
        if key in _ARROWS:
            self._move(*_ARROWS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _ENTER:
            self._enter()
        else:
            return self._number(event) or self._letter(event)
        self._word = None
        return True

    def tab(self, *, forward: bool) -> bool:
        """Go to the next region; False lets the focus leave: after the last one, or after Esc."""
        every = stops(self._map.stage.layout, self._map.layer)
        here = self._here(every)
        if self._may_leave or not every:
            self._may_leave = False
            return False
        if here is None:
            self._stand(every[0] if forward else every[-1])
            return True
        place = every.index(here) + (1 if forward else -1)
        if not 0 <= place < len(every):
            return False
        self._stand(every[place])
        return True

    def view_of(self, place: Place) -> View | None:
        """In which view the keyboard stands on `place`; None if it does not, or got there otherwise."""
        return self._stop.view if self._stop and self._stop.place == place == self._map.selected else None

    def cancel(self) -> None:
        """Forget digits that were typed."""
        if self._typing.value is not None:
            self._typing = Typing()
            self._map.show_typing(None, QPointF(), None)

    def _with_control(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._map.find_requested.emit("")
            return True
        return False

    def _here(self, every: list[Stop]) -> Stop | None:
        place = self._map.selected
        if self._stop and self._stop.place == place and self._stop in every:
            return self._stop
        return self._stop_of(place, every)

    def _stop_of(self, place: Place | None, every: list[Stop]) -> Stop | None:
        """Where `place` is seen best."""
        point = self._map.label_point(place) if place else None
        return next((s for s in every if point and s.place == place and s.view is point.view), None)

    def _move(self, dx: int, dy: int) -> None:
        every = stops(self._map.stage.layout, self._map.layer)
        here = self._here(every)
        if here is not None:
            target = neighbour(here.at, every, dx, dy)
        else:
            seen = self._map.stage.camera.visible()
            target = nearest(seen.center(), every, seen)
        if target is not None:
            self._stand(target)

    def _stand(self, stop: Stop) -> None:
        self.cancel()
        self._may_leave = False
        self._stop = stop
        self._map.zoom.reveal(stop.at)
        self._map.select(stop.place)
        self._map.point_out(stop.place, self._pixel(stop))

    def _number(self, event: QKeyEvent) -> bool:
        here = self._target()
        if here is None:
            return False
        typed = self._typing.typed(event.text())
        if typed is None or (event.text().lower() == "x" and self._recent(event)):
            return False
        self._typing = typed
        if self._map.selected is None:
            self._map.select(here.place)
        self._map.show_typing(typed.value, self._pixel(here), here.place)
        return True

    def _enter(self) -> None:
        here = self._target()
        if here is None:
            return
        point = self._point(here)
        if self._typing.value is None:
            self._map.open_strip(here.place, self._pixel(here), point)
            return
        value = self._typing.value
        self.cancel()
        self._map.submit(here.place, value, point)

    def _escape(self) -> None:
        if self._typing.value is not None:
            self.cancel()
        elif self._map.busy:
            self._map.cancel()
        elif self._map.zoom.zoomed:
            self._map.zoom.home()
            self._map.voice.say(self._map.tr("Whole body"))
        else:
            self._map.point_out(None, QPointF())
            self._map.select(None)
            self._may_leave = True

    def _letter(self, event: QKeyEvent) -> bool:
        text = event.text().lower()
        if not text.isalpha() and text != "/":
            return False
        if self._recent(event) and self._word is not None and text != self._word[0]:  # twice is the command twice
            word, _, view, layer = self._word
            self._word = None
            self._take_back(word, view, layer)
            self._map.find_requested.emit(word + text)
            return True
        before = (text, self._when(event), self._map.view, self._map.layer)
        if self._command(text):
            self._word = before
        else:
            self._map.find_requested.emit("" if text == "/" else text)
        return True

    def _recent(self, event: QKeyEvent) -> bool:
        return self._word is not None and self._when(event) - self._word[1] <= _COMMAND_MS

    def _when(self, event: QKeyEvent) -> int:
        """Milliseconds. Where a screen reader listens, Qt shows it every key first and loses the time of it."""
        return int(event.timestamp()) or self._now_ms()

    def _take_back(self, word: str, view: MapView, layer: Layer) -> None:
        """What looked like a command was the first letter of a word."""
        self._map.set_view(view)
        self._map.set_layer(layer)
        if word in "hk" and self._map.zoom.zoomed:
            self._map.zoom.home()

    def _command(self, letter: str) -> bool:
        if letter == "l":
            self._map.set_layer(following(list(Layer), self._map.layer))
        elif letter == "v":
            self._map.set_view(following(list(MapView), self._map.view))
        elif letter in ("h", "k"):
            self._zoom(CloseUp.HIP if letter == "h" else CloseUp.KNEE)
        elif letter == "r" and (here := self._target()) is not None:
            self._map.release_requested.emit(here.place, self._point(here))
        elif letter in ("e", "c", "j"):
            self._map.log_requested.emit(letter)
        else:
            return False
        return True

    def _zoom(self, kind: CloseUp) -> None:
        self._map.zoom.show(kind, self._near())
        words = self._map.tr("Close-up of a hip") if kind is CloseUp.HIP else self._map.tr("Close-up of a knee")
        self._map.voice.say(words)

    def _target(self) -> Stop | None:
        """The region that a key is meant for: the marked one, else the one under the pointer."""
        every = stops(self._map.stage.layout, self._map.layer)
        here = self._here(every)
        return here or self._stop_of(self._map.overlay.hovered, every)

    def _near(self) -> QPointF | None:
        here = self._target()
        return here.at if here else None

    def _pixel(self, stop: Stop) -> QPointF:
        return self._map.stage.camera.to_pixel(stop.at)

    def _point(self, stop: Stop) -> Point:
        panel = self._map.stage.layout.panel_of(View(stop.view))
        assert panel is not None
        return panel.to_body(stop.at)


def following(order: list[_T], here: _T) -> _T:
    """What comes after `here`; after the last, the first."""
    return order[(order.index(here) + 1) % len(order)]
