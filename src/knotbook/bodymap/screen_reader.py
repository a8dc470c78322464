"""The wire from the map to a screen reader. What the reader is told is in `accessible`, loaded when one asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.view_words import layer_word, view_word
from knotbook.controls.announce import announce
from knotbook.domain.place import Layer, Place

if TYPE_CHECKING:
    from knotbook.bodymap.accessible import MapAccessible
    from knotbook.bodymap.body_map import BodyMap


@cache
def install(kind: type[QWidget]) -> None:
    """Teach Qt to make a `MapAccessible` for every widget of class `kind`. Does so once."""

    def make(_name: str, obj: QObject) -> QAccessibleInterface | None:
        if not isinstance(obj, kind):
            return None
        from knotbook.bodymap.accessible import MapAccessible  # only where a screen reader asks

        made = MapAccessible(obj)  # type: ignore[arg-type]  # `kind` is the map's class
        obj.accessible = made  # type: ignore[attr-defined]  # kept as long as the map
        return made

    QAccessible.installFactory(make)


class Voice(QObject):
    """Tells a screen reader what changes on one map. Silent, and nearly free, while none listens."""

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__(body_map)
        self._map = body_map
        self._said: dict[Place, str] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.focus(body_map.selected))
        body_map.values_changed.connect(self.values)
        body_map.view_changed.connect(self._view_changed)
        body_map.layer_changed.connect(self._layer_changed)

    def say(self, words: str) -> None:
        """Have `words` read out."""
        announce(self._map, words)

    def focus(self, place: Place | None) -> None:
        """The keyboard stands on `place`."""
        tree = self._tree()
        if place is not None and tree is not None and self._map.hasFocus() and place in (order := tree.places()):
            self._tell(QAccessible.Event.Focus, order.index(place))

    def focus_came(self) -> None:
        """The map was given the keyboard. Qt speaks of the map itself first, so the region follows a turn later."""
        if QAccessible.isActive():
            self._later.start()

    def values(self) -> None:
        """Other numbers or points are known: the regions that are called otherwise now have a new name."""
        tree = self._tree()
        if tree is None:
            self._said = {}
            return
        before, self._said = self._said, {place: self._map.teller.spoken(place) for place in tree.places()}
        for index, (place, words) in enumerate(self._said.items()):
            if before.get(place, words) != words:
                self._tell(QAccessible.Event.NameChanged, index)

    def _view_changed(self, view: MapView) -> None:
        self._reorder(self.tr("View: {view}").format(view=view_word(view)))

    def _layer_changed(self, layer: Layer) -> None:
        self._reorder(self.tr("Layer: {layer}").format(layer=layer_word(layer)))

    def _reorder(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._map, QAccessible.Event.ObjectReorder))
            self.values()
            self.say(words)

    def _tree(self) -> MapAccessible | None:
        if not QAccessible.isActive():
            return None
        from knotbook.bodymap.accessible import MapAccessible  # only where a screen reader asks

        found = QAccessible.queryAccessibleInterface(self._map)
        return found if isinstance(found, MapAccessible) else None

    def _tell(self, what: QAccessible.Event, index: int) -> None:
        event = QAccessibleEvent(self._map, what)
        event.setChild(index)
        QAccessible.updateAccessibility(event)
