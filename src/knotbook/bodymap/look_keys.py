"""The letters that the map knows, for pictures that are only looked at: close-ups, layers, views, and Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.keys import following
from knotbook.bodymap.quiet_picture import QuietPicture
from knotbook.domain.place import Layer


class LookKeys(QObject):
    """`H` and `K` look closer at a hip or a knee; `view_wanted(MapView)`, `layer_wanted(Layer)`: `V`, `L`; `left`: Esc.

    Esc goes back to the whole figure first. They work wherever in `view` the keyboard is; a box there is changed by
    its arrows and not by letters.
    """

    view_wanted = Signal(object)
    layer_wanted = Signal(object)
    left = Signal()

    def __init__(self, view: QWidget, picture: QuietPicture) -> None:
        """`picture`: the one that is moved; others follow it."""
        super().__init__(view)
        self._view, self._picture = view, picture
        zoom = picture.zoom
        for key, do in (
            (Qt.Key.Key_H, lambda: zoom.show(CloseUp.HIP, None)),
            (Qt.Key.Key_K, lambda: zoom.show(CloseUp.KNEE, None)),
            (Qt.Key.Key_V, lambda: self.view_wanted.emit(following(list(MapView), picture.view))),
            (Qt.Key.Key_L, lambda: self.layer_wanted.emit(following(list(Layer), picture.layer))),
            (Qt.Key.Key_Escape, self._escape),
        ):
            self._bind(key, do)

    def _bind(self, key: Qt.Key, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._view, do)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _escape(self) -> None:
        if self._picture.zoom.zoomed:
            self._picture.zoom.home()
        else:
            self.left.emit()
