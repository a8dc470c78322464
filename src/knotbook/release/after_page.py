"""After a release: how strong now, and how long it was if the timer cannot know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from knotbook.domain.clock import Clock
from knotbook.release.enter_button import EnterButton
from knotbook.release.rating_rows import RatingRow, RatingRows
from knotbook.release.stopwatch import Reading
from knotbook.release.timer_face import clock_words
from knotbook.resources.theme import Theme

LONGEST_S = 4 * 3600


class AfterPage(QWidget):
    """`done` when every number is given, or Save is pressed with those there are. `resumed`: it is not over yet."""

    done = Signal()
    resumed = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubtful = False
        self.after = RatingRows(theme, clock, self)
        self.lasted = QSpinBox(self)
        self.lasted.setRange(0, LONGEST_S)
        self.lasted.setSuffix(self.tr(" s"))
        self.lasted.setSpecialValueText(self.tr("not known"))
        self.lasted.setMinimumWidth(120)
        self.lasted.lineEdit().setTextMargins(8, 0, 0, 0)  # styled buttons make Qt leave the style sheet's padding out
        self.save = EnterButton(self.tr("Save"), self)
        self.save.setProperty("role", "primary")
        self.save.setMinimumHeight(40)
        self.resume = EnterButton(self.tr("Go on"), self)
        self.resume.setToolTip(self.tr("It is not over yet: the timer counts on"))
        self.resume.setProperty("role", "quiet")
        self._doubt = QLabel(self)
        self._doubt.setWordWrap(True)
        self._doubt_box = QFrame(self)
        self._doubt_box.setProperty("role", "ask")
        self._lay_out()
        self.save.clicked.connect(self.done)
        self.resume.clicked.connect(self.resumed)
        self.after.complete.connect(self._complete)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self.after.set_theme(theme)

    def open_with(self, rows: Sequence[RatingRow], reading: Reading, *, asks_again: bool) -> None:
        """Ask for the numbers after; the length too, where the timer is in doubt. `asks_again`: in half an hour."""
        self._doubtful = reading.doubtful
        self.lasted.setValue(min(LONGEST_S, round(reading.seconds)))
        self._doubt_box.setVisible(reading.doubtful)
        keys = self.tr("0–9 answer, X is 10.")
        saves = "" if reading.doubtful else self.tr("It is saved with the last number.")
        again = self.tr("You will be asked again in 30 minutes.") if asks_again else ""
        self._hint.setText(" ".join(part for part in (keys, saves, again) if part))
        words = self.tr(
            "The computer slept, or its clock was set, while the timer ran. It was between {least} and {most}: "
            "how long was it really?"
        )
        self._doubt.setText(
            words.format(least=clock_words(round(reading.seconds)), most=clock_words(round(reading.at_most)))
        )
        self.after.start_anew()
        self.after.show_rows(rows)
        if reading.doubtful:
            self.lasted.setFocus(Qt.FocusReason.OtherFocusReason)
            self.lasted.selectAll()
        else:
            self.after.focus_next()

    @property
    def seconds(self) -> int | None:
        """How long it was; None: not known."""
        return self.lasted.value() or None

    def _complete(self) -> None:
        if self._doubtful:  # the length has to be looked at first
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.done.emit()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self._doubt_box)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self._doubt)
        row = QHBoxLayout()
        caption = QLabel(self.tr("It took"), self)
        caption.setBuddy(self.lasted)
        self.lasted.setAccessibleName(self.tr("How long it took, in seconds"))
        row.addWidget(caption)
        row.addWidget(self.lasted)
        row.addStretch(1)
        row.addWidget(self.resume)
        ask = QLabel(self.tr("How strong now?"), self)
        ask.setProperty("role", "caption")
        self._hint = hint = QLabel(self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._doubt_box)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(ask)
        column.addWidget(self.after)
        column.addStretch(1)
        column.addWidget(hint)
        column.addWidget(self.save)
