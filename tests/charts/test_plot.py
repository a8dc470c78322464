"""What is drawn equals what was handed in."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from knotbook.analysis.bins import MAX_POINTS
from knotbook.analysis.series import empty_series
from knotbook.charts.curve import Curve
from knotbook.charts.detail import bucket_for
from knotbook.charts.span import Span
from knotbook.domain.place import Place
from tests.charts.conftest import DAY_MS, END_MS, ChartOf, daily, points_of

HOUR_MS = 3_600_000


def curves(chart: object) -> list[Curve]:
    return list(chart._plot.curves)  # type: ignore[attr-defined]  # what is drawn has no public reader


def test_few_ratings_are_drawn_one_by_one(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", [3, 0, 10, 7])
    (curve,) = curves(chart_of(series))
    assert points_of(curve.line.path()) == list(zip(series.utc_ms.tolist(), [3, 0, 10, 7], strict=True))
    assert curve.dots.levels.tolist() == [3, 0, 10, 7]
    assert curve.band.path().isEmpty()


def test_no_line_crosses_a_silence_and_a_rating_alone_is_a_dot(chart_of: ChartOf) -> None:
    series = daily("piriformis.right", list(range(9)), every_ms=4 * DAY_MS)
    chart = chart_of(series, days=365, size=(420, 260))
    (curve,) = curves(chart)
    assert curve.line.path().isEmpty()
    assert len(curve.dots) == 9


def test_many_ratings_become_few_points_that_keep_the_extremes(chart_of: ChartOf) -> None:
    levels = [5] * 24 * 365
    levels[1000], levels[5000] = 10, 0
    chart = chart_of(daily("piriformis.right", levels, every_ms=HOUR_MS), days=None)
    (curve,) = curves(chart)
    assert curve.bins is not None
    assert len(curve.bins) <= chart.width()
    assert (curve.bins.low.min(), curve.bins.high.max()) == (0, 10)
    box = curve.band.path().boundingRect()
    assert (box.top(), box.bottom()) == (0, 10)
    assert len(curve.dots) == 0


def test_zooming_in_shows_single_ratings_again(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [n % 11 for n in range(24 * 365)], every_ms=HOUR_MS), days=None)
    chart.show_span(Span(END_MS - 2 * DAY_MS, END_MS))
    (curve,) = curves(chart)
    assert curve.bins is not None and curve.bins.width_ms == 0
    x = np.array([at for at, _level in points_of(curve.line.path())])
    assert np.all(np.diff(x) == HOUR_MS)
    assert x.min() < END_MS - 2 * DAY_MS  # the line runs on beyond what is seen
    assert len(curve.dots) == len(x)


def test_panning_within_what_is_ready_aggregates_nothing_anew(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [n % 11 for n in range(24 * 365)], every_ms=HOUR_MS), days=30)
    bins = curves(chart)[0].bins
    span = chart.span
    chart.show_span(span.panned(-0.3))
    assert curves(chart)[0].bins is bins
    chart.show_span(span.panned(-3))
    moved = curves(chart)[0].bins
    assert moved is not bins and moved is not None
    assert moved.first_ms[0] <= chart.span.start and moved.last_ms[-1] >= chart.span.end


@pytest.mark.parametrize("width", [300, 1000, 3840])
@pytest.mark.parametrize("days", [0.1, 1, 7, 30, 365, 3650, 18250])
def test_buckets_are_readable_and_few_at_any_zoom(width: int, days: float) -> None:
    ms_per_px = days * DAY_MS / width
    step = bucket_for(ms_per_px)
    assert 2 * days * DAY_MS / step + 2 <= MAX_POINTS
    assert step / ms_per_px >= 4 or step == bucket_for(1e15)


def test_levels_and_moments_map_to_pixels_and_back(chart_of: ChartOf) -> None:
    plot = chart_of(daily("piriformis.right", [3, 4]))._plot
    at = plot.to_px(END_MS, 7)
    moment, level = plot.from_px(at)
    assert moment == pytest.approx(END_MS, abs=1) and level == pytest.approx(7)
    assert plot.area.contains(plot.to_px(END_MS, 0)) and plot.area.contains(plot.to_px(END_MS, 10))
    scene = plot.box.mapViewToScene(QPointF(END_MS, 7))
    assert (at - scene).manhattanLength() < 0.01


def test_levels_run_from_0_to_10_whatever_the_ratings(chart_of: ChartOf) -> None:
    for series in (
        daily("piriformis.right", [5]),
        daily("piriformis.right", [0, 0]),
        empty_series(Place.parse("hip.left")),
    ):
        low, high = chart_of(series)._plot.box.viewRange()[1]
        assert -1 < low < 0 and 10 < high < 11


def test_the_first_series_lies_on_top_and_bands_lie_under_all_lines(chart_of: ChartOf) -> None:
    first, second = curves(chart_of(daily("piriformis.right", [3, 4]), daily("knee_medial.left", [1, 2])))
    assert first.line.zValue() > second.dots.zValue() > second.line.zValue() > first.band.zValue()


def test_other_series_leave_nothing_behind(chart_of: ChartOf) -> None:
    chart = chart_of(daily("piriformis.right", [3, 4]), daily("knee_medial.left", [1, 2]))
    before = len(chart._plot.box.childGroup.childItems())
    chart.show_series([daily("hip.left", [1])])
    assert len(chart._plot.box.childGroup.childItems()) == before - 3
    chart.show_series([])
    assert curves(chart) == []
