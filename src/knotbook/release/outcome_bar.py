"""How often the number was lower, the same or higher afterwards: one bar in three parts, with the counts in them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.analysis.worked import Outcome
from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

_LEAST = 18  # pixels for a part that is not empty, so that its count can be read
_GAP = 2


def part_colours(theme: Theme) -> tuple[str, str, str]:
    """Lower, same, higher: from the ramp of change, with the plain no-data ground for the same."""
    return theme.change[2], theme.no_data, theme.change[6]


class OutcomeBar(QWidget):
    """Draws one `Outcome`."""

    def __init__(self, outcome: Outcome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = self.tr("lower {lower} times, the same {same} times, higher {higher} times")
        told = words.format(lower=outcome.lower, same=outcome.same, higher=outcome.higher)
        self.setAccessibleName(told)
        self.setToolTip(told)

    def sizeHint(self) -> QSize:
        """A line of small text high."""
        return QSize(120, 20)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The three parts, rounded as one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(outline)
        left = 0.0
        for count, width, fill in zip(self._counts(), self._widths(), part_colours(self._theme), strict=True):
            if count:
                box = QRectF(left, 0, width, self.height())
                painter.fillRect(box, QColor(fill))
                painter.setPen(QColor(ink_on(fill)))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))
                left += width + _GAP

    def _counts(self) -> tuple[int, int, int]:
        return self._outcome.lower, self._outcome.same, self._outcome.higher

    def _widths(self) -> list[float]:
        """As wide as it is often, but never too narrow for the count."""
        counts = self._counts()
        shown = sum(1 for count in counts if count)
        room = self.width() - _GAP * max(0, shown - 1) - _LEAST * shown
        return [_LEAST + room * count / self._outcome.n if count else 0.0 for count in counts]
