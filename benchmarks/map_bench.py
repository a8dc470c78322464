"""How quick the body map is: `python -m benchmarks map`.

Every row is a median of CPU time, and its ratio to a bare full draw (every path of both figures filled once,
antialiased, no gaps, fibres or words) measured in turn in the same run.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.geometry import load_geometry
from knotbook.bodymap.painter import panel_transform
from knotbook.domain.place import Layer, Place, Point, View
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.files import read_bytes
from knotbook.resources.theme import load_theme

ROUNDS = 5 if os.environ.get("KNOTBOOK_BENCH_QUICK") else 25
SIZES = ((1000, 900), (3840, 2160))
HITS = 20_000
GOAL_HIT_US = 2.0
GOAL_HOVER = 0.14  # of a bare draw: 1 ms where that takes 7 ms, and 4 ms at 4K
GOAL_TINT = 1.2  # of a full draw


def cpu_ms(step: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median CPU time of `step` in ms."""
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        step()
        times.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(times)


class Bench:
    """One shown map of one size, and the bare draw it is held against."""

    def __init__(self, app: QApplication, size: tuple[int, int]) -> None:
        self._app, self._size = app, size
        self.map = BodyMap(load_geometry(read_bytes("bodymap/male.kbm")), Catalogue.load(), load_theme("light"))
        self.map.set_reduced_motion(True)
        self.map.set_layer(Layer.LIFTED)
        self.map.resize(*size)
        self.map.show()
        app.processEvents()
        panel = self.map.stage.layout.panels[1]
        self.places = list(panel.geometry.regions(Layer.LIFTED))
        self._stops = cycle(self.pixels())

    def pixels(self) -> list[QPointF]:
        """Two spots in two neighbouring muscles."""
        found = (self.map.pixel_of(Point(View.BACK, x, y)) for x, y in ((52.0, 469.0), (60.0, 440.0)))
        return [at for at in found if at is not None]

    def bare(self) -> None:
        """Fill every path of the layer once."""
        image = QImage(*self._size, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in self.map.stage.layout.panels:
            painter.setTransform(panel_transform(panel, self.map.stage.camera))
            for shape in panel.geometry.solid(Layer.LIFTED):
                painter.fillPath(shape.path, QColor("teal"))
        painter.end()

    def full(self) -> None:
        """Draw the map from nothing and show it."""
        self.map.stage.look(self.map.stage.camera)
        self.show()

    def show(self) -> None:
        """Paint the whole widget."""
        self.map.update()
        self._app.processEvents()

    def hover(self) -> None:
        """Go to the other of two muscles: hit test, patch, tag, repaint."""
        at = next(self._stops)
        self.map.point_out(self.map.place_near(at), at)
        self._app.processEvents()

    def one_region(self) -> None:
        """Give one region another value and show it."""
        value = 3.0 if self.map.teller.value(self.places[-1]) == 6.0 else 6.0
        self.map.set_heat({self.places[-1]: value})
        self._app.processEvents()

    def tint_all(self) -> None:
        """Give every region another value and show it."""
        shift = (self.map.teller.value(self.places[0]) or 0) + 1
        heat: dict[Place, float | None] = {place: (i + shift) % 11 for i, place in enumerate(self.places)}
        self.map.set_heat(heat)
        self._app.processEvents()

    def hit_us(self) -> float:
        """One hit test, in microseconds."""
        at, ids = self.pixels()[0], self.map.stage.ids()
        x, y = int(at.x()), int(at.y())

        def many() -> None:
            for _ in range(HITS):
                ids.at(x, y)

        return cpu_ms(many, 3) / HITS * 1000


def measure(app: QApplication, size: tuple[int, int]) -> bool:
    """Print the rows of one size; False if one misses its goal."""
    bench = Bench(app, size)
    bare = cpu_ms(bench.bare)
    rows = {"bare draw": bare, "full draw, shown": cpu_ms(bench.full), "shown again": cpu_ms(bench.show)}
    rows["hover"] = cpu_ms(bench.hover)
    rows["one region"] = cpu_ms(bench.one_region)
    rows["tint all"] = cpu_ms(bench.tint_all)
    print(f"{size[0]} x {size[1]}")
    for name, spent in rows.items():
        print(f"  {name:18} {spent:8.2f} ms   {spent / bare:6.3f}")
    hit = bench.hit_us()
    print(f"  {'hit test':18} {hit:8.2f} us")
    bench.map.close()
    good = hit <= GOAL_HIT_US and max(rows["hover"], rows["one region"]) <= GOAL_HOVER * bare
    return good and rows["tint all"] <= GOAL_TINT * rows["full draw, shown"]


def main() -> int:
    """Measure both sizes and say whether the goals are met."""
    app = QApplication(sys.argv[:1])
    data = read_bytes("bodymap/male.kbm")
    print(f"load {cpu_ms(lambda: load_geometry(data)):.2f} ms, {len(data) / 1024:.0f} KiB")
    met = [measure(app, size) for size in SIZES]
    print("goals met" if all(met) else "a goal is missed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
