"""The ratings that were missed, to be filled in from memory."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from knotbook.controls.overlay import Overlay
from knotbook.controls.two_lines import LINE_PX, ROW_PX, TwoLines
from knotbook.release.enter_button import EnterButton
from knotbook.release.offers import MARGIN, WIDTH
from knotbook.release.one_key_strip import OneKeyStrip, number_of
from knotbook.resources.theme import Theme


@dataclass(frozen=True, slots=True)
class MissedLine:
    """One missing rating: `key` comes back with the answer; `where`, `when`, `why`: a line each; `told`: when and why.

    `recalled`: an answer now is only a recollection.
    """

    key: Hashable
    where: str
    when: str
    why: str
    told: str
    recalled: bool


class WaitingPanel(Overlay):
    """`answered(key, int)`: what it was like then, from memory. `closed`."""

    answered = Signal(object, int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, width=WIDTH)
        self._lines: tuple[MissedLine, ...] = ()
        self.list = QListWidget(self)
        self.list.setProperty("role", "plain")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("Ratings that wait"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._point)
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self.strip = OneKeyStrip(theme, self)
        self.strip.chosen.connect(self._answer)
        self.strip.cancelled.connect(self.dismiss)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Repaint the strip in the colours of `theme`."""
        self.strip.set_theme(theme)

    def show_lines(self, lines: Sequence[MissedLine]) -> None:
        """List these, newest first; the one that was marked stays marked if it is still there."""
        row = max(0, self.list.currentRow())
        self._lines = tuple(lines)
        self.list.blockSignals(True)
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem("\n".join((line.where, line.when, line.why)))
            item.setSizeHint(QSize(0, ROW_PX + LINE_PX))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.where}. {line.told}")
            item.setToolTip(f"{line.where}. {line.told}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._lines) - 1))
        self.list.blockSignals(False)
        self._point(self.list.currentRow())

    def open(self) -> None:
        """Lie over the page with the keyboard on the list."""
        self.appear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """Close."""
        self.dismiss()
        return True

    def dismiss(self) -> None:
        """Close; nothing is lost."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit on the list answers for the line that is marked; Escape closes."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = number_of(event)
            if number is not None and not event.isAutoRepeat():
                self._answer(number)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _point(self, row: int) -> None:
        there = 0 <= row < len(self._lines)
        self.strip.setVisible(there)
        if not there:
            self._about.setText(self.tr("Nothing is missing."))
            return
        late = self.tr("{when}: how strong was it then? It is kept as recalled.")
        words = late if self._lines[row].recalled else self.tr("{when}: how strong is it?")
        self._about.setText(words.format(when=self._lines[row].told))

    def _answer(self, number: int) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._lines):
            self.answered.emit(self._lines[row].key, number)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Ratings that wait"), self)
        title.setProperty("role", "heading")
        close = EnterButton(self.tr("Close"), self)
        close.setProperty("role", "quiet")
        close.clicked.connect(self.dismiss)
        why = QLabel(self.tr("You can leave them. After three days they are no longer asked for."), self)
        why.setProperty("role", "caption")
        why.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(why)
        column.addWidget(self.list, 1)
        column.addWidget(self._about)
        column.addWidget(self.strip, 0, Qt.AlignmentFlag.AlignLeft)
