"""The map for screen readers: a list of regions, each with name, side, value, place on the screen, focus and press.

Qt's cache owns what is registered with it but not the Python halves, so these are kept on the map's own interface, and
taken out of the cache when the map goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from knotbook.bodymap.neighbours import stops
from knotbook.bodymap.painter import panel_transform
from knotbook.domain.place import Place

if TYPE_CHECKING:
    from knotbook.bodymap.body_map import BodyMap


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class RegionAccessible(QAccessibleWidget):
    """One region. Has the map as its widget, but no object of its own: whatever Qt would ask that is answered here."""

    def __init__(self, whole: MapAccessible, body_map: BodyMap, place: Place) -> None:
        super().__init__(body_map, QAccessible.Role.ListItem, "")
        self._whole, self._map, self._place = whole, body_map, place

    @property
    def place(self) -> Place:
        """Which region it is."""
        return self._place

    def isValid(self) -> bool:
        """As long as the map lives. Qt would ask `object`, which is none."""
        return isValid(self._map)

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt: null where there is no object of its own
        """None: the map itself is another interface."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The map."""
        return self._whole

    def window(self) -> QWindow | None:  # type: ignore[override]  # null without a window
        """The map's."""
        return self._map.window().windowHandle()

    def relations(self, match: Any = None) -> list[Any]:
        """There are none."""
        return []

    def focusChild(self) -> None:  # type: ignore[override]  # as above
        """There is none."""

    def setText(self, kind: QAccessible.Text, words: str) -> None:
        """Cannot be renamed from outside."""

    def foregroundColor(self) -> QColor:
        """None is told."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """None is told."""
        return QColor()

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, index: int) -> None:  # type: ignore[override]  # as above
        """There are none."""

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """There are none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Name: "Right piriformis, 6 out of 10, 2 points". Description: the plain name. Value: what is known."""
        teller = self._map.teller
        if kind == QAccessible.Text.Name:
            return teller.spoken(self._place)
        if kind == QAccessible.Text.Description:
            return teller.names.plain(self._place)
        return teller.value_words(self._place) if kind == QAccessible.Text.Value else ""

    def rect(self) -> QRect:
        """Its box on the screen, as far as it lies on the map."""
        found = self._map.region_of(self._place)
        if found is None:
            return QRect()
        panel, shape = found
        box = panel_transform(panel, self._map.stage.camera).mapRect(shape.box).toAlignedRect() & self._map.rect()
        return QRect(self._map.mapToGlobal(box.topLeft()), box.size()) if not box.isEmpty() else QRect()

    def state(self) -> QAccessible.State:
        """Selected and focused follow the map; out of sight in a close-up is off screen."""
        state = QAccessible.State()
        marked = self._map.selected == self._place
        state.focusable = state.selectable = True
        state.selected = marked
        state.focused = marked and self._map.hasFocus()
        state.offscreen = self.rect().isEmpty()
        state.invisible = not self._map.isVisible()
        return state

    def actionNames(self) -> list[str]:
        """Press opens 0 to 10, focus marks the region."""
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do one of them."""
        if name == QAccessibleActionInterface.setFocusAction():
            self._map.setFocus(Qt.FocusReason.OtherFocusReason)
            self._map.select(self._place)
        elif name == QAccessibleActionInterface.pressAction() and (point := self._map.label_point(self._place)):
            self._map.open_strip(self._place, self._map.pixel_of(point) or QPointF(), point)


class MapAccessible(QAccessibleWidget):
    """The map: its children are the regions that can be touched, in the order of Tab, then what is open over them."""

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__(body_map, QAccessible.Role.List, body_map.accessibleName())
        self._map = body_map
        self._regions: dict[Place, RegionAccessible] = {}
        self._ids: list[int] = []
        body_map.destroyed.connect(self._forget)

    def places(self) -> list[Place]:
        """The regions in order, each once even if two views show it."""
        return list(dict.fromkeys(s.place for s in stops(self._map.stage.layout, self._map.layer)))

    def over(self) -> list[QWidget]:
        """The widgets that are open over the regions, such as the strip of eleven buttons."""
        return [w for w in self._map.findChildren(QWidget, options=_DIRECT) if not (w.isWindow() or w.isHidden())]

    def childCount(self) -> int:
        """How many regions and widgets there are."""
        return len(self.places()) + len(self.over())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # null out of range
        """The region, or after the last one the widget, at `index`."""
        places = self.places()
        if 0 <= index < len(places):
            return self.region(places[index])
        over = self.over()[index - len(places) :] if index >= 0 else []
        return QAccessible.queryAccessibleInterface(over[0]) if over else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of `child` in the order, or -1."""
        places = self.places()
        if isinstance(child, RegionAccessible):
            return places.index(child.place) if child.place in places else -1
        over = self.over()
        widget = child.object()
        return len(places) + over.index(widget) if isinstance(widget, QWidget) and widget in over else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # null if none
        """What is at a spot of the screen: an open widget, else a region."""
        at = self._map.mapFromGlobal(QPoint(x, y))
        for widget in self.over():
            if widget.geometry().contains(at):
                return QAccessible.queryAccessibleInterface(widget)
        place = self._map.place_near(QPointF(at))
        return self.region(place) if place else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # null if none
        """The marked region, while the map has the keyboard."""
        place = self._map.selected
        return self.region(place) if place in self.places() and self._map.hasFocus() and place else None

    def region(self, place: Place) -> RegionAccessible:
        """The one interface of `place`."""
        if place not in self._regions:
            self._regions[place] = made = RegionAccessible(self, self._map, place)
            self._ids.append(QAccessible.registerAccessibleInterface(made))
        return self._regions[place]

    def _forget(self) -> None:
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._ids, self._regions = [], {}
