"""What a painted widget is for assistive software. Qt knows only its own classes and calls the rest fillers."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "spoken_as"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Call `widget` a `role`. To be said while it is built: afterwards Qt has made up its mind."""
    _install()
    widget.setProperty(_PROPERTY, role.value)


@cache
def _install() -> None:
    QAccessible.installFactory(_make)


def _make(_name: str, obj: QObject) -> QAccessibleInterface | None:
    number = obj.property(_PROPERTY) if isinstance(obj, QWidget) else None
    if not isinstance(obj, QWidget) or number is None:
        return None
    made = QAccessibleWidget(obj, QAccessible.Role(number), "")
    obj.accessible = made  # type: ignore[attr-defined]  # kept as long as the widget
    return made
