"""Ties now against then to the diary."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from knotbook.analysis.change import changes
from knotbook.analysis.daily import values
from knotbook.analysis.measures import Measure, Span
from knotbook.bodymap.compare_view import PRESETS, CompareView, preset_spans
from knotbook.bodymap.comparison import Comparison
from knotbook.domain.clock import Clock
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.heat_reading import HeatReading


class CompareLink(QObject):
    """Builds the view when it is first asked for, and works out what it shows. `save_requested`: as a picture."""

    save_requested = Signal()

    def __init__(self, page: BodyPage, reading: HeatReading, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page, self._reading, self._catalogue, self._clock = page, reading, catalogue, clock
        self._view: CompareView | None = None
        self._preset: int | None = PRESETS[0]
        self._own: tuple[Span, Span] | None = None
        self._measure = Measure.MEAN

    def view(self) -> CompareView:
        """The view, built by now."""
        if self._view is None:
            self._view = self._built()
        return self._view

    def open(self, measure: Measure) -> None:
        """Show it instead of the map."""
        self._measure = measure
        view, body = self.view(), self._page.map
        for picture in view.pictures:
            if picture.stage.geometry is not body.stage.geometry:
                picture.set_figure(body.stage.geometry)
            picture.set_view(body.view)
            picture.set_layer(body.layer)
            picture.set_reduced_motion(body.glide.still)
        self.refresh()
        self._page.show_instead(view)
        for picture in view.pictures:
            QTimer.singleShot(0, picture, partial(picture.look_from, body.stage.camera))  # once it has its size

    def refresh(self) -> None:
        """Work it out again, if it is in front or about to be."""
        then, now = self._spans()
        was, is_now = self._reading.daily(then), self._reading.daily(now)
        before, after = values(was, self._measure), values(is_now, self._measure)
        changed = changes(before, after, was.rated_days(), is_now.rated_days())
        self.view().set_preset(self._preset)
        self.view().show_comparison(Comparison(then, now, self._measure, before, after, changed))

    def diary_changed(self) -> None:
        """Something was logged, or taken back."""
        if self._view is not None and self._page.views.currentWidget() is self._view:
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`."""
        if self._view is not None:
            self._view.set_theme(theme)

    def _spans(self) -> tuple[Span, Span]:
        if self._preset is None and self._own is not None:
            return self._own
        return preset_spans(self._preset or 0, self._clock.now().day(), self._reading.first_day())

    def _built(self) -> CompareView:
        page = self._page
        view = CompareView(page.map.stage.geometry, self._catalogue, page.map.theme, page)
        view.preset_chosen.connect(self._set_preset)
        view.spans_chosen.connect(self._set_spans)
        view.measure_chosen.connect(self._set_measure)
        view.save_requested.connect(self.save_requested)
        view.closed.connect(page.show_map)
        view.looking.view_wanted.connect(page.map.set_view)
        view.looking.layer_wanted.connect(page.map.set_layer)
        for picture in view.pictures:
            page.map.view_changed.connect(picture.set_view)
            page.map.layer_changed.connect(picture.set_layer)
        return view

    def _set_preset(self, preset: int) -> None:
        self._preset = preset
        self.refresh()

    def _set_spans(self, then: Span, now: Span) -> None:
        self._preset, self._own = None, (then, now)
        self.refresh()

    def _set_measure(self, measure: Measure) -> None:
        self._measure = measure
        self.refresh()
