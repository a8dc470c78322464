"""Today on one line: every rating, release and exercise where it happened between midnight and midnight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.controls.nrs_strip import ink_on
from knotbook.controls.speak_as import speak_as
from knotbook.controls.tips import show_tip_above
from knotbook.resources.theme import Theme

_REACH_PX = 10
_TOLD = 8  # lines of a tip


class MarkKind(StrEnum):
    """What a mark on the strip stands for."""

    PAIN = "pain"
    RELEASE = "release"
    EXERCISE = "exercise"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class DayMark:
    """One entry of the day. `minute`: wall-clock minutes since midnight, 0 to 1,439."""

    id: str
    minute: int
    kind: MarkKind
    words: str
    intensity: int | None = None


class DayStrip(QWidget):
    """A quiet line of 24 hours. Click a mark, or step to it with the arrows and press Enter, to go to the entry."""

    mark_activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[DayMark, ...] = ()
        self._now: int | None = None
        self._here = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        speak_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def sizeHint(self) -> QSize:
        """A line's height and as wide as it is let."""
        return QSize(480, 56)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_day(self, marks: Sequence[DayMark], now_minute: int | None) -> None:
        """Show the marks of one day; `now_minute` draws the present, None if the day is over."""
        self._marks = tuple(sorted(marks, key=lambda m: m.minute))
        self._now = now_minute
        self._here = min(self._here, len(self._marks) - 1)
        self._describe()
        self.update()

    def marks(self) -> tuple[DayMark, ...]:
        """What is shown, in order of time."""
        return self._marks

    def x_of(self, minute: int) -> float:
        """The pixel at which a minute of the day stands."""
        return 24 + (self.width() - 40) * minute / 1440

    def mark_at(self, x: float) -> DayMark | None:
        """The nearest mark within 10 px, the latest one if several lie there."""
        return min(self._near(x), key=lambda m: (abs(self.x_of(m.minute) - x), -m.minute), default=None)

    def words_at(self, x: float) -> str:
        """What lies there, a line each, in order of time: marks of the same minutes cover each other."""
        near = self._near(x)
        more = [self.tr("and {n} more").format(n=len(near) - _TOLD)] if len(near) > _TOLD else []
        return "\n".join([*(mark.words for mark in near[:_TOLD]), *more])

    def _near(self, x: float) -> list[DayMark]:
        return [mark for mark in self._marks if abs(self.x_of(mark.minute) - x) <= _REACH_PX]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hours, the present, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        self._paint_hours(painter)
        for index, mark in enumerate(self._marks):
            self._paint_mark(painter, mark, index == self._here and self.hasFocus())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the entry under the pointer."""
        mark = self.mark_at(event.position().x())
        if mark is not None:
            self.mark_activated.emit(mark.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right step from mark to mark, Enter goes to the entry."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self._marks:
            self._here = min(len(self._marks) - 1, max(0, self._here + steps[Qt.Key(event.key())]))
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._here < len(self._marks):
            self.mark_activated.emit(self._marks[self._here].id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The tip tells what lies under the pointer."""
        if isinstance(event, QHelpEvent):
            show_tip_above(self, self.words_at(event.x()), event.x())
            return True
        return super().event(event)

    def _describe(self) -> None:
        many = self.tr("Today, {n} entries").format(n=len(self._marks))
        self.setAccessibleName(self.tr("Today, 1 entry") if len(self._marks) == 1 else many)
        here = self._marks[self._here].words if 0 <= self._here < len(self._marks) else ""
        self.setAccessibleDescription(here)

    def _paint_hours(self, painter: QPainter) -> None:
        base = self.height() / 2 - 4
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(self.x_of(0), base), QPointF(self.x_of(1440), base))
        for hour in range(0, 25, 3):
            x = self.x_of(hour * 60)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(x, base - 3), QPointF(x, base + 3))
            painter.setPen(QColor(self._theme.ink_soft))
            box = QRectF(x - 20, self.height() - 20, 40, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{hour:02d}")
        if self._now is not None:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawLine(QPointF(self.x_of(self._now), 6), QPointF(self.x_of(self._now), self.height() - 22))

    def _paint_mark(self, painter: QPainter, mark: DayMark, here: bool) -> None:
        centre = QPointF(self.x_of(mark.minute), self.height() / 2 - 4)
        edge = QPen(QColor(self._theme.focus), 2) if here else QPen(QColor(self._theme.surface), 1.5)
        painter.setPen(edge)
        if mark.kind is MarkKind.PAIN and mark.intensity is not None:
            fill = self._theme.pain[mark.intensity]
            painter.setBrush(QColor(fill))
            painter.drawEllipse(centre, 9, 9)
            painter.setPen(QColor(ink_on(fill)))
            painter.drawText(QRectF(centre.x() - 12, centre.y() - 9, 24, 18), Qt.AlignmentFlag.AlignCenter,
                             str(mark.intensity))
            return
        painter.setBrush(QColor(self._theme.accent if mark.kind is MarkKind.RELEASE else self._theme.ink_faint))
        if mark.kind is MarkKind.RELEASE:
            painter.drawRoundedRect(QRectF(centre.x() - 4, centre.y() - 12, 8, 24), 4, 4)
        elif mark.kind is MarkKind.EXERCISE:
            painter.drawPolygon([centre + QPointF(0, -8), centre + QPointF(8, 6), centre + QPointF(-8, 6)])
        else:
            painter.drawEllipse(centre, 4, 4)
