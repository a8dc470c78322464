"""After a pain was logged: is there anything else to say? One press a word, none needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from knotbook.controls.chips import GAP, HEIGHT, ChipFlow
from knotbook.domain.records import Pain, WordUse
from knotbook.logbook.chip_words import Chip, chips_of

FEW = 9
"""So many words are offered at first; the rest come with "more"."""

MOST_PX = 176
"""The most height that words may take, in pixels; more of them scroll."""


class ChipRow(QWidget):
    """`toggled(Chip)`; `hidden(Chip)`, `brought_back(Chip)` and `added(Chip)` while the words are being edited."""

    toggled = Signal(object)
    hidden = Signal(object)
    brought_back = Signal(object)
    added = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._away: list[Chip] = []
        self._pain: Pain | None = None
        self._all = False
        self._editing = False
        self.title = QLabel(self)
        self.title.setProperty("role", "caption")
        self.flow = ChipFlow(self, checkable=True)
        self.flow.setAccessibleName(self.tr("Anything else about this pain?"))
        self.more, self.edit = QPushButton(self), QPushButton(self)
        for button in (self.more, self.edit):
            button.setProperty("role", "quiet")
        self.away = ChipFlow(self, checkable=False)
        self.away.setAccessibleName(self.tr("Hidden words; a press brings one back"))
        self.away_title = QLabel(self.tr("Hidden"), self)
        self.away_title.setProperty("role", "caption")
        self.own = QLineEdit(self)
        self.own.setPlaceholderText(self.tr("Your own word"))
        self.own.setAccessibleName(self.tr("A word of your own"))
        self.use = QComboBox(self)
        self.use.setAccessibleName(self.tr("What the word says"))
        self.use.setToolTip(self.tr("What the word says"))
        self.use.addItems([self.tr("how it feels"), self.tr("what was going on")])
        self._lay_out()
        self.flow.pressed.connect(self._pressed)
        self.away.pressed.connect(lambda word: self.brought_back.emit(self._of(word.removesuffix("  +"), self._away)))
        self.more.clicked.connect(self._show_more)
        self.edit.clicked.connect(self._turn)
        self.own.returnPressed.connect(self._add)
        self.hide()

    def show_pain(self, pain: Pain | None, where: str, chips: Sequence[Chip], away: Sequence[Chip]) -> None:
        """Ask about `pain`, called `where`; None asks nothing. `chips` in order; `away`: hidden ones."""
        if pain is None or self._pain is None or pain.when != self._pain.when:
            self._all = self._editing = False
        self._pain = pain
        self._chips, self._away = list(chips), list(away)
        self.title.setText(self.tr("{what}. Anything else?").format(what=where))
        self._fill()
        self.setVisible(pain is not None)

    def shown(self) -> list[str]:
        """The words on show, in order."""
        return [chip.text() for chip in self.flow.chips]

    def _fill(self) -> None:
        said = chips_of(self._pain) if self._pain else []
        few = [chip for n, chip in enumerate(self._chips) if n < FEW or chip in said]
        shown = self._chips if self._all or self._editing else few
        words = [f"{chip.word}  ×" if self._editing else chip.word for chip in shown]
        told = [self.tr("Hide {word}").format(word=chip.word) for chip in shown] if self._editing else ()
        here = next((chip.text() for chip in self.flow.chips if chip.hasFocus()), "")
        self.flow.set_words(words, told)
        self.flow.check([chip.word for chip in said])
        next((chip.setFocus() for chip in self.flow.chips if chip.text() == here), None)
        self.more.setVisible(not self._editing and len(self._chips) > len(few))
        self.more.setText(self.tr("Fewer words") if self._all else self.tr("More words"))
        self.edit.setText(self.tr("Done") if self._editing else self.tr("Edit words"))
        self.away.set_words([f"{chip.word}  +" for chip in self._away])
        self.away.setVisible(self._editing and bool(self._away))
        self.away_title.setVisible(self._editing and bool(self._away))
        self._fit()
        self.own.setVisible(self._editing)
        self.use.setVisible(self._editing)

    def _pressed(self, word: str) -> None:
        chip = self._of(word.removesuffix("  ×"), self._chips)
        (self.hidden if self._editing else self.toggled).emit(chip)

    def _of(self, word: str, chips: Sequence[Chip]) -> Chip:
        return next(chip for chip in chips if chip.word == word)

    def _show_more(self) -> None:
        self._all = not self._all
        self._fill()

    def _turn(self) -> None:
        self._editing = not self._editing
        self._fill()
        if self._editing:
            self.own.setFocus()

    def _add(self) -> None:
        word = " ".join(self.own.text().split()).replace(",", "")
        if word:
            self.own.clear()
            self.added.emit(Chip(word, list(WordUse)[self.use.currentIndex()]))

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.setSpacing(0)
        last.addWidget(self.more)
        last.addWidget(self.edit)
        last.addStretch(1)
        mine = QHBoxLayout()
        mine.setSpacing(8)
        mine.addWidget(self.own, 1)
        mine.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self._scrolled())
        column.addLayout(mine)
        column.addLayout(last)

    def _scrolled(self) -> QScrollArea:
        """The words, in a window of their own height up to `MOST_PX`: the rest of the panel keeps its place."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.flow, self.away_title, self.away):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = _Window(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        page.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self.flow.installEventFilter(self)
        self.away.installEventFilter(self)
        return self._area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window as high as the words in it."""
        if watched in (self.flow, self.away) and event.type() in (QEvent.Type.Resize, QEvent.Type.ShowToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the window as high as the words in it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """By the width there is: the words themselves may not have been laid out in it yet."""
        width = self.width()
        hidden = 24 + self.away.heightForWidth(width) if not self.away.isHidden() else 0
        self._area.want(min(MOST_PX, self.flow.heightForWidth(width) + hidden + 2))


class _Window(QScrollArea):
    """As high as it wants to be; where the panel is too low for that, two lines of words are the least."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def want(self, height: int) -> None:
        """`height` in pixels."""
        if height != self._wanted:
            self._wanted = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All the words."""
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """Two lines of them."""
        return QSize(super().minimumSizeHint().width(), min(self._wanted, 2 * HEIGHT + GAP + 2))
