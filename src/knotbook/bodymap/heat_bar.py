"""Chooses what the colours of the map show, and leads to comparing, replaying and saving the picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from knotbook.analysis.measures import NOW, Choice, Measure, Span
from knotbook.bodymap.date_range import DateRange
from knotbook.bodymap.heat_words import calm_words, choice_words, days_words
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

SPANS = (NOW, 1, 7, 30, 90)
"""Numbers of days offered, up to today."""
_GAP_PX = 4
_QUIET_PX = 44  # a quiet button without its words, and the gap before it
_QUIET_STYLE = "QToolButton { padding: 6px 8px; } QToolButton:focus { padding: 5px 7px; }"


def as_menu_button(button: QToolButton) -> None:
    """Make it look like a combo box: its words, then the chevron that is its icon."""
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")


class HeatBar(QWidget):
    """One button that says what the colours show and opens the choices, and three quiet ones beside it.

    `choice_changed(Choice)`; `compare_requested`, `replay_requested`, `save_requested`.
    """

    choice_changed = Signal(object)
    compare_requested = Signal()
    replay_requested = Signal()
    save_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()
        self._today = date.today()  # only until a link tells the diary's own day
        self._range: DateRange | None = None
        self.shows = QToolButton(self)
        self.shows.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.shows.setToolTip(f"{self.tr('What the colours show')}\n{calm_words()}")
        as_menu_button(self.shows)
        self.compare = self._quiet(self.tr("Compare"), self.tr("Now against then"), self.compare_requested)
        self.replay = self._quiet(self.tr("Replay"), self.tr("Play the map through time"), self.replay_requested)
        self.save = self._quiet("", self.tr("Save this picture (PNG)"), self.save_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addStretch(1)
        for button in (self.shows, self.compare, self.replay, self.save):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build_menu()
        self.set_theme(theme)
        self.set_ready(False)
        self._say()

    @property
    def choice(self) -> Choice:
        """What the colours show."""
        return self._choice

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self._today

    def set_choice(self, choice: Choice) -> None:
        """Show `choice` as chosen, without saying so."""
        self._choice = choice
        self._say()

    def set_today(self, today: date) -> None:
        """The day that counts as today in the diary."""
        self._today = today

    def set_ready(self, ready: bool) -> None:
        """Whether comparing, replaying and saving can be asked for yet."""
        for button in (self.compare, self.replay, self.save):
            button.setEnabled(ready)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of `theme`."""
        for button, name in ((self.compare, "compare"), (self.replay, "replay"), (self.save, "camera")):
            button.setIcon(icon(name, theme.ink_soft, 20, theme.line))
        self.shows.setIcon(icon("chevron-down", theme.ink_soft))

    def pick_range(self) -> DateRange:
        """Let the person pick two dates."""
        if self._range is None:
            self._range = DateRange(self._choice.span(self._today), self)
            self._range.picked.connect(self._picked)
        span = self._choice.span(self._today)
        self._range.set_dates(span.first, span.last)
        self._range.open_above(self.shows)
        return self._range

    def minimumSizeHint(self) -> QSize:
        """On a narrow window the words of the quiet buttons go, the icons stay."""
        return QSize(self.shows.sizeHint().width() + 3 * _QUIET_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where they fit."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, room: int) -> None:
        buttons, style = (self.compare, self.replay), Qt.ToolButtonStyle
        for button in buttons:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
        need = sum(part.sizeHint().width() + _GAP_PX for part in (self.shows, *buttons, self.save))
        if room < need:
            for button in buttons:
                button.setToolButtonStyle(style.ToolButtonIconOnly)

    def hideEvent(self, event: QHideEvent) -> None:
        """The dates go away with what they are for."""
        if self._range is not None:
            self._range.hide()
        super().hideEvent(event)

    def _quiet(self, words: str, tip: str, wish: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip)
        button.setProperty("role", "quiet")
        button.setStyleSheet(_QUIET_STYLE)
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        button.clicked.connect(wish)
        return button

    def _build_menu(self) -> None:
        menu = QMenu(self.shows)
        self._spans = QActionGroup(menu)
        self._measures = QActionGroup(menu)
        for days in SPANS:
            self._add(menu, self._spans, days_words(days).capitalize(), days, partial(self._set_days, days))
        self._add(menu, self._spans, self.tr("Between two dates…"), None, self.pick_range)
        menu.addSeparator()
        for measure, words in (
            (Measure.MEAN, self.tr("Mean pain")),
            (Measure.WORST, self.tr("Worst pain")),
            (Measure.BAD_DAYS, self.tr("Share of days with pain over 4")),
            (Measure.PAIN_DAYS, self.tr("Share of days with any pain")),
        ):
            self._add(menu, self._measures, words, measure, partial(self._set_measure, measure))
        menu.addSeparator()
        menu.addAction(calm_words()).setEnabled(False)
        self.shows.setMenu(menu)

    def _add(self, menu: QMenu, group: QActionGroup, words: str, value: object, do: Callable[[], object]) -> None:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)

    def _set_days(self, days: int) -> None:
        self._choose(Choice(days, self._choice.measure))

    def _set_measure(self, measure: Measure) -> None:
        now = self._choice
        self._choose(Choice(now.days if now.days != NOW else 7, measure, now.picked))

    def _picked(self, span: Span) -> None:
        self._choose(Choice(None, self._choice.measure, span))

    def _choose(self, choice: Choice) -> None:
        changed = choice != self._choice
        self.set_choice(choice)
        if changed:
            self.choice_changed.emit(choice)

    def _say(self) -> None:
        words = choice_words(self._choice)
        self.shows.setText(words[0].upper() + words[1:])
        self.shows.setAccessibleName(self.tr("Colours show: {words}").format(words=words))
        for action in self._spans.actions():
            action.setChecked(action.data() == self._choice.days)
        for action in self._measures.actions():
            action.setChecked(action.data() == self._choice.measure and self._choice.days != NOW)
        self._fit(self.width())  # two dates are longer than a number of days
        self.updateGeometry()
