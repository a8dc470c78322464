"""Before a release: with what, for what, how strong it is now, when to ring."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from knotbook.controls.names import Names
from knotbook.domain.clock import Clock
from knotbook.domain.place import Place
from knotbook.release.chips import ChoiceChips
from knotbook.release.enter_button import EnterButton
from knotbook.release.offers import LENGTHS, Last, Offer
from knotbook.release.pains_field import PainsField
from knotbook.release.rating_rows import RatingRow, RatingRows
from knotbook.resources.theme import Theme

_ROOM = 306  # pixels for a line of chips


class SetupPage(QWidget):
    """`start_wished` begins the release, `wait_wished` begins half an hour without one."""

    start_wished = Signal()
    wait_wished = Signal()
    length_chosen = Signal(int)

    def __init__(
        self,
        names: Names,
        theme: Theme,
        clock: Clock,
        last_of: Callable[[Place], Last | None],
        parent: QWidget | None = None,
    ) -> None:
        """`last_of`: the latest number of a place, to offer it; None if there is none to speak of."""
        super().__init__(parent)
        self._names = names
        self._last_of = last_of
        self._offer: Offer | None = None
        self.tools = ChoiceChips(self.tr("Tool"), _ROOM, self)
        self.pains = PainsField(names, self)
        self.before = RatingRows(theme, clock, self)
        self.lengths = ChoiceChips(self.tr("Ring after, in seconds"), _ROOM, self)
        self.start = EnterButton(self.tr("Start"), self)
        self.start.setProperty("role", "primary")
        self.start.setMinimumHeight(40)
        self.wait = EnterButton(self.tr("Wait half an hour first"), self)
        self._compare = self._compare_box()
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self.before.set_theme(theme)

    def open_with(self, offer: Offer) -> None:
        """Ask for this release; the keyboard goes to the first number that is missing, else to Start."""
        self._offer = offer
        lengths = sorted({*LENGTHS, offer.seconds})
        self.tools.show_choices([(tool, tool) for tool in offer.tools], offer.tool)
        self.lengths.show_choices([(s, self._length_words(s)) for s in lengths], offer.seconds)
        self.pains.show_places(offer.pain_for)
        self._compare.setVisible(offer.compare)
        self.before.start_anew()
        self._ask()
        self.go_on()

    @property
    def tool(self) -> str:
        """The tool that is on."""
        return str(self.tools.value or "")

    @property
    def seconds(self) -> int:
        """When to ring, 0 for never."""
        return int(str(self.lengths.value or 0))

    def go_on(self) -> None:
        """Put the keyboard where the next answer is wanted."""
        if not self.before.focus_next():
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if self._offer is None:
            return
        places = dict.fromkeys((self._offer.place, *self.pains.places))
        self.before.show_rows([self._row(place) for place in places])

    def _row(self, place: Place) -> RatingRow:
        last = self._last_of(place)
        return RatingRow(
            place, self._names.plain(place), last.intensity if last else None,
            held=last is not None and last.fresh, when=last.when if last else None,
        )

    def _connect(self) -> None:
        self.pains.changed.connect(lambda _places: self._ask())
        self.before.complete.connect(self.go_on)
        self.start.clicked.connect(self.start_wished)
        self.wait.clicked.connect(self.wait_wished)
        self.lengths.chosen.connect(lambda value: self.length_chosen.emit(int(value)))

    def _compare_box(self) -> QWidget:
        box = QFrame(self)
        box.setProperty("role", "ask")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        words = QLabel(
            self.tr(
                "Could it wait half an hour? Then you rate it again without a release. One session in four asks this, "
                "to have something to compare with: pain also changes by itself."
            ),
            box,
        )
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(self.wait, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._compare)
        for words, field in (
            (self.tr("How strong right now?"), self.before),
            (self.tr("For"), self.pains),
            (self.tr("With"), self.tools),
            (self.tr("Ring after, in seconds"), self.lengths),
        ):
            caption = QLabel(words, inner)
            caption.setProperty("role", "caption")
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        hint = QLabel(self.tr("0–9 answer, X is 10, Enter takes what is offered"), self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        outer.addWidget(hint)
        outer.addWidget(self.start)

    def _length_words(self, seconds: int) -> str:
        return str(seconds) if seconds else self.tr("off")
