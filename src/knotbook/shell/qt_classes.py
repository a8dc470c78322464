"""Makes Python know all of Qt's classes before any other thread names one."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

_SLICE_S = 0.005


class QtClasses(QObject):
    """Names every class, a few in each turn of the event loop.

    PySide makes a class of Qt known to Python when it is first named, or first met in an event, and does so in a way
    that two threads must not be in at once: PySide 6.11 then ends with a segmentation fault. Importing pyqtgraph
    names all of them. So they are named here, in the thread of the window, before a worker imports anything of Qt.
    """

    named = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = _one_by_one()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def name_all(self) -> None:
        """Begin, or go on; `named` follows, each time this is called."""
        self._timer.start()

    def _turn(self) -> None:
        until = time.perf_counter() + _SLICE_S
        for _ in self._left:
            if time.perf_counter() > until:
                return
        self._timer.stop()
        self.named.emit()


def _one_by_one() -> Iterator[None]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield
