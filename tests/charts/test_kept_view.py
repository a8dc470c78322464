"""What is moved looks like what would be painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from knotbook.charts.plot import Plot
from knotbook.charts.region_chart import RegionChart
from tests.charts.conftest import DAY_MS, ChartOf, daily


def filled(chart_of: ChartOf) -> RegionChart:
    ratings = (daily("piriformis.right", [n % 11 for n in range(600)]), daily("hip.left", [4, 5, 6] * 200))
    chart = chart_of(*ratings, days=91)
    chart.show_span(chart.span.panned(-2))
    chart.grab()
    return chart


def drag(chart: RegionChart, px: float) -> int:
    """Pan by pixels; how many were painted for it."""
    plot: Plot = chart._plot
    before = plot.painted_px
    chart._glass.dragged.emit(px)
    plot.grab()
    return plot.painted_px - before


def test_a_drag_paints_only_what_comes_into_sight_and_the_dates(chart_of: ChartOf) -> None:
    chart = filled(chart_of)
    whole = chart._plot.viewport().width() * chart._plot.viewport().height()
    for px in (7, 40, -3, -90, 11):
        painted = drag(chart, px)
        moved = chart._plot.grab().toImage()
        chart._plot.redraw()
        assert chart._plot.grab().toImage() == moved, px
        assert painted < whole / 4 + abs(px) * chart._plot.height(), px


def test_several_drags_before_the_next_painting_are_one(chart_of: ChartOf) -> None:
    chart = filled(chart_of)
    for px in (30, 25, -60, 12):
        chart._glass.dragged.emit(px)
    moved = chart._plot.grab().toImage()
    chart._plot.redraw()
    assert chart._plot.grab().toImage() == moved


def test_parts_of_a_pixel_another_zoom_and_far_away_are_painted_anew(chart_of: ChartOf) -> None:
    chart = filled(chart_of)
    whole = chart._plot.viewport().width() * chart._plot.viewport().height()
    assert drag(chart, 7.5) == whole
    assert drag(chart, chart._plot.area.width() + 1) == whole
    before = chart._plot.painted_px
    chart.show_span(chart.span.zoomed(0.8, chart.span.start + DAY_MS))
    QApplication.processEvents()
    chart.grab()
    assert chart._plot.painted_px - before == whole
