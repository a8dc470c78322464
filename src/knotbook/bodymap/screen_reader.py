"""The wire from the map to a screen reader. What the reader is told is in `accessible`, loaded when one asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.domain.place import Place

if TYPE_CHECKING:
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


def tell_focus(body_map: BodyMap, place: Place | None) -> None:
    """Tell a screen reader, if one listens, that the keyboard stands on `place`."""
    if place is None or not QAccessible.isActive() or QApplication.focusWidget() is not body_map:
        return
    from knotbook.bodymap.accessible import MapAccessible  # only where a screen reader asks

    interface = QAccessible.queryAccessibleInterface(body_map)
    if isinstance(interface, MapAccessible) and place in (places := interface.places()):
        event = QAccessibleEvent(body_map, QAccessible.Event.Focus)
        event.setChild(places.index(place))
        QAccessible.updateAccessibility(event)


def tell_reorder(body_map: BodyMap) -> None:
    """Tell a screen reader, if one listens, that other regions are on show."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(body_map, QAccessible.Event.ObjectReorder))
