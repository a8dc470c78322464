"""Ties the replay to the diary, and saves it."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from knotbook.analysis.daily import moving
from knotbook.analysis.measures import Measure, Span
from knotbook.bodymap.heat_words import measure_words, scale_of
from knotbook.bodymap.reel import Reel
from knotbook.bodymap.replay_view import ReplayView
from knotbook.domain.clock import Clock
from knotbook.domain.records import Release
from knotbook.domain.trouble import Trouble
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.film_export import FilmExport
from knotbook.shell.heat_reading import HeatReading, marks_of
from knotbook.shell.pictures_folder import pictures_folder


class ReplayLink(QObject):
    """Builds the view when it is first asked for, works out its frames, and has them saved."""

    def __init__(self, page: BodyPage, reading: HeatReading, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(page)
        self._page, self._reading, self._catalogue, self._clock = page, reading, catalogue, clock
        self._view: ReplayView | None = None
        self.export: FilmExport | None = None

    def view(self) -> ReplayView:
        """The view, built by now."""
        if self._view is None:
            self._view = self._built()
        return self._view

    def open(self, measure: Measure) -> None:
        """Show it instead of the map."""
        view, body = self.view(), self._page.map
        if view.picture.stage.geometry is not body.stage.geometry:
            view.picture.set_figure(body.stage.geometry)
        view.picture.set_view(body.view)
        view.picture.set_layer(body.layer)
        view.set_reduced_motion(body.glide.still)
        view.set_measure(measure)
        self._page.show_instead(view)
        self.refresh()
        QTimer.singleShot(0, self, lambda: view.picture.look_from(body.stage.camera))  # once it has its size

    def refresh(self) -> None:
        """Work out all frames again."""
        self.view().show_reel(self._reel())

    def diary_changed(self) -> None:
        """Something was logged, or taken back."""
        if self._view is not None and self._page.views.currentWidget() is self._view:
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in the colours of `theme`."""
        if self._view is not None:
            self._view.set_theme(theme)

    def save(self, kind: str) -> None:
        """Ask where to, and save as `kind` ("png": a folder of pictures; "gif", "webp": one file)."""
        target = self._ask_folder() if kind == "png" else self._ask_file(kind)
        if target is not None and len(self.view().reel) and not self.view().saving.running:
            self.save_to(kind, target)

    def save_to(self, kind: str, target: Path) -> FilmExport:
        """Begin to save into the folder `target`, or as the file `target`."""
        view = self.view()
        self.export = FilmExport(view, self._catalogue, self)
        self.export.progressed.connect(view.saving.show_progress)
        self.export.saved.connect(self._saved)
        self.export.failed.connect(self._failed)
        self.export.cancelled.connect(lambda: view.saving.show_end(self.tr("Stopped. Nothing was saved.")))
        self.export.start(kind, target, f"Knotbook {view.reel.first} to {view.reel.day(len(view.reel) - 1)}")
        return self.export

    def stop(self) -> None:
        """Stop saving, if it is, and wait until the worker has tidied up. Call before letting go of it."""
        if self.export is not None:
            self.export.cancel()
            self.export.wait()

    def _cancel(self) -> None:
        if self.export is not None:
            self.export.cancel()

    def _saved(self, path: str) -> None:
        self.view().saving.show_end(self.tr("Saved. {path}").format(path=path))

    def _failed(self, trouble: Trouble) -> None:
        self.view().saving.show_end(" ".join((trouble.what, trouble.why, *trouble.can_do)), error=True)

    def _built(self) -> ReplayView:
        page = self._page
        view = ReplayView(page.map.stage.geometry, self._catalogue, page.map.theme, page)
        view.wanted_changed.connect(self.refresh)
        view.closed.connect(self._close)
        view.save_requested.connect(self.save)
        view.cancel_requested.connect(self._cancel)
        view.looking.view_wanted.connect(page.map.set_view)
        view.looking.layer_wanted.connect(page.map.set_layer)
        page.map.view_changed.connect(view.picture.set_view)
        page.map.layer_changed.connect(view.picture.set_layer)
        return view

    def _close(self) -> None:
        self.view().player.pause()
        self._page.show_map()

    def _reel(self) -> Reel:
        view, today = self.view(), self._clock.now().day()
        first = self._reading.first_day()
        if view.range_days:
            first = max(first, Span.last_days(today, view.range_days).first)
        span, window = Span(first, today), view.window_days
        reach = Span(Span.last_days(first, window).first, today)  # the first frames look back, too
        data = self._reading.daily(reach)
        frames = moving(data, window, view.measure)[reach.days - span.days :].tolist()
        tints = [{p: v for p, v in zip(data.places, row, strict=True) if not math.isnan(v)} for row in frames]
        releases: list[list[Release]] = [[] for _ in tints]
        for release in self._reading.releases(span):
            releases[(release.when.day() - first).days].append(release)
        over = self.tr("the day") if window == 1 else self.tr("the {n} days up to then").format(n=window)
        words = self.tr("{measure}, {over}").format(measure=measure_words(view.measure), over=over)
        marks = tuple(marks_of(those, view.picture) for those in releases)
        return Reel(first, tuple(tints), marks, scale_of(view.measure), words[0].upper() + words[1:])

    def _ask_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._page, self.tr("Save the pictures in"), str(pictures_folder()))
        return Path(chosen) if chosen else None

    def _ask_file(self, kind: str) -> Path | None:
        name = str(pictures_folder() / f"Knotbook {self._clock.now().day().isoformat()}.{kind}")
        kinds = self.tr("Animated image (*.{kind})").format(kind=kind)
        chosen, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save the replay"), name, kinds)
        return Path(chosen).with_suffix(f".{kind}") if chosen else None
