"""What the views and the layers are called: on their buttons, in their tips, and aloud."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from knotbook.bodymap.drafts import MapView
from knotbook.domain.place import Layer


def view_items() -> list[tuple[MapView, str, str]]:
    """Each view with its word and a sentence about it."""
    return [
        (MapView.BOTH, _tr("Both"), _tr("Front and back side by side (V for the next view)")),
        (MapView.FRONT, _tr("Front"), _tr("From the front")),
        (MapView.BACK, _tr("Back"), _tr("From the back")),
        (MapView.SIDE, _tr("Right side"), _tr("Your right side, seen from the right")),
        (MapView.SIDE_LEFT, _tr("Left side"), _tr("Your left side, seen from the left")),
    ]


def layer_items() -> list[tuple[Layer, str, str]]:
    """Each layer with its word and a sentence about it."""
    return [
        (Layer.SKIN, _tr("Skin"), _tr("Areas of the body, by their everyday names (L for the next layer)")),
        (Layer.SUPERFICIAL, _tr("Muscles"), _tr("The muscles right under the skin")),
        (Layer.LIFTED, _tr("Lifted"), _tr("The big buttock muscle lifted off, the deep rotators beneath")),
        (Layer.DEEP, _tr("Deep"), _tr("The deepest muscles, close to the bone")),
    ]


def view_word(view: MapView) -> str:
    """Its word."""
    return next(word for each, word, _ in view_items() if each is view)


def layer_word(layer: Layer) -> str:
    """Its word."""
    return next(word for each, word, _ in layer_items() if each is layer)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MapToolbar", text)
