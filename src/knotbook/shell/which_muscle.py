"""The quiet question after a drag on the skin: does the person know what lay under the finger?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from knotbook.bodymap.depth_choice import DepthChoice, Offer


class WhichMuscle(QFrame):
    """Asks once, never insists: the pain is saved already. `chosen(Place)`, `closed()`: not sure.

    `asked()`: the question came or went.
    """

    chosen = Signal(object)
    closed = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "ask")
        self._choice: DepthChoice | None = None
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._unsure = QPushButton(self.tr("Not sure"), self)
        self._unsure.setProperty("role", "quiet")
        self._unsure.clicked.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self._words)
        self._column.addWidget(self._unsure, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def ask(self, where: str, offered: Sequence[Offer]) -> None:
        """`where`: the place it was recorded at, as in running text. `offered`: what lies beneath, nearest first."""
        self.take_back()
        self._words.setText(self.tr("Recorded at {where}. Which muscle was it, if you know?").format(where=where))
        self._choice = DepthChoice(offered, self, columns=1)
        self._choice.chosen.connect(self.chosen)
        self._column.insertWidget(1, self._choice)
        self.show()
        self.asked.emit()

    def take_back(self) -> None:
        """Ask no more."""
        self.hide()
        if self._choice is not None:
            self._column.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
            self.asked.emit()
