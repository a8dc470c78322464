"""What the line means so far: a row for each entry, a row for each thing that is wrong or still to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from knotbook.controls.icons import pixmap
from knotbook.grammar.parsed import Parsed
from knotbook.quick.marks import SIZE, mark
from knotbook.resources.theme import Theme


class Sayings(QWidget):
    """Shows a `Parsed` in plain words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 12, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []  # kept for the next line: letters come fast
        self._used = 0

    def show_parsed(self, parsed: Parsed, theme: Theme, *, insisted: bool) -> None:
        """`insisted`: Enter was pressed on a line that is not ready, so what is still to come counts as wrong too."""
        self._used = 0
        ratio = self.devicePixelRatioF()
        for body, words in zip(parsed.bodies, parsed.words, strict=True):
            self._add(mark(body, theme, ratio), words, theme.ink)
        for problem in parsed.errors:
            wrong = insisted or not problem.unfinished
            sign = (
                pixmap("warning", theme.danger, SIZE, ratio) if wrong else pixmap("edit", theme.ink_soft, SIZE, ratio)
            )
            self._add(sign, problem.words, theme.danger if wrong else theme.ink_soft)
        for icon, label in self._rows[self._used :]:
            icon.hide()
            label.hide()
            label.clear()
        self.setVisible(self._used > 0)
        self._grid.invalidate()  # at once: the panel asks for its height before Qt gets round to it

    def words(self) -> list[str]:
        """Everything that is said now."""
        return [label.text() for _icon, label in self._rows[: self._used]]

    def _add(self, sign: QPixmap, words: str, colour: str) -> None:
        if self._used == len(self._rows):
            self._rows.append(self._row(self._used))
        icon, label = self._rows[self._used]
        icon.setPixmap(sign)
        label.setText(words)
        label.setStyleSheet(f"color: {colour};")
        icon.show()
        label.show()
        self._used += 1

    def _row(self, row: int) -> tuple[QLabel, QLabel]:
        icon, label = QLabel(self), QLabel(self)
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumHeight(SIZE)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(icon, row, 0)
        self._grid.addWidget(label, row, 1)
        return icon, label
