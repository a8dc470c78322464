"""Says what went wrong with the diary, why, and what can be done. Choosing nothing changes nothing."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.resources.theme import Theme


class Way(StrEnum):
    """What the person chose to do."""

    RETRY = "retry"
    OTHER = "other"
    RESTORE = "restore"
    FRESH = "fresh"
    LEAVE = "leave"


class TroubleDialog(QDialog):
    """A dialog over one `Trouble`; `choice` holds the way out that was taken."""

    def __init__(self, trouble: Trouble, theme: Theme, parent: QWidget | None = None, *, waiting: int = 0) -> None:
        super().__init__(parent)
        self.choice = Way.LEAVE
        self.setWindowTitle(self.tr("Knotbook cannot open this diary"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._head(trouble, theme))
        for words in (trouble.why, *(f"•  {way}" for way in trouble.can_do)):
            column.addWidget(self._line(words))
        if waiting:
            one = self.tr("1 entry made meanwhile is kept and will be saved.")
            many = self.tr("{n} entries made meanwhile are kept and will be saved.").format(n=waiting)
            column.addWidget(self._line(one if waiting == 1 else many))
        column.addSpacing(8)
        column.addLayout(self._buttons(trouble))

    def _head(self, trouble: Trouble, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        sign = QLabel(self)
        sign.setPixmap(icon("warning", theme.danger, 32).pixmap(32, 32))
        title = self._line(trouble.what)
        title.setProperty("role", "heading")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(8)
        row.addWidget(title, 1)
        return row

    def _line(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _buttons(self, trouble: Trouble) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        ways = [(Way.LEAVE, self.tr("Quit"), ""), (Way.OTHER, self.tr("Open another diary…"), "")]
        if trouble.kind is TroubleKind.MISSING_FILE:
            ways.append((Way.FRESH, self.tr("Start a new diary here"), ""))
        if trouble.kind in (TroubleKind.DAMAGED, TroubleKind.MISSING_FILE):
            ways.append((Way.RESTORE, self.tr("Use the newest good backup"), ""))
        ways.append((Way.RETRY, self.tr("Try again"), "primary"))
        for way, words, role in ways:
            button = QPushButton(words, self)
            button.setProperty("role", role)
            button.clicked.connect(lambda _checked=False, chosen=way: self._take(chosen))
            row.addWidget(button)
            if way is Way.RETRY:
                button.setDefault(True)
        return row

    def _take(self, way: Way) -> None:
        self.choice = way
        self.accept()
