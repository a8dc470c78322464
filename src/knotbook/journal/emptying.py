"""The question before the bin is emptied: it says what goes, and that it cannot be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.domain.records import Kind
from knotbook.journal.words import count_words
from knotbook.resources.theme import Theme


class EmptyingDialog(QDialog):
    """Accepted if the bin shall be emptied. The keyboard stands on "Keep them"."""

    def __init__(self, counts: Mapping[Kind, int], theme: Theme, parent: QWidget | None = None) -> None:
        """`counts`: how many of each kind are in the bin."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Empty the bin"))
        self.setModal(True)
        self.setMinimumWidth(480)
        self.what = QLabel(self._what(counts), self)
        self.empty = QPushButton(self.tr("Empty the bin"), self)
        self.keep = QPushButton(self.tr("Keep them"), self)
        self._lay_out(theme)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what(self, counts: Mapping[Kind, int]) -> str:
        words = [count_words(kind, number) for kind, number in counts.items() if number]
        *some, last = words or [""]
        listed = self.tr("{some} and {last}").format(some=", ".join(some), last=last) if some else last
        return self.tr("For good: {what}.").format(what=listed)

    def _lay_out(self, theme: Theme) -> None:
        sign = QLabel(self)
        sign.setPixmap(icon("warning", theme.danger, 32).pixmap(32, 32))
        title = QLabel(self.tr("Empty the bin?"), self)
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign)
        head.addWidget(title, 1)
        undo = QLabel(self.tr("This cannot be undone, and earlier steps can no longer bring them back."), self)
        old = self.tr("Backups made before keep them, photos too, until they are replaced.")
        backups = QLabel(old, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        for label in (self.what, undo, backups):
            label.setWordWrap(True)
            column.addWidget(label)
        backups.setProperty("role", "caption")
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.empty.setProperty("role", "danger")
        self.empty.setAutoDefault(False)
        self.empty.clicked.connect(lambda _checked=False: self.accept())
        self.keep.setDefault(True)
        self.keep.clicked.connect(lambda _checked=False: self.reject())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.empty)
        row.addWidget(self.keep)
        return row
