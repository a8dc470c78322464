"""Ties the list of regions to the picture: what is chosen, known or logged in one is so in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from knotbook.bodymap.neighbours import stops
from knotbook.domain.place import Layer, Place, View

if TYPE_CHECKING:
    from knotbook.shell.body_page import BodyPage


class RegionLink(QObject):
    """The list shows the regions that the map shows, with what the map says of them; a search finds the others too."""

    def __init__(self, page: BodyPage) -> None:
        super().__init__(page)
        self._page, self._map, self._list = page, page.map, page.panel.regions
        self._map.view_changed.connect(lambda _view: self.refresh())
        self._map.layer_changed.connect(lambda _layer: self.refresh())
        self._map.values_changed.connect(self._list.model.values_changed)
        self._list.place_chosen.connect(self._map.reveal)
        self._list.pain_entered.connect(self._map.submit_typed)
        self._list.strip_wanted.connect(self._offer)
        self._list.opened.connect(self._open)
        self._list.left.connect(lambda: self._map.setFocus(Qt.FocusReason.OtherFocusReason))
        QShortcut(QKeySequence("Ctrl+L"), page, self.open)
        self.refresh()

    def open(self) -> None:
        """Bring the list to the front and the keyboard into its search."""
        if self._page.map_in_front:
            self._page.show_panel(True)
            self._page.panel.open_list()

    def refresh(self) -> None:
        """Another view, layer or figure is on show."""
        here = [stop.place for stop in stops(self._map.stage.layout, self._map.layer)]
        self._list.set_places(here, self._everywhere)

    def _everywhere(self) -> set[Place]:
        geometry = self._map.stage.geometry
        return {place for view in View for layer in Layer for place in geometry.view(view).regions(layer)}

    def _offer(self, place: Place) -> None:
        """Open 0 to 10 on the picture."""
        self._map.reveal(place)
        if point := self._map.label_point(place):
            self._map.open_strip(place, self._map.pixel_of(point) or QPointF(), point)

    def _open(self, _place: Place) -> None:
        self._page.panel.open_card()
