"""Home: the map first, the panel beside it, the legend under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.toolbar import MapToolbar
from knotbook.controls.icons import icon
from knotbook.domain.place import Place
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme

if TYPE_CHECKING:  # what is beside the map is imported behind the first paint
    from knotbook.bodymap.finder import RegionFinder
    from knotbook.bodymap.heat_bar import HeatBar
    from knotbook.shell.region_link import RegionLink
    from knotbook.shell.side_panel import SidePanel

NARROW = 1100
"""Below this width of the page's window the panel slides over the map instead of standing beside it."""

PANEL_LEAST, PANEL_MOST = 344, 480
"""The panel's width in pixels: a bit over a quarter of the page within these, so that the map never jumps."""


_TALLER = 6
"""A tool button with an icon is that much higher than a push button, in pixels: the map keeps its size when the bar of
spans comes in under it."""


class BodyPage(QWidget):
    """Lays out the map and what belongs to it; the links do the talking.

    The map and its toolbar are there at once; `furnishing` brings the panel, the finder and the bar of spans, in
    the room that was kept for them.
    """

    panel: SidePanel
    regions: RegionLink
    finder: RegionFinder
    heat_bar: HeatBar

    def __init__(self, geometry: Geometry, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.map = BodyMap(geometry, catalogue, theme, self)
        self.toolbar = MapToolbar(theme, self)
        self.legend = MapLegend(theme, self, marks=True)
        self.find_button = QPushButton(self.tr("Find a place…"), self)
        self.find_button.setToolTip(self.tr("Type where and how much: pir r 6 (Ctrl+F)"))
        self.views = QStackedWidget(self)
        self._side = QWidget(self)  # keeps the room of the panel
        self._side.setProperty("role", "panel")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._catalogue = catalogue
        self._furnished = False
        self._narrow = False
        self._lay_out()
        self._connect()
        self.find_button.setIcon(icon("search", theme.ink_soft))

    def furnishing(self, theme: Theme) -> list[Callable[[], None]]:
        """The steps, in order, that bring what the first paint did not wait for."""
        return [
            lambda: self._add_finder(theme),
            lambda: self._add_heat_bar(theme),
            _import_panel,
            lambda: self._add_panel(theme),
            self._put_panel_in,
        ]

    def _add_finder(self, theme: Theme) -> None:
        from knotbook.bodymap.finder import RegionFinder

        self.finder = RegionFinder(self._catalogue, theme, self)
        self.finder.hide()

    def _add_heat_bar(self, theme: Theme) -> None:
        from knotbook.bodymap.heat_bar import HeatBar

        self.heat_bar = HeatBar(theme, self)
        self._below.addWidget(self.heat_bar, 1)

    def _add_panel(self, theme: Theme) -> None:
        from knotbook.shell.side_panel import SidePanel

        self.panel = SidePanel(theme, self.map.teller, self)

    def _put_panel_in(self) -> None:
        from knotbook.shell.region_link import RegionLink

        self.regions = RegionLink(self)
        self._connect_finder()
        room, self._side = self._side, self.panel
        self._row.removeWidget(room)
        room.hide()
        room.deleteLater()
        self._furnished = True
        if not self._narrow:
            self._row.addWidget(self.panel)
        self._arrange(self._narrow)
        self.panel.setVisible(not self._narrow)

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme to every part that is there."""
        late = (self.finder, self.heat_bar, self.panel) if self._furnished else ()
        for part in (self.map, self.toolbar, self.legend, *late):
            part.set_theme(theme)
        self.find_button.setIcon(icon("search", theme.ink_soft))

    def open_finder(self, text: str = "") -> None:
        """Let the person type where it hurts, with `text` typed already."""
        if not self._furnished:
            return
        self._place_finder()
        self.finder.show()
        self.finder.raise_()
        self.finder.open_with(text)

    def show_instead(self, view: QWidget) -> None:
        """Put `view` where the map is, with the room of the panel; the row of views and layers stays."""
        if self.views.indexOf(view) < 0:
            self.views.addWidget(view)
        self.views.setCurrentWidget(view)
        self.panel.hide()
        self.find_button.hide()
        self.finder.hide()
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_map(self) -> None:
        """Back to the ordinary map."""
        self.views.setCurrentIndex(0)
        self.find_button.show()
        self.show_panel(self.panel.card() is not None)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def map_in_front(self) -> bool:
        """Whether the ordinary map is on show, and nothing instead of it."""
        return self.views.currentIndex() == 0

    def _connect(self) -> None:
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        self.find_button.clicked.connect(lambda: self.open_finder())
        self.map.find_requested.connect(self.open_finder)
        self.toolbar.view_chosen.connect(self.map.set_view)
        self.toolbar.layer_chosen.connect(self.map.set_layer)
        self.map.view_changed.connect(self.toolbar.set_view)
        self.map.layer_changed.connect(self.toolbar.set_layer)
        self.toolbar.set_view(self.map.view)
        self.toolbar.set_layer(self.map.layer)

    def _connect_finder(self) -> None:
        self.finder.closed.connect(self._finder_closed)
        self.finder.edit.textChanged.connect(lambda _text: self.finder.adjustSize())
        self.finder.place_chosen.connect(self.map.reveal)
        self.finder.place_highlighted.connect(self._highlighted)
        self.finder.pain_entered.connect(self.map.submit_typed)

    def _find(self) -> None:
        if self.map_in_front:
            self.open_finder()

    def _highlighted(self, place: Place | None) -> None:
        point = self.map.label_point(place) if place is not None else None
        pixel = self.map.pixel_of(point) if point is not None else None
        if self.finder.isVisible():
            self.map.point_out(place if pixel is not None else None, pixel or QPointF())

    def _finder_closed(self) -> None:
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)  # first: hiding would pass the keyboard on to the next
        self.finder.hide()

    def _place_finder(self) -> None:
        width = min(420, self.width() - 32)
        corner = self.find_button.mapTo(self, self.find_button.rect().topRight())
        self.finder.setFixedWidth(width)
        self.finder.move(max(16, corner.x() - width + 1), corner.y())
        self.finder.adjustSize()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.toolbar)
        top.addStretch(1)
        top.addWidget(self.find_button)
        self._below = QHBoxLayout()
        self._below.addWidget(self.legend)
        self._below.addStrut(self.find_button.sizeHint().height() + _TALLER)
        ordinary = QWidget(self)
        inside = QVBoxLayout(ordinary)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.map, 1)
        inside.addLayout(self._below)
        self.views.addWidget(ordinary)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.views, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(16)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the map or over it."""
        super().resizeEvent(event)
        self._arrange(self.width() < NARROW - 88)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that nothing beside the map wants is meant for the map, wherever on the page the keyboard stands."""
        if self.map_in_front and event.text().isalpha() and not event.modifiers():
            self.map.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text wants another room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._arrange(self._narrow)

    def show_panel(self, wanted: bool) -> None:
        """On a narrow window: slide the panel over the map, or away. Beside the map it always stays."""
        self.panel.setVisible(self.map_in_front and (wanted or not self._narrow))
        self._place_panel()

    def _arrange(self, narrow: bool) -> None:
        beside = 0 if narrow else self._side.width() + self._row.spacing()
        self.toolbar.fit(self.width() - beside - self.find_button.sizeHint().width() - 44)
        self._side.setFixedWidth(PANEL_LEAST if narrow else min(PANEL_MOST, max(PANEL_LEAST, self.width() * 27 // 100)))
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._row.removeWidget(self._side)
                self._side.setVisible(self._furnished and self.map_in_front and self.panel.card() is not None)
            else:
                self._row.addWidget(self._side)
                self._side.setVisible(self.map_in_front)
        self._place_panel()

    def _place_panel(self) -> None:
        if not self._narrow:
            return
        width = self._side.width()
        self._side.setGeometry(self.width() - width - 16, 60, width, self.height() - 76)
        self._side.raise_()


def _import_panel() -> None:
    import knotbook.shell.side_panel  # noqa: F401  (a step of its own: the next finds it imported)
