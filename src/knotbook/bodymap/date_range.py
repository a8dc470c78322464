"""Picks any range of days by two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from knotbook.analysis.measures import Span


class DateRange(QFrame):
    """A small card over the page. `picked(Span)`: the person chose; the earlier date is always taken as the first.
    `left`: the person did not. Either way the keyboard goes back to where it was.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(self, span: Span, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Between two dates"))
        self._before: QWidget | None = None
        self._first = self._edit(span.first, self.tr("From"))
        self._last = self._edit(span.last, self.tr("To"))
        show = QPushButton(self.tr("Show"), self)
        show.setProperty("role", "primary")
        show.clicked.connect(self._choose)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(8)
        for row, edit in enumerate((self._first, self._last)):
            label = QLabel(edit.accessibleName(), self)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        never_mind = QPushButton(self.tr("Cancel"), self)
        never_mind.clicked.connect(self._leave)
        grid.addWidget(never_mind, 2, 0)
        grid.addWidget(show, 2, 1)

    def span(self) -> Span:
        """The dates as they stand in the fields."""
        return Span.between(_day(self._first.date()), _day(self._last.date()))

    def set_dates(self, first: date, last: date) -> None:
        """Put two dates into the fields."""
        self._first.setDate(_qdate(first))
        self._last.setDate(_qdate(last))

    def open_above(self, widget: QWidget) -> None:
        """Open over the upper edge of `widget`, or under it where there is no room above."""
        self.adjustSize()
        window = widget.window()
        corner = widget.mapTo(window, QPoint(0, 0))
        up, down = corner.y() - self.height() - 4, corner.y() + widget.height() + 4
        self.move(max(8, min(corner.x(), window.width() - self.width() - 8)), up if up >= 8 else down)
        if not self.isVisible():
            self._before = window.focusWidget() or widget
        self.show()
        self.raise_()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._give_back()
        self.left.emit()

    def _give_back(self) -> None:
        """Close. First the keyboard goes back: hiding would pass it on to whatever comes next on the page."""
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def _choose(self) -> None:
        self._give_back()
        self.picked.emit(self.span())

    def _edit(self, day: date, name: str) -> QDateEdit:
        edit = QDateEdit(_qdate(day), self)
        edit.setAccessibleName(name)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setMinimumWidth(160)
        return edit


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
