"""What was tried for this pain before and what the numbers were afterwards, failures beside successes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from knotbook.analysis.worked import Outcome, Tried
from knotbook.controls.names import Names
from knotbook.domain.place import Place
from knotbook.release.enter_button import EnterButton
from knotbook.release.outcome_bar import OutcomeBar, part_colours
from knotbook.resources.theme import Theme

NEVER = Outcome()
AT_FIRST = 2
"""So many places are shown before the rest is asked for."""


class WorkedCard(QWidget):
    """Takes the counts of one pain; hidden where nothing was tried. It says what was noted, never why."""

    def __init__(self, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._theme = theme
        self._tried: tuple[Tried, ...] = ()
        self._waited = Outcome()
        self._pain: Place | None = None
        self._all = False
        self._rows: list[QWidget] = []
        self.more = EnterButton(self)
        self.more.setProperty("role", "quiet")
        self.more.clicked.connect(self._toggle)
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self._key = _Key(theme, self)
        title = QLabel(self.tr("What you tried before"), self)
        title.setProperty("role", "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._key)
        column.addLayout(self._box)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Repaint the bars in the colours of `theme`."""
        self._theme = theme
        self._key.set_theme(theme)
        for bar in self.findChildren(OutcomeBar):
            bar.set_theme(theme)

    def show_tried(self, pain: Place | None, tried: Sequence[Tried], waited: Outcome = NEVER) -> None:
        """Show what was tried for `pain`, and how the half hours without a release went; neither hides the card."""
        if pain != self._pain:
            self._all = False
        self._pain, self._tried, self._waited = pain, tuple(tried), waited
        self._fill()
        self.setVisible(bool(self._rows))

    def words(self) -> list[str]:
        """Each line as a screen reader tells it."""
        return [row.accessibleName() for row in self._rows]

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._tried if self._all else self._tried[:AT_FIRST]
        self._rows = [self._row(tried) for tried in shown]
        if self._waited.n:
            self._rows.append(self._waited_row())
        for row in self._rows:
            self._box.addWidget(row)
        hidden = len(self._tried) - AT_FIRST
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("Show fewer") if self._all else self.tr("{n} more tried").format(n=hidden))
        self._key.setVisible(self._waited.median is not None or any(tried.enough for tried in shown))

    def _waited_row(self) -> QWidget:
        """What half an hour did by itself, to hold the releases against."""
        row, grid, told = self._head(self.tr("Without a release, to compare"), self._waited.n)
        told.append(self._outcome(grid, 1, self.tr("30 min"), self._waited))
        row.setAccessibleName(". ".join(told))
        row.setToolTip(self.tr("The half hours you waited before a release was begun, when you were asked to."))
        return row

    def _head(self, name: str, often: int) -> tuple[QWidget, QGridLayout, list[str]]:
        row = QWidget(self)
        times = self.tr("once") if often == 1 else self.tr("{n} times").format(n=often)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance(self.tr("morning")))  # bars stand in line
        grid.addWidget(QLabel(name, row), 0, 0, 1, 2)
        grid.addWidget(self._caption(times), 0, 2, Qt.AlignmentFlag.AlignRight)
        return row, grid, [f"{name}, {times}"]

    def _row(self, tried: Tried) -> QWidget:
        row, grid, told = self._head(self._names.name(tried.place), tried.times)
        if tried.enough:
            told.append(self._outcome(grid, 1, self.tr("30 min"), tried.half_hour))
            told.append(self._outcome(grid, 2, self.tr("morning"), tried.next_morning))
        else:
            told.append(self._not_enough(grid, tried))
        row.setAccessibleName(". ".join(told))
        return row

    def _outcome(self, grid: QGridLayout, line: int, when: str, outcome: Outcome) -> str:
        grid.addWidget(self._caption(when), line, 0)
        if outcome.median is None:
            words = self.tr("not enough yet, {n} more to rate").format(n=outcome.missing)
            grid.addWidget(self._caption(words), line, 1, 1, 2)
            return f"{when}: {words}"
        bar = OutcomeBar(outcome, self._theme)
        grid.addWidget(bar, line, 1)
        change = _signed(outcome.median)
        middle = self._caption(change)
        middle.setToolTip(self.tr("The middle change in points"))
        grid.addWidget(middle, line, 2, Qt.AlignmentFlag.AlignRight)
        return self.tr("{when}: {counts}, middle change {change}").format(
            when=when, counts=bar.accessibleName(), change=change
        )

    def _not_enough(self, grid: QGridLayout, tried: Tried) -> str:
        missing = min(tried.half_hour.missing, tried.next_morning.missing)
        words = self.tr("Not enough yet: {n} more with numbers before and after").format(n=missing)
        caption = self._caption(words)
        caption.setWordWrap(True)
        grid.addWidget(caption, 1, 0, 1, 3)
        return words

    def _caption(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("role", "caption")
        return label


class _Key(QWidget):
    """What the three colours mean, and what the numbers cannot say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._swatches = [_Swatch(self) for _ in range(3)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = (self.tr("lower"), self.tr("same"), self.tr("higher afterwards"))
        for swatch, word in zip(self._swatches, words, strict=True):
            label = QLabel(word, self)
            label.setProperty("role", "caption")
            row.addWidget(swatch)
            row.addWidget(label)
            row.addSpacing(4)
        row.addStretch(1)
        self.setToolTip(self.tr("Counted from your notes. They cannot say why."))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        for swatch, colour in zip(self._swatches, part_colours(theme), strict=True):
            swatch.set_colour(colour)


class _Swatch(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = "#000000"
        self.setFixedSize(12, 12)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(self.rect(), 3, 3)


def _signed(points: float) -> str:
    """A change in points with its sign, halves kept: "−1.5", "+2", "±0"."""
    text = f"{abs(points):.1f}".removesuffix(".0")
    return f"±{text}" if points == 0 else f"{'−' if points < 0 else '+'}{text}"
