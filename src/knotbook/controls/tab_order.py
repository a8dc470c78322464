"""Tab goes through a page as it is read: row by row as it is laid out, not in the order in which it was built."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(page: QWidget) -> list[QWidget]:
    """Chain everything in `page` that takes the keyboard by Tab; returns it in that order.

    Everything that lies in a layout is met, hidden pages of a stack too. To be called again when something is added.
    """
    found = list(dict.fromkeys(_within(page)))
    for first, second in pairwise(found):
        QWidget.setTabOrder(first, second)
    return found


def _within(widget: QWidget) -> Iterator[QWidget]:
    """`widget`, if Tab stops there, or else what is laid out in it, or, without a layout, lies in it."""
    layout = widget.layout()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        if layout is not None:  # such as a chart, whose row of spans stands over it
            yield from _laid_out(layout)
        yield widget
    elif layout is not None:
        yield from _laid_out(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _within(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _within(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
