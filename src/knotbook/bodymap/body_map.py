"""The body map: shows a body in layers, lets a person point at it, and says where and how much."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.depth_choice import offers
from knotbook.bodymap.drafts import PainDraft, Pin
from knotbook.bodymap.geometry import Geometry, Shape
from knotbook.bodymap.gesture import Gesture
from knotbook.bodymap.keys import Keys
from knotbook.bodymap.layout import Panel
from knotbook.bodymap.names import Names
from knotbook.bodymap.neighbours import where_shown
from knotbook.bodymap.picture import BodyPicture
from knotbook.bodymap.pointer import Pointer
from knotbook.bodymap.read_out import Words
from knotbook.bodymap.screen_reader import Voice, install
from knotbook.bodymap.space_key import SpaceKey
from knotbook.bodymap.spot_hand import SpotHand
from knotbook.bodymap.strip_popup import StripPopup
from knotbook.domain.place import Place, Point
from knotbook.resources.theme import Theme


class BodyMap(BodyPicture):
    """Shows state that is set on it, and emits what the person did. Never changes a diary, nor its own heat.

    `submitted(PainDraft)`; `release_requested(Place, Point)`; `place_selected(Place | None)`; `hovered(Place | None)`;
    `view_changed(MapView)`; `layer_changed(Layer)`; `find_requested(str)`: letters typed so far;
    `log_requested(str)`: "e" exercise, "c" check-in, "j" joint sign.
    `spot_selected(str | None)`: the point that was clicked on; `spot_moved(str, Point)`; `spot_menu_requested(str)`.
    """

    submitted = Signal(object)
    release_requested = Signal(object, object)
    place_selected = Signal(object)
    hovered = Signal(object)
    find_requested = Signal(str)
    log_requested = Signal(str)
    spot_selected = Signal(object)
    spot_moved = Signal(str, object)
    spot_menu_requested = Signal(str)

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(geometry, names, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Body map"))
        self.space = SpaceKey(self)
        self._pointer, self._keys = Pointer(self), Keys(self)
        self.spots = SpotHand(self)
        self._strip: StripPopup | None = None
        self._meant: Words | None = None
        install(BodyMap)
        self.voice = Voice(self)

    def select(self, place: Place | None) -> None:
        """Mark `place`; None marks nothing. Says so only if that is news."""
        if place == self.overlay.selected:
            return
        before = self.overlay.region()
        self.overlay.selected = place
        self._repaint(before)
        self.place_selected.emit(place)
        self.voice.focus(place)

    def mark(self, places: Sequence[Place]) -> None:
        """Outline `places`, such as the muscles of an exercise; if none is in sight, the first is brought there.

        Nothing is selected by it. An empty list takes the marks away.
        """
        before = self.overlay.region()
        self.overlay.marked = tuple(places)
        self._repaint(before)
        if not places or any(self.label_point(place) for place in places):
            return
        found = where_shown(self.stage.geometry, places[0], self.view, self.layer)
        if found is not None:
            self.set_layer(found[1])
            self.set_view(found[0])

    # State out

    @property
    def selected(self) -> Place | None:
        """The marked place."""
        return self.overlay.selected

    @property
    def strip(self) -> StripPopup | None:
        """The open strip of eleven buttons, if there is one."""
        return self._strip

    @property
    def busy(self) -> bool:
        """Whether something is half done that Esc gives up: a drag, a pan, an open strip."""
        return self._pointer.busy or self._strip is not None or self.spots.moving

    def region_of(self, place: Place) -> tuple[Panel, Shape] | None:
        """The region of `place` that the keyboard stands on, else the one that shows most of it; None if none does."""
        view = self._keys.view_of(place)
        panel = self.stage.layout.panel_of(view) if view else None
        shape = panel.geometry.regions(self.layer).get(place) if panel else None
        return (panel, shape) if panel and shape else self.stage.region(place)

    def place_near(self, pixel: QPointF) -> Place | None:
        """The region at, or a few pixels from, a widget pixel."""
        return self.stage.ids().near(pixel)

    # What the person does

    def point_out(self, place: Place | None, at: QPointF, *, aimed: bool = False) -> None:
        """`place` is under the pointer at `at`: name it, and if `aimed` the point there. None: nothing is."""
        meant = self.spots.light(self.spots.meant(place, self.body_point(at)) if place and aimed else None)
        news = place != self.overlay.hovered or meant != self._meant
        self._meant = meant
        before = self.overlay.region()
        self.overlay.point_at(at)
        if news:
            self.overlay.hover(place, meant or self.teller.words(place) if place else None)
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
        if news or place is not None:
            self._repaint(before)
        if news:
            self.hovered.emit(place)

    def show_drag(self, gesture: Gesture, place: Place | None) -> None:
        """The gesture stands so; `place` is given when it starts."""
        before = self.overlay.region()
        words = self._meant or self.teller.words(place) if place else None
        self.overlay.drag(gesture, words, self.tr("Let go to cancel"))
        self._repaint(before)

    def show_typing(self, number: int | None, at: QPointF, place: Place | None) -> None:
        """`number` was typed for `place` at `at`, and waits for Enter. None: no more."""
        before = self.overlay.region()
        plain = self.teller.words(place).plain if place else ""
        what_next = self.tr("Enter saves, Esc cancels")
        self.overlay.pend(number, at, Words(plain, what_next))
        if number is not None:
            self.voice.say(f"{number}. {what_next}")
        self._repaint(before)

    def submit(
        self,
        place: Place,
        value: int,
        point: Point | None,
        touched: Place | None = None,
        *,
        aimed: bool = False,
        offered: bool = False,
    ) -> None:
        """Hand over one pain. `aimed`: a pointer put it there. `offered`: the strip offered what lies beneath."""
        meant = self.spots.meant(place, point) if aimed else self.spots.chosen_in(place)
        self.close_strip()
        self.select(place)
        spot = meant.spot if meant else None
        draft = PainDraft(place, value, point, self.layer, touched or place, aimed, offered, spot, self.spots.reach)
        self.submitted.emit(draft)

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these points, the last ones on top."""
        super().set_pins(pins)
        self.spots.refresh()

    def show_spots(self, chosen: Pin | None, lit: Pin | None, moving: tuple[Pin, Point] | None) -> None:
        """Ring the chosen point, the one a press would mean, and the one being moved."""
        before = self.overlay.region()
        self.overlay.halo.show(chosen, lit, moving)
        self._repaint(before)

    def submit_typed(self, place: Place, value: int) -> None:
        """Hand over one pain that was typed: it is put at the label point of `place`, which is brought into sight."""
        self.reveal(place)
        self.submit(place, value, self.label_point(place))

    def reveal(self, place: Place) -> bool:
        """Change view and layer as little as needed to show `place`, and mark it. False if nothing shows it."""
        found = where_shown(self.stage.geometry, place, self.view, self.layer)
        if found is not None:
            self.set_layer(found[1])
            self.set_view(found[0])
            if (point := self.label_point(place)) and (panel := self.stage.layout.panel_of(point.view)):
                self.zoom.reveal(panel.to_scene(point))
        self.select(place)
        return found is not None

    def request_release(self, place: Place | None, at: QPointF) -> None:
        """A release is to start at the widget pixel `at`."""
        if place is not None:
            self.select(place)
            self.release_requested.emit(place, self.body_point(at))

    def open_strip(self, place: Place, at: QPointF, point: Point, *, aimed: bool = False) -> None:
        """Offer 0 to 10 at the point; on the skin also what lies beneath. `aimed`: a pointer put it there."""
        self.close_strip()
        self.select(place)
        self.point_out(None, at)
        spot = self.spots.meant(place, point) if aimed else self.spots.chosen_in(place)
        if aimed:
            self.spot_selected.emit(spot.spot if spot else None)
        offered = offers(self.teller.names, place, point, self.layer)
        title = self.teller.title(place, self.theme.ink_soft, spot.label if spot else "")
        strip = StripPopup(self.theme, title, offered, round(self.teller.value(place) or 0), self)
        strip.chosen.connect(
            lambda chosen, value: self.submit(chosen, value, point, place, aimed=aimed, offered=len(offered) > 1)
        )
        strip.cancelled.connect(self.close_strip)
        strip.open_at(at)
        self._strip = strip

    def close_strip(self) -> None:
        """Take the strip away; nothing is saved."""
        if self._strip is not None:
            strip, self._strip = self._strip, None
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # first: hiding would pass the keyboard on, a region further
            strip.hide()
            strip.deleteLater()

    def cancel(self) -> None:
        """Give up whatever is half done: a drag, the strip, digits, a movement of the camera."""
        self._pointer.cancel()
        self._keys.cancel()
        self.spots.cancel()
        self.close_strip()
        self.glide.settle()

    # Qt

    def event(self, event: QEvent) -> bool:
        """Take gestures and changes of screen first."""
        if event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture) and self._pointer.gesture(event):
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Space pans wherever in the window the keyboard is."""
        self.space.watch(self.window().windowHandle())
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand to the pointer."""
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand to the pointer."""
        self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hand to the pointer."""
        self._pointer.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are ours."""
        if not (self.space.took(event) or self._keys.press(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space no longer pans."""
        if not self.space.took(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard stands on the marked region, if there is one."""
        super().focusInEvent(event)
        self.voice.focus_came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was half typed."""
        self._keys.cancel()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from region to region before it leaves."""
        return self._keys.tab(forward=forward) or super().focusNextPrevChild(forward)
