"""The release panel: it slides over the side panel and leads from "how strong" over the timer to "how strong now"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from knotbook.controls.names import Names
from knotbook.controls.overlay import Overlay
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.release.after_page import AfterPage
from knotbook.release.enter_button import EnterButton
from knotbook.release.offers import MARGIN, WIDTH, Last, Offer, ReleaseDraft
from knotbook.release.rating_rows import RatingRow
from knotbook.release.run_page import RunPage
from knotbook.release.setup_page import SetupPage
from knotbook.release.stopwatch import Stopwatch
from knotbook.release.timer_face import clock_words
from knotbook.resources.theme import Theme

TICK_MS = 200


class ReleasePanel(Overlay):
    """`saved(ReleaseDraft)` once a release is over; `waited(tuple[Given, ...])` to wait half an hour instead.

    `rang` when the chosen length is reached, `length_chosen(int)`, `closed` after any of these; `timed(str)`: the time
    of a release under way ("1:34"), "" once there is none. It never writes and never beeps itself.
    """

    saved = Signal(object)
    waited = Signal(object)
    rang = Signal()
    length_chosen = Signal(int)
    closed = Signal()
    timed = Signal(str)

    def __init__(
        self,
        names: Names,
        theme: Theme,
        clock: Clock,
        monotonic: Callable[[], float],
        last_of: Callable[[Place], Last | None],
        parent: QWidget,
    ) -> None:
        """`monotonic`: seconds that never go back. `last_of`: see `SetupPage`."""
        super().__init__(parent, width=WIDTH)
        self._names = names
        self._clock = clock
        self._monotonic = monotonic
        self._offer: Offer | None = None
        self._watch = Stopwatch(clock, monotonic)
        self._has_rung = False
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._name = QLabel(self)
        self._name.setProperty("role", "caption")
        self.leave = EnterButton(self)
        self.leave.setProperty("role", "quiet")
        self.setup = SetupPage(names, theme, clock, last_of, self)
        self.run = RunPage(theme, self)
        self.after = AfterPage(theme, clock, self)
        self._pages = QStackedWidget(self)
        for page in (self.setup, self.run, self.after):
            self._pages.addWidget(page)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        for page in (self.setup, self.run, self.after):
            page.set_theme(theme)

    @property
    def offer(self) -> Offer | None:
        """The release this is about; None while closed."""
        return self._offer

    @property
    def begun(self) -> bool:
        """Whether a release is being timed, or was and is not saved yet."""
        return self._offer is not None and self._watch.began is not None

    def open_with(self, offer: Offer) -> None:
        """Ask for a new release. What was begun before is given up: ask `begun` first."""
        self._offer = offer
        self._watch = Stopwatch(self._clock, self._monotonic)
        self._has_rung = False
        plain, name = self._names.plain(offer.place), self._names.name(offer.place)
        self._title.setText(self.tr("Release: {place}").format(place=plain))
        self._name.setText(name)
        self._name.setVisible(name != plain)
        self._turn_to(self.setup, self.tr("Close"))
        self.appear()
        self.setup.open_with(offer)

    def tick(self) -> None:
        """Read the stopwatch and show it; ring once."""
        seconds = int(self._watch.read().seconds)
        self.run.show_time(seconds, self.setup.seconds, paused=not self._watch.running)
        self.timed.emit(clock_words(seconds))
        if self.run.face.rung and not self._has_rung:
            self._has_rung = True
            self.rang.emit()

    def finish(self) -> None:
        """Hand over what is known of a begun release, whatever is still missing; used when the window closes."""
        if self.begun:
            if self._pages.currentWidget() is self.run:
                self._end()
            self._save()

    def dismiss(self) -> None:
        """Close without saving."""
        self._go()
        self.closed.emit()

    def _go(self) -> None:
        self._timer.stop()
        self._offer = None
        self.timed.emit("")
        self.hide()

    def escape(self) -> bool:
        """Close, unless something would be lost."""
        if not self.begun:
            self.dismiss()
        return not self.begun

    def leave_for(self, place: Place) -> None:
        """Another place is looked at: a release that was not begun is not meant any more."""
        if self._offer is not None and self._offer.place != place and not self.begun:
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, unless something would be lost."""
        if event.key() == Qt.Key.Key_Escape and not self.begun:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        """Begin, or go on with what was ended too soon: the stopwatch counts on from there."""
        if self._offer is None:
            return
        self._watch.run()
        self._timer.start()
        pains = ", ".join(self._names.spoken(place) for place in self.setup.pains.places)
        words = self.tr("{tool}, for {pains}") if pains else "{tool}"
        self._turn_to(self.run, self.tr("Stop, do not save"))
        self.run.open_with(words.format(tool=self.setup.tool, pains=pains))
        self.tick()

    def _pause(self) -> None:
        if self._watch.running:
            self._watch.pause()
            self._timer.stop()
        else:
            self._watch.run()
            self._timer.start()
        self.tick()

    def _end(self) -> None:
        self._watch.pause()
        self._timer.stop()
        self._turn_to(self.after, self.tr("Do not save"))
        rows = [RatingRow(p, self._names.plain(p)) for p in self._places()]
        asks_again = self._offer is not None and self._offer.asks_again
        self.after.open_with(rows, self._watch.read(), asks_again=asks_again)

    def _places(self) -> tuple[Place, ...]:
        assert self._offer is not None, "open"
        return tuple(dict.fromkeys((self._offer.place, *self.setup.pains.places)))

    def _save(self) -> None:
        offer, began = self._offer, self._watch.began
        if offer is None or began is None:
            return
        draft = ReleaseDraft(
            id=offer.id,
            when=began,
            place=offer.place,
            point=offer.point,
            tool=self.setup.tool,
            seconds=self.after.seconds,
            pain_for=self.setup.pains.places,
            before=self.setup.before.numbers(),
            after=self.after.after.numbers(),
        )
        self._go()
        self.saved.emit(draft)
        self.closed.emit()

    def _wait(self) -> None:
        given = self.setup.before.numbers()
        if self.setup.before.focus_next():  # every number first: they are what is compared
            return
        self._go()
        self.waited.emit(given)
        self.closed.emit()

    def _turn_to(self, page: QWidget, leave: str) -> None:
        self._pages.setCurrentWidget(page)
        self.leave.setText(leave)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.tick)
        self.leave.clicked.connect(self.dismiss)
        self.setup.start_wished.connect(self._start)
        self.setup.wait_wished.connect(self._wait)
        self.setup.length_chosen.connect(self.length_chosen)
        self.run.pause_wished.connect(self._pause)
        self.run.end_wished.connect(self._end)
        self.after.done.connect(self._save)
        self.after.resumed.connect(self._start)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addSpacing(8)
        column.addWidget(self._pages, 1)
