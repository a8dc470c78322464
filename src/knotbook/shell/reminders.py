"""Asks for what is due, one quiet question at a time, and writes the answers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from knotbook.analysis.follow_ups import IGNORED, SNOOZE_MS, Plan, Question, plan
from knotbook.domain.clock import Clock
from knotbook.domain.records import Body, Changes, Kind, Pain, Rating
from knotbook.domain.trouble import Trouble
from knotbook.preferences.settings import Settings
from knotbook.release.prompt_bar import PromptBar
from knotbook.release.prompt_words import missed_words, question_words, why_words
from knotbook.release.waiting_panel import MissedLine, WaitingPanel
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.follow_up_book import FollowUpBook
from knotbook.shell.main_window import MainWindow
from knotbook.shell.reminder_rules import keep_put_off, put_off_of, rules_of
from knotbook.shell.wording import label, label_all

if TYPE_CHECKING:
    from knotbook.diary.diary import Diary

LONGEST_NAP_MS = 60_000
"""It looks again at least so often: a timer knows nothing of sleep and of clocks that are set."""
BREATH_MS = 1000
"""So soon it looks again if a hand was on the mouse when a question was due."""
_TOUCHING = {Kind.RELEASE, Kind.RATING, Kind.PAIN, Kind.DAY}


class Reminders(QObject):
    """`asked(words, why)` for each new question, so that a tray can tell it; `check_in_requested` when agreed to."""

    asked = Signal(str, str)
    check_in_requested = Signal()

    def __init__(
        self, window: MainWindow, diary: Diary, catalogue: Catalogue, clock: Clock, settings: Settings, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._diary = diary
        self._catalogue = catalogue
        self._clock = clock
        self._settings = settings
        self._book = FollowUpBook(diary, clock)
        self._put_off = put_off_of(settings)
        self._plan = Plan()
        self._told: Question | None = None
        self.bar = PromptBar(theme, window.ground)
        self.panel = WaitingPanel(theme, window.body)
        self.panel.cover(window.body.panel)
        self.button = QPushButton(window.ground)
        self.button.setProperty("role", "quiet")
        self.button.hide()
        window.add_bar(self.bar)
        window.add_to_strip(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self.bar.set_theme(theme)
        self.panel.set_theme(theme)

    @property
    def now_planned(self) -> Plan:
        """What was planned last."""
        return self._plan

    def refresh(self) -> None:
        """Look at the diary and the clock, show what is due, and set the alarm for the next time."""
        if not self._diary.is_open:
            return
        now = self._clock.now()
        try:
            known = self._book.known()
        except Trouble:  # the disk does not answer: whoever asked for something says so; here the next look is enough
            self._timer.start(LONGEST_NAP_MS)
            return
        found = plan(now, known, rules_of(self._settings), self._put_off)
        if found.question is not None and self.bar.isHidden() and self._hand_is_busy():
            self._timer.start(BREATH_MS)
            return
        self._plan = found
        nap = LONGEST_NAP_MS if self._plan.wake_ms is None else self._plan.wake_ms - now.utc_ms
        self._timer.start(max(1000, min(LONGEST_NAP_MS, nap)))  # first: showing reads too, and a read may fail
        self._show()

    def stop(self) -> None:
        """The diary closes."""
        self._timer.stop()

    def answer(self, question: Question, number: int) -> None:
        """Write `number` for every rating that `question` stands for; for none whose release is gone."""
        bodies = self._book.answers(question, number)
        if bodies:
            self._diary.record(*bodies, label=self._label(bodies), origin="prompt")
        else:
            self._window.undo_bar.say(self.tr("Nothing saved: what it was about is in the bin, or rated already."))
        self.refresh()

    def open_waiting(self) -> None:
        """Show the ratings that were missed."""
        self._window.go("body")
        self._list()
        self.panel.open()

    def take_keyboard(self) -> None:
        """One key answers the question in front; without one, the list of missed ones opens."""
        if self._plan.question is not None:
            self.bar.take_keyboard()
        else:
            self.open_waiting()

    def _hand_is_busy(self) -> bool:
        """The bar moves the page: under a drag or an open strip in sight that would lose the number."""
        body = self._window.body.map
        return (body.busy and body.isVisible()) or bool(QApplication.mouseButtons())

    # -- showing

    def _show(self) -> None:
        question = self._plan.question
        if question is None:
            held = self.bar.has_keyboard()
            self.bar.hide()
            if held:
                self._leave_bar()
        else:
            words, why = self._words(question)
            self.bar.ask(words, why, number=question.place is not None, more=len(self._plan.behind))
            if question != self._told:
                self._announce(words, why)
        self._told = question
        self._count()
        if self.panel.isVisible():
            self._list()

    def _announce(self, words: str, why: str) -> None:
        if not self._window.isActiveWindow():
            self.bar.take_keyboard()  # nobody is typing here: one key answers when they come back
            self.asked.emit(words, why)

    def _words(self, question: Question) -> tuple[str, str]:
        return (
            question_words(question, self._catalogue),
            why_words(question, self._book.released(question), self._catalogue),
        )

    def _count(self) -> None:
        left = len(self._plan.missed)
        self.button.setText(self.tr("1 rating waits") if left == 1 else self.tr("{n} ratings wait").format(n=left))
        self.button.setToolTip(self.tr("Fill in what was missed (Ctrl+R)"))
        self.button.setVisible(bool(left))

    def _list(self) -> None:
        now = self._clock.now()
        lines = []
        for question in self._plan.missed:
            where = self._catalogue.plain(question.place) if question.place is not None else ""
            why = why_words(question, self._book.released(question), self._catalogue)
            then = missed_words(question, now)
            lines.append(MissedLine(question, where, then, why, f"{why}, {then}", any(question.recalled(now))))
        self.panel.show_lines(lines)

    def _label(self, bodies: list[Body]) -> str:
        same = {(b.place, b.intensity) for b in bodies if isinstance(b, Pain | Rating)}
        return label_all(bodies, self._catalogue.spoken) if len(same) > 1 else label(bodies[0], self._catalogue.spoken)

    # -- wishes

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self._diary.changed.connect(self._changed)
        self.bar.answered.connect(self._answered)
        self.bar.agreed.connect(self._agreed)
        self.bar.snoozed.connect(lambda: self._put_off_all(self._clock.now().utc_ms + SNOOZE_MS))
        self.bar.ignored.connect(lambda: self._put_off_all(IGNORED))
        self.bar.left.connect(self._leave_bar)
        self.panel.answered.connect(self.answer)
        self.panel.closed.connect(self._leave_bar)
        self.button.clicked.connect(self.open_waiting)
        QShortcut(QKeySequence("Ctrl+R"), self._window, self.take_keyboard)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.kinds & _TOUCHING:
            self.refresh()

    def _answered(self, number: int) -> None:
        if self._plan.question is not None:
            self.answer(self._plan.question, number)

    def _agreed(self) -> None:
        self._put_off_all(IGNORED)  # the check-in is open now; nobody has to be told again
        self.check_in_requested.emit()

    def _put_off_all(self, until_ms: int) -> None:
        if self._plan.question is not None:
            self._put_off |= {due.key: until_ms for due in self._plan.question.dues}
            with suppress(OSError):  # it holds for this run then
                keep_put_off(self._settings, self._put_off)
        self.refresh()

    def _leave_bar(self) -> None:
        page = self._window.body.map if self._window.where() == "body" else self._window.stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
