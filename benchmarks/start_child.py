"""One start, measured from inside: `python -m benchmarks.start_child empty | painted DIARY | ready DIARY`.

Prints JSON: `cpu_ms` (user + system of this process), `wall_ms` (since KNOTBOOK_BENCH_START, a CLOCK_MONOTONIC reading
of the parent), `rss_mib`, and for `ready` also `gap_ms`, the longest time the window's thread was away from its events.
`painted` is Knotbook as the command line starts it, until its map has been painted and can be tapped; `ready` goes on
until the diary is open and everything is in the window.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knotbook.shell.session import Session

TICK_MS = 4


def report(**more: float) -> None:
    """Print the numbers and end the process at once: what closing costs is not asked here."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    wall = time.monotonic() - float(os.environ["KNOTBOOK_BENCH_START"])
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    rss = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    cpu = usage.ru_utime + usage.ru_stime
    print(json.dumps({"cpu_ms": cpu * 1e3, "wall_ms": wall * 1e3, "rss_mib": rss, **more}), flush=True)
    os._exit(0)


def empty() -> None:
    """The floor: an empty QMainWindow of the same size, painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, report)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def knotbook(path: str, watch: Callable[[Session], None]) -> None:
    """Knotbook's own way in, with `watch` looking at the session as soon as it is built."""
    from knotbook import __main__

    gc.disable()  # as `__main__.main` does before it imports what follows
    __main__.import_qt()
    from knotbook.shell import app

    compose = app.compose

    def watched(*arguments: Any, **options: Any) -> Session:
        session = compose(*arguments, **options)
        watch(session)
        return session

    app.compose = watched
    __main__.main(["--diary", path])


def painted(session: Session) -> None:
    """Report at the first paint, before anything else that follows it."""
    session.window.ground.first_painted.disconnect()
    session.window.ground.first_painted.connect(report)


def ready(session: Session) -> None:
    """Report when everything is there; until then watch how long the window is away."""
    from PySide6.QtCore import Qt, QTimer

    timer = QTimer(session)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    seen: list[float] = []

    def tick() -> None:
        seen.append(time.monotonic())

    def furnished() -> None:
        tick()
        report(gap_ms=max(later - earlier for earlier, later in itertools.pairwise(seen)) * 1e3)

    timer.timeout.connect(tick)
    session.furnished.connect(furnished)
    timer.start(TICK_MS)  # what is built behind the first paint counts too


def main(what: str, path: str = "") -> None:
    """Run one start to its point of report."""
    if what == "empty":
        empty()
    else:
        knotbook(path, {"painted": painted, "ready": ready}[what])


if __name__ == "__main__":
    main(*sys.argv[1:])
