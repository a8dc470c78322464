"""Runs a routine: the step in front, big enough to be read from the floor, and its time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from knotbook.domain.clock import Clock
from knotbook.domain.records import Routine, Step
from knotbook.logbook.amounts import amount_words
from knotbook.logbook.run import READY_MS, Moved, Phase, Run, begin, done, passed, released, skipped, turned

TICK_MS = 200


class RunPage(QWidget):
    """`began`: with the first step. `finished(Step)`: a step, with what was really done. `rang`: a timed part is over.
    `left`: it is over, go on. `release_wished(Step)`: a release is in front; `release_over` when it was done.

    Enter: done (or start now). P: pause. S: skip. It goes by the clock it is given, and not while the computer sleeps.
    """

    began = Signal()
    finished = Signal(object)
    release_wished = Signal(object)
    muscles_changed = Signal(object)
    rang = Signal()
    left = Signal()

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last_ms = 0
        self._saved = 0
        self.state = Run(())
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.where = self._label("caption")
        self.name = self._label("title")
        self.amount = self._label("")
        self.time = self._label("")
        self.time.setObjectName("countdown")
        self.time.setStyleSheet("QLabel#countdown { font-size: 64px; font-weight: 600; }")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.next = self._label("caption")
        self.done = QPushButton(self)
        self.done.setProperty("role", "primary")
        self.done.setToolTip(self.tr("Enter"))
        self.pause, self.skip = QPushButton(self), QPushButton(self.tr("Skip"), self)
        self.pause.setToolTip(self.tr("P"))
        self.skip.setToolTip(self.tr("S"))
        self._lay_out()
        self.done.clicked.connect(self._done)
        self.pause.clicked.connect(self.turn)
        self.skip.clicked.connect(lambda: self._move(lambda run: (skipped(run), None)))

    @property
    def running(self) -> bool:
        """Whether a step is in front."""
        return self.state.step is not None

    def open_with(self, routine: Routine) -> None:
        """Begin with the first step."""
        self._saved = 0
        self.state = begin(routine.steps)
        self._last_ms = self._clock.now().utc_ms
        self._timer.start()
        self._show()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit()
        self._wish_release()

    def release_over(self, *, saved: bool) -> None:
        """The release in front is done with: go on."""
        self._saved += saved
        self._move(lambda run: (released(run), None))
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Look at the clock."""
        now = self._clock.now().utc_ms
        gone, self._last_ms = now - self._last_ms, now
        phase = self.state.phase, self.state.at, self.state.set_number
        self._move(lambda run: passed(run, gone))
        if (self.state.phase, self.state.at, self.state.set_number) != phase:
            self.rang.emit()

    def turn(self) -> None:
        """Pause, or go on."""
        self._move(lambda run: (turned(run), None))

    def hold(self) -> None:
        """Something else comes in front: the time stands still until the person goes on."""
        if self.running and not self.state.paused:
            self.turn()

    def stop(self) -> None:
        """Leave it; what was finished is saved."""
        self._timer.stop()
        self.state = Run(())
        self.muscles_changed.emit(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key each, wherever the keyboard stands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.click()
        elif event.text().lower() == "p":
            self.turn()
        elif event.text().lower() == "s":
            self.skip.click()
        else:
            super().keyPressEvent(event)

    def _done(self) -> None:
        if self.state.phase is Phase.RELEASE:
            self._wish_release()
        elif self.running:
            self._move(done)
        else:
            self.left.emit()

    def _move(self, how: Callable[[Run], Moved]) -> None:
        before = self.state.at
        self.state, finished = how(self.state)
        if finished is not None:
            self._saved += 1
            self.finished.emit(finished)
        self._show()
        if self.state.phase is Phase.OVER and self._timer.isActive():
            self._timer.stop()
            self.muscles_changed.emit(())
        if self.state.at != before:
            self._wish_release()

    def _wish_release(self) -> None:
        if self.state.phase is Phase.RELEASE:
            self.release_wished.emit(self.state.step)

    def _show(self) -> None:
        run, step = self.state, self.state.step
        for widget in (self.time, self.bar):
            widget.setVisible(run.phase in (Phase.READY, Phase.WORK))
        for button in (self.pause, self.skip):
            button.setVisible(step is not None)
        if step is None:
            self._show_over()
            return
        place = self.tr("Step {n} of {total}").format(n=run.at + 1, total=len(run.steps))
        self.where.setText(place + self._set_words())
        self.name.setText(step.name)
        self.amount.setText(amount_words(step))
        self._show_time(step)
        following = run.steps[run.at + 1].name if run.at + 1 < len(run.steps) else ""
        self.next.setText(self.tr("Then: {name}").format(name=following) if following else "")
        words = {Phase.READY: self.tr("Start now"), Phase.RELEASE: self.tr("Start the release")}
        self.done.setText(words.get(run.phase, self.tr("Done")))
        self.pause.setText(self.tr("Go on") if run.paused else self.tr("Pause"))
        self.pause.setEnabled(run.phase in (Phase.READY, Phase.WORK))
        self.muscles_changed.emit(step.places)

    def _show_time(self, step: Step) -> None:
        run = self.state
        seconds = -(-run.left_ms // 1000)
        self.time.setText(f"{seconds // 60}:{seconds % 60:02d}")
        ready = run.phase is Phase.READY
        whole = READY_MS if ready else (step.seconds or 1) * 1000
        self.bar.setRange(0, whole)
        self.bar.setValue(whole - run.left_ms)
        if ready:
            self.amount.setText(self.tr("Get into place"))
        if run.paused:
            self.amount.setText(self.tr("Paused"))

    def _show_over(self) -> None:
        self.where.setText(self.tr("Done"))
        self.name.setText(self.tr("{n} of {total} steps saved").format(n=self._saved, total=len(self.state.steps)))
        self.amount.setText("")
        self.next.setText("")
        self.done.setText(self.tr("Done"))

    def _set_words(self) -> str:
        run = self.state
        if run.sets == 1 or run.phase in (Phase.OPEN, Phase.RELEASE):
            return ""
        return self.tr(" · set {n} of {total}").format(n=run.set_number, total=run.sets)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.skip, self.pause, self.done):
            button.setMinimumHeight(48)
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self.where, self.name, self.amount, self.time, self.bar, self.next):
            column.addWidget(widget)
        column.addStretch(2)
        column.addLayout(row)
