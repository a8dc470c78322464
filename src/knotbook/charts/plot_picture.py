"""What is saved of pain over time: the plot as it is seen, who is who, and every rating in it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSizeF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem, QWidget

from knotbook.analysis.series import Series
from knotbook.analysis.tabular import Cell, Table
from knotbook.charts.canvas import sheet_for
from knotbook.charts.legend import Legend
from knotbook.charts.plot import Plot
from knotbook.charts.saving import Picture
from knotbook.charts.span import Span
from knotbook.charts.words import NameOf, chart_sentence, lived_time
from knotbook.resources.theme import Theme

_HEAD = 28.0


def ratings_table(series: Sequence[Series], span: Span, name_of: NameOf, zone: ZoneInfo) -> Table:
    """A row for each rating in `span`: when, where the person was, place, NRS."""
    head = (
        QCoreApplication.translate("PlotPicture", "Time"),
        QCoreApplication.translate("PlotPicture", "Place"),
        QCoreApplication.translate("PlotPicture", "Pain"),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in series:
        inside = one.window(span.start, span.end)
        name = name_of(one.place)
        rows += [
            (lived_time(one, n, zone).isoformat(" ", "minutes"), name, int(one.intensity[n]))
            for n in range(inside.start, inside.stop)
        ]
    return Table(head, tuple(rows))


def plot_picture(
    chart: QWidget, series: Sequence[Series], span: Span, name_of: NameOf, zone: ZoneInfo, theme: Theme
) -> Picture:
    """What is seen in `chart`, which holds a `Plot` and perhaps a `Legend`; raises ValueError if it has no plot."""
    plot, legend = chart.findChild(Plot), chart.findChild(Legend)
    if not isinstance(plot, Plot):
        raise ValueError("a chart without a plot")
    named = legend if isinstance(legend, Legend) and legend.count else None
    size = QSizeF(plot.width(), plot.height() + (_HEAD if named else 0))

    def paint(painter: QPainter) -> None:
        if named is not None:
            painter.save()
            named.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
            painter.restore()
            painter.translate(0, _HEAD)
        _render(plot, painter)

    sentence = chart_sentence(series, span, name_of, zone)
    title = QCoreApplication.translate("PlotPicture", "Pain over time")
    table = ratings_table(series, span, name_of, zone)
    return Picture(title, sentence, table, size, paint, theme, sheet_for(chart, size, theme).font)


def _render(plot: Plot, painter: QPainter) -> None:
    """Draw the plot; what is quicker another way on a screen as what it is."""
    clips = QGraphicsItem.GraphicsItemFlag.ItemClipsToShape
    free = [item for item in plot.items() if not item.flags() & clips and not _is_clipped(item)]
    for curve in plot.curves:
        curve.set_exact(True)
    for item in free:  # else Qt's SVG cuts them to what was clipped before them
        item.setFlag(clips)
    try:
        plot.render(painter, QRectF(0, 0, plot.width(), plot.height()), plot.rect())
    finally:
        for item in free:
            item.setFlag(clips, False)
        for curve in plot.curves:
            curve.set_exact(False)


def _is_clipped(item: QGraphicsItem) -> bool:
    """Whether something that it lies in clips it."""
    parent = item.parentItem()
    inherited = QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape
    return parent is not None and (bool(parent.flags() & inherited) or _is_clipped(parent))
