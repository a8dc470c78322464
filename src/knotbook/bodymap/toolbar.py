"""Which view and which layer: two segmented controls over the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.segmented import Segmented
from knotbook.bodymap.view_words import layer_items, view_items
from knotbook.domain.place import Layer
from knotbook.resources.theme import Theme


class MapToolbar(QWidget):
    """`view_chosen(MapView)`, `layer_chosen(Layer)`: the person wants another. Shows what `set_*` says."""

    view_chosen = Signal(object)
    layer_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        self._row = row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._views = Segmented(self.tr("View"), view_items(), theme, self)
        self._layers = Segmented(self.tr("Layer"), layer_items(), theme, self)
        row.addWidget(self._views)
        row.addStretch(1)
        row.addWidget(self._layers)
        self._views.chosen.connect(self.view_chosen)
        self._layers.chosen.connect(self.layer_chosen)

    def set_view(self, view: MapView) -> None:
        """Show `view` as chosen."""
        self._views.set_value(view)

    def set_layer(self, layer: Layer) -> None:
        """Show `layer` as chosen."""
        self._layers.set_value(layer)

    def fit(self, room: int) -> None:
        """Stand in one line if `room` pixels are enough for it, else in two."""
        wanted = self._views.sizeHint().width() + self._layers.sizeHint().width() + self._row.spacing()
        stacked = wanted > room
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8 if stacked else 16)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._views.set_theme(theme)
        self._layers.set_theme(theme)
