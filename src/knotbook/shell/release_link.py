"""Ties the release panel to the diary: where it starts, what is offered, and what is written when it is over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from knotbook.analysis.waits import BEGAN, is_compared
from knotbook.domain.clock import Clock, Instant
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place, Point
from knotbook.domain.records import Body, Kind, Moment, Pain, Rating, Release
from knotbook.domain.trouble import Trouble
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.body_page import BodyPage
from knotbook.shell.wording import label, label_all

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary
    from knotbook.release.offers import Given, Last, ReleaseDraft
    from knotbook.release.panel import ReleasePanel

DAY_MS = 86_400_000
FRESH_MS = 30 * 60_000


class ReleaseLink(QObject):
    """The panel is made when it is first asked for. `bell`: makes the sound; it is not called if sound is off.

    `timed(str)`: as of the panel.
    """

    timed = Signal(str)

    def __init__(
        self,
        page: BodyPage,
        diary: Diary,
        catalogue: Catalogue,
        clock: Clock,
        settings: Settings,
        theme: Theme,
        monotonic: Callable[[], float],
        bell: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._settings = settings
        self._theme = theme
        self._monotonic = monotonic
        self._bell = bell
        self._panel: ReleasePanel | None = None
        self._then: Callable[[bool], object] | None = None
        self._saved = False
        page.map.release_requested.connect(self.open)
        page.panel.place.release_wished.connect(lambda place: self.open(place, page.map.label_point(place)))

    @property
    def panel(self) -> ReleasePanel:
        """The panel over the side panel."""
        if self._panel is None:
            from knotbook.release.panel import ReleasePanel  # here: the first paint does not wait for it

            made = ReleasePanel(
                self._catalogue, self._theme, self._clock, self._monotonic, self.last_of, self._page
            )
            made.cover(self._page.panel)
            made.saved.connect(self._save)
            made.waited.connect(self._wait)
            made.rang.connect(self._ring)
            made.length_chosen.connect(self._keep_length)
            made.closed.connect(self._closed)
            made.timed.connect(self.timed)
            self._page.map.place_selected.connect(lambda place: made.leave_for(place) if place is not None else None)
            self._panel = made
        return self._panel

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        if self._panel is not None:
            self._panel.set_theme(theme)

    def open(self, place: Place, point: Point | None) -> None:
        """Ask about a release at `place`. While one is being timed, that one stays."""
        if self.panel.begun:
            self.panel.appear()
        else:
            self._ask(place, point)

    def _ask(self, place: Place, point: Point | None, *, tool: str = "", seconds: int | None = None) -> None:
        from knotbook.release.offers import Offer
        from knotbook.resources.words import load_words

        own_id = new_id(self._clock.now().utc_ms)
        tools = tuple(dict.fromkeys((*load_words().tools, *filter(None, [tool]))))
        self._then = None
        self._saved = False
        self.panel.open_with(
            Offer(
                id=own_id,
                place=place,
                point=point,
                tools=tools,
                tool=tool or self._last_tool(place, tools),
                seconds=int(self._settings.get("release_seconds")) if seconds is None else seconds,
                pain_for=self._hurt_last(),
                compare=self._settings.get("comparison") == "on" and self._diary.is_open and is_compared(own_id),
                asks_again=self._settings.get("follow_half_hour") == "on",
            )
        )

    def open_step(self, place: Place, tool: str, seconds: int | None, then: Callable[[bool], object]) -> None:
        """Ask about a release that a routine wants; `seconds`: when to ring. `then`: told whether it was saved.

        While another one is being timed, that one stays, and `then` is told at once that nothing was saved.
        """
        if self.panel.begun:
            self.panel.appear()
            then(False)
            return
        self._ask(place, self._page.map.label_point(place), tool=tool, seconds=seconds)
        self._then = then

    def finish(self) -> None:
        """The window closes: keep what a running release has so far."""
        if self._panel is not None:
            self._panel.finish()

    def last_of(self, place: Place) -> Last | None:
        """The newest number of `place` in the last 24 hours, from a pain or a rating."""
        from knotbook.release.offers import Last

        if not self._diary.is_open:
            return None
        now = self._clock.now()
        kinds = (Kind.PAIN, Kind.RATING)
        found = self._diary.reader.page(kinds, places=(place,), since_ms=now.utc_ms - DAY_MS, limit=1)
        body = found[0].body if found else None
        if not isinstance(body, Pain | Rating):
            return None
        return Last(body.intensity, body.when, fresh=0 <= now.utc_ms - body.when.utc_ms <= FRESH_MS)

    def _last_tool(self, place: Place, tools: tuple[str, ...]) -> str:
        """The one used here last, else the one used anywhere last, else the first of the list."""
        if self._diary.is_open:
            with suppress(Trouble):  # a suggestion; the release goes on without it
                for places in ((place,), None):
                    found = self._diary.reader.page((Kind.RELEASE,), places=places, limit=1)
                    if found and isinstance(found[0].body, Release) and found[0].body.tool in tools:
                        return found[0].body.tool
        return tools[0]

    def _hurt_last(self) -> tuple[Place, ...]:
        """The place that was logged last in 24 hours with a pain above 0."""
        if not self._diary.is_open:
            return ()
        try:
            latest = self._diary.reader.latest_pain(since_ms=self._clock.now().utc_ms - DAY_MS)
        except Trouble:  # a suggestion too
            return ()
        hurt = [(number.utc_ms, place) for place, number in latest.items() if number.intensity > 0]
        return (max(hurt)[1],) if hurt else ()

    def _closed(self) -> None:
        self._page.map.setFocus(Qt.FocusReason.OtherFocusReason)
        then, self._then = self._then, None
        if then is not None:
            then(self._saved)

    def _save(self, draft: ReleaseDraft) -> None:
        self._saved = True
        release = Release(
            when=draft.when,
            place=draft.place,
            points=(draft.point,) if draft.point is not None else (),
            tool=draft.tool,
            seconds=draft.seconds,
            pain_for=draft.pain_for,
        )
        bodies: dict[str, Body] = {draft.id: release}
        for moment, numbers in ((Moment.BEFORE, draft.before), (Moment.AFTER, draft.after)):
            bodies |= {self._id(given.when): _rating(draft.id, moment, given) for given in numbers}
        self._diary.perform(record=bodies, label=label(release, self._catalogue.spoken), origin="release")

    def _wait(self, numbers: tuple[Given, ...]) -> None:
        bodies: list[Body] = [
            Pain(when=self._clock.now(), place=given.place, intensity=given.intensity, context=(BEGAN,))
            for given in numbers
        ]
        if bodies:
            self._diary.record(*bodies, label=label_all(bodies, self._catalogue.spoken), origin="release")

    def _ring(self) -> None:
        if self._settings.get("release_sound") == "on":
            self._bell()

    def _keep_length(self, seconds: int) -> None:
        with suppress(OSError):  # it holds for this run then
            self._settings.set("release_seconds", str(seconds))

    def _id(self, when: Instant) -> str:
        return new_id(when.utc_ms)


def _rating(release: str, moment: Moment, given: Given) -> Rating:
    return Rating(
        release=release, moment=moment, when=given.when, place=given.place, intensity=given.intensity
    )
