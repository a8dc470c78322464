"""How the chart compares with a bare QPainter line: `python benchmarks/chart_bench.py`.

Every row is the median of steps taken in turn with the bare line in one run, so that the machine's mood cancels out.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.analysis.bins import DAY_MS
from knotbook.analysis.marks import MarkKind, marks_of
from knotbook.analysis.series import Series
from knotbook.charts.region_chart import RegionChart
from knotbook.charts.span import Span
from knotbook.charts.trend_chart import TrendChart
from knotbook.domain.place import Place, Side
from knotbook.resources.theme import load_theme

WIDTH, HEIGHT, STEPS = 1000, 450, 30
END_MS = 1_772_530_200_000
YEAR_A_DAY = 10  # 3,650 ratings a year


def ratings(days: int, number: int) -> Series:
    """A made-up series of `number` ratings over the `days` before `END_MS`."""
    rng = np.random.default_rng(days + number)
    utc_ms = np.sort(rng.integers(END_MS - days * DAY_MS, END_MS, number))
    slow = 4 + 2 * np.sin((utc_ms - END_MS) / DAY_MS / 40)
    level = np.clip(np.round(slow + rng.normal(0, 1.5, number)), 0, 10).astype(np.float32)
    return Series(Place("piriformis", Side.RIGHT), utc_ms, level, tuple(map(str, range(number))))


class BareLine(QWidget):
    """The same ratings as one antialiased line of 1 px and nothing else: the floor."""

    def __init__(self, series: Series) -> None:
        super().__init__()
        x = (series.utc_ms - series.utc_ms[0]) / float(series.utc_ms[-1] - series.utc_ms[0]) * WIDTH
        y = HEIGHT - series.intensity.astype(np.float64) / 10 * HEIGHT
        self._line = QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)])
        self._shift = 0.0
        self.resize(WIDTH, HEIGHT)

    def pan(self, shift: float) -> None:
        """Move by so many pixels."""
        self._shift = shift
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#fffdf9"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#007872"), 1))
        painter.translate(self._shift, 0)
        painter.drawPolyline(self._line)
        painter.end()


def timed(action: Callable[[], object]) -> float:
    """CPU ms for the action and the paint that follows it, once everything before has come to rest."""
    QApplication.processEvents()
    started = time.thread_time()
    action()
    QApplication.processEvents()
    return (time.thread_time() - started) * 1000


def chart_of(series: Series, days: int | None) -> RegionChart:
    """A chart on the screen."""
    chart = RegionChart(load_theme("light"), str, "Europe/Berlin")
    chart.resize(WIDTH, HEIGHT)
    chart.set_span(days)
    chart.show_series((series,))
    chart.show()
    QApplication.processEvents()
    span = chart.span
    room = 0.05 * span.length  # inside what there is, so that a pan really moves
    chart.show_span(Span(span.start + room, span.end - room))
    return chart


def trends_of(series: Series, days: int | None) -> RegionChart:
    """The chart of the Trends page on the screen: four series with their lines, and a mark for every rating."""
    chart = TrendChart(load_theme("light"), str, "Europe/Berlin", lambda subject: "#007872")
    chart.resize(WIDTH, HEIGHT)
    chart.set_span(days)
    part = [replace_every(series, 4, number) for number in range(4)]
    chart.show_trends(part)
    marks = [(int(at), str(n), "release") for n, at in enumerate(series.utc_ms)]
    chart.show_marks([marks_of(MarkKind.RELEASE, marks), marks_of(MarkKind.EXERCISE, marks)], lambda mark: mark.words)
    chart.show()
    QApplication.processEvents()
    room = 0.05 * chart.span.length
    chart.show_span(Span(chart.span.start + room, chart.span.end - room))
    return chart


def replace_every(series: Series, step: int, first: int) -> Series:
    """Every `step`-th rating from the `first` on, as a series of its own."""
    pick = slice(first, None, step)
    place = Place("piriformis" if first % 2 else "psoas", (Side.LEFT, Side.RIGHT)[first // 2])
    return Series(place, series.utc_ms[pick], series.intensity[pick], series.ids[pick])


def drag(chart: RegionChart, number: int) -> None:
    """Move what is shown by a few pixels, as a drag does."""
    span = chart.span
    shift = (4 if number % 2 else -4) * span.length / chart._plot.area.width()  # whole pixels, as of a pointer
    chart.show_span(Span(span.start + shift, span.end + shift))


def hover(chart: RegionChart, number: int) -> None:
    """Point somewhere else."""
    chart.point_at(QPointF(80 + number * 13 % (WIDTH - 120), 200))


def zoom(chart: RegionChart, number: int) -> None:
    """One notch of the wheel, in and out."""
    chart.show_span(chart.span.zoomed(1.25 if number % 2 else 0.8, END_MS - 100 * DAY_MS))


Step = Callable[[RegionChart, int], None]


def measure() -> dict[str, list[float]]:
    """All samples in milliseconds, by the name of the row; the bare line and every chart step in turn."""
    year, ten = ratings(365, 365 * YEAR_A_DAY), ratings(3650, 73_000)
    million = ratings(3650, 1_000_000)
    bare = BareLine(year)
    bare.show()
    charts = {
        "year": chart_of(year, 365),
        "ten years, all": chart_of(ten, None),
        "ten years, a year of it": chart_of(ten, 365),
        "million, all": chart_of(million, None),
        "million, a year of it": chart_of(million, 365),
        "trends, year": trends_of(year, 365),
        "trends, ten years, all": trends_of(ten, None),
        "trends, ten years, a year of it": trends_of(ten, 365),
    }
    found: dict[str, list[float]] = {}
    for number in range(STEPS):
        found.setdefault("bare line, pan", []).append(timed(partial(bare.pan, 4.0 * (number % 2))))
        for name, chart in charts.items():
            for verb, step in (("pan", drag), ("first hover", hover), ("hover", hover), ("zoom", zoom)):
                found.setdefault(f"{name}, {verb}", []).append(timed(partial(step, chart, number + len(verb))))
    for name, series, days in (("year", year, 365), ("ten years", ten, None), ("million", million, None)):
        found[f"{name}, first paint"] = [timed(partial(chart_of, series, days)) for _ in range(5)]
    found["trends, ten years, region change"] = [timed(partial(change_region, charts, ten, n)) for n in range(10)]
    return found


def change_region(charts: dict[str, RegionChart], ten: Series, number: int) -> None:
    """Put another series in the place of one of four that are shown."""
    chart = charts["trends, ten years, all"]
    assert isinstance(chart, TrendChart), "it was made as one"
    chart.show_trends([*chart.rated[1:], replace_every(ten, 40, number % 4)])


def main() -> int:
    """Print the table; 1 if a goal is missed."""
    app = QApplication(sys.argv[:1])
    found = {name: statistics.median(samples) for name, samples in measure().items()}
    floor, year = found["bare line, pan"], found["year, pan"]
    print(f"{'':34}{'ms':>8}{'/ bare':>9}{'/ year':>9}")
    for name, ms in found.items():
        print(f"{name:34}{ms:8.2f}{ms / floor:9.2f}{ms / year:9.2f}")
    goals = {
        "year pan <= 2 bare lines": year <= 2 * floor,
        "ten years and a million pan <= 1.5 years": all(
            ms <= 1.5 * year for name, ms in found.items() if name.endswith("pan") and name[:3] in ("ten", "mil", "yea")
        ),
        "trends of ten years pan <= 1.5 of a year": all(
            ms <= 1.5 * found["trends, year, pan"]
            for name, ms in found.items()
            if name.endswith("pan") and name.startswith("trends")
        ),
        "region change within 16 ms": found["trends, ten years, region change"] <= 16,
        "hover <= 1 ms": all(ms <= 1 for name, ms in found.items() if name.endswith(", hover")),
        "every pan within 16 ms": all(ms <= 16 for name, ms in found.items() if name.endswith("pan")),
    }
    for name, reached in goals.items():
        print("reached" if reached else "MISSED ", name)
    app.closeAllWindows()
    return 0 if all(goals.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
