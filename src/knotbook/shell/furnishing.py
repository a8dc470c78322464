"""Building the window in steps, so that it can be touched between any two of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]
"""One piece of work, short enough that nobody feels the window away for it."""


class Furnishing(QObject):
    """Takes one step in every turn of the event loop, in the order they were added."""

    def __init__(self, steps: Iterable[Step], parent: QObject) -> None:
        """`steps`: what is to be done first. Nothing is, before `go_on` or `finish`."""
        super().__init__(parent)
        self._left: deque[Step] = deque(steps)
        self._timer = QTimer(self)  # a timer of its own: `singleShot(0, ...)` would take all steps in one turn
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def __len__(self) -> int:
        return len(self._left)

    def then(self, *steps: Step) -> None:
        """Do `steps` too, after all that were asked for."""
        self._left.extend(steps)
        self.go_on()

    def go_on(self) -> None:
        """Take the steps that are left, one in every turn."""
        self._timer.start()

    def take_one(self) -> None:
        """Take the next step at once. Raises IndexError if there is none."""
        self._left.popleft()()

    def finish(self) -> None:
        """Take all that are left at once."""
        while self._left:
            self.take_one()

    def forget(self) -> None:
        """Take no more steps: everything is being closed."""
        self._left.clear()

    def _turn(self) -> None:
        if self._left:
            self.take_one()
        else:
            self._timer.stop()
